import { firstsOf } from './firsts-of.ts';

/** What a learner's programme demands, over the learner's own units numbered from 0. */
export type Programme = {
  /** Group of each unit, numbered from 0. */
  groups: readonly number[];
  /** Units to take of each group. */
  quotas: readonly number[];
  /** Pairs of units: whoever takes the second has taken the first. */
  before: readonly (readonly [number, number])[];
  /** Units whose being taken is remembered. Where not all are, the graph also holds walks that are no programme. */
  remembered: readonly boolean[];
};

/**
 * Sets of units done as states, one unit more as steps; state 0 is the start, `final` (always the last state) the
 * fulfilled programme. States that mean the same for the rest of the way are one state. Steps in rows by state:
 * those of state `a` stand from `first[a]` to `first[a + 1]`.
 */
export type ProgrammeGraph = {
  states: number;
  final: number;
  /** Number of units done in each state. */
  level: Int32Array;
  first: Int32Array;
  unit: Int32Array;
  target: Int32Array;
};

/** States of one level: which remembered units are done, how many of each group, and the steps that lead on. */
type Layer = { mask: number[]; counts: Int8Array[]; first: number[]; unit: number[]; target: number[] };

/** Builds the graph, or gives null when it has more than `limit` states. Without any way to the end: `states` is 0. */
export function buildProgrammeGraph(programme: Programme, limit: number): ProgrammeGraph | null {
  const { groups, quotas } = programme;
  const bits = bitsOf(programme);
  const spans = spansOf(programme);
  const need = quotas.reduce((sum, n) => sum + n, 0);
  const layers: Layer[] = [];
  let layer = emptyLayer();
  layer.mask.push(0);
  layer.counts.push(Int8Array.from(quotas, () => 0));
  let states = 1;
  for (let level = 0; level < need; level++) {
    const next = emptyLayer();
    const known = new Map<number, number>();
    for (let at = 0; at < layer.mask.length; at++) {
      const mask = layer.mask[at]!;
      const counts = layer.counts[at]!;
      layer.first.push(layer.unit.length);
      for (let unit = 0; unit < groups.length; unit++) {
        const group = groups[unit]!;
        if (counts[group]! >= quotas[group]! || mask & bits.own[unit]!) continue;
        if ((mask & bits.firsts[unit]!) !== bits.firsts[unit]!) continue;
        if (!isWithin(counts, spans[unit]!)) continue;
        counts[group]! += 1;
        const kept = relevantBits(programme, bits, mask | bits.own[unit]!, counts);
        const key = keyOf(quotas, counts, kept);
        let target = known.get(key);
        if (target === undefined) {
          target = next.mask.push(kept) - 1;
          next.counts.push(counts.slice());
          known.set(key, target);
        }
        counts[group]! -= 1;
        layer.unit.push(unit);
        layer.target.push(target);
      }
    }
    layer.first.push(layer.unit.length);
    layers.push(layer);
    layer = next;
    states += next.mask.length;
    if (states > limit) return null;
  }
  layer.first.push(...layer.mask.map(() => 0), 0);
  return numbered([...layers, layer]);
}

const emptyLayer = (): Layer => ({ mask: [], counts: [], first: [], unit: [], target: [] });

function isWithin(counts: Int8Array, { least, most }: { least: number[]; most: number[] }): boolean {
  for (let g = 0; g < counts.length; g++) if (counts[g]! < least[g]! || counts[g]! > most[g]!) return false;
  return true;
}

/** For each unit: how many units of each group are done at least and at most when it begins, in a whole programme. */
function spansOf({ groups, quotas, before }: Programme): { least: number[]; most: number[] }[] {
  const units = [...groups.keys()];
  const firsts = firstsOf(units, before);
  const isLater = (unit: number, than: number) => firsts.get(unit)!.has(than);
  // Who leaves one out leaves out all that come after it; what then falls short of a quota must be taken.
  const isMust = units.map((unit) =>
    quotas.some((quota, g) => {
      const left = units.filter((other) => groups[other] === g && other !== unit && !isLater(other, unit));
      return left.length < quota;
    }),
  );
  return units.map((unit) => ({
    least: quotas.map((_, g) => units.filter((other) => groups[other] === g && isLater(unit, other)).length),
    most: quotas.map((quota, g) => {
      const own = (other: number) => other === unit || (isMust[other]! && isLater(other, unit));
      return quota - units.filter((other) => groups[other] === g && own(other)).length;
    }),
  }));
}

