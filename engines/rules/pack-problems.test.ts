import assert from 'node:assert/strict';
import { test } from 'node:test';
import { packProblems } from './pack-problems.ts';
import { ratioCondition } from './ratio.ts';
import { kitePack, kiteRule, notTooHigh, permitFor } from './small-pack.ts';

const codes = (pack: Parameters<typeof packProblems>[0]) =>
  packProblems(pack).map(({ rule, code }) => `${rule} ${code}`);

test('a sound pack has no problems', () => {
  const excused = {
    id: 'e',
    priority: 1,
    when: [permitFor('high')],
    covers: ['kite.too-high'],
    gives: 'excused',
  } as const;
  assert.deepEqual(codes(kitePack(kiteRule({ exceptions: [excused] }))), []);
});

test('each mistake is found', () => {
  const exception = { id: 'e', priority: 1, when: [], gives: 'excused' } as const;
  const strange = ratioCondition({ code: 'r', count: 'kites', basis: 'flyer.age', parts: 1, in: 10 });
  const pack = kitePack(
    kiteRule(),
    kiteRule(),
    kiteRule({ id: 'K-2', valid: { from: '2020-01-02', to: '2020-01-01' }, moments: ['daily', 'on_sign'] }),
    kiteRule({ id: 'K-3', checks: [notTooHigh, notTooHigh, strange] }),
    kiteRule({ id: 'K-4', exceptions: [exception, { ...exception, covers: ['none'] }] }),
  );
  assert.deepEqual(codes(pack), [
    'K-1 rule.duplicate',
    'K-2 rule.validity-inverted',
    'K-2 rule.moments-out-of-order',
    'K-3 check.duplicate',
    'K-3 fact.undeclared',
    'K-4 exception.duplicate',
    'K-4 exception.covers-unknown-check',
  ]);
});

test('a name that belongs to another fact cannot be an alias', () => {
  const pack = kitePack(kiteRule());
  const [height] = Object.values(pack.facts);
  assert.ok(height);
  const facts = { ...pack.facts, 'kite.depth': { ...height, aliases: ['kite.lit'] } };
  assert.deepEqual(codes({ ...pack, facts }), [' fact.alias-taken']);
});
