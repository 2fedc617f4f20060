import {
  ErrorState,
  Loading,
  PageHeader,
  Panel,
  useOperation,
  usePathParam,
  usePhrases,
} from '@dualtrack/ui';
import { outcomes } from '../../shapes.ts';
import { compliance } from '../client.ts';
import '../compliance.css';
import { ArticleLine } from '../parts/article.tsx';
import { OpenTags } from '../parts/outcome.tsx';

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
        <div className="cp-frame">
          <table className="cp-table">
            <thead>
              <tr>
                <th scope="col">{t('reports.rules')}</th>
                {outcomes.map((one) => (
                  <th key={one} scope="col" className="cp-number">
                    {t(`outcome.${one}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rules.map((rule) => (
                <tr key={rule.rule}>
                  <th scope="row">
                    {rule.title}
                    <div>
                      <ArticleLine head={rule} />
                    </div>
                  </th>
                  {outcomes.map((one) => (
                    <td key={one} className="cp-number">
                      {rule[one]}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </Panel>
    </>
  );
}
