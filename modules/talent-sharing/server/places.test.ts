import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Actor } from '@dualtrack/platform/access';
import { newId } from '@dualtrack/platform/ids';
import { refusal } from '@dualtrack/platform/testing';
import { addClass, addRotation } from '../testing/classes.ts';
import { buildHouse, type House } from '../testing/house.ts';
import { setRoom } from './book-room.ts';
import { answerSession, cancelSession } from './move-session.ts';
import { planSession } from './plan-session.ts';
import { createRoom, listRooms, saveRoom } from './rooms.ts';
import { getSession } from './session-view.ts';
import { answerStay, createStay } from './stays.ts';

let house: House;
before(async () => {
  house = await buildHouse();
});
after(() => house.close());

const monday = { on: '2026-12-07', at: '10:00', minutes: 90 };

/** A school office that asks a fresh mentor. */
async function stage() {
  const { kit, actor } = house;
  const agreementId = await house.addAgreement();
  const mentor = await house.addExpert('mentor', { name: '师傅甲', monthlyHours: 100 });
  const office = actor('school-office');
  const ask = (more: Record<string, unknown> = {}, who: Actor = office) =>
    kit.call(planSession, who, {
      ...{ agreementId, form: 'guest-lecture', title: '讲座', ...monday },
      ...{ experts: [{ expertId: mentor.expertId, isLeading: true, minutes: null }], ...more },
    });
  return { agreementId, mentor, office, ask };
}
const room = (who: Actor, facts: Record<string, unknown> = {}) =>
  house.kit.call(createRoom, who, { name: `室${newId().slice(-8)}`, seats: 40, ...facts });
const reservations = async () => (await house.admin.query('select 1 from room_reservation')).rows.length;

