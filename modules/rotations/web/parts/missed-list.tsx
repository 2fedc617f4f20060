import { usePhrases } from '@dualtrack/ui';
import type { PlanDetail } from '../../contract.ts';
import { daysBetween } from '../../week.ts';
import { usePlanWords } from './use-plan-words.ts';
import { useWeekSpan } from './use-week-span.ts';

/** Weeks of blocks under way without their students: whose, of which unit, when, and what becomes of them. */
export function MissedList(props: { readonly plan: PlanDetail }) {
  const { plan } = props;
  const t = usePhrases('rotation-changes');
  const words = usePlanWords(plan);
  const spanOf = useWeekSpan();
  const stretches = stretchesOf(plan.missed);
  if (stretches.length === 0) return null;
  return (
    <>
      <h3 className="ro-sub">{t('absent.missed')}</h3>
      <ul className="ro-list">
        {stretches.map(({ placementId, unitId, from, to, isMadeUp }) => {
          const rest = plan.blocks.find(
            (one) => one.isRest && one.placementId === placementId && one.unitId === unitId,
          );
          return (
            <li key={`${placementId} ${unitId} ${from}`}>
              <span>
                {t('absent.missedLine', {
                  ...{ student: words.student(placementId), unit: words.unit(unitId) },
                  span: spanOf(from, to),
                })}
              </span>
              <span className={isMadeUp && rest === undefined ? 'ro-warn' : 'dt-quiet'}>
                {!isMadeUp
                  ? t('absent.given')
                  : rest === undefined
                    ? t('absent.notPlanned')
                    : t('absent.plannedOn', { day: words.day(rest.firstWeek) })}
              </span>
            </li>
          );
        })}
      </ul>
    </>
  );
}

type Missed = PlanDetail['missed'][number];
type Stretch = Omit<Missed, 'week'> & { from: string; to: string };

function stretchesOf(missed: readonly Missed[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (const { week, ...one } of missed) {
    const same = stretches.findLast(
      (other) =>
        other.placementId === one.placementId &&
        other.unitId === one.unitId &&
        other.isMadeUp === one.isMadeUp,
    );
    if (same !== undefined && daysBetween(same.to, week) === 7) same.to = week;
    else stretches.push({ ...one, from: week, to: week });
  }
  return stretches;
}
