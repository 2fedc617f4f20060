import { parseRotationProblem, type RotationProblemInput } from '@dualtrack/rotation';
import type { PlanDetail } from '../contract.ts';
import { ruleFaults } from '../plan-rules.ts';
import { weekAfter } from '../week.ts';
import type { PlanningFacts } from './build-problem.ts';
import { type GroupedProblem, membersOf } from './group-learners.ts';
import { groupedProblem } from './grouped-problem.ts';
import { readUnitInSearch, unitInSearch, weeksToMakeUp } from './rest-blocks.ts';
import { ruleFactsOf } from './rule-facts.ts';

type Fault = PlanDetail['faults'][number];
type Pin = NonNullable<RotationProblemInput['pins']>[number];
type Found = { pointer: string; code: string; params: Readonly<Record<string, unknown>> };

const codes: Readonly<Record<string, Fault['code']>> = {
  'unit-longer-than-horizon': 'unit-too-long',
  'learner-needs-more-periods': 'too-few-weeks',
  'take-over-eligible': 'too-few-units',
  'min-over-max': 'least-over-places',
  'pin-outside-horizon': 'kept-outside',
  'pin-no-place': 'kept-no-place',
  'pin-not-eligible': 'kept-barred',
  'pin-away': 'kept-away',
  'pin-unit-twice': 'kept-twice',
  'pins-overlap': 'kept-overlap',
  'pins-over-take': 'kept-too-many',
  'pins-before-order': 'kept-order',
  'pins-over-max': 'kept-full',
  'pins-over-pool': 'kept-mentors',
  'pins-over-site-limit': 'kept-site',
  'before-cycle': 'order-circle',
};

/**
 * What makes a search pointless before it starts, in the plan's own words: students, units, weeks and kept blocks instead
 * of pointers into a problem. The same fault of several students is one.
 */
export function faultsOf(facts: PlanningFacts): Fault[] {
  const grouped = groupedProblem(facts);
  const parsed = parseRotationProblem(grouped.problem);
  const ofRules = facts.rules === undefined ? [] : ruleFaults(facts.rules, ruleFactsOf(facts));
  const said: Fault[] = [
    ...ofRules.map((rule) => ({ ...empty, code: 'rule' as const, rule })),
    ...grouped.clashes.map((clash) => clashFault(clash, facts)),
  ];
  if (parsed.ok) return said;
  const faults = new Map<string, Fault>();
  for (const issue of parsed.issues) {
    const fault = faultOf(issue, grouped, facts);
    // Least heads over the places have been said by their rule.
    if (fault.code === 'least-over-places' && ofRules.length > 0) continue;
    const { placementIds, blockIds, weeks, ...same } = fault;
    const isSharable = fault.code === 'too-few-weeks' || fault.code === 'too-few-units';
    const isFull = fault.code === 'kept-full' || fault.code === 'kept-mentors';
    const key = JSON.stringify(isSharable ? same : isFull ? [same.code, same.unitIds, same.siteId] : fault);
    const known = faults.get(key);
    if (known === undefined) faults.set(key, fault);
    else {
      known.placementIds = union(known.placementIds, placementIds);
      known.blockIds = union(known.blockIds, blockIds);
      known.weeks = union(known.weeks, weeks).sort();
    }
  }
  return [...said, ...faults.values()];
}

const empty: Omit<Fault, 'code'> = {
  ...{ placementIds: [], unitIds: [], siteId: null, weeks: [], blockIds: [] },
  ...{ needed: null, available: null, rule: null },
};

/** Members of a group who are kept at different places or in different weeks. */
function clashFault({ unit, learners }: GroupedProblem['clashes'][number], facts: PlanningFacts): Fault {
  const { unitId } = readUnitInSearch(unit);
  const kept = facts.pins.filter((pin) => pin.unitId === unitId && learners.includes(pin.placementId));
  return {
    ...{ ...empty, code: 'group-kept-apart' as const, placementIds: learners, unitIds: [unitId] },
    blockIds: kept.flatMap((pin) => (pin.id === undefined ? [] : [pin.id])),
  };
}

function union(one: readonly string[], other: readonly string[]): string[] {
  return [...new Set([...one, ...other])];
}

