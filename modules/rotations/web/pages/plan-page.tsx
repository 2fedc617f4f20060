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
import { AbsencePanel } from '../parts/absence-panel.tsx';
import { BalancePanel } from '../parts/balance-panel.tsx';
import { CalendarPanel } from '../parts/calendar-panel.tsx';
import { ChartsPanel } from '../parts/charts-panel.tsx';
import { DifferencesPanel } from '../parts/differences-panel.tsx';
import { FairnessPanel } from '../parts/fairness-panel.tsx';
import { FaultPanel } from '../parts/fault-panel.tsx';
import { HeadsPanel } from '../parts/heads-panel.tsx';
import { LawPanel } from '../parts/law-panel.tsx';
import { LimitsPanel } from '../parts/limits-panel.tsx';
import { MisfitPanel } from '../parts/misfit-panel.tsx';
import { MissingInductionPanel } from '../parts/missing-induction-panel.tsx';
import { PrintMenu } from '../parts/print-menu.tsx';
import { RulesPanel } from '../parts/rules-panel.tsx';
import { SearchPanel } from '../parts/search-panel.tsx';
import { UnmetPanel } from '../parts/unmet-panel.tsx';
import { toneOf } from '../plan-tone.ts';
import '../rotations.css';

const planners: readonly string[] = ['school-office', 'programme-head', 'enterprise-hr', 'project-lead'];

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

/**
 * The parts of the page: what hinders on top, then what somebody comes for in this state – before there is a plan the
 * search and what it is made from, afterwards the plan and its reasons.
 */
function PlanParts(props: { readonly plan: PlanDetail }) {
  const { plan } = props;
  const t = usePhrases('rotations');
  const changes = usePhrases('rotation-changes');
  const { role } = useSession().membership;
  const hasBlocks = plan.blocks.length > 0;
  const isAtWork = plan.state === 'draft' || plan.state === 'solving' || plan.state === 'infeasible';
  const chart = {
    ...{ id: 'ro-chart', label: t('chart.title'), isShown: hasBlocks },
    node: <ChartsPanel plan={plan} />,
  };
  const search = {
    ...{ id: 'ro-search', label: t('search.title'), isShown: plan.abilities.solve === null || isAtWork },
    node: (
      <>
        <SearchPanel plan={plan} />
        <LimitsPanel plan={plan} />
        <RulesPanel plan={plan} />
      </>
    ),
  };
  const fairness = {
    ...{ id: 'ro-fairness', label: t('fair.title'), isShown: hasBlocks },
    node: <FairnessPanel plan={plan} />,
  };
  const law = {
    ...{ id: 'ro-law', label: t('law.title'), isShown: hasBlocks },
    node: <LawPanel plan={plan} />,
  };
  const differences = {
    ...{ id: 'ro-differences', label: changes('diff.title'), isShown: hasBlocks },
    node: <DifferencesPanel key={plan.id} plan={plan} />,
  };
  const heads = {
    ...{ id: 'ro-heads', label: t('heads.title'), isShown: hasBlocks },
    node: <HeadsPanel plan={plan} />,
  };
  const absences = {
    ...{ id: 'ro-absences', label: changes('absent.title'), isShown: plan.state !== 'superseded' },
    node: <AbsencePanel plan={plan} canEdit={planners.includes(role) && plan.state !== 'superseded'} />,
  };
  const balance = {
    ...{ id: 'ro-balance', label: t('balance.title'), isShown: true },
    node: <BalancePanel plan={plan} />,
  };
  const calendar = {
    ...{ id: 'ro-calendar', label: t('calendar.title'), isShown: true },
    node: <CalendarPanel key={JSON.stringify(plan.calendar)} plan={plan} />,
  };
  const parts = (
    isAtWork
      ? [search, balance, calendar, absences, chart, fairness, differences, heads, law]
      : [chart, law, differences, fairness, heads, search, absences, balance, calendar]
  ).filter((part) => part.isShown);
  return (
    <div className="ro-parts">
      {plan.state === 'infeasible' ? <UnmetPanel plan={plan} /> : null}
      <FaultPanel plan={plan} />
      <MisfitPanel plan={plan} />
      <nav className="ro-jump" aria-label={t('page.jump')}>
        {parts.map(({ id, label }) => (
          <a key={id} href={`#${id}`}>
            {label}
          </a>
        ))}
      </nav>
      {parts.map(({ id, node }, at) => (
        <div key={id} id={id} className="ro-part">
          {node}
          {/* Who may not begin yet belongs beside the plan itself, not before it: it is a long list. */}
          {at === 0 ? <MissingInductionPanel plan={plan} /> : null}
        </div>
      ))}
    </div>
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
