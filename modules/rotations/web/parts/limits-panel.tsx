import { Panel, useNameOf, usePhrases } from '@dualtrack/ui';
import type { PlanDetail } from '../../contract.ts';
import { useListOf } from './use-list-of.ts';

/** What the law in force for the students sets before the search, each with its article. */
export function LimitsPanel(props: { readonly plan: PlanDetail }) {
  const { plan } = props;
  const t = usePhrases('rotations');
  const listOf = useListOf();
  const nameOf = useNameOf();
  const { mentorLimit, bars } = plan.law;
  if (plan.state === 'published' || plan.state === 'superseded') return null;
  if (mentorLimit === null && bars.length === 0) return null;
  const source = ({ rule, article }: { rule: string; article: string | null }) =>
    article === null
      ? t('law.byRule', { rule })
      : /^\d/.test(article)
        ? t('law.article', { number: article })
        : article;
  const nameOfStation = (stationId: string) =>
    nameOf(plan.stations.find((one) => one.id === stationId) ?? { name: '', nameEn: '' });
  return (
    <Panel title={t('law.limits')}>
      <p className="dt-quiet">{t('law.limitsNote')}</p>
      <ul className="ro-list">
        {mentorLimit === null ? null : (
          <li>
            <span>{t('law.mentorMost', { count: mentorLimit.atMost })}</span>
            <span className="dt-quiet">{source(mentorLimit)}</span>
            {mentorLimit.binds.length === 0 ? null : (
              <p className="dt-quiet">{t('law.mentorBinds', { names: listOf(mentorLimit.binds) })}</p>
            )}
          </li>
        )}
        {bars.map((bar) => {
          const station = nameOfStation(bar.stationId);
          const isAll = plan.learners.every((one) => bar.placementIds.includes(one.placementId));
          return (
            <li key={`${bar.stationId} ${bar.rule}`}>
              <span className={isAll ? 'ro-warn' : undefined}>
                {isAll
                  ? t('law.barredAll', { station })
                  : t('law.barred', { station, count: bar.placementIds.length })}
              </span>
              <span className="dt-quiet">{source(bar)}</span>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
