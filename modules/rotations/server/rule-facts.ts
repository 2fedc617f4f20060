import { noRules, type RuleFacts } from '../plan-rules.ts';
import { type PlanRules, planRules } from '../rules-contract.ts';
import { daysBetween, weekAfter } from '../week.ts';
import { awayPeriods, type PlanningFacts, placesAt, unitsTaken } from './build-problem.ts';

type Settings = Readonly<Record<string, unknown>>;

/** The rules that were set for a plan; none where nobody set any. */
export function rulesIn(settings: Settings): PlanRules {
  const found = planRules.safeParse(settings.rules);
  return found.success ? found.data : noRules;
}

/** How often the rules of a plan have been set: who sets them says which ones were seen. */
export function revisionIn(settings: Settings): number {
  return typeof settings.rulesRevision === 'number' ? settings.rulesRevision : 0;
}

/** What the rules of a plan are held against, from what it is planned from. */
export function ruleFactsOf(facts: PlanningFacts): RuleFacts {
  const away = new Set(awayPeriods(facts));
  const mondays = Array.from({ length: facts.weeks }, (_, week) => weekAfter(facts.firstWeek, week));
  const held = facts.heldUntil ?? '';
  return {
    firstWeek: facts.firstWeek,
    open: mondays.map((_, week) => !away.has(week)),
    ahead: held < facts.firstWeek ? 0 : daysBetween(facts.firstWeek, held) / 7 + 1,
    units: unitsTaken(facts, facts.units),
    electives: facts.electives,
    stations: facts.stations.map((station) => ({
      unitId: station.unitId,
      siteId: station.siteId,
      weekPlaces: mondays.map((monday) => placesAt(station, monday)),
    })),
    placementIds: facts.learners.map((learner) => learner.placementId),
  };
}