describe('rooms', () => {
  test('one session at a time, as many people as seats, back to back, and free again after a cancellation', async () => {
    const { kit, actor, ids } = house;
    const { ask, office } = await stage();
    const { id: roomId } = await room(office);
    const first = await ask({ roomId, seats: 40 });
    const seen = await kit.call(getSession, actor('enterprise-hr'), { sessionId: first.id });
    assert.deepEqual([seen.heldAt, seen.roomSide, seen.roomSeats], ['school', 'school', 40]);
    await assert.rejects(ask({ roomId, at: '11:00' }), refusal('room.booked'));
    await assert.rejects(ask({ roomId, at: '14:00', seats: 41 }), refusal('room.too-small'));
    await ask({ roomId, at: '11:30' });
    await assert.rejects(ask({ roomId: newId() }), refusal('room.unknown'));
    // The school's own room is nobody else's to give, and taken for every partner.
    await assert.rejects(ask({ roomId }, actor('enterprise-hr')), refusal('room.unknown'));
    const other = await house.addAgreement(ids.school, ids.otherFirm);
    const another = await house.addExpert('mentor', {}, ids.otherFirm);
    const experts = [{ expertId: another.expertId, isLeading: true, minutes: null }];
    await assert.rejects(ask({ agreementId: other, experts, roomId, at: '10:30' }), refusal('room.booked'));
    const before = await reservations();
    await kit.call(cancelSession, office, { sessionId: first.id });
    await kit.settle();
    assert.equal(await reservations(), before - 1);
    await ask({ agreementId: other, experts, roomId, at: '10:00' });
  });

  test('two who take the same room at once: one is told, and nothing of the other is left', async () => {
    const { admin } = house;
    const [one, two] = [await stage(), await stage()];
    const { id: roomId } = await room(one.office);
    const both = await Promise.allSettled([
      one.ask({ roomId, title: '争' }),
      two.ask({ roomId, title: '争' }),
    ]);
    assert.deepEqual(both.map((each) => each.status).sort(), ['fulfilled', 'rejected']);
    const { rows } = await admin.query("select 1 from talent_session where title = '争'");
    assert.equal(rows.length, 1);
  });

  test('a side gives and takes back its own room only; a closed room takes nobody new', async () => {
    const { kit, actor } = house;
    const { ask, office } = await stage();
    const hr = actor('enterprise-hr');
    const { id: roomId } = await room(hr, { name: '培训室', seats: 20 });
    const { id: sessionId } = await ask();
    const given = await kit.call(setRoom, hr, { sessionId, roomId });
    assert.deepEqual([given.heldAt, given.roomSide, given.roomName], ['enterprise', 'enterprise', '培训室']);
    const { id: ownRoom } = await room(office);
    await assert.rejects(
      kit.call(setRoom, office, { sessionId, roomId: ownRoom }),
      refusal('room.other-side'),
    );
    await assert.rejects(
      kit.call(setRoom, actor('teacher'), { sessionId, roomId: null }),
      refusal('session.not-your-role'),
    );
    const [facts] = (await kit.call(listRooms, hr, {})).items.filter((one) => one.id === roomId);
    assert.equal(facts?.coming, 1);
    const kept = { roomId, name: '培训室', seats: 20, isClosed: true };
    await kit.call(saveRoom, hr, kept);
    await kit.call(setRoom, hr, { sessionId, roomId: null });
    await assert.rejects(kit.call(setRoom, hr, { sessionId, roomId }), refusal('room.closed'));
    await assert.rejects(kit.call(saveRoom, office, kept), refusal('thing.not-found'));
    await assert.rejects(room(hr, { name: '培训室' }), refusal('room.name-taken'));
  });

  test('a room in Berlin: hours by its clock, over the change of the clock too, and no Chinese holiday there', async () => {
    const { kit, actor } = house;
    const { ask, agreementId } = await stage();
    const hr = actor('enterprise-hr');
    const teacher = await house.addExpert('teacher', { name: '教师甲', slots: ['1-pm'] });
    const { id: roomId } = await room(hr, { zone: 'Europe/Berlin', seats: 12 });
    const experts = [{ expertId: teacher.expertId, isLeading: true, minutes: null }];
    const there = (more: Record<string, unknown>) =>
      ask({ agreementId, experts, roomId, forSide: 'enterprise', ...more }, hr);
    // Nine in Berlin is four in the afternoon in Hami in winter, within the teacher's Monday afternoon.
    const { id } = await there({ on: '2026-12-07', at: '09:00', minutes: 120 });
    const seen = await kit.call(getSession, hr, { sessionId: id });
    assert.deepEqual([seen.startsAt, seen.zone], ['2026-12-07T08:00:00.000Z', 'Europe/Berlin']);
    await assert.rejects(there({ on: '2026-12-07', at: '12:00' }), refusal('expert.no-slot'));
    // In summer the same hour there is an hour earlier here.
    const summer = await there({ on: '2027-05-03', at: '11:30', minutes: 60 });
    const june = await kit.call(getSession, hr, { sessionId: summer.id });
    assert.equal(june.startsAt, '2027-05-03T09:30:00.000Z');
    await assert.rejects(there({ on: '2027-03-28', at: '02:30' }), refusal('session.no-such-time'));
    await assert.rejects(there({ on: '2027-10-31', at: '02:30' }), refusal('session.time-twice'));
    const anytime = await house.addExpert('teacher');
    await there({
      on: '2027-10-01',
      experts: [{ expertId: anytime.expertId, isLeading: true, minutes: null }],
    });
    await assert.rejects(ask({ on: '2027-10-01' }), refusal('session.on-holiday'));
  });

  test('a room in Bavaria keeps the holidays of Bavaria, and the last hour before the clock goes back', async () => {
    const { kit, actor } = house;
    const { ask, agreementId } = await stage();
    const hr = actor('enterprise-hr');
    const teacher = await house.addExpert('teacher');
    const { id: roomId } = await room(hr, {
      ...{ name: 'Werk Regensburg', zone: 'Europe/Berlin', region: 'DE-BY', seats: 12 },
    });
    const experts = [{ expertId: teacher.expertId, isLeading: true, minutes: null }];
    const there = (more: Record<string, unknown>) =>
      ask({ agreementId, experts, roomId, forSide: 'enterprise', ...more }, hr);
    // Christmas there, All Saints' Day in Bavaria alone, the Day of Unity in the week that is China's, too.
    for (const on of ['2026-12-25', '2027-11-01', '2027-10-03'])
      await assert.rejects(there({ on }), refusal('session.on-holiday'));
    // Labour Day is one in both countries.
    await assert.rejects(there({ on: '2027-05-01' }), refusal('session.on-holiday'));
    const { id } = await there({ on: '2027-10-31', at: '01:00', minutes: 180 });
    const over = await kit.call(getSession, hr, { sessionId: id });
    assert.deepEqual([over.startsAt, over.endsAt], ['2027-10-30T23:00:00.000Z', '2027-10-31T02:00:00.000Z']);
  });
});

