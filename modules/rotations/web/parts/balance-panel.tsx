import { Panel, useLanguage, useNameOf, usePhrases, writeDay } from '@dualtrack/ui';
import type { PlanDetail } from '../../contract.ts';
import { roomFor } from './room-for.ts';
import { usePlanWords } from './use-plan-words.ts';
import { weeksNeeded } from './weeks-needed.ts';

/** Heads against places by unit, over the weeks at the enterprise: what is short is said before any search. */
export function BalancePanel(props: { readonly plan: PlanDetail }) {
  const { balance } = props.plan;
  const t = usePhrases('rotations');
  const rules = usePhrases('rotation-rules');
  const words = usePlanWords(props.plan);
  const nameOf = useNameOf();
  const { locale } = useLanguage();
  const weeks = weeksNeeded(props.plan);
  if (balance.length === 0) return null;
  return (
    <Panel title={t('balance.title')}>
      <p className="dt-quiet">{t('balance.note')}</p>
      <ul className="ro-list">
        <li>
          <b>{t('balance.each')}</b>
          <span>{t('balance.weeks', { needed: weeks.needed, available: weeks.available })}</span>
          {weeks.outside > 0 ? (
            <p className="ro-warn">
              {t('balance.outside', {
                from: writeDay(locale, props.plan.classStartsOn),
                to: writeDay(locale, props.plan.classEndsOn),
                count: weeks.outside,
              })}
            </p>
          ) : null}
          {weeks.isShort ? (
            <p className="ro-warn">{t('balance.tooShort', { count: weeks.needed - weeks.available })}</p>
          ) : null}
        </li>
        {balance.map((row) => {
          const missing = row.headWeeks - row.placeWeeks;
          const heads = row.isRequired ? props.plan.learners.length : 0;
          const room = roomFor(props.plan, row.unitId, row.lengthWeeks);
          return (
            <li key={row.unitId}>
              <span>
                {nameOf({ name: row.unitName, nameEn: row.unitNameEn })}
                {row.after.length === 0 ? null : (
                  <span className="dt-quiet">
                    {' '}
                    · {rules('balance.after', { units: words.units(row.after) })}
                  </span>
                )}
              </span>
              <span>
                {row.isRequired
                  ? t('balance.row', { heads: row.headWeeks, places: row.placeWeeks })
                  : t('balance.optional', { places: row.placeWeeks })}
              </span>
              {missing > 0 ? <p className="ro-warn">{t('balance.missing', { count: missing })}</p> : null}
              {missing <= 0 && room < heads && props.plan.heldUntil === null ? (
                <p className="ro-warn">{t('balance.room', { weeks: row.lengthWeeks, room, heads })}</p>
              ) : null}
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
