import type { BlockChoices, LearnerChoices } from '@dualtrack/rotation';
import type { BlockReason } from '../block-reason.ts';
import { dayAfter, weekAfter } from '../week.ts';
import { awayPeriods, type PlanningFacts, siteOfPlace } from './build-problem.ts';

type Site = BlockReason['sites'][number];
const order: Readonly<Record<Site['code'], number>> = { open: 0, full: 1, 'own-rules': 2 };

/** The engine's explanations in the plan's own words: reason by placement and unit, keyed `placement unit`. */
export function reasonsOf(
  explained: readonly LearnerChoices[],
  facts: ReasonFacts,
): Map<string, BlockReason> {
  return new Map(
    explained.flatMap((learner) => {
      const waits = { ...learner.waits, atWork: idleWeeks(learner, facts) };
      return learner.blocks.map((block) => [
        `${learner.learner} ${block.unit}`,
        reasonOf({ ...learner, waits }, block, facts),
      ]);
    }),
  );
}

type ReasonFacts = Pick<
  PlanningFacts,
  'firstWeek' | 'weeks' | 'calendar' | 'classSpan' | 'learners' | 'units' | 'stations' | 'wishes'
>;

/** Weeks at the enterprise without a unit before the last one begins. */
function idleWeeks({ learner, blocks }: LearnerChoices, facts: ReasonFacts): number {
  const away = new Set(awayPeriods(facts));
  const absences = facts.learners.find((one) => one.placementId === learner)?.absences ?? [];
  const last = Math.max(-1, ...blocks.map((block) => block.start));
  const isTaught = (period: number) =>
    blocks.some(({ unit, start }) => {
      const length = facts.units.find((one) => one.id === unit)?.lengthWeeks ?? 1;
      return start <= period && period < start + length;
    });
  const isAbsent = (monday: string) =>
    absences.some(({ from, to }) => from <= dayAfter(monday, 4) && to >= monday);
  return Array.from({ length: Math.max(0, last) }, (_, period) => period).filter(
    (period) => !away.has(period) && !isTaught(period) && !isAbsent(weekAfter(facts.firstWeek, period)),
  ).length;
}

/** What the student wanted of a unit: the own wish, and the site of the own post. */
function wantedIn(learner: string, block: BlockChoices, facts: ReasonFacts): BlockReason['wanted'] {
  const ownSite = facts.learners.find((one) => one.placementId === learner)?.siteName;
  const rank = facts.wishes?.get(learner)?.indexOf(block.unit) ?? -1;
  const siteId = siteOfPlace(block.site);
  return {
    isRequired: facts.units.find((one) => one.id === block.unit)?.isRequired ?? true,
    wish: rank < 0 ? null : rank + 1,
    isOwnSite: facts.stations.some((one) => one.siteId === siteId && one.siteName === ownSite),
    hasOwnSite: facts.stations.some((one) => one.unitId === block.unit && one.siteName === ownSite),
  };
}

function reasonOf(
  { learner, siteChanges, waits }: LearnerChoices,
  block: BlockChoices,
  facts: ReasonFacts,
): BlockReason {
  const { firstWeek, stations } = facts;
  const weekOf = (start: number) => weekAfter(firstWeek, start);
  const sites = new Map<string, Site>();
  for (const one of block.sites) {
    const siteId = siteOfPlace(one.site);
    if (siteId === siteOfPlace(block.site)) continue;
    const { siteName = '', siteNameEn = '' } = stations.find((station) => station.siteId === siteId) ?? {};
    const site: Site = { siteName, siteNameEn, code: one.code, loss: one.code === 'open' ? one.loss : null };
    const known = sites.get(siteId);
    // A site may be several places of the problem: the best of them speaks for it.
    if (known === undefined || isBetter(site, known)) sites.set(siteId, site);
  }
  const open = block.starts.flatMap((one) => (one.code === 'open' ? [one] : []));
  return {
    value: block.value,
    siteChanges,
    waits,
    wanted: wantedIn(learner, block, facts),
    sites: [...sites.values()],
    starts: {
      equal: open.filter((one) => one.loss <= 0).map((one) => weekOf(one.start)),
      worse: open.filter((one) => one.loss > 0).map((one) => ({ week: weekOf(one.start), loss: one.loss })),
      full: block.starts.filter((one) => one.code === 'full').map((one) => weekOf(one.start)),
      own: block.starts.filter((one) => one.code === 'own-rules').length,
    },
  };
}

function isBetter(one: Site, other: Site): boolean {
  return order[one.code] < order[other.code] || (one.code === 'open' && (one.loss ?? 0) < (other.loss ?? 0));
}
