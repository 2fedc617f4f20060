import {
  ErrorState,
  Loading,
  PageHeader,
  Panel,
  useOperation,
  usePathParam,
  usePhrases,
} from '@dualtrack/ui';
import { compliance } from '../client.ts';
import '../compliance.css';
import { ArticleLine } from '../parts/article.tsx';
import { OpenTags } from '../parts/outcome.tsx';
import { OutcomeTable } from '../parts/outcome-table.tsx';

/** One class by rule, for the authority: numbers without students. */
export function ReportPage() {
  const t = usePhrases('compliance');
  const classId = usePathParam('classId');
  const found = useOperation('compliance.report', compliance.reports.get, { classId });
  if (found.isPending) return <Loading />;
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  const { school, host, tally, rules } = found.data;
  return (
    <>
      <PageHeader
        title={`${school} – ${host}`}
        crumbs={[{ label: t('reports.title'), to: '/compliance/reports' }]}
        state={<OpenTags tally={tally} />}
        note={t('reports.note')}
      />
      <Panel title={t('reports.rules')}>
        <OutcomeTable
          title={t('reports.rules')}
          rows={rules.map((rule) => ({
            key: rule.rule,
            counts: rule,
            head: (
              <>
                {rule.title}
                <div>
                  <ArticleLine head={rule} />
                </div>
              </>
            ),
          }))}
        />
      </Panel>
    </>
  );
}
