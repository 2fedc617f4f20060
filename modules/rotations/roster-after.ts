import type { PlanDetail } from './contract.ts';
import { dayAfter } from './week.ts';

type Block = PlanDetail['blocks'][number];
type Plan = Pick<PlanDetail, 'blocks' | 'classStartsOn' | 'classEndsOn'>;
type Place = { stationId: string; firstWeek: string };

/**
 * A student's working hours after one of the blocks has gone elsewhere, as the law reads them; null where the hours of
 * a workstation are not known from the plan. Days outside the class are cut off.
 */
export function rosterAfter(plan: Plan, block: Block, to: Place) {
  const own = plan.blocks.filter((one) => one.placementId === block.placementId);
  const spans = own.map((one) => {
    const { stationId, firstWeek } = one.id === block.id ? to : one;
    const shift = plan.blocks.find((other) => other.stationId === stationId)?.shift ?? null;
    const last = dayAfter(firstWeek, one.weeks * 7 - 1);
    return {
      from: later(firstWeek, plan.classStartsOn),
      to: earlier(last, plan.classEndsOn),
      shift,
    };
  });
  const inside = spans.filter(({ from, to: last }) => from <= last);
  return inside.some(({ shift }) => shift === null)
    ? null
    : inside.map(({ shift, ...span }) => ({ ...span, ...shift, skipsOffDays: true }));
}

const later = (one: string, other: string) => (one > other ? one : other);
const earlier = (one: string, other: string) => (one < other ? one : other);
