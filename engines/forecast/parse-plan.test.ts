import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseForecastPlan } from './parse-plan.ts';
import { planExample } from './plan-example.ts';

type Example = ReturnType<typeof planExample>;

function findings(input: unknown): string[] {
  const parsed = parseForecastPlan(input);
  return parsed.ok ? [] : parsed.issues.map(({ pointer, code }) => `${pointer} ${code}`);
}

/** One fault each: where it goes, what goes there (undefined = taken away), and what must be said about it. */
const faults: [path: (string | number)[], value: unknown, expected: string[]][] = [
  [['format'], 'dualtrack/forecast-plan@2', ['/format value.not-allowed']],
  [['start'], '2026-3', ['/start quarter.malformed']],
  [['start'], '2026-Q5', ['/start quarter.malformed']],
  [['start'], 2026, ['/start value.type']],
  [['colour/~'], 1, ['/colour~1~0 key.unknown']],
  [['occupations', 0, 'attritoin'], 0.1, ['/occupations/0/attritoin key.unknown']],
  [['occupations', 0, 'attrition'], undefined, ['/occupations/0/attrition value.missing']],
  [['occupations', 0, 'attrition'], 1.2, ['/occupations/0/attrition value.too-big']],
  [['occupations', 0, 'attrition'], Number.NaN, ['/occupations/0/attrition value.not-finite']],
  [['occupations', 0, 'attrition'], '0.02', ['/occupations/0/attrition value.type']],
  [['occupations', 0, 'retirements'], [0, 1], ['/occupations/0/retirements array.length']],
  [['occupations', 0, 'retirements', 1], 400, ['/occupations/0/retirements retirements.exceed-headcount']],
  [['occupations', 0, 'retirementAge'], 60, ['/occupations/0/retirementAge retirements.given-twice']],
  [['occupations', 1, 'ageBands'], undefined, ['/occupations/1/retirementAge retirement-age.without-bands']],
  [['occupations', 0, 'ageBands', 1, 'headcount'], 79, ['/occupations/0/ageBands age-bands.sum']],
  [['occupations', 0, 'ageBands', 1, 'from'], 29, ['/occupations/0/ageBands/1 age-band.overlap']],
  [['occupations', 0, 'ageBands', 1, 'to'], 29, ['/occupations/0/ageBands/1 age-band.inverted']],
  [['occupations', 1, 'ageBands', 1, 'from'], 60, ['/occupations/1/ageBands/1 age-band.beyond-retirement']],
  [
    ['occupations', 0, 'headcount'],
    120.5,
    ['/occupations/0/headcount value.type', '/occupations/0/ageBands age-bands.sum'],
  ],
  [['lines', 0, 'units', 2], -1, ['/lines/0/units/2 value.too-small']],
  [['lines', 0, 'units', 2], Number.POSITIVE_INFINITY, ['/lines/0/units/2 value.not-finite']],
  [['lines', 0, 'units'], [1, 2, 3, 4, 5, 6, 7], ['/lines/0/units array.length']],
  [['lines', 0, 'staffing', 0, 'perUnit'], 99_999, ['/lines/0/staffing/0/perUnit line.too-many-heads']],
  [['lines', 0, 'staffing', 1, 'occupation'], 'operator', ['/lines/0/staffing/1 id.duplicate']],
  [['lines', 0, 'staffing', 1, 'occupation'], 'welder', ['/lines/0/staffing/1/occupation reference.unknown']],
  [['projects', 0, 'probability'], -0.1, ['/projects/0/probability value.too-small']],
  [['projects', 0, 'delayQuarters', 'mean'], 4, ['/projects/0/delayQuarters/mean delay.mean-above-max']],
  [['projects', 1, 'id'], 'phase-2', ['/projects/1 id.duplicate']],
  [['projects', 0, 'headcount', 0, 'byQuarter'], [], ['/projects/0/headcount/0/byQuarter array.length']],
  [['supply', 1, 'id'], undefined, ['/supply/1 id.duplicate']],
  [
    ['supply', 0, 'occupation'],
    '',
    ['/supply/0/occupation value.too-short', '/supply/0/occupation reference.unknown'],
  ],
  [['supply', 0, 'graduates'], null, ['/supply/0/graduates value.type']],
  [['training', 0, 'classSize', 'min'], 26, ['/training/0/classSize class-size.inverted']],
  [['training', 0, 'leadQuarters'], 0, ['/training/0/leadQuarters value.too-small']],
  [['training', 0, 'occupation'], 'welder', ['/training/0/occupation reference.unknown']],
  [['costs', 'surplus'], 0, ['/costs/surplus value.too-small']],
  [['occupations'], [], ['/occupations value.too-short']],
];

