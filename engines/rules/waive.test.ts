import assert from 'node:assert/strict';
import { test } from 'node:test';
import { evaluate } from './evaluate.ts';
import { readFacts } from './parse-facts.ts';
import { kitePack, kiteRule } from './small-pack.ts';
import { WAIVED, withWaivers } from './waive.ts';

const pack = kitePack(
  kiteRule({ id: 'K-1', waivableBy: 'school' }),
  kiteRule({ id: 'K-2', waivableBy: 'nobody' }),
  kiteRule({ id: 'K-3', waivableBy: 'school' }),
);
const judged = (height?: number) => {
  const read = readFacts(pack, height === undefined ? {} : { 'kite.height': height });
  assert.ok(read.ok);
  return evaluate(pack, read.value, { on: '2026-01-01' }).verdicts;
};

test('a waiver excuses a breach that may be waived, and nothing else', () => {
  const waive = (rules: string[], height?: number) =>
    withWaivers(judged(height), ({ rule }) => rules.includes(rule)).map((one) => one.outcome);
  assert.deepEqual(waive(['K-1', 'K-2'], 200), ['excused', 'breached', 'breached']);
  assert.deepEqual(waive(['K-1', 'K-2', 'K-3'], 50), ['met', 'met', 'met']);
  assert.deepEqual(waive(['K-1', 'K-2', 'K-3']), ['unknown', 'unknown', 'unknown']);
  const [excused] = withWaivers(judged(200), () => true);
  assert.equal(excused?.exception, WAIVED);
  assert.deepEqual(excused?.because, ['kite.too-high']);
});
