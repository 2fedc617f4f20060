import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { refusal } from '@dualtrack/platform/testing';
import { type ClassKit, classKit } from '../testing/class-kit.ts';
import { fillClass, openClass } from '../testing/drive-class.ts';
import { putApplication, withdrawApplication } from './apply.ts';
import { createClass, editClass, listStartable } from './draft-class.ts';
import { moveClass } from './move-class.ts';
import { getMyClass, listMyClasses } from './my-classes.ts';
import { getClass, listApplications, listClasses } from './read-classes.ts';
import { putScores } from './score.ts';

let kit: ClassKit;
before(async () => {
  kit = await classKit();
});
after(() => kit.close());

describe('forming a class', () => {
  test('from an agreement in force, once, with no more seats than the order has', async () => {
    const office = kit.actor('school-office');
    const { agreementId, posts } = await kit.addAgreement([3, 2]);
    const startable = await kit.call(listStartable, office, undefined);
    assert.equal(startable.agreements.find((one) => one.id === agreementId)?.seats, 5);
    const draft = { agreementId, name: '班', startsOn: '2027-03-01', endsOn: '2027-07-31', majorCodes: [] };
    const tooMany = { ...draft, seats: [{ postId: posts[0] ?? '', capacity: 4 }] };
    await assert.rejects(() => kit.call(createClass, office, tooMany), refusal('class.too-many-seats'));
    const empty = { ...draft, seats: posts.map((postId) => ({ postId, capacity: 0 })) };
    await assert.rejects(() => kit.call(createClass, office, empty), refusal('class.no-such-seat'));
    // 2027 is no leap year.
    const noDay = { ...draft, applicationsUntil: '2027-02-29' };
    await assert.rejects(() => kit.call(createClass, office, noDay), refusal('input.invalid'));
    const both = await Promise.allSettled([1, 2].map(() => kit.call(createClass, office, draft)));
    assert.equal(both.filter((one) => one.status === 'fulfilled').length, 1);
    const again = await kit.call(listStartable, office, undefined);
    assert.ok(!again.agreements.some((one) => one.id === agreementId));
  });

  test('a declined agreement, another school and the enterprise form none', async () => {
    const { agreementId } = await kit.addAgreement([3]);
    const draft = { agreementId, name: '班', startsOn: '2027-03-01', endsOn: '2027-07-31', majorCodes: [] };
    const stranger = kit.actor('school-office', { tenant: kit.ids.otherSchool });
    const noAgreement = refusal('class.agreement-not-in-force');
    await assert.rejects(() => kit.call(createClass, stranger, draft), noAgreement);
    await assert.rejects(
      () => kit.call(createClass, kit.actor('enterprise-hr'), draft),
      refusal('access.forbidden'),
    );
    await kit.admin.query(`update agreement set state = 'declined' where id = $1`, [agreementId]);
    await assert.rejects(() => kit.call(createClass, kit.actor('school-office'), draft), noAgreement);
  });

  test('once open, seats stay; the digest of the lottery is public and the seed is not', async () => {
    const { classId, office } = await openClass(kit, [2]);
    const view = await kit.call(getClass, office, { classId });
    assert.match(view.lotteryCommitment ?? '', /^[0-9a-f]{64}$/);
    assert.equal(view.lotterySeed, null);
    const change = { classId, name: '新名', startsOn: '2027-03-01', endsOn: '2027-08-31', majorCodes: [] };
    await assert.rejects(
      () => kit.call(editClass, office, { ...change, capacity: 1 }),
      refusal('class.seats-fixed'),
    );
    assert.equal((await kit.call(editClass, office, change)).name, '新名');
  });
});

