import type { PlanRules, RuleFault } from './rules-contract.ts';
import { daysBetween, weekAfter } from './week.ts';

/** What the rules of a plan are held against. */
export type RuleFacts = {
  firstWeek: string;
  /** Whether the class is at the enterprise, week by week. */
  open: readonly boolean[];
  /** The first week that can still be planned: 0, or more in the change of a published plan. */
  ahead: number;
  units: readonly { id: string; lengthWeeks: number; isRequired: boolean }[];
  /** Optional units that each student takes. */
  electives: number;
  stations: readonly { unitId: string; siteId: string; weekPlaces: readonly number[] }[];
  placementIds: readonly string[];
};

export const noRules: PlanRules = { least: [], siteLimits: [], groups: [], hostScores: [] };

type Given = Partial<RuleFault> & Pick<RuleFault, 'part' | 'at' | 'code'>;
const nothing = { unitId: null, siteId: null, placementId: null, week: null, needed: null, available: null };
const fault = (given: Given): RuleFault => ({ ...nothing, ...given });

/** The rules without what is gone since: units that nobody takes, students who left, groups of which one is left. */
export function presentRules(rules: PlanRules, facts: RuleFacts): PlanRules {
  const units = new Set(facts.units.map((unit) => unit.id));
  const sites = new Set(facts.stations.map((station) => station.siteId));
  return {
    least: rules.least.filter((rule) => units.has(rule.unitId)),
    siteLimits: rules.siteLimits.filter((rule) => sites.has(rule.siteId)),
    groups: rules.groups
      .map(({ name, placementIds }) => ({
        name,
        placementIds: placementIds.filter((id) => facts.placementIds.includes(id)),
      }))
      .filter((group) => group.placementIds.length > 1),
    hostScores: rules.hostScores.filter((rule) =>
      facts.units.some((unit) => unit.id === rule.unitId && !unit.isRequired),
    ),
  };
}

/** Everything that is wrong with the rules of a plan by themselves, each at its rule; none: a search may try them. */
export function ruleFaults(rules: PlanRules, facts: RuleFacts): RuleFault[] {
  return [
    ...leastFaults(rules, facts),
    ...siteFaults(rules, facts),
    ...groupFaults(rules, facts),
    ...hostFaults(rules, facts),
  ];
}

type Least = PlanRules['least'][number];

/** The weeks of a rule in which the class is at the enterprise, those to come, as numbers within the plan. */
export function weeksOfLeast(
  rule: Pick<Least, 'fromWeek' | 'toWeek'>,
  facts: Pick<RuleFacts, 'firstWeek' | 'open' | 'ahead'>,
): number[] {
  const at = (monday: string) => Math.round(daysBetween(facts.firstWeek, monday) / 7);
  const [from, to] = [Math.max(at(rule.fromWeek), facts.ahead), at(rule.toWeek)];
  return facts.open.flatMap((isOpen, week) => (isOpen && week >= from && week <= to ? [week] : []));
}

/** Places of a unit at a site in a week of the plan. */
function placesOf(
  facts: RuleFacts,
  { unitId, siteId }: { unitId: string; siteId: string },
  week: number,
): number {
  return facts.stations
    .filter((station) => station.unitId === unitId && station.siteId === siteId)
    .reduce((sum, station) => sum + (station.weekPlaces[week] ?? 0), 0);
}

function leastFaults(rules: PlanRules, facts: RuleFacts): RuleFault[] {
  const own = rules.least.flatMap((rule, at): RuleFault[] => {
    const { unitId, siteId } = rule;
    const here = { part: 'least' as const, at, unitId, siteId };
    const last = weekAfter(facts.firstWeek, facts.open.length - 1);
    if (rule.toWeek < rule.fromWeek) return [fault({ ...here, code: 'backwards' })];
    if (rule.fromWeek < facts.firstWeek || rule.toWeek > last) return [fault({ ...here, code: 'outside' })];
    if (facts.stations.every((one) => one.unitId !== unitId || one.siteId !== siteId)) {
      return [fault({ ...here, code: 'no-place' })];
    }
    if (weeksOfLeast(rule, { ...facts, ahead: 0 }).length === 0)
      return [fault({ ...here, code: 'no-weeks' })];
    const weeks = weeksOfLeast(rule, facts);
    if (weeks.length === 0) return [];
    const heads = facts.placementIds.length;
    if (rule.heads > heads) {
      return [fault({ ...here, code: 'over-class', needed: rule.heads, available: heads })];
    }
    const short = weeks.find((week) => placesOf(facts, rule, week) < rule.heads);
    if (short !== undefined) {
      const available = placesOf(facts, rule, short);
      const week = weekAfter(facts.firstWeek, short);
      return [fault({ ...here, code: 'over-places', week, needed: rule.heads, available })];
    }
    const same = rules.least
      .slice(0, at)
      .filter((one) => one.unitId === unitId && one.siteId === siteId)
      .flatMap((one) => weeksOfLeast(one, facts));
    const twice = weeks.find((week) => same.includes(week));
    if (twice === undefined) return [];
    return [fault({ ...here, code: 'least-twice', week: weekAfter(facts.firstWeek, twice) })];
  });
  return own.length > 0 ? own : [...sumFaults(rules, facts), ...programmeFaults(rules, facts)];
}

