import { usePhrases, useWrite } from '@dualtrack/ui';
import { Button } from 'antd';
import type { PlanDetail } from '../../contract.ts';
import { dayAfter } from '../../week.ts';
import { rotations } from '../client.ts';

/** Lets missed weeks of a student go that do not fit into the plan any more. */
export function LetGo(props: { readonly plan: PlanDetail; readonly fault: PlanDetail['faults'][number] }) {
  const { plan, fault } = props;
  const t = usePhrases('rotation-changes');
  const set = useWrite(rotations.setAbsences, { invalidates: ['rotations'], done: t('absent.saved') });
  const [placementId = ''] = fault.placementIds;
  const learner = plan.learners.find((one) => one.placementId === placementId);
  const isMissed = ({ from, to }: { from: string; to: string }) =>
    plan.missed.some(
      (one) => one.placementId === placementId && from < dayAfter(one.week, 5) && to >= one.week,
    );
  if (learner === undefined || !learner.absences.some((one) => one.isMadeUp && isMissed(one))) return null;
  const absences = learner.absences.map((one) => (isMissed(one) ? { ...one, isMadeUp: false } : one));
  return (
    <Button
      size="small"
      loading={set.isPending}
      onClick={() => set.mutate({ planId: plan.id, placementId, absences })}
    >
      {t('rest.letGo', { student: learner.studentName })}
    </Button>
  );
}
