import type { Random } from '../../random.ts';
import type { Draft, Timetable } from './timetable.ts';

/** Writes a change around block `k` of `draft.learner` into the draft; false if there is none of this kind. */
type Move = (table: Timetable, draft: Draft, k: number, random: Random) => boolean;

/** Kinds of change with how often each is tried, in parts of 100. */
const moves: readonly (readonly [share: number, move: Move])[] = [
  [18, resite],
  [22, replace],
  [24, swap],
  [11, carry],
  [10, retime],
  [4, shift],
  [3, push],
  [6, resiteRun],
  [2, cover],
];

const drawn: readonly Move[] = moves.flatMap(([share, move]) => new Array<Move>(share).fill(move));

/** Drafts a random small change of one learner around block `k`; false if the kind drawn does not apply. */
export function draftChange(
  table: Timetable,
  draft: Draft,
  learner: number,
  k: number,
  random: Random,
): boolean {
  draft.learner = learner;
  return drawn[random.below(drawn.length)]!(table, draft, k, random);
}

/** Takes blocks `from` to `to` into the draft as they stand. */
function take(table: Timetable, draft: Draft, from: number, to: number): void {
  const base = draft.learner * table.width + from;
  draft.from = from;
  draft.to = to;
  for (let k = 0; k <= to - from; k++) {
    draft.unit[k] = table.unit[base + k]!;
    draft.site[k] = table.site[base + k]!;
    draft.start[k] = table.start[base + k]!;
  }
}

/** Another site for one block. */
function resite(table: Timetable, draft: Draft, k: number, random: Random): boolean {
  const { sites } = table.model;
  if (sites < 2) return false;
  take(table, draft, k, k);
  draft.site[0] = (draft.site[0]! + 1 + random.below(sites - 1)) % sites;
  return true;
}

/** One site for several blocks on end. */
function resiteRun(table: Timetable, draft: Draft, k: number, random: Random): boolean {
  const { sites, learners } = table.model;
  const to = Math.min(learners[draft.learner]!.need - 1, k + 1 + random.below(4));
  if (sites < 2 || to === k) return false;
  take(table, draft, k, to);
  const site = random.below(sites);
  for (let i = 0; i <= to - k; i++) draft.site[i] = site;
  return true;
}

/** Another unit of the same group for one block. */
function replace(table: Timetable, draft: Draft, k: number, random: Random): boolean {
  const learner = table.model.learners[draft.learner]!;
  const position = table.position[draft.learner]!;
  take(table, draft, k, k);
  // A block at which nobody may stay idle is pinned.
  if (!learner.mayIdle[draft.start[0]!]) return false;
  const group = learner.groups[draft.unit[0]!]!;
  const units = position.length;
  const from = random.below(units);
  for (let i = 0; i < units; i++) {
    const unit = from + i < units ? from + i : from + i - units;
    if (position[unit]! >= 0 || learner.groups[unit] !== group) continue;
    draft.unit[0] = unit;
    if (random.real() < 0.4) draft.site[0] = random.below(table.model.sites);
    return true;
  }
  return false;
}

/** Two blocks of one learner change places, with or without their sites. */
function swap(table: Timetable, draft: Draft, k: number, random: Random): boolean {
  const { need } = table.model.learners[draft.learner]!;
  if (need < 2) return false;
  const other = (k + 1 + random.below(need - 1)) % need;
  const [from, to] = k < other ? [k, other] : [other, k];
  take(table, draft, from, to);
  const last = to - from;
  exchange(draft.unit, 0, last);
  if (random.real() < 0.5) exchange(draft.site, 0, last);
  pack(table, draft);
  return true;
}

function exchange(values: Int32Array, a: number, b: number): void {
  const value = values[a]!;
  values[a] = values[b]!;
  values[b] = value;
}

/** One block is carried to another place in the order; those between move up. */
function carry(table: Timetable, draft: Draft, k: number, random: Random): boolean {
  const { need } = table.model.learners[draft.learner]!;
  if (need < 3) return false;
  const other = (k + 1 + random.below(need - 1)) % need;
  const [from, to] = k < other ? [k, other] : [other, k];
  take(table, draft, from, to);
  const last = to - from;
  const rows = random.real() < 0.7 ? [draft.unit, draft.site] : [draft.unit];
  for (const row of rows) {
    if (k < other) {
      const first = row[0]!;
      row.copyWithin(0, 1, last + 1);
      row[last] = first;
    } else {
      const end = row[last]!;
      row.copyWithin(1, 0, last);
      row[0] = end;
    }
  }
  pack(table, draft);
  return true;
}

/** Gives blocks in a new order their starts: the old ones if all are of a length, else each after the one before. */
function pack(table: Timetable, draft: Draft): void {
  const { model, width } = table;
  const learner = model.learners[draft.learner]!;
  const base = draft.learner * width + draft.from;
  const last = draft.to - draft.from;
  const { lengths, open } = learner;
  const options = learner.value.length;
  let isEven = true;
  for (let k = 1; k <= last; k++) {
    if (lengths[draft.unit[k]!] !== lengths[draft.unit[0]!]) isEven = false;
  }
  if (isEven) return;
  const limit = draft.to + 1 < learner.need ? table.start[base + last + 1]! : model.periods;
  let end = table.start[base]!;
  for (let k = 0; k <= last; k++) {
    const before = k > 0 ? table.start[base + k - 1]! + lengths[table.unit[base + k - 1]!]! : end;
    const option = draft.unit[k]! * model.sites + draft.site[k]!;
    const length = lengths[draft.unit[k]!]!;
    let start = end + table.start[base + k]! - before;
    while (start + length < limit && !open[start * options + option]) start++;
    draft.start[k] = start;
    end = start + length;
  }
}

