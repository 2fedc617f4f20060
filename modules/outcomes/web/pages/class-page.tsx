import {
  ErrorState,
  Loading,
  PageHeader,
  PageLink,
  Panel,
  useNameOf,
  useOperation,
  usePathParam,
  usePhrases,
} from '@dualtrack/ui';
import { outcomes } from '../client.ts';
import '../outcomes.css';
import { FunnelChart } from '../parts/funnel-chart.tsx';
import { ImportPanel } from '../parts/import-panel.tsx';
import { OutcomeGrid } from '../parts/outcome-grid.tsx';

/** What became of the students of one class: the way in numbers, and a row for each of them. */
export function ClassPage() {
  const t = usePhrases('outcomes');
  const nameOf = useNameOf();
  const classId = usePathParam('classId');
  const view = useOperation('outcomes.class', outcomes.classes.get, { classId });
  if (view.isPending) return <Loading />;
  if (view.isError) return <ErrorState error={view.error} onRetry={() => void view.refetch()} />;
  const { head } = view.data;
  return (
    <>
      <PageHeader
        title={head.name}
        crumbs={[{ label: t('classes.title'), to: '/outcomes' }]}
        sides={{
          school: nameOf({ name: head.school, nameEn: head.schoolEn }),
          enterprise: nameOf({ name: head.enterprise, nameEn: head.enterpriseEn }),
        }}
      />
      <div className="out-stack">
        <Panel title={t('funnel.heading')}>
          <FunnelChart funnel={head.funnel} label={t('funnel.title', { name: head.name })} />
        </Panel>
        <Panel
          title={t('grid.title')}
          count={view.data.people.length}
          actions={<PageLink to={`/outcomes/${classId}/marks`}>{t('marks.title')}</PageLink>}
        >
          <OutcomeGrid classId={classId} view={view.data} />
        </Panel>
        {view.data.whyNotRecord === null ? <ImportPanel classId={classId} table="outcomes" /> : null}
      </div>
    </>
  );
}
