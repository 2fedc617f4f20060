import type { Block } from '../format/plan-format.ts';
import type { Learner, Site, Unit } from '../format/problem-format.ts';
import type { Random } from '../random.ts';
import type { GeneratorOptions } from './generate-problem.ts';

/** A learner with blocks that keep all of the learner's own rules. */
export type PlantedLearner = { learner: Learner; blocks: Block[] };

type Frame = {
  periods: number;
  units: readonly Unit[];
  sites: readonly Site[];
  before: readonly (readonly [string, string])[];
  pairs: readonly { site: string; unit: string }[];
};

/** Makes a learner: first a calendar and a walk through some units, then the programme that this walk fulfils. */
export function plantLearner(
  frame: Frame,
  id: string,
  options: GeneratorOptions,
  random: Random,
): PlantedLearner {
  const away = schoolPeriods(frame.periods, random);
  const cannot = frame.pairs
    .filter(() => random.real() < 0.05)
    .map((p): [string, string] => [p.site, p.unit]);
  const blocks = walkThrough(frame, new Set(away), cannot, random);
  const done = new Set(blocks.map(({ unit }) => unit));
  const eligible = frame.units.filter((unit) => done.has(unit.id) || random.real() < 0.6);
  const take = new Map(frame.units.map(({ group }) => [group, 0]));
  for (const unit of frame.units) if (done.has(unit.id)) take.set(unit.group, take.get(unit.group)! + 1);
  const wish = (): number => (options.wishes === false ? 0 : random.below(6));
  const learner: Learner = {
    id,
    size: 1 + random.below(options.largest ?? 1),
    take: Object.fromEntries(take),
    units: Object.fromEntries(eligible.map((unit) => [unit.id, wish()])),
    sites: Object.fromEntries(frame.sites.map((site) => [site.id, wish()])),
    cannot,
    away,
    weights: { unit: 1, site: 2, siteChange: -2, wait: -1 },
  };
  return { learner, blocks };
}

/** One or two runs of periods at school. */
function schoolPeriods(periods: number, random: Random): number[] {
  const away = new Set<number>();
  for (let run = 0; run < 2; run++) {
    const start = random.below(periods);
    const length = random.below(1 + Math.floor(periods / 8));
    for (let t = start; t < Math.min(periods, start + length); t++) away.add(t);
  }
  return [...away].sort((a, b) => a - b);
}

function walkThrough(
  frame: Frame,
  away: ReadonlySet<number>,
  cannot: readonly (readonly [string, string])[],
  random: Random,
): Block[] {
  const blocks: Block[] = [];
  const atSite = new Map<string, number>();
  const wanted = Math.ceil(frame.units.length * (0.5 + 0.5 * random.real()));
  for (let t = random.below(2); t < frame.periods && blocks.length < wanted; ) {
    const done = new Set(blocks.map(({ unit }) => unit));
    const isOpen = ({ id, length }: Unit): boolean =>
      !done.has(id) &&
      t + length <= frame.periods &&
      !Array.from({ length }, (_, i) => t + i).some((period) => away.has(period)) &&
      frame.before.every(([first, later]) => later !== id || done.has(first));
    const unit = random.shuffled(frame.units).find(isOpen);
    const site = random
      .shuffled(frame.sites)
      .find(
        ({ id, maxUnitsPerLearner }) =>
          (atSite.get(id) ?? 0) < (maxUnitsPerLearner ?? Infinity) &&
          frame.pairs.some((pair) => pair.site === id && pair.unit === unit?.id) &&
          !cannot.some(([s, u]) => s === id && u === unit?.id),
      );
    if (!unit || !site) {
      t++;
      continue;
    }
    blocks.push({ unit: unit.id, site: site.id, start: t });
    atSite.set(site.id, (atSite.get(site.id) ?? 0) + 1);
    t += unit.length + (random.real() < 0.15 ? 1 : 0);
  }
  return blocks;
}
