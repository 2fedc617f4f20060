import assert from 'node:assert/strict';
import { test } from 'node:test';
import { evaluate, type Outcome, readFacts, type Verdict } from '@dualtrack/rules';
import { pack } from '../pack.ts';
import { allCases } from './all-cases.ts';
import { type Filed, LAWFUL_ON, lawfulPlacement } from './lawful.ts';

function verdictsOn(filed: Filed): readonly Verdict[] {
  const read = readFacts(pack, filed);
  assert.ok(read.ok, JSON.stringify(read.ok || read.issues));
  assert.deepEqual(read.warnings, []);
  return evaluate(pack, read.value, { on: LAWFUL_ON }).verdicts;
}

function verdictOf(rule: string, filed: Filed): Verdict {
  const found = verdictsOn(filed).find((verdict) => verdict.rule === rule);
  assert.ok(found);
  return found;
}

function without(filed: Filed, name: string): Filed {
  return Object.fromEntries(Object.entries(filed).filter(([key]) => key !== name));
}

const breachedIn = (filed: Filed) =>
  verdictsOn(filed).flatMap(({ rule, outcome }) => (outcome === 'breached' ? [rule] : []));

function expectOutcome(rule: string, filed: Filed, outcome: Outcome, about: string): Verdict {
  const verdict = verdictOf(rule, filed);
  assert.equal(verdict.outcome, outcome, `${rule} ${about}: ${JSON.stringify(verdict)}`);
  return verdict;
}

test('the lawful placement meets every rule that applies to it', () => {
  const verdicts = verdictsOn(lawfulPlacement);
  const other = verdicts.filter(({ outcome }) => outcome !== 'met');
  assert.deepEqual(
    other.map(({ rule, outcome }) => `${rule} ${outcome}`),
    ['006', '021', '042', '043', '044'].map((number) => `CN-INT-${number} not-applicable`),
  );
});

test('every rule of the pack has cases', () => {
  assert.deepEqual(
    allCases.map(({ rule }) => rule),
    pack.rules.map(({ id }) => id),
  );
});

for (const { rule, base = {}, met = [], breached, unknown, excused = [], notApplicable = [] } of allCases) {
  test(`${rule}: met, breached, unknown and the rest`, () => {
    const applies = { ...lawfulPlacement, ...base };
    expectOutcome(rule, applies, 'met', 'as it stands');
    for (const set of met) expectOutcome(rule, { ...applies, ...set }, 'met', JSON.stringify(set));
    for (const { set, also = [] } of breached) {
      const verdict = expectOutcome(rule, { ...applies, ...set }, 'breached', JSON.stringify(set));
      assert.ok(verdict.because.length > 0);
      assert.deepEqual(verdict.missing, []);
      assert.deepEqual(breachedIn({ ...applies, ...set }), [rule, ...also].toSorted(), JSON.stringify(set));
    }
    for (const name of unknown) {
      const verdict = expectOutcome(rule, without(applies, name), 'unknown', `without ${name}`);
      assert.ok(verdict.missing.includes(name), `${name} in ${verdict.missing.join()}`);
    }
    for (const set of excused) {
      const verdict = expectOutcome(rule, { ...applies, ...set }, 'excused', JSON.stringify(set));
      assert.match(verdict.exception ?? '', /^filed-/);
    }
    for (const set of notApplicable) {
      expectOutcome(rule, { ...applies, ...set }, 'not-applicable', JSON.stringify(set));
    }
  });
}
