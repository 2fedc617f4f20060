/** Labels that a walk can hold: beyond it is cut short. */
const MOST = 1 << 17;
const SLOTS = MOST * 2;

/**
 * Beginnings of programmes in flat arrays, reused between walks. A label stands for a moment, the units done (as bits), the
 * last site and what is counted of sites; `next` chains the labels of one moment.
 */
export type Labels = {
  count: number;
  state: Int32Array;
  moment: Int32Array;
  done: Int32Array;
  site: Int32Array;
  counts: Int32Array;
  value: Float64Array;
  hope: Float64Array;
  option: Int32Array;
  start: Int32Array;
  before: Int32Array;
  next: Int32Array;
  head: Int32Array;
  slots: Int32Array;
};

/** Opens the arrays; small until a walk needs them. */
export function openLabels(periods: number): Labels {
  const whole = () => new Int32Array(MOST);
  const empty = { state: whole(), moment: whole(), done: whole(), site: whole(), counts: whole() };
  return {
    ...{ count: 0, ...empty, value: new Float64Array(MOST), hope: new Float64Array(MOST) },
    ...{ option: whole(), start: whole(), before: whole(), next: whole() },
    ...{ head: new Int32Array(periods + 1), slots: new Int32Array(SLOTS) },
  };
}

/** Forgets all labels. */
export function clearLabels(labels: Labels): void {
  labels.count = 0;
  labels.head.fill(-1);
  labels.slots.fill(-1);
}

/**
 * The label with this meaning, made if there is none (its value is −Infinity then); −1 where no more fit.
 */
export function labelFor(labels: Labels, moment: number, done: number, site: number, counts: number): number {
  let slot =
    Math.imul(done, 0x9e3779b1) ^ Math.imul(moment * 64 + site, 0x85ebca6b) ^ Math.imul(counts, 0xc2b2ae35);
  slot = (slot ^ (slot >>> 15)) & (SLOTS - 1);
  for (; ; slot = (slot + 1) & (SLOTS - 1)) {
    const label = labels.slots[slot]!;
    if (label < 0) break;
    if (
      labels.done[label] === done &&
      labels.moment[label] === moment &&
      labels.site[label] === site &&
      labels.counts[label] === counts
    )
      return label;
  }
  if (labels.count === MOST) return -1;
  const label = labels.count++;
  labels.slots[slot] = label;
  labels.moment[label] = moment;
  labels.done[label] = done;
  labels.site[label] = site;
  labels.counts[label] = counts;
  labels.value[label] = -Infinity;
  labels.next[label] = labels.head[moment]!;
  labels.head[moment] = label;
  return label;
}

/** The labels of a moment, at most `width`: those with most hope. */
export function labelsAt(
  labels: Labels,
  moment: number,
  width: number,
): { kept: number[]; leftAside: number } {
  const kept: number[] = [];
  for (let label = labels.head[moment]!; label >= 0; label = labels.next[label]!) kept.push(label);
  if (kept.length <= width) return { kept, leftAside: -Infinity };
  kept.sort((a, b) => labels.hope[b]! - labels.hope[a]!);
  return { leftAside: labels.hope[kept[width]!]!, kept: kept.slice(0, width) };
}
