import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  conditionsOf,
  evaluate,
  evaluateMany,
  type FiledFacts,
  MOMENTS,
  packProblems,
  type Rule,
  readFacts,
  type Verdict,
  whatWouldMeet,
} from '@dualtrack/rules';
import fc from 'fast-check';
import { pack } from '../pack.ts';
import { allCases } from './all-cases.ts';
import { type Filed, LAWFUL_ON, lawfulPlacement } from './lawful.ts';

const on = LAWFUL_ON;

function read(filed: Filed): FiledFacts {
  const facts = readFacts(pack, filed);
  assert.ok(facts.ok, JSON.stringify(facts.ok || facts.issues));
  return facts.value;
}

function readsOf(rule: Rule): ReadonlySet<string> {
  return new Set(conditionsOf(rule).flatMap(({ reads }) => reads));
}

const changes: readonly Filed[] = allCases.flatMap(
  ({ base = {}, met = [], breached, excused = [], notApplicable = [] }) => [
    base,
    ...met,
    ...breached.map(({ set }) => set),
    ...excused,
    ...notApplicable,
  ],
);

/** The lawful placement with some of the cases' changes laid over it and some facts taken away. */
const someFacts: fc.Arbitrary<Filed> = fc
  .record({
    laid: fc.array(fc.constantFrom(...changes), { maxLength: 6 }),
    dropped: fc.subarray(Object.keys(lawfulPlacement), { maxLength: 12 }),
  })
  .map(({ laid, dropped }) => {
    const filed = Object.assign({ ...lawfulPlacement }, ...laid);
    return Object.fromEntries(Object.entries(filed).filter(([name]) => !dropped.includes(name)));
  });

const gist = ({ outcome, because, missing, exception, facts }: Verdict) => ({
  outcome,
  because,
  missing,
  exception,
  facts,
});

test('the pack has no mistakes that can be seen without facts', () => {
  assert.deepEqual(packProblems(pack), []);
});

test('facts a rule does not declare never change its verdict', () => {
  fc.assert(
    fc.property(someFacts, fc.constantFrom(...pack.rules), (filed, rule) => {
      const reads = readsOf(rule);
      const own = Object.fromEntries(Object.entries(filed).filter(([name]) => reads.has(name)));
      const judge = (facts: Filed) =>
        evaluate({ ...pack, rules: [rule] }, read(facts), { on }).verdicts.map(gist);
      assert.deepEqual(judge(filed), judge(own));
    }),
    { numRuns: 400 },
  );
});

test('without a fact that it needs, a rule is never met', () => {
  const needing = pack.rules.flatMap((rule) => {
    const needs = [...rule.when, ...rule.checks].flatMap((condition) => condition.needs);
    const filed = [...new Set(needs)].filter((name) => !name.startsWith('policy.'));
    return filed.map((name) => ({ rule, name }));
  });
  fc.assert(
    fc.property(someFacts, fc.constantFrom(...needing), (filed, { rule, name }) => {
      const { [name]: _, ...rest } = filed;
      const [verdict] = evaluate({ ...pack, rules: [rule] }, read(rest), { on }).verdicts;
      assert.notEqual(verdict?.outcome, 'met', `${rule.id} without ${name}`);
      if (verdict?.outcome === 'unknown') assert.ok(verdict.missing.length > 0);
    }),
    { numRuns: 600 },
  );
});

test('from the lawful placement, taking any one fact away makes unknown, never met by another way', () => {
  const whole = new Map(evaluate(pack, read(lawfulPlacement), { on }).verdicts.map((one) => [one.rule, one]));
  for (const name of Object.keys(lawfulPlacement)) {
    const { [name]: _, ...rest } = lawfulPlacement;
    for (const verdict of evaluate(pack, read(rest), { on }).verdicts) {
      const before = whole.get(verdict.rule);
      if (verdict.outcome !== before?.outcome)
        assert.equal(verdict.outcome, 'unknown', `${verdict.rule} ${name}`);
      if (before?.outcome !== 'met' || !isNeeded(verdict.rule, name)) continue;
      assert.equal(verdict.outcome, 'unknown', `${verdict.rule} without ${name}`);
      assert.ok(verdict.missing.includes(name));
    }
  }
});

function isNeeded(ruleId: string, name: string): boolean {
  const rule = pack.rules.find(({ id }) => id === ruleId);
  return !!rule && [...rule.when, ...rule.checks].some(({ needs }) => needs.includes(name));
}

test('judging changes nothing and gives the same again, alone or among many', () => {
  fc.assert(
    fc.property(fc.array(someFacts, { minLength: 1, maxLength: 3 }), (many) => {
      const list = many.map(read);
      const before = JSON.stringify(list);
      const together = evaluateMany(pack, list, { on });
      assert.deepEqual(
        together,
        many.map((filed) => evaluate(pack, read(filed), { on })),
      );
      assert.equal(JSON.stringify(list), before);
    }),
    { numRuns: 40 },
  );
});

test('a moment only ever quiets a verdict: later duties do not apply yet, nothing else changes into a breach', () => {
  const moments = Object.keys(MOMENTS);
  fc.assert(
    fc.property(someFacts, fc.constantFrom(...moments), (filed, moment) => {
      const facts = read(filed);
      const all = evaluate(pack, facts, { on }).verdicts;
      const now = evaluate(pack, facts, { on, moment }).verdicts;
      for (const [index, verdict] of now.entries()) {
        const later = all[index]?.outcome;
        if (verdict.outcome === later) continue;
        assert.ok(
          later === 'unknown' || later === 'breached' || later === 'excused',
          `${verdict.rule} ${later}`,
        );
        assert.notEqual(verdict.outcome, 'breached');
      }
    }),
    { numRuns: 150 },
  );
});

test('every way that is offered mends its check', () => {
  let offered = 0;
  for (const { rule, base = {}, breached } of allCases) {
    for (const { set } of breached) {
      const filed: Filed = { ...lawfulPlacement, ...base, ...set };
      const what = whatWouldMeet(pack, rule, read(filed), { on });
      assert.equal(what?.outcome, 'breached');
      for (const { check, ways } of what.mend) {
        for (const { fact, must, value } of ways) {
          offered += 1;
          const mended = read({ ...filed, [fact]: mend(filed[fact], must, value) });
          const verdict = evaluate(pack, mended, { on }).verdicts.find((one) => one.rule === rule);
          assert.ok(
            !verdict?.because.includes(check),
            `${rule} ${check} by ${fact} ${must} ${JSON.stringify(value)}`,
          );
        }
      }
    }
  }
  assert.ok(offered > 60, `${offered} ways`);
});

function mend(now: unknown, must: string, value: unknown): unknown {
  const list = Array.isArray(now) ? now : [];
  const given: readonly unknown[] = Array.isArray(value) ? value : [value];
  if (must === 'include') return [...list, ...given];
  if (must === 'leave-out') return list.filter((item) => !given.includes(item));
  if (must !== 'be-one-of') return value;
  // A category stands for all of its majors.
  const [first] = given;
  return typeof first === 'string' && /^\d{2}$/.test(first) ? `${first}0101` : first;
}