describe('classes and rotations', () => {
  test('exams, holidays, weeks at the enterprise and another session of the class are refused with their reason', async () => {
    const { ids } = house;
    const { ask } = await stage();
    const classId = await addClass(house);
    const plan = await addRotation(house, classId, [
      ['2026-12-07', 'school'],
      ['2026-12-14', 'enterprise'],
      ['2026-12-21', 'exam'],
      ['2026-12-28', 'holiday'],
    ]);
    assert.ok(plan.mentorId);
    const { id } = await ask({ classId });
    assert.ok(id);
    const why = async (on: string, more: Record<string, unknown> = {}) => {
      const answer = await ask({ classId, on, ...more }).then(
        () => null,
        (error: { code: string; params: { why?: string } }) => error,
      );
      return answer === null ? null : [answer.code, answer.params.why];
    };
    assert.deepEqual(await why('2026-12-15'), ['session.class-away', 'enterprise']);
    assert.equal(await why('2026-12-15', { heldAt: 'enterprise' }), null);
    assert.deepEqual(await why('2026-12-22', { heldAt: 'online' }), ['session.class-away', 'exam']);
    assert.deepEqual(await why('2026-12-29'), ['session.class-away', 'holiday']);
    const second = await stage();
    await assert.rejects(second.ask({ classId, at: '11:00' }), refusal('session.class-booked'));
    await second.ask({ classId, at: '11:30' });
    const both = await Promise.allSettled(
      [await stage(), await stage()].map((one) => one.ask({ classId, on: '2026-12-08' })),
    );
    assert.deepEqual(both.map((each) => each.status).sort(), ['fulfilled', 'rejected']);
    const foreign = await addClass(house, ids.otherFirm);
    await assert.rejects(ask({ classId: foreign }), refusal('session.no-class'));
  });

  test('without a rotation the calendar of the school counts', async () => {
    const { admin, ids } = house;
    const { ask } = await stage();
    const classId = await addClass(house);
    await admin.query(
      `insert into calendar_entry (tenant_id, id, week_start, kind, scope, note) values ($1, $2, '2027-01-11', 'exam', '', '')`,
      [ids.school, newId()],
    );
    await assert.rejects(ask({ classId, on: '2027-01-12' }), refusal('session.class-away'));
    await ask({ classId, on: '2027-01-19' });
  });

  test('a mentor who guides learners at that hour says who looks after them', async () => {
    const { kit } = house;
    const { ask, mentor } = await stage();
    const classId = await addClass(house);
    await addRotation(house, classId, [['2026-12-14', 'enterprise']], mentor.actor.subjectId);
    const yes = (sessionId: string, cover = '') =>
      kit.call(answerSession, mentor.actor, { sessionId, expertId: mentor.expertId, accept: true, cover });
    const during = await ask({ on: '2026-12-15' });
    await assert.rejects(yes(during.id), refusal('expert.on-rotation'));
    assert.equal((await kit.call(getSession, mentor.actor, { sessionId: during.id })).state, 'asked');
    const after = await yes(during.id, '何志强');
    assert.deepEqual([after.state, after.experts[0]?.cover], ['planned', '何志强']);
    // After the shift, and in a week without learners, nobody needs to cover.
    await yes((await ask({ on: '2026-12-16', at: '17:00' })).id);
    await yes((await ask({ on: '2026-12-21' })).id);
  });

  test('a teacher on practice is not elsewhere, and may train the firm where they are', async () => {
    const { kit, actor } = house;
    const { agreementId } = await stage();
    const teacher = await house.addExpert('teacher', { name: '教师乙' });
    const hr = actor('enterprise-hr');
    const { id: stayId } = await kit.call(createStay, teacher.actor, {
      ...{ agreementId, form: 'teacher-practice', expertId: teacher.expertId, post: '岗', plan: '跟班' },
      ...{ fromOn: '2026-12-07', toOn: '2026-12-18', contents: ['production', 'post', 'new-technology'] },
    });
    await kit.call(answerStay, hr, { stayId, accept: true });
    const ask = (facts: Record<string, unknown>) =>
      kit.call(planSession, actor('project-lead'), {
        ...{ agreementId, form: 'staff-training', title: '培训', ...monday, ...facts },
        experts: [{ expertId: teacher.expertId, isLeading: true, minutes: null }],
      });
    const yes = (sessionId: string) =>
      kit.call(answerSession, teacher.actor, { sessionId, expertId: teacher.expertId, accept: true });
    const elsewhere = await ask({ agreementId: await house.addAgreement() });
    await assert.rejects(yes(elsewhere.id), refusal('expert.on-stay'));
    await yes((await ask({ on: '2026-12-08' })).id);
  });
});
