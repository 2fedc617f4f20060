import type { ForecastPlan } from './plan.ts';

type Occupation = ForecastPlan['occupations'][number];

/**
 * People who share their chances: in quarter `t` each one still there leaves with chance `attrition[t]`, and each who
 * did not leave retires with chance `retirement[t]`.
 */
export type Group = { heads: number; attrition: Float64Array; retirement: Float64Array };

function overlap(a: number, b: number, from: number, to: number): number {
  return Math.max(0, Math.min(b, to) - Math.max(a, from));
}

/** Mean attrition over the ages `from`…`to` (years, `to` excluded); ages outside all bands have the general rate. */
function meanAttrition(occupation: Occupation, from: number, to: number): number {
  const width = to - from;
  if (width <= 0) return occupation.attrition;
  let sum = 0;
  let covered = 0;
  for (const band of occupation.ageBands ?? []) {
    const years = overlap(from, to, band.from, band.to + 1);
    sum += years * (band.attrition ?? occupation.attrition);
    covered += years;
  }
  return (sum + (width - covered) * occupation.attrition) / width;
}

function oneGroup(occupation: Occupation, quarters: number): Group {
  const bands = (occupation.ageBands ?? []).filter((band) => band.headcount > 0);
  const attrition = new Float64Array(quarters).fill(occupation.attrition);
  if (bands.some((band) => band.attrition !== undefined)) {
    for (let t = 0; t < quarters; t++) {
      let sum = 0;
      for (const band of occupation.ageBands ?? []) {
        sum += band.headcount * meanAttrition(occupation, band.from + t / 4, band.to + 1 + t / 4);
      }
      attrition[t] = sum / occupation.headcount;
    }
  }
  return { heads: occupation.headcount, attrition, retirement: new Float64Array(quarters) };
}

function bandGroup(
  occupation: Occupation,
  band: NonNullable<Occupation['ageBands']>[number],
  retireAt: number,
  quarters: number,
): Group {
  const attrition = new Float64Array(quarters);
  const retirement = new Float64Array(quarters);
  const oldest = Math.min(band.to + 1, retireAt);
  const width = oldest - band.from;
  for (let t = 0; t < quarters; t++) {
    attrition[t] = meanAttrition(occupation, band.from + t / 4, Math.min(oldest + t / 4, retireAt));
    const still = overlap(band.from, oldest, Number.NEGATIVE_INFINITY, retireAt - t / 4) / width;
    const now = overlap(band.from, oldest, retireAt - (t + 1) / 4, retireAt - t / 4) / width;
    retirement[t] = still < 1e-12 ? 1 : Math.min(1, now / still);
  }
  return { heads: band.headcount, attrition, retirement };
}

/**
 * The people of an occupation as groups; whoever joins later enters the last one. With `retirementAge` each age band
 * is a group of its own that grows older quarter by quarter (ages evenly spread over the band) and joiners, who are
 * young, form the last; otherwise everyone is one group, whose attrition is the mean over the ageing bands.
 */
export function ageGroups(occupation: Occupation, quarters: number): Group[] {
  const retireAt = occupation.retirementAge;
  if (retireAt === undefined) return [oneGroup(occupation, quarters)];
  const joiners: Group = {
    heads: 0,
    attrition: new Float64Array(quarters).fill(occupation.attrition),
    retirement: new Float64Array(quarters),
  };
  const bands = occupation.ageBands ?? [];
  return [...bands.map((band) => bandGroup(occupation, band, retireAt, quarters)), joiners];
}
