import { flawsOfMove, flawsOfSwap, type MoveFlaw } from '../../check-move.ts';
import type { PlanDetail } from '../../contract.ts';

type Block = PlanDetail['blocks'][number];
type Target = { stationId: string; firstWeek: string; mentorId?: string };

/** What the rows of the chart are. */
export type ChartView = 'student' | 'station' | 'mentor';
/** The row of blocks without a mentor. */
export const nobody = 'nobody';

/** What dropping a block does: it goes elsewhere, or changes places with another student's block of the unit. */
export type DropDeed = { own: Block; flaws: MoveFlaw[] } & (
  | { kind: 'move'; target: Target }
  | { kind: 'swap'; other: Block }
);

/**
 * What dropping a block on a row and week would do, with the rules against it. In the rows of students, the own row
 * changes weeks and another's row swaps the two blocks of the unit; in those of workstations and mentors the row is what
 * changes. Undefined: there is nothing to do there.
 */
export function deedAt(
  plan: PlanDetail,
  view: ChartView,
  own: Block,
  row: string,
  firstWeek: string,
): DropDeed | undefined {
  if (row === nobody) return undefined;
  if (view === 'student' && row !== own.placementId) {
    const other = plan.blocks.find((one) => one.placementId === row && one.unitId === own.unitId);
    return other === undefined
      ? undefined
      : { kind: 'swap', own, other, flaws: flawsOfSwap(plan, own, other) };
  }
  const target = {
    stationId: view === 'station' ? row : own.stationId,
    firstWeek,
    ...(view === 'mentor' ? { mentorId: row } : {}),
  };
  return { kind: 'move', own, target, flaws: flawsOfMove(plan, own, target) };
}
