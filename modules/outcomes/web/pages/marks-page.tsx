import {
  EmptyState,
  ErrorState,
  Loading,
  PageHeader,
  useOperation,
  usePathParam,
  usePhrases,
} from '@dualtrack/ui';
import { outcomes } from '../client.ts';
import '../outcomes.css';
import { ImportPanel } from '../parts/import-panel.tsx';
import { MarkGrid } from '../parts/mark-grid.tsx';

/** Where teachers and mentors enter the marks of a class. */
export function MarksPage() {
  const t = usePhrases('outcomes');
  const classId = usePathParam('classId');
  const view = useOperation('outcomes.marks', outcomes.marks.get, { classId });
  if (view.isPending) return <Loading />;
  if (view.isError) return <ErrorState error={view.error} onRetry={() => void view.refetch()} />;
  return (
    <>
      <PageHeader
        title={t('marks.title')}
        crumbs={[
          { label: t('classes.title'), to: '/outcomes' },
          { label: view.data.name, to: `/outcomes/${classId}` },
        ]}
      />
      {view.data.people.length === 0 ? (
        <EmptyState title={t('grid.none')}>{t('grid.noneNote')}</EmptyState>
      ) : (
        <div className="out-stack">
          <MarkGrid view={view.data} onReload={() => void view.refetch()} />
          {view.data.whyNotMark === null ? <ImportPanel classId={classId} table="marks" /> : null}
        </div>
      )}
    </>
  );
}