/** For each unit: its bit (0 if not remembered), the bits of those before it, and the groups and bits of those after. */
type Bits = { own: number[]; firsts: number[]; laters: number[]; looseLaterGroups: number[] };

function bitsOf({ groups, before, remembered }: Programme): Bits {
  let used = 0;
  const own = remembered.map((kept) => (kept ? 1 << used++ : 0));
  const firsts = groups.map(() => 0);
  const laters = groups.map(() => 0);
  const looseLaterGroups = groups.map(() => 0);
  for (const [first, later] of before) {
    firsts[later]! |= own[first]!;
    laters[first]! |= own[later]!;
    if (!own[later]) looseLaterGroups[first]! |= 1 << groups[later]!;
  }
  return { own, firsts, laters, looseLaterGroups };
}

/** What still matters of the units done: of a full group only the first ones of pairs that are still open. */
function relevantBits({ groups, quotas }: Programme, bits: Bits, mask: number, counts: Int8Array): number {
  let openGroups = 0;
  for (let g = 0; g < quotas.length; g++) if (counts[g]! < quotas[g]!) openGroups |= 1 << g;
  let openUnits = 0;
  for (let unit = 0; unit < groups.length; unit++) {
    if (openGroups & (1 << groups[unit]!)) openUnits |= bits.own[unit]!;
  }
  let relevant = mask & openUnits;
  if (relevant === mask) return mask;
  for (let unit = 0; unit < groups.length; unit++) {
    if (!(mask & bits.own[unit]! & ~openUnits)) continue;
    const awaited = bits.laters[unit]! & openUnits & ~mask || bits.looseLaterGroups[unit]! & openGroups;
    if (awaited) relevant |= bits.own[unit]!;
  }
  return relevant;
}

function keyOf(quotas: readonly number[], counts: Int8Array, kept: number): number {
  let code = 0;
  for (let g = 0; g < quotas.length; g++) code = code * (quotas[g]! + 1) + counts[g]!;
  return code * 2 ** 30 + kept;
}

/** Numbers the states that lead to the end, level by level. */
function numbered(layers: readonly Layer[]): ProgrammeGraph {
  const need = layers.length - 1;
  const isAlive = layers.map(({ mask }) => new Uint8Array(mask.length));
  isAlive[need]!.fill(1);
  for (let level = need - 1; level >= 0; level--) {
    const { first, target, mask } = layers[level]!;
    for (let at = 0; at < mask.length; at++)
      for (let k = first[at]!; k < first[at + 1]!; k++)
        if (isAlive[level + 1]![target[k]!]) isAlive[level]![at] = 1;
  }
  let states = 0;
  const levels: number[] = [];
  const numbers = isAlive.map((alive, level) =>
    Int32Array.from(alive, (isOne) => {
      if (!isOne) return -1;
      levels.push(level);
      return states++;
    }),
  );
  const first = [0];
  const unit: number[] = [];
  const target: number[] = [];
  for (const [level, layer] of layers.entries()) {
    for (let at = 0; at < layer.mask.length; at++) {
      if (!isAlive[level]![at]) continue;
      for (let k = layer.first[at]!; level < need && k < layer.first[at + 1]!; k++) {
        const to = numbers[level + 1]![layer.target[k]!]!;
        if (to < 0) continue;
        unit.push(layer.unit[k]!);
        target.push(to);
      }
      first.push(unit.length);
    }
  }
  return {
    states,
    final: states - 1,
    level: Int32Array.from(levels),
    first: Int32Array.from(first),
    unit: Int32Array.from(unit),
    target: Int32Array.from(target),
  };
}
