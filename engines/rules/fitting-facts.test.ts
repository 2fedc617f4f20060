import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays } from './day.ts';
import { fact, factTypes } from './fact-type.ts';
import { packProblems } from './pack-problems.ts';
import { parseFacts, readFacts } from './parse-facts.ts';
import type { Pack } from './rule.ts';
import { shape } from './shape.ts';

const facts = factTypes({
  'show.from': fact(shape.day(), 'First day'),
  'show.to': fact(shape.day(), 'Last day', { aliases: ['last'] }),
  'show.off': fact(shape.byDay(shape.flag()), 'Days off'),
  'show.run': fact(
    shape.listOf(
      shape.fitting(shape.object({ least: shape.count(), most: shape.count() }), ({ least, most }) =>
        most < least ? { at: 'most', expected: `at least ${least}` } : undefined,
      ),
    ),
    'Runs',
  ),
});
const pack: Pack = {
  ...{ id: 'shows', version: '1', rules: [], articles: {}, facts },
  spans: [['show.from', 'show.to']],
};

test('a span that ends before it begins is bad input at the place of its end, however that is spelt', () => {
  fc.assert(
    fc.property(fc.integer({ min: -40, max: 40 }), fc.constantFrom('show.to', 'last'), (days, spelt) => {
      const from = '2026-03-02';
      const document = {
        ...{ format: 'dualtrack/facts@1', on: from },
        facts: { 'show.from': from, [spelt]: addDays(from, days) },
      };
      const read = parseFacts(pack, document);
      assert.equal(read.ok, days >= 0);
      if (!read.ok) {
        assert.deepEqual(read.issues, [
          { pointer: `/facts/${spelt}`, code: 'value.range', params: { expected: `at least ${from}` } },
        ]);
      }
    }),
  );
});

test('a day laid over others is named itself, when it is the first one', () => {
  const ofClass = readFacts(pack, { 'show.to': '2026-03-02' });
  assert.ok(ofClass.ok);
  const own = readFacts(pack, { 'show.from': '2026-03-03' }, [], ofClass.value);
  assert.ok(!own.ok);
  assert.deepEqual(
    own.issues.map(({ pointer, params }) => [pointer, params.expected]),
    [['/show.from', 'at most 2026-03-02']],
  );
});

test('parts that do not fit each other, and names that are no days, are named where they stand', () => {
  const read = readFacts(pack, { 'show.run': [{ least: 3, most: 2 }], 'show.off': { '2026/10/01': true } });
  assert.ok(!read.ok);
  assert.deepEqual(
    read.issues.map(({ pointer }) => pointer),
    ['/show.run/0/most', '/show.off/2026~110~101'],
  );
});

test('a span over a fact that the pack has not is a mistake of the pack', () => {
  const wrong: Pack = { ...pack, spans: [['show.from', 'show.end']] };
  assert.deepEqual(
    packProblems(wrong).map(({ code, params }) => [code, params.name]),
    [['span.undeclared', 'show.end']],
  );
});
