import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readDraft } from './draft.ts';

const initial = { title: '', seats: 20, start: null, places: ['a'] as const };

test('a draft comes back as it was kept', () => {
  const values = { ...initial, title: '机电订单班', seats: 36, start: '2026-03-02' };
  const draft = readDraft(JSON.stringify({ at: '2026-11-22T08:00:00Z', values }), initial);
  assert.deepEqual(draft?.values, values);
  assert.equal(draft?.at, '2026-11-22T08:00:00Z');
});

test('fields that changed their kind or are gone are left out', () => {
  const values = { title: 7, seats: 30, places: 'a', gone: true, __proto__: { evil: 1 } };
  const draft = readDraft(JSON.stringify({ at: 'x', values }), initial);
  assert.deepEqual(draft?.values, { ...initial, seats: 30 });
});

test('nothing that is kept can break a form', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      const draft = readDraft(text, initial);
      return draft === undefined || Object.keys(draft.values).length === Object.keys(initial).length;
    }),
  );
  assert.equal(readDraft(null, initial), undefined);
  assert.equal(readDraft(JSON.stringify({ at: 'x', values: initial }), initial), undefined);
});
