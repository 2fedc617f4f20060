import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fact } from './fact-type.ts';
import { parseFacts, readFacts } from './parse-facts.ts';
import { shape } from './shape.ts';
import { kitePack, kiteRule } from './small-pack.ts';

const pack = kitePack(kiteRule());
const frame = { format: 'dualtrack/facts@1', on: '2026-03-02' };
const pointers = (input: unknown) => {
  const read = parseFacts(pack, input);
  return read.ok ? [] : read.issues.map(({ pointer, code }) => `${pointer} ${code}`);
};

test('a right document is read whole, with settings filled in and instants made days', () => {
  const facts = { 'kite.height': 7, 'field.day': '2026-03-01T20:00Z', 'flyer.guideId': null };
  const read = parseFacts(pack, { ...frame, moment: 'before_start', facts });
  assert.ok(read.ok);
  assert.equal(read.value.on, '2026-03-02');
  assert.equal(read.value.moment, 'before_start');
  assert.deepEqual(read.value.facts, { ...facts, 'field.day': '2026-03-02', 'policy.maxHeight': 100 });
});

test('every mistake is named at once, each where it stands', () => {
  const facts = {
    'kite.height': -1,
    'kite.lit': 'yes',
    'flyer.age': null,
    'permit.kind': ['high', 'deep'],
    'field.day': '2026-02-30',
  };
  const found = pointers({ format: 'dualtrack/facts@2', on: 'today', moment: 'soon', facts, extra: 1 });
  assert.deepEqual(found.toSorted(), [
    '/extra key.unknown',
    '/facts/field.day value.format',
    '/facts/flyer.age value.type',
    '/facts/kite.height value.range',
    '/facts/kite.lit value.type',
    '/facts/permit.kind/1 value.not-allowed',
    '/format value.not-allowed',
    '/moment value.format',
    '/on value.format',
  ]);
});

test('names no rule knows are told, with what was probably meant, and stop nothing', () => {
  const read = readFacts(pack, { 'kite.hieght': 5, 'a~b/c': 1, 'kite.lit': true }, ['facts']);
  assert.ok(read.ok);
  assert.deepEqual(read.warnings, [
    {
      pointer: '/facts/kite.hieght',
      code: 'fact.unknown',
      params: { name: 'kite.hieght', nearest: 'kite.height' },
    },
    { pointer: '/facts/a~0b~1c', code: 'fact.unknown', params: { name: 'a~b/c' } },
  ]);
  assert.equal(read.value['kite.hieght'], undefined);
});

test('a fact may go by its other name, but not by both', () => {
  const other = readFacts(pack, { 'height(kite)': 5 });
  assert.ok(other.ok && other.value['kite.height'] === 5);
  assert.deepEqual(pointers({ ...frame, facts: { 'height(kite)': 5, 'kite.height': 5 } }), [
    '/facts/kite.height fact.twice',
  ]);
});

test('of several forms the one that was meant is told about, by the place inside', () => {
  const either = shape.either(
    shape.count(),
    shape.listOf(
      shape.either(shape.object({ on: shape.day() }), shape.object({ from: shape.day(), to: shape.day() })),
    ),
  );
  const facts = { ...pack.facts, flights: fact(either, 'Flights') };
  const issuesOf = (flights: unknown) => {
    const read = readFacts({ ...pack, facts }, { flights });
    return read.ok ? [] : read.issues.map(({ pointer, params }) => `${pointer} ${params.expected}`);
  };
  assert.deepEqual(issuesOf([{ on: '2026-01-01' }, { from: '2026-01-01', to: 5 }]), ['/flights/1/to string']);
  assert.deepEqual(issuesOf('many'), ['/flights number | array']);
});

test('names of object machinery are just unknown facts', () => {
  const hostile = JSON.parse(
    '{"__proto__":{"kite.lit":true},"constructor":1,"toString":2,"hasOwnProperty":3}',
  );
  const read = readFacts(pack, hostile);
  assert.ok(read.ok);
  assert.equal(read.warnings.length, 4);
  assert.equal(read.value['kite.lit'], undefined);
});

test('whatever is put in, an answer comes out', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (anything, facts) => {
      assert.equal(parseFacts(pack, anything).ok, false);
      const read = parseFacts(pack, { ...frame, facts });
      if (!read.ok)
        assert.ok(read.issues.length > 0 && read.issues.every(({ params }) => params.expected !== ''));
    }),
  );
});

test('a day of judgement that is left out, or is a number, is asked for as a day', () => {
  for (const on of [undefined, 20260302, '2027-02-29']) {
    const read = parseFacts(pack, { format: 'dualtrack/facts@1', on, facts: {} });
    assert.ok(!read.ok);
    assert.deepEqual(
      read.issues.filter(({ pointer }) => pointer === '/on').map(({ params }) => params.expected),
      ['a calendar day, YYYY-MM-DD'],
    );
  }
});
