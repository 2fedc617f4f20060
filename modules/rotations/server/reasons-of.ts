import type { BlockChoices, LearnerChoices } from '@dualtrack/rotation';
import type { BlockReason } from '../block-reason.ts';
import { weekAfter } from '../week.ts';
import { type PlanningFacts, siteOfPlace } from './build-problem.ts';

type Site = BlockReason['sites'][number];
const order: Readonly<Record<Site['code'], number>> = { open: 0, full: 1, 'own-rules': 2 };

/** The engine's explanations in the plan's own words: reason by placement and unit, keyed `placement unit`. */
export function reasonsOf(
  explained: readonly LearnerChoices[],
  facts: Pick<PlanningFacts, 'firstWeek' | 'stations'>,
): Map<string, BlockReason> {
  return new Map(
    explained.flatMap((learner) =>
      learner.blocks.map((block) => [`${learner.learner} ${block.unit}`, reasonOf(learner, block, facts)]),
    ),
  );
}

function reasonOf(
  { siteChanges, waits }: LearnerChoices,
  block: BlockChoices,
  { firstWeek, stations }: Pick<PlanningFacts, 'firstWeek' | 'stations'>,
): BlockReason {
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
