import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { refusal } from '@dualtrack/platform/testing';
import { type ClassKit, classKit } from '../testing/class-kit.ts';
import { openClass } from '../testing/drive-class.ts';
import { addBriefing, cancelBriefing, editBriefing, listBriefings } from './briefings.ts';
import { listMyBriefings, signUpForBriefing } from './my-briefings.ts';
import { myCalendar } from './my-calendar.ts';

let kit: ClassKit;
before(async () => {
  kit = await classKit();
});
after(() => kit.close());

const facts = {
  ...{ startsAt: '2026-11-26T06:00:00Z', minutes: 60, place: '报告厅', link: 'https://meet.example.cn/7' },
  ...{ places: 1, schoolHost: '周敏', enterpriseHost: '胡工' },
};

test('a session is planned, found by students who may apply, and full when it is full', async () => {
  const { classId, office } = await openClass(kit, [2]);
  const [planned] = await kit.call(addBriefing, office, { classId, ...facts });
  const briefingId = planned?.id ?? '';
  const [one = '', two = ''] = await kit.addStudents(2);
  const [foreign = ''] = await kit.addStudents(1, '590101');
  const actors = [one, two].map((subjectId) => kit.actor('student', { subjectId }));
  const [first, second] = actors;
  assert.ok(first && second);
  const both = await Promise.allSettled(
    actors.map((actor) => kit.call(signUpForBriefing, actor, { briefingId, comes: true })),
  );
  assert.equal(both.filter(({ status }) => status === 'fulfilled').length, 1);
  const isFirst = both[0]?.status === 'fulfilled';
  const [comer, other] = isFirst ? [first, second] : [second, first];
  await assert.rejects(
    kit.call(signUpForBriefing, other, { briefingId, comes: true }),
    refusal('briefing.full'),
  );
  // Said twice it is the same place.
  const [seen] = await kit.call(signUpForBriefing, comer, { briefingId, comes: true });
  assert.deepEqual([seen?.isMine, seen?.free], [true, 0]);
  const [bySchool] = await kit.call(listBriefings, office, { classId });
  assert.deepEqual([bySchool?.signedUp, bySchool?.names.length], [1, 1]);
  const [byHost] = await kit.call(listBriefings, kit.actor('enterprise-hr'), { classId });
  assert.deepEqual([byHost?.signedUp, byHost?.names], [1, []]);
  // In the own calendar with its place; not for a student of another major, another school or another firm.
  const { text } = await kit.call(myCalendar, comer, { classId });
  assert.match(text, /DTSTART:20261126T060000Z/);
  assert.match(text, /LOCATION:报告厅/);
  const stranger = kit.actor('student', { subjectId: foreign });
  assert.deepEqual(await kit.call(listMyBriefings, stranger, { classId }), []);
  for (const actor of [stranger, kit.actor('student', { subjectId: one, tenant: kit.ids.otherSchool })])
    await assert.rejects(
      kit.call(signUpForBriefing, actor, { briefingId, comes: true }),
      refusal('thing.not-found'),
    );
  await assert.rejects(
    kit.call(listBriefings, kit.actor('enterprise-hr', { tenant: kit.ids.otherFirm }), { classId }),
    refusal('thing.not-found'),
  );
  await kit.call(signUpForBriefing, comer, { briefingId, comes: false });
  await kit.call(signUpForBriefing, other, { briefingId, comes: true });
});

test('it keeps room for who has signed up, is changed and cancelled, and is over when it has begun', async () => {
  const { classId, office } = await openClass(kit, [2]);
  const [planned] = await kit.call(addBriefing, office, { classId, ...facts, places: 5 });
  const briefingId = planned?.id ?? '';
  const students = await kit.addStudents(2);
  for (const subjectId of students)
    await kit.call(signUpForBriefing, kit.actor('student', { subjectId }), { briefingId, comes: true });
  const few = refusal('briefing.too-few-places');
  await assert.rejects(kit.call(editBriefing, office, { briefingId, ...facts, places: 1 }), few);
  await assert.rejects(
    kit.call(editBriefing, office, { briefingId, ...facts, startsAt: '2026-11-20T06:00:00Z' }),
    refusal('briefing.in-past'),
  );
  await assert.rejects(
    kit.call(addBriefing, office, { classId, ...facts, place: '', link: '' }),
    refusal('input.invalid'),
  );
  await kit.call(editBriefing, office, { briefingId, ...facts, places: 2, place: '二楼' });
  await kit.call(cancelBriefing, office, { briefingId });
  const student = kit.actor('student', { subjectId: students[0] ?? '' });
  const [seen] = await kit.call(listMyBriefings, student, { classId });
  assert.deepEqual([seen?.isCancelled, seen?.place], [true, '二楼']);
  const over = refusal('briefing.over');
  await assert.rejects(kit.call(signUpForBriefing, student, { briefingId, comes: false }), over);
  await assert.rejects(kit.call(cancelBriefing, office, { briefingId }), over);
  await assert.rejects(
    kit.call(addBriefing, kit.actor('enterprise-hr'), { classId, ...facts }),
    refusal('access.forbidden'),
  );
});
