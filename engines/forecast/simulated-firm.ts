import { parseForecastPlan } from './parse-plan.ts';
import type { ForecastPlan } from './plan.ts';
import { fillAddressed } from './random.ts';

/** A made-up firm: what it would plan with, and what then happened to it. Only for tests of calibration. */
export type SimulatedFirm = {
  plan: ForecastPlan;
  /** Gap that happened in each quarter of the plan, heads. */
  gap: number[];
  /** Headcount in the quarters before, oldest first. */
  history: number[];
};

const QUARTERS = 9;

/** Numbers between 0 and 1 that belong to one firm, one after the other. */
function luckOf(firm: number): () => number {
  const numbers = new Float64Array(120_000);
  fillAddressed(numbers, 'firm', firm);
  let at = 0;
  return () => numbers[at++ % numbers.length]!;
}

/** How many of `people` something happens to, one trial after the other: shares nothing with the engine's tables. */
function count(people: number, chance: number, luck: () => number): number {
  let hit = 0;
  for (let i = 0; i < people; i++) if (luck() < chance) hit++;
  return hit;
}

/**
 * One firm. Its true attrition and join rate stay hidden: the plan carries what was observed of them in 6–16 quarters
 * before and on 60–250 graduates, with how many person-quarters and graduates that was.
 */
export function simulatedFirm(firm: number): SimulatedFirm {
  const luck = luckOf(firm);
  const between = (low: number, high: number) => low + Math.floor(luck() * (high - low + 1));
  // Spread wide against what a firm can observe, so that its own figures and not this range decide.
  const attrition = 0.005 + 0.1 * luck();
  const joinRate = 0.05 + 0.9 * luck();
  const past = between(6, 16);
  const history: number[] = [];
  let heads = between(200, 1_200);
  let leavers = 0;
  let personQuarters = 0;
  for (let t = 0; t < past; t++) {
    history.push(heads);
    const leaving = count(heads, attrition, luck);
    personQuarters += heads;
    leavers += leaving;
    heads += between(0, 2 * Math.round(heads * attrition)) - leaving;
  }
  const seen = between(60, 250);
  const joined = count(seen, joinRate, luck);
  const graduates = Array.from({ length: QUARTERS }, (_, t) => (t % 4 === 2 ? between(20, 120) : 0));
  const probability = 0.3 + 0.5 * luck();
  const ramp = Array.from({ length: QUARTERS }, (_, t) => Math.max(0, t - 2) * between(3, 10));
  const headcount = heads;
  const parsed = parseForecastPlan({
    format: 'dualtrack/forecast-plan@1',
    start: '2026-Q1',
    quarters: QUARTERS,
    occupations: [
      { id: 'a', headcount, attrition: leavers / personQuarters, attritionSeenOn: personQuarters },
    ],
    projects: [{ id: 'p', probability, headcount: [{ occupation: 'a', byQuarter: ramp }] }],
    supply: [{ programme: 's', occupation: 'a', graduates, joinRate: joined / seen, joinRateSeenOn: seen }],
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  const happens = luck() < probability;
  const gap: number[] = [];
  for (let t = 0; t < QUARTERS; t++) {
    gap.push(headcount + (happens ? ramp[t]! : 0) - heads);
    heads += count(graduates[t]!, joinRate, luck) - count(heads, attrition, luck);
  }
  return { plan: parsed.value, gap, history };
}
