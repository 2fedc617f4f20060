import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseForecastPlan } from './parse-plan.ts';
import { planArbitrary } from './plan-arbitrary.ts';
import { planExample } from './plan-example.ts';
import { quarterAt } from './quarter.ts';
import { runForecast } from './run.ts';
import { tornado } from './tornado.ts';
import { withChanges } from './with-changes.ts';

const parsed = parseForecastPlan(planExample());
if (!parsed.ok) throw new Error('the example does not parse');
const plan = parsed.value;

/** The gap that a whole forecast of a changed plan gives. */
function gapAfter(changes: unknown, occupation: string, quarter: string): number {
  const changed = withChanges(plan, changes);
  assert.ok(changed.ok);
  const result = runForecast(changed.value, { runs: 1, seed: 1 });
  const figures = result.occupations.find(({ id }) => id === occupation)?.quarters;
  return figures?.find((one) => one.quarter === quarter)?.gap.mean ?? Number.NaN;
}

test('the ends of a bar are what a forecast of the changed plan gives', () => {
  const { bars, gap } = tornado(plan, 'operator', '2027-Q3');
  assert.equal(gap, gapAfter([], 'operator', '2027-Q3'));
  const changesOf = {
    attrition: (setting: number) => ({
      kind: 'scale-attrition',
      occupation: 'operator',
      factor: setting / 0.02,
    }),
    'project-probability': (probability: number) => ({
      kind: 'set-project-probability',
      project: 'phase-2',
      probability,
    }),
    units: (factor: number) => ({ kind: 'scale-units', line: 'line-2', factor }),
  };
  const seen = new Set<string>();
  for (const { driver, low, high } of bars) {
    if (!(driver.kind in changesOf)) continue;
    seen.add(driver.kind);
    // The guard above proves the key.
    const change = changesOf[driver.kind as keyof typeof changesOf];
    for (const end of [low, high]) {
      assert.ok(Math.abs(end.gap - gapAfter([change(end.setting)], 'operator', '2027-Q3')) < 1e-5);
    }
  }
  assert.deepEqual([...seen].sort(), ['attrition', 'project-probability', 'units']);
});

test('the strongest driver comes first, none twice, none without effect; and the plan stays as it was', () => {
  fc.assert(
    fc.property(planArbitrary, fc.nat(), fc.nat(), (given, which, when) => {
      const occupation = given.occupations[which % given.occupations.length]!.id;
      const before = JSON.stringify(given);
      const { bars } = tornado(given, occupation, quarterAt(given.start, when % given.quarters));
      assert.equal(JSON.stringify(given), before);
      const names = bars.map(({ driver }) => `${driver.kind} ${driver.id}`);
      assert.equal(new Set(names).size, names.length);
      for (const [index, bar] of bars.entries()) {
        assert.ok(bar.swing > 0);
        assert.notEqual(bar.low.setting, bar.high.setting);
        assert.ok(index === 0 || bars[index - 1]!.swing >= bar.swing);
      }
    }),
    { numRuns: 200 },
  );
});

test('more people leaving never narrows the gap, a likelier project never either, more joiners never widen it', () => {
  // Where retirement takes the last of an occupation, the closed form keeps a share of a person of its normal curve above
  // nothing, and a wider curve keeps a little more: the one place where more leaving may seem to help, by this much.
  const ofEmptyStock = 0.05;
  const sign = { attrition: 1, 'project-probability': 1, units: 1, 'join-rate': -1, 'project-delay': 0 };
  fc.assert(
    fc.property(planArbitrary, fc.nat(), (given, when) => {
      for (const { id } of given.occupations) {
        for (const { driver, low, high } of tornado(given, id, quarterAt(given.start, when % given.quarters))
          .bars) {
          const slack = driver.kind === 'attrition' ? ofEmptyStock : 0;
          assert.ok((high.gap - low.gap) * sign[driver.kind] >= -slack, driver.kind);
        }
      }
    }),
    { numRuns: 200 },
  );
});

test('what the plan does not know is said', () => {
  assert.throws(() => tornado(plan, 'nobody', '2027-Q1'), { code: 'occupation.unknown' });
  assert.throws(() => tornado(plan, 'operator', '2031-Q1'), { code: 'quarter.unknown' });
});
