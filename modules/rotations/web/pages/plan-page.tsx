import {
  ConfirmButton,
  DayRange,
  ErrorState,
  Loading,
  ObjectPage,
  PageLink,
  StateTag,
  StateTrack,
  today,
  useGo,
  useNameOf,
  useOperation,
  usePathParam,
  usePhrases,
  useSession,
  useWrite,
} from '@dualtrack/ui';
import type { PlanDetail } from '../../contract.ts';
import { dayAfter } from '../../week.ts';
import { rotations } from '../client.ts';
import { PlanParts, planners } from '../parts/plan-parts.tsx';
import { PrintMenu } from '../parts/print-menu.tsx';
import { toneOf } from '../plan-tone.ts';
import '../rotations.css';

/** One plan from its weeks to its publication. */
export function PlanPage() {
  const planId = usePathParam('planId');
  const found = useOperation('rotations.get', rotations.get, { planId });
  if (found.isPending) return <Loading />;
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  return <PlanView plan={found.data} />;
}

function PlanView(props: { readonly plan: PlanDetail }) {
  const { plan } = props;
  const t = usePhrases('rotations');
  const nameOf = useNameOf();
  const quality = useQuality(plan);
  const { role } = useSession().membership;
  const isRunning = plan.state === 'published' && dayAfter(plan.firstWeek, plan.weeks * 7) > today();
  return (
    <ObjectPage
      title={plan.name}
      crumbs={[{ label: t('list.title'), to: '/rotations' }]}
      state={<StateTag tone={toneOf(plan.state)}>{t(`state.${plan.state}`)}</StateTag>}
      sides={{
        school: nameOf({ name: plan.school, nameEn: plan.schoolEn }),
        enterprise: nameOf({ name: plan.enterprise, nameEn: plan.enterpriseEn }),
      }}
      actions={
        <div className="ro-row">
          {plan.state === 'published' ? (
            <PageLink to={`/rotation-calendar?by=class&id=${plan.classId}`}>{t('cal.show')}</PageLink>
          ) : null}
          {isRunning && planners.includes(role) ? <RevisePlan planId={plan.id} /> : null}
          {plan.blocks.length > 0 ? <PrintMenu plan={plan} /> : null}
          {plan.abilities.remove === null ? <RemovePlan planId={plan.id} /> : null}
        </div>
      }
      track={
        <StateTrack
          stops={stopsOf(plan.state).map((key) => ({ key, label: t(`state.${key}`) }))}
          current={plan.state}
        />
      }
      nextStep={{ sentence: t(plan.faults.length > 0 ? 'next.faults' : `next.${plan.state}`) }}
      facts={[
        { label: t('plan.class'), value: plan.className },
        {
          label: t('plan.base'),
          value: (
            <PageLink to={`/bases/${plan.baseId}`}>
              {nameOf({ name: plan.baseName, nameEn: plan.baseNameEn })}
            </PageLink>
          ),
        },
        { label: t('plan.learners'), value: t('plan.people', { count: plan.learners.length }) },
        {
          label: t('plan.span'),
          value: <DayRange from={plan.firstWeek} to={dayAfter(plan.firstWeek, plan.weeks * 7 - 1)} />,
        },
        ...(plan.score === null ? [] : [{ label: t('plan.quality'), value: quality }]),
      ]}
    >
      <PlanParts plan={plan} />
    </ObjectPage>
  );
}

/** The way of a plan; a dead end stands where the search would have led. */
function stopsOf(state: PlanDetail['state']): PlanDetail['state'][] {
  const found = state === 'infeasible' ? 'infeasible' : 'solved';
  return ['draft', 'solving', found, 'published', ...(state === 'superseded' ? [state] : [])];
}

/** How good the plan is, by what the search proved. */
function useQuality({ status, gap }: PlanDetail): string {
  const t = usePhrases('rotations');
  if (status === 'optimal' || gap === 0) return t('quality.best');
  if (gap === null) return t('quality.unknown');
  return t('quality.gap', { percent: Math.ceil(gap * 1_000) / 10 });
}

function RevisePlan(props: { readonly planId: string }) {
  const t = usePhrases('rotation-changes');
  const go = useGo();
  const revise = useWrite(rotations.change.revise, {
    invalidates: ['rotations'],
    onDone: ({ id }) => go(`/rotations/${id}`),
  });
  return (
    <ConfirmButton
      title={t('revise.do')}
      consequence={t('revise.note')}
      onConfirm={() => revise.mutateAsync({ planId: props.planId })}
    >
      {t('revise.do')}
    </ConfirmButton>
  );
}

function RemovePlan(props: { readonly planId: string }) {
  const t = usePhrases('rotations');
  const go = useGo();
  const remove = useWrite(rotations.remove, {
    invalidates: ['rotations'],
    done: t('remove.done'),
    onDone: () => go('/rotations'),
  });
  return (
    <ConfirmButton
      title={t('remove.question')}
      consequence={t('remove.note')}
      onConfirm={() => remove.mutateAsync({ planId: props.planId })}
    >
      {t('remove.do')}
    </ConfirmButton>
  );
}
