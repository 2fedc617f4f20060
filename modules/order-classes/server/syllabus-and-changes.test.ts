import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { refusal } from '@dualtrack/platform/testing';
import { type ClassKit, classKit } from '../testing/class-kit.ts';
import { fillClass, openClass } from '../testing/drive-class.ts';
import { leaveClass, listChanges, movePlacement } from './change-placement.ts';
import { agreeSyllabus, getSyllabus, putSyllabus } from './courses.ts';
import { makeMatching } from './match-class.ts';
import { answerPlacement, listPlacements } from './placements.ts';
import { publishMatching } from './publish-class.ts';

let kit: ClassKit;
before(async () => {
  kit = await classKit();
});
after(() => kit.close());

const course = (name: string, teacherName = '周敏', mentorName = '马师傅') => ({
  ...{ name, hours: 48, heldAt: 'both' as const, teacherName, mentorName },
});

describe('the syllabus', () => {
  test('is written by either side and agreed to by both, anew after each change', async () => {
    const { classId, office } = await openClass(kit, [1]);
    const hr = kit.actor('enterprise-hr');
    const first = await kit.call(putSyllabus, office, {
      classId,
      revision: 0,
      courses: [course('仪表', '周敏', '')],
    });
    await assert.rejects(
      () => kit.call(agreeSyllabus, office, { classId, revision: first.revision }),
      refusal('syllabus.nobody-named'),
    );
    const named = await kit.call(putSyllabus, hr, { classId, revision: 1, courses: [course('仪表')] });
    await assert.rejects(
      () => kit.call(putSyllabus, office, { classId, revision: 1, courses: [] }),
      refusal('syllabus.changed'),
    );
    await kit.call(agreeSyllabus, hr, { classId, revision: named.revision });
    const both = await kit.call(agreeSyllabus, office, { classId, revision: named.revision });
    assert.deepEqual([both.schoolAgreedOn, both.enterpriseAgreedOn], ['2026-11-22', '2026-11-22']);
    const more = [course('仪表'), course('安全')];
    const later = await kit.call(putSyllabus, office, { classId, revision: 2, courses: more });
    assert.deepEqual([later.schoolAgreedOn, later.enterpriseAgreedOn], [null, null]);
    assert.deepEqual(
      later.courses.map(({ name }) => name),
      ['仪表', '安全'],
    );
  });

  test('mentors and teachers read it, others do not even that', async () => {
    const { classId } = await openClass(kit, [1]);
    assert.equal(
      (await kit.call(getSyllabus, kit.actor('mentor'), { classId })).whyNot,
      'syllabus.not-your-role',
    );
    const change = { classId, revision: 0, courses: [course('x')] };
    await assert.rejects(
      () => kit.call(putSyllabus, kit.actor('mentor'), change),
      refusal('access.forbidden'),
    );
    for (const stranger of [
      kit.actor('enterprise-hr', { tenant: kit.ids.otherFirm }),
      kit.actor('school-office', { tenant: kit.ids.otherSchool }),
    ]) {
      await assert.rejects(() => kit.call(getSyllabus, stranger, { classId }), refusal('thing.not-found'));
      await assert.rejects(() => kit.call(putSyllabus, stranger, change), refusal('thing.not-found'));
    }
  });

  test('of two who change it at once one is told', async () => {
    const { classId, office } = await openClass(kit, [1]);
    const both = await Promise.allSettled(
      [office, kit.actor('enterprise-hr')].map((actor) =>
        kit.call(putSyllabus, actor, { classId, revision: 0, courses: [course('x')] }),
      ),
    );
    assert.equal(both.filter(({ status }) => status === 'fulfilled').length, 1);
  });
});

/** A published class with one who accepted the first seat and one the second. */
async function placed(window: { exitFrom: string; exitUntil: string } | Record<string, never> = {}) {
  const { classId, seats, office } = await openClass(kit, [2, 1], window);
  const [one = '', two = ''] = await kit.addStudents(2);
  const [p = '', q = ''] = seats;
  await fillClass(kit, classId, [
    { student: one, choices: [{ seat: p, score: 90 }] },
    { student: two, choices: [{ seat: q, score: 90 }] },
  ]);
  const { id: matchingId } = await kit.call(makeMatching, office, { classId });
  await kit.call(publishMatching, office, { classId, matchingId });
  const rows = await kit.call(listPlacements, office, { classId });
  for (const { id } of rows) await kit.call(answerPlacement, office, { placementId: id, accept: true });
  const idOf = (student: string) => rows.find((row) => row.studentId === student)?.id ?? '';
  return { classId, office, one, two, p, q, first: idOf(one), second: idOf(two) };
}

describe('exits and transfers', () => {
  test('students leave within the window, with a reason that stays', async () => {
    const { classId, office, one, two, first, second } = await placed({
      exitFrom: '2026-11-20',
      exitUntil: '2026-11-25',
    });
    const why = { reason: 'family' as const, note: '' };
    const student = kit.actor('student', { subjectId: one });
    await assert.rejects(
      () => kit.call(leaveClass, kit.actor('student', { subjectId: two }), { placementId: first, ...why }),
      refusal('thing.not-found'),
    );
    await kit.call(leaveClass, student, { placementId: first, ...why });
    await assert.rejects(
      () => kit.call(leaveClass, student, { placementId: first, ...why }),
      refusal('placement.not-in-state'),
    );
    const changes = await kit.call(listChanges, kit.actor('enterprise-hr'), { classId });
    assert.deepEqual(
      changes.map(({ kind, reason, byRole, changedOn }) => [kind, reason, byRole, changedOn]),
      [['left', 'family', 'student', '2026-11-22']],
    );
    await kit.call(leaveClass, office, { placementId: second, reason: 'conduct', note: '旷工' });
    assert.equal((await kit.call(listChanges, office, { classId })).length, 2);
  });

  test('outside the window only the school records an exit', async () => {
    const { one, first, office } = await placed({ exitFrom: '2026-11-01', exitUntil: '2026-11-21' });
    const exit = { placementId: first, reason: 'pay' as const, note: '' };
    const student = kit.actor('student', { subjectId: one });
    await assert.rejects(() => kit.call(leaveClass, student, exit), refusal('placement.no-exit-now'));
    await kit.call(leaveClass, office, exit);
    const none = await placed();
    await assert.rejects(
      () =>
        kit.call(leaveClass, kit.actor('student', { subjectId: none.one }), {
          ...exit,
          placementId: none.first,
        }),
      refusal('placement.no-exit-now'),
    );
  });

  test('a transfer needs a free place, and the new post is offered anew', async () => {
    const { classId, office, p, q, first, second } = await placed();
    const why = { reason: 'not-suited' as const, note: '' };
    const to = (placementId: string, seatId: string) =>
      kit.call(movePlacement, office, { placementId, seatId, ...why });
    await assert.rejects(() => to(first, q), refusal('placement.seat-full'));
    await assert.rejects(() => to(first, p), refusal('placement.no-such-seat'));
    await to(second, p);
    const rows = await kit.call(listPlacements, office, { classId });
    const moved = rows.find((row) => row.id === second);
    assert.deepEqual([moved?.seatId, moved?.state, moved?.studentSignedOn], [p, 'offered', null]);
    const [change] = await kit.call(listChanges, office, { classId });
    assert.deepEqual([change?.kind, change?.fromSeatId, change?.toSeatId], ['moved', q, p]);
    await assert.rejects(
      () => kit.call(movePlacement, kit.actor('enterprise-hr'), { placementId: second, seatId: q, ...why }),
      refusal('access.forbidden'),
    );
  });
});
