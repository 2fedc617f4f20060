import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readFacts } from './parse-facts.ts';
import { kite, kitePack, kiteRule, notTooHigh } from './small-pack.ts';
import { whatWouldMeet } from './what-would-meet.ts';

const rule = kiteRule({ checks: [notTooHigh, kite.present('flyer.guided', 'flyer.guideId')] });
const pack = kitePack(rule);
const ask = (filed: Record<string, unknown>, id = 'K-1') => {
  const read = readFacts(pack, filed);
  assert.ok(read.ok);
  return whatWouldMeet(pack, id, read.value, { on: '2026-01-01' });
};

test('each failing check comes with its ways out', () => {
  assert.deepEqual(ask({ 'kite.height': 120, 'flyer.guideId': null })?.mend, [
    { check: 'kite.too-high', ways: [{ fact: 'kite.height', must: 'be-at-most', value: 100 }] },
    { check: 'flyer.guided', ways: [] },
  ]);
  assert.deepEqual(ask({ 'kite.height': 120, 'flyer.guideId': 'g' })?.mend.length, 1);
});

test('nothing to mend where it is met; what is missing where it is unknown; nothing for a stranger', () => {
  const met = ask({ 'kite.height': 1, 'flyer.guideId': 'g' });
  assert.deepEqual([met?.outcome, met?.mend], ['met', []]);
  const unknown = ask({ 'kite.height': 1 });
  assert.deepEqual([unknown?.missing, unknown?.mend], [['flyer.guideId'], []]);
  assert.equal(ask({}, 'K-2'), undefined);
});
