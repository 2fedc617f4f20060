import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { recordSchema } from '@dualtrack/app-server/example-record';

const text = await readFile(new URL('./record-2025-03-12/record.json', import.meta.url), 'utf8');
const record = recordSchema.parse(JSON.parse(text));

test('every person, agreement and base that the agenda names is in the record', () => {
  const persons = new Set(record.persons.map((person) => person.id));
  const { agenda, presider } = record.ceremony;
  assert.ok(persons.has(presider));
  for (const item of agenda) for (const one of item.by) assert.ok(persons.has(one), one);
  assert.ok(record.statements.every((one) => persons.has(one.by)));
  assert.deepEqual(
    agenda.map((item) => item.order),
    agenda.map((_, at) => at + 1),
  );
  assert.equal(agenda.find((item) => item.kind === 'signing')?.agreement, record.agreement.id);
  assert.equal(agenda.find((item) => item.kind === 'unveiling')?.base, record.base.id);
});

test('nothing is in the record that the report does not say: no figures, no credit codes, no contacts', () => {
  const withoutDates = text
    .replaceAll('2025-03-12', '')
    .replaceAll('@1', '')
    .replace(/"order": \d/g, '');
  assert.equal(/\d/.test(withoutDates), false);
  assert.equal(withoutDates.includes('creditCode'), false);
});
