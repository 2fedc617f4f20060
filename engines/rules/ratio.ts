import { type Answer, type Change, type Condition, conditionOf, type Values } from './condition.ts';
import { type Day, dayNumber } from './day.ts';

/** First and last day of something that lasts; both count. */
export interface Span {
  readonly from: Day;
  readonly to: Day;
}

/** How many there may be for a basis: `parts` of every `in`, with the law's rounding and smallest allowed number. */
export interface RatioLimit {
  readonly parts: number;
  readonly in: number;
  /** What becomes of a fraction of a person; `down` when the law is silent. */
  readonly rounding?: 'down' | 'up' | 'nearest';
  /** So many are allowed whatever the basis. */
  readonly atLeast?: number;
}

/** The general ratio rule: count in a window ÷ basis ≤ limit. */
export interface Ratio extends RatioLimit {
  readonly code: string;
  /** A fact that is a number, or a list of {@link Span}s of which the most on one day of the window are counted. */
  readonly count: string;
  readonly basis: string;
  /** Facts that give the window's first and last day, needed only when spans are to be counted. */
  readonly window?: readonly [from: string, to: string];
}

/**
 * The largest whole count that the limit allows for a basis (a whole number ≥ 0). Exact: no binary fractions, so that
 * 20 % of 15 is 3.
 */
export function allowedCount(basis: number, limit: RatioLimit): number {
  const product = basis * limit.parts;
  const whole = Math.floor(product / limit.in);
  const rest = product - whole * limit.in;
  const up = limit.rounding === 'up' ? rest > 0 : limit.rounding === 'nearest' && rest * 2 >= limit.in;
  return Math.max(up ? whole + 1 : whole, limit.atLeast ?? 0);
}

/** Whether so many are allowed for the basis. */
export function ratioHolds(count: number, basis: number, limit: RatioLimit): boolean {
  return count <= allowedCount(basis, limit);
}

/** The most spans that hold on one and the same day of the window (first and last day included). */
export function peak(spans: readonly Span[], from: Day, to: Day): number {
  const steps: [day: number, step: number][] = [];
  for (const span of spans) {
    if (span.to < from || span.from > to || span.to < span.from) continue;
    steps.push([dayNumber(span.from < from ? from : span.from), 1], [dayNumber(span.to) + 1, -1]);
  }
  steps.sort(([dayA, stepA], [dayB, stepB]) => dayA - dayB || stepA - stepB);
  let now = 0;
  let most = 0;
  for (const [, step] of steps) {
    now += step;
    most = Math.max(most, now);
  }
  return most;
}

/** The ratio as a condition of a rule, with the two ways out: fewer of the counted, or more of the basis. */
export function ratioCondition(ratio: Ratio): Condition {
  const { code, count: counted, basis: of, window: uses = [] } = ratio;
  const holds = (facts: Values): Answer => {
    const count = countOf(ratio, facts);
    const basis = facts[of];
    if (typeof count !== 'number') return { missing: count };
    return typeof basis === 'number' && ratioHolds(count, basis, ratio);
  };
  const change = (facts: Values): readonly Change[] => {
    const count = countOf(ratio, facts);
    const basis = facts[of];
    if (typeof count !== 'number' || typeof basis !== 'number') return [];
    return [
      { fact: counted, must: 'be-at-most', value: allowedCount(basis, ratio) },
      { fact: of, must: 'be-at-least', value: smallestBasis(count, ratio) },
    ];
  };
  return conditionOf({ code, needs: [counted, of], oneOf: [], uses }, { holds, change });
}

function countOf({ count, window }: Ratio, facts: Values): number | readonly string[] {
  const counted = facts[count];
  if (typeof counted === 'number') return counted;
  if (!Array.isArray(counted) || !window) return [count];
  const [from, to] = window.map((name) => facts[name]);
  if (typeof from !== 'string' || typeof to !== 'string')
    return window.filter((name) => facts[name] === undefined);
  return peak(counted.filter(isSpan), from, to);
}

function isSpan(value: unknown): value is Span {
  return typeof value === 'object' && value !== null && 'from' in value && 'to' in value;
}

/** The smallest basis for which the count is allowed. */
function smallestBasis(count: number, limit: RatioLimit): number {
  let basis = Math.max(0, Math.floor((Math.max(count - 1, 0) * limit.in) / limit.parts));
  while (!ratioHolds(count, basis, limit)) basis += 1;
  return basis;
}
