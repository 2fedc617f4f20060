import type { LearnerModel, Model } from '../../model/model.ts';
import { type Column, columnOf } from '../column.ts';
import { excess } from '../occupancy.ts';

/**
 * Everybody's blocks in flat arrays that small changes are cheap in. The blocks of learner `i` stand in order of time
 * from `i * width`; what a learner's own rules forbid never stands here, what the places forbid is counted.
 */
export type Timetable = {
  model: Model;
  /** Blocks that one learner has at most. */
  width: number;
  unit: Int32Array;
  site: Int32Array;
  start: Int32Array;
  /** For each learner: own unit → which block it is, −1 if not taken. */
  position: readonly Int32Array[];
  /** For each learner: units by outer site. */
  atSite: readonly Int32Array[];
  /** For each learner and unit: the units that must come before it, and those that it must come before. */
  firsts: readonly (readonly (readonly number[])[])[];
  laters: readonly (readonly (readonly number[])[])[];
  /** Heads by cell. */
  used: Int32Array;
  /** Cells of places and pools that want heads. */
  wanting: readonly number[];
  /** The places of each row: itself, or those of the pool. */
  placesOf: readonly (readonly number[])[];
  scores: Float64Array;
  total: number;
  lowest: number;
  /** Heads over or under the rules of places, over all cells; and the same with each cell's weight. */
  broken: number;
  cost: number;
  weights: Float64Array;
};

/** What moving heads breaks more, as `broken` and `cost` of a timetable. */
export type Breach = { broken: number; cost: number };

/** Blocks `from` to `to` of one learner as they would be; position 0 of the arrays is block `from`. */
export type Draft = {
  learner: number;
  from: number;
  to: number;
  unit: Int32Array;
  site: Int32Array;
  start: Int32Array;
};

/** Lays out one whole programme for each learner; `weight` is the cost of a head over or under a rule. */
export function openTimetable(model: Model, columns: readonly Column[], weight: number): Timetable {
  const n = model.learners.length;
  const width = model.learners.reduce((most, { need }) => Math.max(most, need), 1);
  const empty = (): Int32Array => new Int32Array(n * width);
  const pairs = ({ before, units }: LearnerModel, own: 0 | 1): number[][] =>
    [...units.keys()].map((unit) =>
      before.flatMap((pair) => (pair[own] === unit ? [pair[own === 0 ? 1 : 0]] : [])),
    );
  const table: Timetable = {
    ...{ model, width, unit: empty(), site: empty(), start: empty() },
    position: model.learners.map(({ units }) => new Int32Array(units.length).fill(-1)),
    atSite: model.learners.map(() => new Int32Array(model.sites)),
    firsts: model.learners.map((learner) => pairs(learner, 1)),
    laters: model.learners.map((learner) => pairs(learner, 0)),
    used: new Int32Array(model.max.length),
    wanting: [...model.min.entries()].flatMap(([cell, n]) => (n > 0 ? [cell] : [])),
    placesOf: placesOfRows(model),
    scores: new Float64Array(n),
    weights: new Float64Array(model.max.length).fill(weight),
    ...{ total: 0, lowest: 0, broken: 0, cost: 0 },
  };
  for (const { learner, path, score, cells } of columns) {
    path.options.forEach((option, i) => {
      const unit = Math.floor(option / model.sites);
      table.unit[learner * width + i] = unit;
      table.site[learner * width + i] = option % model.sites;
      table.start[learner * width + i] = path.starts[i]!;
      table.position[learner]![unit] = i;
      table.atSite[learner]![model.learners[learner]!.outer[option % model.sites]!]! += 1;
    });
    table.scores[learner] = score;
    table.total += score;
    for (const cell of cells) table.used[cell]! += model.learners[learner]!.size;
  }
  table.lowest = table.scores.reduce((least, score) => Math.min(least, score), Infinity);
  weighBreaches(table, 0);
  return table;
}

function placesOfRows(model: Model): number[][] {
  const rows = Array.from({ length: model.max.length / model.periods }, (_, row) =>
    row < model.places ? [row] : [],
  );
  model.poolsOf.forEach((pools, place) => {
    for (const row of pools) rows[row]!.push(place);
  });
  return rows;
}

