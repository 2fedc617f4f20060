import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lawOf } from '@dualtrack/compliance/laws';
import { evaluate, readFacts } from '@dualtrack/rules';
import { coverFacts, signedFacts } from './typed-facts.ts';

const pack = lawOf('CN')?.joined;
assert.ok(pack);
const placement = { 'placement.start': '2026-03-02', 'placement.end': '2026-07-31', 'student.id': 's' };

function outcome(rule: string, facts: ReturnType<typeof coverFacts>, more = {}) {
  const all = Object.fromEntries(facts.map(({ name, value }) => [name, value]));
  assert.ok(pack);
  const read = readFacts(pack, { ...placement, ...more, ...all });
  assert.ok(read.ok, JSON.stringify(read));
  return evaluate(pack, read.value, { on: '2026-03-02' }).verdicts.find((one) => one.rule === rule)?.outcome;
}

test('a policy is judged as it is typed', () => {
  const cover = { number: 'P-1', from: '2026-03-01', to: '2026-07-31', payer: 'school' };
  assert.equal(outcome('CN-INT-054', coverFacts(cover)), 'met');
  assert.equal(outcome('CN-INT-054', coverFacts({ ...cover, to: '2026-07-30' })), 'breached');
  // Half a policy is no statement: what has no number yet, or ends before it begins.
  assert.deepEqual(coverFacts({ ...cover, number: ' ' }), []);
  assert.deepEqual(coverFacts({ ...cover, to: '2026-02-01' }), []);
});

test('signatures and consents are judged as they are typed', () => {
  const days = { schoolSignedOn: '2026-02-01', hostSignedOn: '2026-02-01', studentSignedOn: '2026-02-02' };
  const consents = { studentConsentOn: '2026-02-02', guardianConsentOn: '' };
  const adult = {
    'student.birthDate': '2005-01-01',
    'agreement.templateId': 'T',
    'placement.origin': 'school',
  };
  const rest = { ...adult, 'agreement.voided': false };
  assert.equal(outcome('CN-INT-016', signedFacts({ ...days, ...consents }), rest), 'met');
  const late = signedFacts({ ...days, ...consents, studentSignedOn: '2026-03-03' });
  assert.equal(outcome('CN-INT-016', late, rest), 'breached');
  const nobody = { schoolSignedOn: '', hostSignedOn: '', studentSignedOn: '' };
  assert.deepEqual(signedFacts({ ...nobody, ...consents, studentConsentOn: '' }), []);
});
