import { usePhrases } from '@dualtrack/ui';
import { InputNumber, Select } from 'antd';
import type { PlanDetail } from '../../contract.ts';
import type { RulesDraft } from './rules-draft.ts';
import { usePlanWords } from './use-plan-words.ts';

const scores = [0, 1, 2, 3, 4, 5];

/** How many units of one student each site takes at most, and which optional ones the enterprise would rather teach. */
export function PreferenceFields(props: {
  readonly plan: PlanDetail;
  readonly limits: RulesDraft['limits'];
  readonly scores: RulesDraft['scores'];
  readonly faultAt: (key: string) => string | undefined;
  readonly onChange: (changed: Partial<RulesDraft>) => void;
}) {
  const { plan, limits, faultAt, onChange } = props;
  const t = usePhrases('rotation-rules');
  const words = usePlanWords(plan);
  const sites = [...new Set(plan.stations.map((station) => station.siteId))];
  const optional = plan.balance.filter((unit) => !unit.isRequired);
  return (
    <>
      <section>
        <h3 className="ro-sub">{t('limits.title')}</h3>
        <p className="dt-quiet">{t('limits.note')}</p>
        {sites.map((siteId) => {
          const fault = faultAt(siteId);
          return (
            <div key={siteId} className="ro-rule ro-limit">
              <span>{words.site(siteId)}</span>
              <InputNumber
                aria-label={t('limits.most', { site: words.site(siteId) })}
                placeholder={t('limits.none')}
                suffix={t('limits.unit')}
                min={1}
                max={40}
                value={limits[siteId] ?? null}
                status={fault === undefined ? '' : 'error'}
                onChange={(most) => onChange({ limits: { ...limits, [siteId]: most } })}
              />
              {fault === undefined ? null : <p className="ro-fault">{fault}</p>}
            </div>
          );
        })}
      </section>
      <section>
        <h3 className="ro-sub">{t('host.title')}</h3>
        <p className="dt-quiet">{t(optional.length === 0 ? 'host.noOptional' : 'host.note')}</p>
        {optional.map(({ unitId }) => (
          <div key={unitId} className="ro-rule ro-limit">
            <span>{words.unit(unitId)}</span>
            <Select
              aria-label={t('host.score', { unit: words.unit(unitId) })}
              value={props.scores[unitId] ?? 0}
              options={scores.map((value) => ({ value, label: String(value) }))}
              onChange={(score: number) => onChange({ scores: { ...props.scores, [unitId]: score } })}
            />
          </div>
        ))}
      </section>
    </>
  );
}