/** In one week all the rules together ask for more students than the class has. */
function sumFaults(rules: PlanRules, facts: RuleFacts): RuleFault[] {
  const available = facts.placementIds.length;
  for (const week of facts.open.keys()) {
    const asking = rules.least.flatMap((rule, at) => (weeksOfLeast(rule, facts).includes(week) ? [at] : []));
    const needed = asking.reduce((sum, at) => sum + (rules.least[at]?.heads ?? 0), 0);
    const at = asking.at(-1);
    if (at === undefined || needed <= available) continue;
    const monday = weekAfter(facts.firstWeek, week);
    return [fault({ part: 'least', at, code: 'sum-over-class', week: monday, needed, available })];
  }
  return [];
}

/** Everybody takes a unit once, for its length: more weeks of students than that there are not. */
function programmeFaults(rules: PlanRules, facts: RuleFacts): RuleFault[] {
  return facts.units.flatMap((unit) => {
    const own = rules.least.flatMap((rule, at) => (rule.unitId === unit.id ? [{ rule, at }] : []));
    const needed = own.reduce((sum, { rule }) => sum + rule.heads * weeksOfLeast(rule, facts).length, 0);
    const available = facts.placementIds.length * unit.lengthWeeks;
    const at = own.at(-1)?.at;
    if (at === undefined || needed <= available) return [];
    return [fault({ part: 'least', at, code: 'over-programme', unitId: unit.id, needed, available })];
  });
}

function siteFaults({ siteLimits }: PlanRules, facts: RuleFacts): RuleFault[] {
  const sitesOf = (unitId: string) =>
    new Set(facts.stations.filter((one) => one.unitId === unitId).map((one) => one.siteId));
  const own = siteLimits.flatMap(({ siteId, most }, at): RuleFault[] => {
    const here = { part: 'siteLimits' as const, at, siteId };
    if (facts.stations.every((one) => one.siteId !== siteId)) return [fault({ ...here, code: 'no-site' })];
    if (siteLimits.findIndex((one) => one.siteId === siteId) !== at) {
      return [fault({ ...here, code: 'site-twice' })];
    }
    const needed = facts.units.filter((unit) => {
      const sites = sitesOf(unit.id);
      return unit.isRequired && sites.size === 1 && sites.has(siteId);
    }).length;
    return needed > most ? [fault({ ...here, code: 'site-needs-more', needed, available: most })] : [];
  });
  if (own.length > 0) return own;
  const sites = [...new Set(facts.stations.map((one) => one.siteId))];
  const mostAt = (siteId: string) =>
    siteLimits.find((one) => one.siteId === siteId)?.most ?? Number.POSITIVE_INFINITY;
  const available = sites.reduce((sum, siteId) => sum + mostAt(siteId), 0);
  const needed = facts.units.filter((unit) => unit.isRequired).length + facts.electives;
  if (siteLimits.length === 0 || needed <= available) return [];
  const at = siteLimits.length - 1;
  return [fault({ part: 'siteLimits', at, code: 'sites-too-few', needed, available })];
}

function groupFaults({ groups }: PlanRules, facts: RuleFacts): RuleFault[] {
  const known = new Set(facts.placementIds);
  return groups.flatMap(({ name, placementIds }, at): RuleFault[] => {
    const here = { part: 'groups' as const, at };
    const found: RuleFault[] = [];
    if (groups.findIndex((one) => one.name.trim() === name.trim()) !== at) {
      found.push(fault({ ...here, code: 'name-twice' }));
    }
    if (new Set(placementIds).size < 2) found.push(fault({ ...here, code: 'too-small' }));
    const stranger = placementIds.find((id) => !known.has(id));
    if (stranger !== undefined) {
      found.push(fault({ ...here, code: 'stranger', placementId: stranger }));
    }
    const others = groups.slice(0, at).flatMap((one) => one.placementIds);
    const twice = placementIds.find((id, index) => others.includes(id) || placementIds.indexOf(id) !== index);
    if (twice !== undefined) found.push(fault({ ...here, code: 'student-twice', placementId: twice }));
    return found.length > 0 ? found : tooBig(here, placementIds.length, facts);
  });
}

/** A required unit of which no site ever has places for the whole group at once. */
function tooBig(here: { part: 'groups'; at: number }, size: number, facts: RuleFacts): RuleFault[] {
  for (const unit of facts.units.filter((one) => one.isRequired)) {
    const sites = [...new Set(facts.stations.flatMap((one) => (one.unitId === unit.id ? [one.siteId] : [])))];
    const most = Math.max(
      0,
      ...sites.flatMap((siteId) =>
        facts.open.map((isOpen, week) => (isOpen ? placesOf(facts, { unitId: unit.id, siteId }, week) : 0)),
      ),
    );
    if (sites.length === 0 || most >= size) continue;
    return [fault({ ...here, code: 'too-big', unitId: unit.id, needed: size, available: most })];
  }
  return [];
}

function hostFaults({ hostScores }: PlanRules, facts: RuleFacts): RuleFault[] {
  return hostScores.flatMap(({ unitId }, at): RuleFault[] => {
    const here = { part: 'hostScores' as const, at, unitId };
    const unit = facts.units.find((one) => one.id === unitId);
    if (unit === undefined) return [fault({ ...here, code: 'no-unit' })];
    if (unit.isRequired) return [fault({ ...here, code: 'unit-required' })];
    const isTwice = hostScores.findIndex((one) => one.unitId === unitId) !== at;
    return isTwice ? [fault({ ...here, code: 'score-twice' })] : [];
  });
}