function put(target: object, path: (string | number)[], value: unknown): void {
  const last = path.at(-1)!;
  const owner = path.slice(0, -1).reduce<object>((at, step) => Reflect.get(at, step), target);
  if (value === undefined) Reflect.deleteProperty(owner, last);
  else Reflect.set(owner, last, value);
}

test('the example is a plan, and only lists are filled in', () => {
  const parsed = parseForecastPlan(planExample());
  assert.deepEqual(parsed, { ok: true, value: planExample() });
  const { format, start, quarters, occupations } = planExample();
  const least = parseForecastPlan({ format, start, quarters, occupations });
  assert.ok(least.ok);
  assert.deepEqual(
    [least.value.lines, least.value.projects, least.value.supply, least.value.training],
    [[], [], [], []],
  );
});

for (const [path, value, expected] of faults) {
  test(`${path.join('/')} = ${String(JSON.stringify(value))} is named`, () => {
    const input = planExample();
    put(input, path, value);
    const found = findings(input);
    for (const line of expected) assert.ok(found.includes(line), `${line} not in ${found.join(', ')}`);
    // An emptied list makes every reference to it wrong too; every other fault is reported by itself.
    if (path.length > 1) assert.deepEqual(found.toSorted(), expected.toSorted());
  });
}

test('all faults of a plan are named at once, those of shape and those between fields', () => {
  const input: Example = planExample();
  const apart = faults.filter(([path]) => ['lines', 'projects', 'supply'].includes(String(path[0])));
  const oneEach = apart.filter(([path], i) => apart.findIndex(([other]) => other[0] === path[0]) === i);
  for (const [path, value] of oneEach) put(input, path, value);
  put(input, ['training', 1, 'completion'], 'most');
  const expected = [...oneEach.flatMap(([, , lines]) => lines), '/training/1/completion value.type'];
  assert.equal(expected.length, 4);
  assert.deepEqual(findings(input).toSorted(), expected.toSorted());
});

test('params carry the figures', () => {
  const input = planExample();
  put(input, ['lines', 0, 'units'], [1]);
  put(input, ['supply', 0, 'joinRate'], 2);
  const parsed = parseForecastPlan(input);
  assert.deepEqual(parsed, {
    ok: false,
    issues: [
      { pointer: '/supply/0/joinRate', code: 'value.too-big', params: { maximum: 1 } },
      { pointer: '/lines/0/units', code: 'array.length', params: { expected: 6, received: 1 } },
    ],
  });
});

test('whatever the input, the answer is a value or issues, never an exception', () => {
  const anywhere = fc.constantFrom(...faults.map(([path]) => path));
  fc.assert(
    fc.property(anywhere, fc.anything(), (path, value) => {
      const input = planExample();
      put(input, path, value);
      const parsed = parseForecastPlan(input);
      assert.ok(parsed.ok || parsed.issues.length > 0);
    }),
  );
  fc.assert(
    fc.property(fc.anything(), (input) => {
      const parsed = parseForecastPlan(input);
      assert.ok(!parsed.ok && parsed.issues.length > 0);
    }),
  );
});