describe('choices of students', () => {
  test('may be changed until the class is closed, and the newest stand', async () => {
    const { classId, seats, office } = await openClass(kit, [1, 1]);
    const [one = ''] = await kit.addStudents(1);
    const student = kit.actor('student', { subjectId: one });
    await kit.call(putApplication, student, { classId, choices: seats, statement: '我想学仪表' });
    await kit.call(putApplication, student, { classId, choices: [...seats].reverse(), statement: '改了' });
    const mine = await kit.call(getMyClass, student, { classId });
    assert.deepEqual(mine.application?.choices, [...seats].reverse());
    await kit.call(withdrawApplication, student, { classId });
    assert.equal((await kit.call(getClass, office, { classId })).applicants, 0);
    await kit.call(moveClass, office, { classId, action: 'close' });
    const late = { classId, choices: seats, statement: '' };
    await assert.rejects(() => kit.call(putApplication, student, late), refusal('class.not-in-state'));
  });

  test('end with the last day for applications, whoever asks', async () => {
    const { classId, seats, office } = await openClass(kit, [1]);
    const [studentId = ''] = await kit.addStudents(1);
    const now = kit.clock.now();
    kit.clock.set(new Date('2026-12-02T02:00:00Z'));
    const input = { classId, choices: seats, statement: '' };
    const student = kit.actor('student', { subjectId: studentId });
    await assert.rejects(() => kit.call(putApplication, student, input), refusal('application.over'));
    await assert.rejects(
      () => kit.call(putApplication, office, { ...input, studentId }),
      refusal('application.over'),
    );
    kit.clock.set(now);
    await kit.call(putApplication, office, { ...input, studentId });
    assert.deepEqual((await kit.call(getMyClass, student, { classId })).application?.choices, seats);
  });

  test('begin with the first day for applications: nothing before, and that day cannot be put off then', async () => {
    const { classId, office } = await openClass(kit, [1]);
    const [studentId = ''] = await kit.addStudents(1);
    const student = kit.actor('student', { subjectId: studentId });
    const { name, startsOn, endsOn, applicationsUntil } = await kit.call(getClass, office, { classId });
    const frame = { classId, name, startsOn, endsOn, applicationsUntil, teacherId: null };
    const other = await openClass(kit, [1], {}, '2026-11-24');
    const choose = { classId: other.classId, choices: other.seats, statement: '' };
    await assert.rejects(() => kit.call(putApplication, student, choose), refusal('application.not-yet'));
    await assert.rejects(
      () => kit.call(putApplication, office, { ...choose, studentId }),
      refusal('application.not-yet'),
    );
    const seen = async () => (await kit.call(getMyClass, student, { classId: other.classId })).whyNotApply;
    assert.equal(await seen(), 'application.not-yet');
    const now = kit.clock.now();
    // The day begins by the deployment's clocks: 23 November, 16:00 in Greenwich, is the 24th in China.
    kit.clock.set(new Date('2026-11-23T15:59:00Z'));
    await assert.rejects(() => kit.call(putApplication, student, choose), refusal('application.not-yet'));
    kit.clock.set(new Date('2026-11-23T16:00:00Z'));
    await kit.call(putApplication, student, choose);
    assert.equal(await seen(), null);
    kit.clock.set(now);
    // The first class has begun; the last day cannot lie before the first.
    await assert.rejects(
      () => kit.call(editClass, office, { ...frame, applicationsFrom: '2026-11-24' }),
      refusal('class.window-begun'),
    );
    await assert.rejects(
      () => kit.call(editClass, office, { ...frame, applicationsFrom: '2026-12-02' }),
      refusal('input.invalid'),
    );
  });

  test('sent from two tabs at once are one application, with the choices of one of them', async () => {
    const { classId, seats, office } = await openClass(kit, [1, 1]);
    const [studentId = ''] = await kit.addStudents(1);
    const student = kit.actor('student', { subjectId: studentId });
    const orders = [seats, [...seats].reverse()];
    await Promise.all(
      orders.map((choices) => kit.call(putApplication, student, { classId, choices, statement: '' })),
    );
    const rows = await kit.call(listApplications, office, { classId });
    assert.equal(rows.length, 1);
    assert.ok(orders.some((choices) => choices.join() === rows[0]?.choices.join()));
  });

  test('another major, another school and another student are refused', async () => {
    const { classId, seats } = await openClass(kit, [1]);
    const [foreign = ''] = await kit.addStudents(1, '520201');
    const [own = '', other = ''] = await kit.addStudents(2);
    const input = { classId, choices: seats, statement: '' };
    const nurse = kit.actor('student', { subjectId: foreign });
    await assert.rejects(() => kit.call(putApplication, nurse, input), refusal('application.not-your-major'));
    assert.deepEqual(await kit.call(listMyClasses, nurse, undefined), []);
    const elsewhere = kit.actor('student', { subjectId: own, tenant: kit.ids.otherSchool });
    await assert.rejects(() => kit.call(putApplication, elsewhere, input), refusal('thing.not-found'));
    const student = kit.actor('student', { subjectId: own });
    await assert.rejects(
      () => kit.call(putApplication, student, { ...input, studentId: other }),
      refusal('application.whose'),
    );
    const otherClass = await openClass(kit, [1]);
    await assert.rejects(
      () => kit.call(putApplication, student, { ...input, choices: otherClass.seats }),
      refusal('application.no-such-seat'),
    );
  });
});

