import fc from 'fast-check';
import { parseForecastPlan } from './parse-plan.ts';
import type { ForecastPlan } from './plan.ts';

const share = fc.oneof(fc.constantFrom(0, 1), fc.double({ min: 0, max: 1, noNaN: true }));
const attrition = fc.oneof(fc.constant(0), fc.double({ min: 0, max: 0.3, noNaN: true }));

const people = fc.oneof(
  fc.record({ kind: fc.constant('whole' as const), retiring: fc.array(fc.nat(2), { maxLength: 8 }) }),
  fc.record({ kind: fc.constant('banded' as const), bandRate: attrition }),
  fc.record({ kind: fc.constant('ageing' as const), bandRate: attrition }),
);

/** Occupations with known retirements, with age bands, or with a retirement age. */
function occupationWith(quarters: number, index: number) {
  return fc.tuple(fc.integer({ min: 0, max: 40 }), attrition, people).map(([headcount, rate, kind]) => {
    const base = { id: `o${index}`, headcount, attrition: rate };
    if (kind.kind === 'whole') {
      let left = headcount;
      const retirements = Array.from({ length: quarters }, (_, t) => {
        const now = Math.min(left, kind.retiring[t] ?? 0);
        left -= now;
        return now;
      });
      return { ...base, retirements };
    }
    const young = Math.floor(headcount / 3);
    const ageBands = [
      { from: 20, to: 56, headcount: young },
      { from: 57, to: 60, headcount: headcount - young, attrition: kind.bandRate },
    ];
    return { ...base, ageBands, ...(kind.kind === 'ageing' ? { retirementAge: 60 } : {}) };
  });
}

function rowsFor(quarters: number, occupations: number) {
  const byQuarter = (max: number) => fc.array(fc.nat(max), { minLength: quarters, maxLength: quarters });
  const occupation = fc.nat(occupations - 1).map((index) => `o${index}`);
  const delay = fc.nat(5).chain((max) => share.map((part) => ({ mean: part * max, max })));
  return {
    lines: fc.array(
      fc.record({
        units: byQuarter(4),
        occupation,
        perUnit: fc.constantFrom(0.1, 1, 2.5, 12),
      }),
      { maxLength: 3 },
    ),
    projects: fc.array(
      fc.record({ probability: share, delayQuarters: delay, occupation, byQuarter: byQuarter(15) }),
      { maxLength: 3 },
    ),
    supply: fc.array(fc.record({ occupation, graduates: byQuarter(10), joinRate: share }), { maxLength: 3 }),
    training: fc.array(
      fc.record({
        occupation,
        leadQuarters: fc.integer({ min: 1, max: 4 }),
        completion: share,
        joinRate: share,
        min: fc.integer({ min: 1, max: 6 }),
        more: fc.nat(6),
      }),
      { maxLength: 3 },
    ),
  };
}

/** Small valid plans of every kind, for properties. */
export const planArbitrary: fc.Arbitrary<ForecastPlan> = fc
  .record({ quarters: fc.integer({ min: 1, max: 8 }), occupations: fc.integer({ min: 1, max: 3 }) })
  .chain(({ quarters, occupations }) => {
    const people = Array.from({ length: occupations }, (_, index) => occupationWith(quarters, index));
    return fc.record({
      quarters: fc.constant(quarters),
      occupations: fc.tuple(...people),
      ...rowsFor(quarters, occupations),
    });
  })
  .map(({ quarters, occupations, lines, projects, supply, training }) => {
    const parsed = parseForecastPlan({
      format: 'dualtrack/forecast-plan@1',
      start: '2026-Q2',
      quarters,
      occupations,
      lines: lines.map(({ units, occupation, perUnit }, i) => {
        return { id: `l${i}`, units, staffing: [{ occupation, perUnit }] };
      }),
      projects: projects.map(({ probability, delayQuarters, occupation, byQuarter }, i) => {
        return { id: `p${i}`, probability, delayQuarters, headcount: [{ occupation, byQuarter }] };
      }),
      supply: supply.map((row, i) => ({ ...row, programme: `s${i}` })),
      training: training.map(({ min, more, ...row }, i) => {
        return { ...row, programme: `t${i}`, classSize: { min, max: min + more } };
      }),
    });
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
    return parsed.value;
  });
