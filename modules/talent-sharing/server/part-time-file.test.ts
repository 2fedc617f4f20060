import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { newId } from '@dualtrack/platform/ids';
import { refusal } from '@dualtrack/platform/testing';
import { buildHouse, type House } from '../testing/house.ts';
import { addEvidence, getEvidence, savePartTime } from './evidence.ts';
import { listTeachersPractice } from './teachers.ts';

let house: House;
before(async () => {
  house = await buildHouse();
  house.kit.clock.set(new Date('2026-11-23T04:00:00Z'));
});
after(() => house?.close());

/** Somebody of the firm who taught at the school this year. */
async function guest() {
  const { expertId } = await house.addExpert('mentor', { name: '胡师傅' });
  const { school, firm } = house.ids;
  await house.admin.query(
    `insert into hour_entry (tenant_id, enterprise_id, id, agreement_id, session_id, expert_id, expert_name, giver, is_shared, form, title, on_day, month, minutes, fee, attested_by, written_at)
     values ($1, $2, $3, $4, $5, $6, '胡师傅', 'enterprise', true, 'guest-lecture', '讲座', '2026-10-15', '2026-10', 90, 0, '{"school":"a","enterprise":"b"}', '2026-10-15')`,
    [school, firm, newId(), newId(), newId(), expertId],
  );
  return expertId;
}
const whole = {
  ...{ yearsInField: 12, titleLevel: 'senior' as const, bornMonth: '1980-05', unitConsents: true },
  ...{ contractFrom: '2026-09-01', contractTo: '2027-07-31' },
};
const odd = (points: readonly { point: string; state: string }[]) =>
  points.filter(({ state }) => state !== 'met').map(({ point, state }) => `${point} ${state}`);

test('what nobody has said of a part-time teacher is named, and a file that says it is kept whole', async () => {
  const { kit, actor } = house;
  const office = actor('school-office');
  const expertId = await guest();
  const before = await kit.call(listTeachersPractice, office, undefined);
  const seen = before.partTimers.find((one) => one.expertId === expertId);
  assert.deepEqual(odd(seen?.points ?? []), [
    ...['years missing', 'title missing', 'age missing', 'consent missing', 'contract missing'],
    'training breached',
  ]);
  const saved = await kit.call(savePartTime, office, { expertId, ...whole });
  assert.deepEqual(odd(saved.partTime?.points ?? []), ['training breached']);
  assert.equal(saved.partTime?.rules.years.isVerified, false);
  await kit.call(addEvidence, office, {
    ...{ expertId, kind: 'teaching-training', title: '岗前培训', issuer: '教师发展中心', number: '' },
    ...{ from: '2026-08-20', to: null },
  });
  // What is left out is asked for again.
  await kit.call(savePartTime, office, { expertId, ...whole, yearsInField: null });
  const after = await kit.call(getEvidence, office, { expertId });
  assert.deepEqual(odd(after.partTime?.points ?? []), ['years missing']);
});

test('a contract that ends before it begins, a birth to come, a teacher of the school and strangers are refused', async () => {
  const { kit, actor } = house;
  const office = actor('school-office');
  const expertId = await guest();
  const save = (change: Partial<typeof whole>, who = office, of = expertId) =>
    kit.call(savePartTime, who, { expertId: of, ...whole, ...change });
  await assert.rejects(save({ contractTo: '2026-08-31' }), refusal('evidence.ends-first'));
  await assert.rejects(save({ bornMonth: '2026-12' }), refusal('evidence.day-ahead'));
  const { expertId: own } = await house.addExpert('teacher');
  await assert.rejects(save({}, office, own), refusal('evidence.not-yours'));
  await assert.rejects(save({}, actor('school-office', house.ids.otherSchool)), refusal('thing.not-found'));
  const { partTime } = await kit.call(getEvidence, office, { expertId });
  assert.equal(partTime?.changedBy, '');
});