/** Adds to the weight of every broken cell, and counts anew. */
export function weighBreaches(table: Timetable, more: number): void {
  table.broken = 0;
  table.cost = 0;
  table.used.forEach((heads, cell) => {
    const broken = excess(table.model, cell, heads);
    if (!broken) return;
    table.weights[cell]! += more;
    table.broken += broken;
    table.cost += broken * table.weights[cell]!;
  });
}

/** The blocks at some moment, as they stood in `unit`, `site` and `start`, as columns. */
export function columnsOf(
  { model, width }: Timetable,
  { unit, site, start }: Pick<Timetable, 'unit' | 'site' | 'start'>,
): Column[] {
  return model.learners.map((learner, i) => {
    const at = Array.from({ length: learner.need }, (_, k) => i * width + k);
    const options = at.map((k) => unit[k]! * model.sites + site[k]!);
    return columnOf(model, learner, { options, starts: at.map((k) => start[k]!) });
  });
}

/** What a draft would add to the learner's score; −Infinity if it breaks one of the learner's own rules. */
export function gainOf(table: Timetable, draft: Draft): number {
  const { model, width } = table;
  const learner = model.learners[draft.learner]!;
  const base = draft.learner * width;
  const { from, to } = draft;
  const options = learner.value.length;
  const { outer } = learner;
  let end = from > 0 ? endOf(table, learner, base + from - 1) : 0;
  let site = from > 0 ? table.site[base + from - 1]! : -1;
  let oldSite = site;
  let gain = 0;
  let lengths = 0;
  for (let k = 0; k <= to - from; k++) {
    const at = base + from + k;
    const option = draft.unit[k]! * model.sites + draft.site[k]!;
    const start = draft.start[k]!;
    if (start < end || start >= model.periods || !learner.open[start * options + option]) return -Infinity;
    const oldOption = table.unit[at]! * model.sites + table.site[at]!;
    gain += learner.value[option]! - learner.value[oldOption]!;
    if (learner.bonus) {
      gain += learner.bonus[start * options + option]!;
      gain -= learner.bonus[table.start[at]! * options + oldOption]!;
    }
    if (site >= 0 && outer[site] !== outer[draft.site[k]!]) gain += learner.siteChange;
    if (oldSite >= 0 && outer[oldSite] !== outer[table.site[at]!]) gain -= learner.siteChange;
    site = draft.site[k]!;
    oldSite = table.site[at]!;
    lengths += learner.lengths[draft.unit[k]!]! - learner.lengths[table.unit[at]!]!;
    end = start + learner.lengths[draft.unit[k]!]!;
  }
  if (to + 1 < learner.need) {
    const next = base + to + 1;
    if (end > table.start[next]!) return -Infinity;
    if (outer[site] !== outer[table.site[next]!]) gain += learner.siteChange;
    if (outer[oldSite] !== outer[table.site[next]!]) gain -= learner.siteChange;
    return keepsOwnRules(table, draft, learner) ? gain - lengths * learner.wait : -Infinity;
  }
  if (end < learner.doneFrom) return -Infinity;
  const later = end - endOf(table, learner, base + to);
  return keepsOwnRules(table, draft, learner) ? gain + (later - lengths) * learner.wait : -Infinity;
}

const endOf = (table: Timetable, learner: LearnerModel, at: number): number =>
  table.start[at]! + learner.lengths[table.unit[at]!]!;

/** Orders and limits of sites, for a draft that takes as many units of each group as before and none twice. */
function keepsOwnRules(table: Timetable, draft: Draft, learner: LearnerModel): boolean {
  const { width } = table;
  const position = table.position[draft.learner]!;
  const firsts = table.firsts[draft.learner]!;
  const laters = table.laters[draft.learner]!;
  const atSite = table.atSite[draft.learner]!;
  const { outer } = learner;
  const base = draft.learner * width + draft.from;
  const blocks = draft.to - draft.from + 1;
  for (let k = 0; k < blocks; k++) position[table.unit[base + k]!] = -1;
  for (let k = 0; k < blocks; k++) position[draft.unit[k]!] = draft.from + k;
  let keeps = true;
  for (let k = 0; k < blocks && keeps; k++) {
    for (const first of firsts[draft.unit[k]!]!) {
      const at = position[first]!;
      if (at < 0 || at > draft.from + k) keeps = false;
    }
    const left = table.unit[base + k]!;
    if (position[left]! < 0) for (const later of laters[left]!) if (position[later]! >= 0) keeps = false;
  }
  for (let k = 0; k < blocks; k++) position[draft.unit[k]!] = -1;
  for (let k = 0; k < blocks; k++) position[table.unit[base + k]!] = draft.from + k;
  if (!keeps) return false;
  for (let k = 0; k < blocks; k++) {
    atSite[outer[draft.site[k]!]!]! += 1;
    atSite[outer[table.site[base + k]!]!]! -= 1;
  }
  for (let k = 0; k < blocks; k++) {
    const site = outer[draft.site[k]!]!;
    if (atSite[site]! > learner.siteLimits[site]!) keeps = false;
  }
  for (let k = 0; k < blocks; k++) {
    atSite[outer[draft.site[k]!]!]! -= 1;
    atSite[outer[table.site[base + k]!]!]! += 1;
  }
  return keeps;
}

