import assert from 'node:assert/strict';
import { test } from 'node:test';
import { evaluate } from './evaluate.ts';
import { PackError } from './pack-error.ts';
import { readFacts } from './parse-facts.ts';
import type { Exception, Rule } from './rule.ts';
import { kite, kitePack, kiteRule, notTooHigh, permitFor } from './small-pack.ts';
import type { Verdict } from './verdict.ts';

function judged(rule: Rule, filed: Record<string, unknown>, moment?: string, on = '2026-01-01'): Verdict {
  const pack = kitePack(rule);
  const read = readFacts(pack, filed);
  assert.ok(read.ok);
  const [verdict] = evaluate(pack, read.value, moment === undefined ? { on } : { on, moment }).verdicts;
  assert.ok(verdict);
  return verdict;
}

const lit = kite.is('kite.dark', 'kite.lit', true, { from: 'daily' });
const excuse = (id: string, kind: 'high' | 'night', changes: Partial<Exception> = {}): Exception => ({
  id,
  priority: 1,
  when: [permitFor(kind)],
  gives: 'excused',
  ...changes,
});

test('met, breached, unknown carry what was looked at and what is missing', () => {
  const met = judged(kiteRule(), { 'kite.height': 100 });
  assert.equal(met.outcome, 'met');
  assert.deepEqual(met.facts, { 'kite.height': 100, 'policy.maxHeight': 100 });
  const breached = judged(kiteRule(), { 'kite.height': 101 });
  assert.deepEqual([breached.outcome, breached.because], ['breached', ['kite.too-high']]);
  const unknown = judged(kiteRule(), { 'kite.lit': true });
  assert.deepEqual([unknown.outcome, unknown.missing], ['unknown', ['kite.height']]);
  assert.deepEqual(unknown.because, ['kite.too-high']);
});

test('one failing check breaks the rule even while another cannot be told', () => {
  const rule = kiteRule({ checks: [notTooHigh, lit] });
  assert.equal(judged(rule, { 'kite.height': 200 }).outcome, 'breached');
  assert.equal(judged(rule, { 'kite.height': 50 }).outcome, 'unknown');
});

test('scope: not applicable wins over what is not known; undecided scope is unknown', () => {
  const rule = kiteRule({
    when: [kite.is('kite.is-lit', 'kite.lit', true), kite.atLeast('flyer.grown', 'flyer.age', 18)],
  });
  assert.equal(judged(rule, { 'flyer.age': 9 }).outcome, 'not-applicable');
  const open = judged(rule, { 'kite.lit': true, 'kite.height': 500 });
  assert.deepEqual([open.outcome, open.missing], ['unknown', ['flyer.age']]);
  assert.equal(judged(rule, { 'kite.lit': true, 'flyer.age': 20, 'kite.height': 500 }).outcome, 'breached');
});

test('a rule out of force is not applicable, on its first and last day it is law', () => {
  const rule = kiteRule({ valid: { from: '2020-01-01', to: '2020-12-31' } });
  const high = { 'kite.height': 500 };
  assert.equal(judged(rule, high, undefined, '2019-12-31').outcome, 'not-applicable');
  assert.equal(judged(rule, high, undefined, '2020-01-01').outcome, 'breached');
  assert.equal(judged(rule, high, undefined, '2020-12-31').outcome, 'breached');
  assert.deepEqual(judged(rule, high, undefined, '2021-01-01').because, ['rule.not-in-force']);
});

test('a duty is neither unknown nor broken before it is due; a standing ban is broken at once', () => {
  const duty = kiteRule();
  assert.deepEqual(judged(duty, {}, 'on_sign').because, ['rule.not-due']);
  assert.equal(judged(duty, { 'kite.height': 500 }, 'on_sign').outcome, 'not-applicable');
  assert.equal(judged(duty, {}, 'before_start').outcome, 'unknown');
  assert.equal(judged(duty, { 'kite.height': 500 }, 'weekly_and_end').outcome, 'breached');
  const ban = kiteRule({ standing: true });
  assert.equal(judged(ban, {}, 'on_sign').outcome, 'not-applicable');
  assert.equal(judged(ban, { 'kite.height': 500 }, 'on_sign').outcome, 'breached');
});

