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

type Node = { mask: number; counts: number[]; steps: { unit: number; key: number }[] };

/** Builds the graph, or gives null when it has more than `limit` states. Without any way to the end: `states` is 0. */
export function buildProgrammeGraph(programme: Programme, limit: number): ProgrammeGraph | null {
  const { groups, quotas } = programme;
  const bits = bitsOf(programme);
  const need = quotas.reduce((sum, n) => sum + n, 0);
  const start: Node = { mask: 0, counts: quotas.map(() => 0), steps: [] };
  const layers: Map<number, Node>[] = [new Map([[stateKey(programme, bits, start), start]])];
  let states = 1;
  for (let level = 0; level < need; level++) {
    const next = new Map<number, Node>();
    for (const node of layers[level]!.values()) {
      for (let unit = 0; unit < groups.length; unit++) {
        const group = groups[unit]!;
        if (node.counts[group]! >= quotas[group]! || node.mask & bits.own[unit]!) continue;
        if ((node.mask & bits.firsts[unit]!) !== bits.firsts[unit]!) continue;
        const counts = node.counts.with(group, node.counts[group]! + 1);
        const target: Node = { mask: node.mask | bits.own[unit]!, counts, steps: [] };
        const key = stateKey(programme, bits, target);
        node.steps.push({ unit, key });
        if (!next.has(key)) next.set(key, target);
      }
    }
    layers.push(next);
    states += next.size;
    if (states > limit) return null;
  }
  return numbered(layers);
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

/** Numbers states by what still matters: units of a full group count only as the first of a pair still open. */
function stateKey({ groups, quotas }: Programme, bits: Bits, { mask, counts }: Node): number {
  let openGroups = 0;
  let code = 0;
  for (let g = 0; g < quotas.length; g++) {
    if (counts[g]! < quotas[g]!) openGroups |= 1 << g;
    code = code * (quotas[g]! + 1) + counts[g]!;
  }
  let openUnits = 0;
  for (let unit = 0; unit < groups.length; unit++) {
    if (openGroups & (1 << groups[unit]!)) openUnits |= bits.own[unit]!;
  }
  let relevant = mask & openUnits;
  for (let unit = 0; unit < groups.length; unit++) {
    if (!(mask & bits.own[unit]! & ~openUnits)) continue;
    const awaited = bits.laters[unit]! & openUnits & ~mask || bits.looseLaterGroups[unit]! & openGroups;
    if (awaited) relevant |= bits.own[unit]!;
  }
  return code * 2 ** 30 + relevant;
}

function numbered(layers: readonly Map<number, Node>[]): ProgrammeGraph {
  const need = layers.length - 1;
  const alive: Map<number, Node>[] = layers.map(() => new Map());
  for (let level = need; level >= 0; level--) {
    for (const [key, node] of layers[level]!) {
      node.steps = node.steps.filter((step) => alive[level + 1]?.has(step.key));
      if (level === need || node.steps.length) alive[level]!.set(key, node);
    }
  }
  const ids = new Map<Node, number>();
  const levels: number[] = [];
  alive.forEach((layer, level) => {
    for (const node of layer.values()) {
      ids.set(node, ids.size);
      levels.push(level);
    }
  });
  const first = [0];
  const unit: number[] = [];
  const target: number[] = [];
  for (const [level, layer] of alive.entries()) {
    for (const node of layer.values()) {
      for (const step of node.steps) {
        unit.push(step.unit);
        target.push(ids.get(alive[level + 1]!.get(step.key)!)!);
      }
      first.push(unit.length);
    }
  }
  return {
    states: ids.size,
    final: ids.size - 1,
    level: Int32Array.from(levels),
    first: Int32Array.from(first),
    unit: Int32Array.from(unit),
    target: Int32Array.from(target),
  };
}