describe('what the enterprise learns and does', () => {
  test('name, major and statement of applicants, but neither the ranking nor anything private', async () => {
    const { classId, seats } = await openClass(kit, [1, 1]);
    const [one = ''] = await kit.addStudents(1);
    const student = kit.actor('student', { subjectId: one });
    await kit.call(putApplication, student, { classId, choices: [...seats].reverse(), statement: '好学' });
    const [seen] = await kit.call(listApplications, kit.actor('mentor'), { classId });
    assert.deepEqual(seen?.choices, seats);
    assert.equal(seen?.studentId, null);
    const text = JSON.stringify(seen);
    for (const secret of ['2006-05-01', '13900000000', one]) assert.ok(!text.includes(secret), secret);
  });

  test('scores only what was asked for, and only its own class', async () => {
    const { classId, seats, office } = await openClass(kit, [1, 1]);
    const [one = ''] = await kit.addStudents(1);
    const student = kit.actor('student', { subjectId: one });
    await kit.call(putApplication, student, { classId, choices: seats.slice(0, 1), statement: '' });
    const [applicant] = await kit.call(listApplications, office, { classId });
    const cell = { applicationId: applicant?.id ?? '', seatId: seats[0] ?? '', score: 80, note: '' };
    const hr = kit.actor('enterprise-hr');
    assert.deepEqual(await kit.call(putScores, hr, { classId, scores: [cell] }), { scoresMissing: 0 });
    const wrong = { ...cell, seatId: seats[1] ?? '' };
    await assert.rejects(
      () => kit.call(putScores, hr, { classId, scores: [{ ...cell, score: 10 }, wrong] }),
      refusal('score.no-such-choice'),
    );
    const [kept] = await kit.call(listApplications, office, { classId });
    assert.deepEqual(
      kept?.scores,
      [{ seatId: seats[0], score: 80, note: '', by: 'enterprise-hr' }],
      'all or none',
    );
    const strange = kit.actor('enterprise-hr', { tenant: kit.ids.otherFirm });
    await assert.rejects(
      () => kit.call(putScores, strange, { classId, scores: [cell] }),
      refusal('thing.not-found'),
    );
    await assert.rejects(() => kit.call(listApplications, strange, { classId }), refusal('thing.not-found'));
    await assert.rejects(() => kit.call(getClass, strange, { classId }), refusal('thing.not-found'));
    assert.equal((await kit.call(listClasses, strange, { page: 1, size: 50 })).total, 0);
  });

  test('two scorers at once are both kept', async () => {
    const { classId, seats, office } = await openClass(kit, [2]);
    const students = await kit.addStudents(2);
    await fillClass(
      kit,
      classId,
      students.map((student) => ({ student, choices: [{ seat: seats[0] ?? '', score: 1 }] })),
    );
    const applicants = await kit.call(listApplications, office, { classId });
    await Promise.all(
      applicants.map((one, index) =>
        kit.call(putScores, kit.actor('mentor'), {
          classId,
          scores: [{ applicationId: one.id, seatId: seats[0] ?? '', score: 50 + index, note: '' }],
        }),
      ),
    );
    const after = await kit.call(listApplications, office, { classId });
    assert.deepEqual(after.map((one) => one.scores[0]?.score).sort(), [50, 51]);
  });
});