test('a part that falls due later is left out until then; half a duty done early is not met', () => {
  const rule = kiteRule({ checks: [notTooHigh, lit] });
  assert.equal(judged(rule, { 'kite.height': 50 }, 'before_start').outcome, 'met');
  assert.equal(judged(rule, { 'kite.height': 50 }, 'daily').outcome, 'unknown');
  assert.equal(judged(rule, { 'kite.height': 50 }, 'on_sign').outcome, 'not-applicable');
  assert.equal(judged(rule, { 'kite.height': 50, 'kite.lit': true }, 'on_sign').outcome, 'met');
});

test('an exception needs proof, and excuses only the checks it covers', () => {
  const rule = kiteRule({
    checks: [notTooHigh, lit],
    exceptions: [
      excuse('high', 'high', { covers: ['kite.too-high'] }),
      excuse('dark', 'night', { covers: ['kite.dark'] }),
    ],
  });
  const facts = { 'kite.height': 500, 'kite.lit': false, 'permit.id': 'p' };
  assert.equal(judged(rule, { ...facts, 'permit.kind': [] }).outcome, 'breached');
  const half = judged(rule, { ...facts, 'permit.kind': ['high'] });
  assert.deepEqual([half.outcome, half.because], ['breached', ['kite.dark']]);
  const both = judged(rule, { ...facts, 'permit.kind': ['night', 'high'] });
  assert.deepEqual([both.outcome, both.exception], ['excused', 'high+dark']);
  const { 'permit.id': _, ...unproven } = facts;
  assert.equal(judged(rule, { ...unproven, 'permit.kind': ['night', 'high'] }).outcome, 'breached');
});

test('what is excused does not make up for what is not known', () => {
  const rule = kiteRule({ checks: [notTooHigh, lit], exceptions: [excuse('high', 'high')] });
  const facts = { 'kite.height': 500, 'permit.id': 'p', 'permit.kind': ['high'] };
  assert.equal(judged(rule, facts).outcome, 'unknown');
  assert.equal(judged(rule, { ...facts, 'kite.lit': true }).outcome, 'excused');
  assert.equal(judged(rule, { ...facts, 'kite.height': 1, 'kite.lit': true }).outcome, 'met');
});

test('the higher priority decides; other checks can stand in for the rule', () => {
  const stricter: Exception = {
    id: 'stricter-at-night',
    priority: 5,
    when: [permitFor('night')],
    gives: { instead: [kite.atMost('kite.too-high-at-night', 'kite.height', 30)] },
  };
  const outside = excuse('outside', 'high', { priority: 9, gives: 'not-applicable' });
  const rule = kiteRule({ exceptions: [stricter, outside] });
  const facts = { 'kite.height': 50, 'permit.id': 'p' };
  assert.equal(judged(rule, { ...facts, 'permit.kind': [] }).outcome, 'met');
  const night = judged(rule, { ...facts, 'permit.kind': ['night'] });
  assert.deepEqual([night.outcome, night.because], ['breached', ['kite.too-high-at-night']]);
  assert.equal(judged(rule, { ...facts, 'permit.kind': ['night', 'high'] }).outcome, 'not-applicable');
});

test('two exceptions of one priority that disagree are a mistake of the pack', () => {
  const one = excuse('one', 'high');
  const other = excuse('other', 'night', { gives: 'not-applicable' });
  const facts = { 'kite.height': 500, 'permit.id': 'p', 'permit.kind': ['night', 'high'] };
  const conflict = (error: unknown) => error instanceof PackError && error.exceptions.join() === 'one,other';
  assert.throws(() => judged(kiteRule({ exceptions: [one, other] }), facts), conflict);
  const apart = { ...one, covers: ['kite.too-high'] };
  const elsewhere = { ...other, covers: ['kite.dark'] };
  assert.doesNotThrow(() => judged(kiteRule({ exceptions: [apart, elsewhere] }), facts));
  assert.doesNotThrow(() =>
    judged(kiteRule({ exceptions: [one, other] }), { ...facts, 'permit.kind': ['high'] }),
  );
});

test('the value of a sensitive fact is withheld', () => {
  const rule = kiteRule({ checks: [kite.is('flyer.well', 'flyer.ill', false)] });
  const verdict = judged(rule, { 'flyer.ill': true });
  assert.deepEqual([verdict.outcome, verdict.facts, verdict.withheld], ['breached', {}, ['flyer.ill']]);
});

test('"none" is known, left out is not', () => {
  const rule = kiteRule({ checks: [kite.present('flyer.guided', 'flyer.guideId')] });
  assert.equal(judged(rule, { 'flyer.guideId': null }).outcome, 'breached');
  assert.equal(judged(rule, {}).outcome, 'unknown');
});