/** One block moves to another time, and with it to another place in the order. */
function retime(table: Timetable, draft: Draft, k: number, random: Random): boolean {
  const { model, width } = table;
  const learner = model.learners[draft.learner]!;
  const base = draft.learner * width;
  const length = learner.lengths[table.unit[base + k]!]!;
  const start = random.below(model.periods - length + 1);
  const old = table.start[base + k]!;
  if (start === old) return false;
  let other = k;
  if (start > old) {
    while (other + 1 < learner.need && table.start[base + other + 1]! < start) other++;
  } else {
    while (other > 0 && table.start[base + other - 1]! >= start) other--;
  }
  const [from, to] = k < other ? [k, other] : [other, k];
  take(table, draft, from, to);
  const last = to - from;
  const [unit, site] = [table.unit[base + k]!, table.site[base + k]!];
  for (const row of [draft.unit, draft.site, draft.start]) {
    if (k < other) row.copyWithin(0, 1, last + 1);
    else row.copyWithin(1, 0, last);
  }
  const at = k < other ? last : 0;
  draft.unit[at] = unit;
  draft.site[at] = random.real() < 0.3 ? random.below(model.sites) : site;
  draft.start[at] = start;
  return true;
}

/** Several blocks on end begin a little earlier or later. */
function shift(table: Timetable, draft: Draft, k: number, random: Random): boolean {
  const { need } = table.model.learners[draft.learner]!;
  const to = random.real() < 0.3 ? need - 1 : Math.min(need - 1, k + random.below(4));
  take(table, draft, k, to);
  const by = (random.real() < 0.5 ? -1 : 1) * (1 + random.below(2));
  for (let i = 0; i <= to - k; i++) draft.start[i]! += by;
  return draft.start[0]! >= 0;
}

/** One block begins earlier or later and pushes others out of its way. */
function push(table: Timetable, draft: Draft, k: number, random: Random): boolean {
  const learner = table.model.learners[draft.learner]!;
  take(table, draft, 0, learner.need - 1);
  const by = (random.real() < 0.5 ? -1 : 1) * (1 + random.below(learner.lengths[draft.unit[k]!]!));
  return makeRoom(table, draft, k, draft.start[k]! + by);
}

/** A block of a place that has (or whose pool has) too few heads at some moment, in place of what the learner does then. */
function cover(table: Timetable, draft: Draft, _: number, random: Random): boolean {
  const { model, wanting, used } = table;
  if (!wanting.length) return false;
  const cell = wanting[random.below(wanting.length)]!;
  if (used[cell]! >= model.min[cell]!) return false;
  const learner = model.learners[draft.learner]!;
  const row = Math.floor(cell / model.periods);
  const places = table.placesOf[row]!;
  if (!places.length) return false;
  const place = places[places.length > 1 ? random.below(places.length) : 0]!;
  const unit = learner.units.indexOf(model.placeUnit[place]!);
  if (unit < 0) return false;
  const moment = cell - row * model.periods;
  const last = learner.need - 1;
  take(table, draft, 0, last);
  let k = 0;
  while (k < last && draft.start[k]! + learner.lengths[draft.unit[k]!]! <= moment) k++;
  const other = table.position[draft.learner]![unit]!;
  if (
    other < 0 &&
    (learner.groups[unit] !== learner.groups[draft.unit[k]!] || !learner.mayIdle[draft.start[k]!])
  )
    return false;
  if (other >= 0) {
    exchange(draft.unit, k, other);
    exchange(draft.site, k, other);
  }
  draft.unit[k] = unit;
  draft.site[k] = model.placeSite[place]!;
  const early = random.below(learner.lengths[unit]!);
  return makeRoom(table, draft, k, random.real() < 0.5 ? draft.start[k]! : moment - early);
}

/**
 * Lets one block of a whole programme begin at a moment, pushes those before it earlier and those after it later as far
 * as they are in the way, and narrows the draft to what has changed.
 */
function makeRoom(table: Timetable, draft: Draft, k: number, start: number): boolean {
  const { model, width } = table;
  const learner = model.learners[draft.learner]!;
  const options = learner.value.length;
  const isOpen = (i: number, at: number) =>
    learner.open[at * options + draft.unit[i]! * model.sites + draft.site[i]!] === 1;
  if (start < 0) return false;
  draft.start[k] = start;
  for (let i = k + 1; i <= draft.to; i++) {
    const end = draft.start[i - 1]! + learner.lengths[draft.unit[i - 1]!]!;
    if (draft.start[i]! >= end) continue;
    let at = end;
    while (at < model.periods && !isOpen(i, at)) at++;
    draft.start[i] = at;
  }
  for (let i = k - 1; i >= 0; i--) {
    let at = Math.min(draft.start[i]!, draft.start[i + 1]! - learner.lengths[draft.unit[i]!]!);
    if (at === draft.start[i]) continue;
    while (at >= 0 && !isOpen(i, at)) at--;
    if (at < 0) return false;
    draft.start[i] = at;
  }
  const base = draft.learner * width;
  const differs = (i: number) =>
    draft.start[i] !== table.start[base + i] ||
    draft.unit[i] !== table.unit[base + i] ||
    draft.site[i] !== table.site[base + i];
  while (draft.from < draft.to && !differs(draft.from)) draft.from++;
  while (draft.to > draft.from && !differs(draft.to)) draft.to--;
  for (const row of [draft.unit, draft.site, draft.start]) row.copyWithin(0, draft.from, draft.to + 1);
  return true;
}
