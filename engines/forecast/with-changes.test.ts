import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Change } from './change.ts';
import { parseForecastPlan } from './parse-plan.ts';
import type { ForecastPlan } from './plan.ts';
import { planExample } from './plan-example.ts';
import { runForecast } from './run.ts';
import { withChanges } from './with-changes.ts';

function examplePlan(): ForecastPlan {
  const parsed = parseForecastPlan(planExample());
  assert.ok(parsed.ok);
  return parsed.value;
}

function changed(...changes: Change[]): ForecastPlan {
  const parsed = withChanges(examplePlan(), changes);
  assert.ok(parsed.ok, JSON.stringify(parsed));
  return parsed.value;
}

test('no changes, the same plan; and the plan given is never touched', () => {
  assert.deepEqual(changed(), examplePlan());
  const plan = examplePlan();
  const frozen = JSON.stringify(plan);
  withChanges(plan, [
    { kind: 'delay-project', project: 'phase-2', quarters: 2 },
    { kind: 'scale-attrition', factor: 0.5 },
    { kind: 'open-class', programme: '470201', occupation: 'operator', start: '2026-Q3', seats: 20 },
  ]);
  assert.equal(JSON.stringify(plan), frozen);
});

test('each change changes its field and nothing else', () => {
  const cases: { change: Change; edit: (plan: ReturnType<typeof planExample>) => void }[] = [
    {
      change: { kind: 'delay-project', project: 'phase-2', quarters: 2 },
      edit: (plan) => {
        plan.projects[0]!.headcount[0]!.byQuarter = [0, 0, 0, 0, 4, 12];
      },
    },
    {
      change: { kind: 'set-project-probability', project: 'warehouse', probability: 1 },
      edit: (plan) => {
        plan.projects[1]!.probability = 1;
      },
    },
    {
      change: { kind: 'scale-attrition', occupation: 'operator', factor: 0.5 },
      edit: (plan) => {
        plan.occupations[0]!.attrition = 0.01;
        plan.occupations[0]!.ageBands[0] = { from: 18, to: 29, headcount: 40, attrition: 0.02 };
      },
    },
    {
      change: { kind: 'scale-units', line: 'line-2', factor: 2 },
      edit: (plan) => {
        plan.lines[0]!.units = [28, 28, 30, 32, 32, 35];
      },
    },
    {
      change: { kind: 'set-join-rate', programme: '470201', occupation: 'operator', joinRate: 0.6 },
      edit: (plan) => {
        for (const row of [...plan.supply, plan.training[0]!]) row.joinRate = 0.6;
      },
    },
  ];
  for (const { change, edit } of cases) {
    const wanted = planExample();
    edit(wanted);
    assert.deepEqual(changed(change), wanted, change.kind);
  }
});

test('an opened class joins the stock in the quarter in which an order of it would be ready', () => {
  const open: Change = {
    kind: 'open-class',
    programme: '470201',
    occupation: 'operator',
    start: '2026-Q4',
    seats: 20,
  };
  const twice = changed(open, open);
  assert.deepEqual(
    twice.supply.slice(2).map(({ id, graduates }) => [id, graduates]),
    [
      ['class-2026-Q4', [0, 0, 0, 20, 0, 0]],
      ['class-2026-Q4-2', [0, 0, 0, 20, 0, 0]],
    ],
  );
  const before = runForecast(examplePlan(), { runs: 50, seed: 1 }).occupations[0]!.quarters;
  const after = runForecast(changed(open), { runs: 50, seed: 1 }).occupations[0]!.quarters;
  for (const [t, { stock }] of after.entries()) {
    const gain = stock.mean - before[t]!.stock.mean;
    if (t < 4) assert.equal(gain, 0);
    if (t === 4) assert.ok(Math.abs(gain - 20 * 0.92 * 0.85) < 1e-5);
  }
});

test('scenarios share their luck: what a change does not concern stays equal, run by run', () => {
  const before = runForecast(examplePlan(), { runs: 100, seed: 's' });
  const plan = changed({ kind: 'delay-project', project: 'phase-2', quarters: 1 });
  const after = runForecast(plan, { runs: 100, seed: 's' });
  assert.deepEqual(after.occupations[1], before.occupations[1]);
  for (const [t, { stock }] of after.occupations[0]!.quarters.entries()) {
    assert.deepEqual(stock, before.occupations[0]!.quarters[t]!.stock);
  }
  const calmer = runForecast(changed({ kind: 'scale-attrition', factor: 0.5 }), { runs: 100, seed: 's' });
  for (const [t, { stock }] of calmer.occupations[0]!.quarters.entries()) {
    const old = before.occupations[0]!.quarters[t]!.stock;
    assert.ok(stock.p10 >= old.p10 && stock.p50 >= old.p50 && stock.p90 >= old.p90);
  }
});

test('every wrong change is named', () => {
  const findings = (changes: unknown) => {
    const parsed = withChanges(examplePlan(), changes);
    return parsed.ok ? [] : parsed.issues.map(({ pointer, code }) => `${pointer} ${code}`);
  };
  assert.deepEqual(
    findings([
      { kind: 'delay-project', project: 'phase-3', quarters: 1 },
      { kind: 'scale-attrition', occupation: 'welder', factor: 1 },
      { kind: 'scale-attrition', factor: 90 },
      { kind: 'scale-units', line: 'line-9', factor: 1 },
      { kind: 'set-join-rate', programme: '470201', occupation: 'fitter', joinRate: 1 },
      { kind: 'open-class', programme: '470201', occupation: 'fitter', start: '2026-Q3', seats: 12 },
      { kind: 'open-class', programme: '470201', occupation: 'operator', start: '2026-Q3', seats: 9 },
      { kind: 'open-class', programme: '470201', occupation: 'operator', start: '2026-Q3', seats: 26 },
      { kind: 'open-class', programme: '470201', occupation: 'operator', start: '2027-Q3', seats: 20 },
      { kind: 'scale-attrition', factor: 1 },
    ]),
    [
      '/0 reference.unknown',
      '/1 reference.unknown',
      '/2 change.breaks-plan',
      '/2 change.breaks-plan',
      '/3 reference.unknown',
      '/4 reference.unknown',
      '/5 reference.unknown',
      '/6 value.too-small',
      '/7 value.too-big',
      '/8 change.outside-plan',
    ],
  );
  assert.deepEqual(findings([{ kind: 'delay-project', project: 'phase-2', quarters: -1 }]), [
    '/0/quarters value.too-small',
  ]);
  assert.deepEqual(findings([{ kind: 'wish' }]), ['/0/kind value.not-allowed']);
  assert.deepEqual(findings({}), [' value.type']);
});