/** What the lowest score would be if one learner had another score. */
export function lowestWith(table: Timetable, learner: number, score: number): number {
  const { scores, lowest } = table;
  if (score <= lowest) return score;
  if (scores[learner]! > lowest) return lowest;
  let least = score;
  for (let i = 0; i < scores.length; i++) if (i !== learner && scores[i]! < least) least = scores[i]!;
  return least;
}

/** Moves the heads of a draft to where it wants them, and adds to `breach` what this breaks more. */
export function occupy(table: Timetable, draft: Draft, breach: Breach): void {
  move(table, draft, 1, breach);
}

/** Takes `occupy` back. */
export function vacate(table: Timetable, draft: Draft): void {
  move(table, draft, -1, { broken: 0, cost: 0 });
}

function move(table: Timetable, draft: Draft, direction: 1 | -1, breach: Breach): void {
  const learner = table.model.learners[draft.learner]!;
  const base = draft.learner * table.width + draft.from;
  const heads = direction * learner.size;
  for (let k = 0; k <= draft.to - draft.from; k++) {
    const at = base + k;
    const isSame =
      draft.unit[k] === table.unit[at] &&
      draft.site[k] === table.site[at] &&
      draft.start[k] === table.start[at];
    if (isSame) continue;
    shiftHeads(table, learner, table.unit[at]!, table.site[at]!, table.start[at]!, -heads, breach);
    shiftHeads(table, learner, draft.unit[k]!, draft.site[k]!, draft.start[k]!, heads, breach);
  }
}

function shiftHeads(
  { model, used, weights }: Timetable,
  learner: LearnerModel,
  unit: number,
  site: number,
  start: number,
  heads: number,
  breach: Breach,
): void {
  const { periods, max, min, poolsOf } = model;
  const place = learner.place[unit * model.sites + site]!;
  const length = learner.lengths[unit]!;
  const pools = poolsOf[place]!;
  for (let p = -1; p < pools.length; p++) {
    const first = (p < 0 ? place : pools[p]!) * periods + start;
    for (let cell = first; cell < first + length; cell++) {
      const before = used[cell]!;
      const after = before + heads;
      used[cell] = after;
      const most = max[cell]!;
      const least = min[cell]!;
      let change = after > most ? after - most : after < least ? least - after : 0;
      change -= before > most ? before - most : before < least ? least - before : 0;
      if (change === 0) continue;
      breach.broken += change;
      breach.cost += change * weights[cell]!;
    }
  }
}

/** Makes a draft whose heads are moved already the learner's blocks. */
export function settleDraft(table: Timetable, draft: Draft, gain: number, breach: Breach): void {
  const { width, scores } = table;
  const base = draft.learner * width + draft.from;
  const position = table.position[draft.learner]!;
  const atSite = table.atSite[draft.learner]!;
  const { outer } = table.model.learners[draft.learner]!;
  const blocks = draft.to - draft.from + 1;
  for (let k = 0; k < blocks; k++) {
    position[table.unit[base + k]!] = -1;
    atSite[outer[table.site[base + k]!]!]! -= 1;
  }
  for (let k = 0; k < blocks; k++) {
    table.unit[base + k] = draft.unit[k]!;
    table.site[base + k] = draft.site[k]!;
    table.start[base + k] = draft.start[k]!;
    position[draft.unit[k]!] = draft.from + k;
    atSite[outer[draft.site[k]!]!]! += 1;
  }
  table.lowest = lowestWith(table, draft.learner, scores[draft.learner]! + gain);
  scores[draft.learner]! += gain;
  table.total += gain;
  table.broken += breach.broken;
  table.cost += breach.cost;
}