function faultOf(
  { pointer, code, params }: Found,
  { problem, groups }: GroupedProblem,
  facts: PlanningFacts,
): Fault {
  const [, section = '', at = ''] = pointer.split('/');
  const number = (name: string) => (typeof params[name] === 'number' ? params[name] : null);
  const fault: Fault = {
    ...{ ...empty, code: codes[code] ?? 'other' },
    needed: number('needed') ?? number('length') ?? number('take') ?? number('min'),
    available: number('available') ?? number('periods') ?? number('eligible') ?? number('max'),
  };
  if (section === 'units') fault.unitIds = [problem.units[Number(at)]?.id ?? ''];
  if (section === 'learners') fault.placementIds = [problem.learners[Number(at)]?.id ?? ''];
  if (section === 'places') fault.unitIds = [problem.places[Number(at)]?.unit ?? ''];
  if (code === 'before-cycle' && Array.isArray(params.units)) fault.unitIds = params.units.map(String);
  if (section === 'pins') describePins(fault, { code, params }, Number(at), { problem, groups }, facts);
  fault.placementIds = fault.placementIds.flatMap((id) => membersOf(id, groups));
  const missed = fault.code === 'too-few-weeks' ? weeksToMakeUp(fault.placementIds[0], facts) : [];
  if (missed.length > 0) {
    fault.code = 'rest-no-room';
    fault.unitIds = missed.map((one) => one.unitId);
    fault.weeks = union(
      [],
      missed.map((one) => one.weekStart),
    );
  }
  fault.unitIds = union(
    [],
    fault.unitIds.map((unit) => readUnitInSearch(unit).unitId),
  );
  return fault;
}

/** Names the kept blocks that cannot stand together, and the weeks in which they meet. */
function describePins(
  fault: Fault,
  { code, params }: Pick<Found, 'code' | 'params'>,
  at: number,
  { problem, groups }: Pick<GroupedProblem, 'problem' | 'groups'>,
  facts: PlanningFacts,
): void {
  const pin = problem.pins?.[at];
  if (pin === undefined) return;
  const numbers = (value: unknown) => (Array.isArray(value) ? value.map(Number) : []);
  const periods = code === 'pin-away' ? numbers(params.away) : numbers(params.periods);
  const first = Number(/^\/pins\/(\d+)/.exec(String(params.first ?? ''))?.[1] ?? Number.NaN);
  const other = problem.pins?.[first];
  const meets = (one: Pin) => {
    const end = one.start + (problem.units.find(({ id }) => id === one.unit)?.length ?? 1);
    return periods.some((period) => one.start <= period && period < end);
  };
  const together =
    code === 'pins-over-max'
      ? (problem.pins ?? []).filter((one) => one.site === pin.site && one.unit === pin.unit && meets(one))
      : other === undefined
        ? [pin]
        : [other, pin];
  const place = problem.places.find((one) => one.site === pin.site && one.unit === pin.unit);
  fault.placementIds = union(
    [],
    together.map((one) => one.learner),
  );
  fault.unitIds = union(
    [],
    together.map((one) => one.unit),
  );
  fault.siteId = pin.site.split('/')[0] ?? null;
  fault.weeks = periods.map((period) => weekAfter(facts.firstWeek, period));
  fault.blockIds = together.flatMap((one) => blocksOf(one, membersOf(one.learner, groups), facts));
  if (code !== 'pins-over-max') return;
  fault.needed = Math.max(
    ...periods.map((period) => {
      const there = together.filter((one) => one.start <= period && meets(one));
      return there.reduce((sum, one) => sum + membersOf(one.learner, groups).length, 0);
    }),
  );
  fault.available = Math.min(...periods.map((period) => place?.max[period] ?? 0));
}

function blocksOf(pin: Pin, members: readonly string[], facts: PlanningFacts): string[] {
  const firstWeek = weekAfter(facts.firstWeek, pin.start);
  return facts.pins
    .filter((one) => members.includes(one.placementId))
    .filter(
      (one) => unitInSearch({ ...one, weeks: one.weeks ?? 1, isRest: one.isRest === true }) === pin.unit,
    )
    .filter((one) => one.firstWeek === firstWeek)
    .flatMap((one) => (one.id === undefined ? [] : [one.id]));
}
