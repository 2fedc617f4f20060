import { usePhrases, useSession } from '@dualtrack/ui';
import type { ReactNode } from 'react';
import type { PlanDetail } from '../../contract.ts';
import { AbsencePanel } from './absence-panel.tsx';
import { BalancePanel } from './balance-panel.tsx';
import { CalendarPanel } from './calendar-panel.tsx';
import { ChartsPanel } from './charts-panel.tsx';
import { DifferencesPanel } from './differences-panel.tsx';
import { FairnessPanel } from './fairness-panel.tsx';
import { FaultPanel } from './fault-panel.tsx';
import { HeadsPanel } from './heads-panel.tsx';
import { JumpLinks, type PagePart } from './jump-links.tsx';
import { LawPanel } from './law-panel.tsx';
import { LimitsPanel } from './limits-panel.tsx';
import { MisfitPanel } from './misfit-panel.tsx';
import { MissingInductionPanel } from './missing-induction-panel.tsx';
import { RulesPanel } from './rules-panel.tsx';
import { SearchPanel } from './search-panel.tsx';
import { UnmetPanel } from './unmet-panel.tsx';

/** Who may plan. */
export const planners: readonly string[] = [
  'school-office',
  'programme-head',
  'enterprise-hr',
  'project-lead',
];

type PartName =
  | 'chart'
  | 'law'
  | 'differences'
  | 'fairness'
  | 'heads'
  | 'search'
  | 'absences'
  | 'balance'
  | 'calendar';

/** Before there is a plan, the search and what it is made from come first; afterwards the plan and its reasons. */
const orders: Readonly<Record<'before' | 'after', readonly PartName[]>> = {
  before: ['search', 'balance', 'calendar', 'absences', 'chart', 'fairness', 'differences', 'heads', 'law'],
  after: ['chart', 'law', 'differences', 'fairness', 'heads', 'search', 'absences', 'balance', 'calendar'],
};
/** Parts that speak of the blocks of a plan. */
const ofBlocks: readonly PartName[] = ['chart', 'law', 'differences', 'fairness', 'heads'];

/** The parts of a plan's page: what hinders on top, then what somebody comes for in this state. */
export function PlanParts(props: { readonly plan: PlanDetail }) {
  const { plan } = props;
  const isBefore = plan.state === 'draft' || plan.state === 'solving' || plan.state === 'infeasible';
  const nodes = useNodes(plan);
  const parts = orders[isBefore ? 'before' : 'after']
    .filter((name) => plan.blocks.length > 0 || !ofBlocks.includes(name))
    .map((name) => nodes[name]);
  return (
    <div className="ro-parts">
      {plan.state === 'infeasible' ? <UnmetPanel plan={plan} /> : null}
      <FaultPanel plan={plan} />
      <MisfitPanel plan={plan} />
      <JumpLinks parts={parts} />
      {parts.map(({ id, node }) => (
        <div key={id} id={id} className="ro-part">
          {node}
        </div>
      ))}
    </div>
  );
}

function useNodes(plan: PlanDetail): Record<PartName, PagePart & { readonly node: ReactNode }> {
  const t = usePhrases('rotations');
  const changes = usePhrases('rotation-changes');
  const canPlan = planners.includes(useSession().membership.role);
  const part = (name: PartName, label: string, node: ReactNode) => ({ id: `ro-${name}`, label, node });
  return {
    chart: part(
      'chart',
      t('chart.title'),
      <>
        <ChartsPanel plan={plan} />
        {/* Who may not begin yet belongs beside the plan itself, not before it: it can be a long list. */}
        <MissingInductionPanel plan={plan} />
      </>,
    ),
    law: part('law', t('law.title'), <LawPanel plan={plan} />),
    differences: part('differences', changes('diff.title'), <DifferencesPanel key={plan.id} plan={plan} />),
    fairness: part('fairness', t('fair.title'), <FairnessPanel plan={plan} />),
    heads: part('heads', t('heads.title'), <HeadsPanel plan={plan} />),
    search: part(
      'search',
      t(plan.abilities.solve === null ? 'search.title' : 'search.rules'),
      <>
        <SearchPanel plan={plan} />
        <RulesPanel plan={plan} />
        <LimitsPanel plan={plan} />
      </>,
    ),
    absences: part(
      'absences',
      changes('absent.title'),
      <AbsencePanel plan={plan} canEdit={canPlan && plan.state !== 'superseded'} />,
    ),
    balance: part('balance', t('balance.title'), <BalancePanel plan={plan} />),
    calendar: part(
      'calendar',
      t('calendar.title'),
      <CalendarPanel key={JSON.stringify(plan.calendar)} plan={plan} />,
    ),
  };
}
