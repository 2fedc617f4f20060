import assert from 'node:assert/strict';
import { test } from 'node:test';
import { blocking } from './blocking.ts';
import { evaluate, evaluateMany } from './evaluate.ts';
import { MOMENTS, momentRank } from './moment.ts';
import { readFacts } from './parse-facts.ts';
import { kitePack, kiteRule } from './small-pack.ts';
import { verdictsDocument } from './verdict.ts';

const pack = kitePack(
  kiteRule(),
  kiteRule({ id: 'K-2', strength: 'generally' }),
  kiteRule({ id: 'K-3', severity: 'by-policy' }),
  kiteRule({ id: 'K-4', severity: 'warn' }),
);
const factsOf = (height: number) => {
  const read = readFacts(pack, { 'kite.height': height });
  assert.ok(read.ok);
  return read.value;
};

test('the document has the published form and a verdict for each rule', () => {
  const document = evaluate(pack, factsOf(500), { on: '2026-01-01', moment: 'daily' });
  assert.equal(document.pack, 'kites@1.0.0');
  assert.deepEqual(
    document.verdicts.map(({ rule }) => rule),
    ['K-1', 'K-2', 'K-3', 'K-4'],
  );
  const written: unknown = JSON.parse(JSON.stringify(document));
  assert.deepEqual(verdictsDocument.parse(written), written);
});

test('many at once are each like one alone; a choice of outcomes leaves the rest out', () => {
  const list = [50, 500, 100].map(factsOf);
  const options = { on: '2026-01-01' };
  assert.deepEqual(
    evaluateMany(pack, list, options),
    list.map((facts) => evaluate(pack, facts, options)),
  );
  const broken = evaluateMany(pack, list, { ...options, only: ['breached'] });
  assert.deepEqual(
    broken.map(({ verdicts }) => verdicts.length),
    [0, 4, 0],
  );
});

test('only an outright duty that blocks stops an operation, and what the school adds', () => {
  const { verdicts } = evaluate(pack, factsOf(500), { on: '2026-01-01' });
  assert.deepEqual(
    blocking(verdicts).map(({ rule }) => rule),
    ['K-1'],
  );
  assert.deepEqual(
    blocking(verdicts, ['K-3', 'K-9']).map(({ rule }) => rule),
    ['K-1', 'K-3'],
  );
  assert.deepEqual(blocking(evaluate(pack, factsOf(5), { on: '2026-01-01' }).verdicts), []);
});

test('moments: joined spellings count as their latest part; a strange one is refused', () => {
  assert.equal(momentRank('on_sign_and_monthly'), MOMENTS.monthly);
  assert.equal(momentRank('weekly_and_end'), MOMENTS.at_end);
  assert.equal(momentRank('on_create_and_on_change'), MOMENTS.on_create);
  for (const text of ['', 'toString', 'on_sign_and_', 'n/a']) assert.equal(momentRank(text), undefined, text);
  assert.throws(() => evaluate(pack, factsOf(1), { on: '2026-01-01', moment: 'soon' }), RangeError);
});
