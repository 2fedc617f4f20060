import { loadTriedVerdicts } from '@dualtrack/compliance/web';
import { type ComponentProps, lazy, Suspense } from 'react';
import type { PlanDetail } from '../../contract.ts';
import { rosterAfter } from '../../roster-after.ts';

const TriedVerdicts = lazy(async () => ({ default: await loadTriedVerdicts() }));
type Facts = ComponentProps<typeof TriedVerdicts>['facts'];
type Props = {
  readonly plan: PlanDetail;
  readonly block: PlanDetail['blocks'][number];
  readonly stationId: string;
  readonly firstWeek: string;
};

/** Beside a move while it is chosen: what the law would say of the student's hours after it. */
export function MoveLaw(props: Props) {
  const { plan, block, stationId, firstWeek } = props;
  const roster = rosterAfter(plan, block, { stationId, firstWeek });
  // Hours of a workstation where nobody is planned are not known here; the check before publishing knows them.
  const facts: Facts = roster === null ? [] : [{ name: 'placement.roster', value: roster }];
  return (
    <Suspense fallback={null}>
      <TriedVerdicts classId={plan.classId} placementIds={[block.placementId]} facts={facts} />
    </Suspense>
  );
}
