import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testPack } from './pack-cases.ts';
import { kite, kitePack, kiteRule, notTooHigh, permitFor } from './small-pack.ts';

const lawful = { 'kite.height': 50 };
const good = { rule: 'K-1', breached: [{ set: { 'kite.height': 200 } }], unknown: ['kite.height'] };
const on = '2026-01-01';
const codes = (...given: Parameters<typeof testPack>) => testPack(...given).map(({ code }) => code);

test('a pack whose cases hold has no failure', () => {
  assert.deepEqual(codes(kitePack(kiteRule()), { on, lawful, cases: [good] }), []);
});

test('a rule without cases, and cases without a rule, are told', () => {
  const pack = kitePack(kiteRule(), kiteRule({ id: 'K-2' }));
  const cases = [{ ...good, breached: [{ set: { 'kite.height': 200 }, also: ['K-2'] }] }];
  assert.deepEqual(codes(pack, { on, lawful, cases }), ['case.missing']);
  const stray = [good, { ...good, rule: 'K-9' }];
  assert.deepEqual(codes(kitePack(kiteRule()), { on, lawful, cases: stray }), ['case.no-such-rule']);
});

test('an outcome that is not the one told, a second rule that breaks, a fact that is not needed: told', () => {
  const pack = kitePack(kiteRule());
  const tried = (changes: object) => codes(pack, { on, lawful, cases: [{ ...good, ...changes }] });
  assert.deepEqual(tried({ breached: [{ set: { 'kite.height': 60 } }] }), [
    'case.other-outcome',
    'case.other-rules',
  ]);
  assert.deepEqual(tried({ unknown: ['kite.lit'] }), ['case.other-outcome']);
  assert.deepEqual(tried({ breached: [] }), ['case.too-few']);
  assert.deepEqual(tried({ met: [{ 'kite.height': 'high' }] }), ['case.unreadable']);
  assert.deepEqual(tried({ met: [{ 'kite.hight': 5 }] }), ['case.unreadable']);
  const two = kitePack(kiteRule(), kiteRule({ id: 'K-2' }));
  assert.deepEqual(codes(two, { on, lawful, cases: [good, { ...good, rule: 'K-2' }] }), [
    'case.other-rules',
    'case.other-rules',
  ]);
  assert.deepEqual(codes(pack, { on, lawful: {}, cases: [] }), ['lawful.not-lawful', 'case.missing']);
});

test('two exceptions that apply together and disagree come out in a case', () => {
  const exception = (id: string, gives: 'excused' | 'not-applicable', kind: 'high' | 'night') => ({
    ...{ id, priority: 1, gives, when: [permitFor(kind)] },
  });
  const rule = kiteRule({
    checks: [notTooHigh],
    exceptions: [exception('high', 'excused', 'high'), exception('night', 'not-applicable', 'night')],
  });
  const both = { 'kite.height': 200, 'permit.id': 'P', 'permit.kind': ['high', 'night'] };
  const cases = [{ ...good, excused: [both] }];
  assert.deepEqual(codes(kitePack(rule), { on, lawful, cases }), ['case.exceptions-disagree']);
});

test('a sentence that is missing in a language is told', () => {
  const texts = { rules: {}, facts: {}, reasons: {}, exceptions: {}, waivableBy: {} };
  const confidence = { seen: '', inferred: '', recalled: '', 'recalled-low': '', 'chapter-only': '' };
  const rest = { title: 'Kites', caution: '', confidence: { ...confidence, 'other-law': '', press: '' } };
  const pack = {
    ...kitePack(kiteRule({ when: [kite.is('kite.is-lit', 'kite.lit', true)] })),
    articles: { en: { ...texts, ...rest } },
  };
  const found = testPack(pack, { on, lawful: { ...lawful, 'kite.lit': true }, cases: [good] });
  const names = found.filter(({ code }) => code === 'pack.text-missing').map(({ params }) => params['name']);
  for (const name of ['K-1', 'kite.too-high', 'kite.is-lit', 'nobody', 'flyer.age', 'night']) {
    assert.ok(names.includes(name), name);
  }
});
