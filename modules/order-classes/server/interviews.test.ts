import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { refusal } from '@dualtrack/platform/testing';
import { type ClassKit, classKit } from '../testing/class-kit.ts';
import { openClass } from '../testing/drive-class.ts';
import { putApplication } from './apply.ts';
import { attendInterview } from './attend-interview.ts';
import { bookInterview, cancelInterview, listOpenSlots } from './book-interview.ts';
import { addSlots, listInterviewers, listSlots, removeSlot } from './interviews.ts';
import { myCalendar } from './my-calendar.ts';
import { getMyClass } from './my-classes.ts';
import { getClass, listApplications } from './read-classes.ts';
import { getRubric, markRubric, putRubric } from './rubric.ts';

let kit: ClassKit;
before(async () => {
  kit = await classKit();
});
after(() => kit.close());

const offer = {
  startsAt: '2026-11-25T02:00:00Z',
  minutes: 20,
  place: '一厂会议室',
  interviewer: '胡工',
  places: 1,
};

/** A class with students who apply for all its seats; their actors in order. */
async function recruiting(count: number, seats: readonly number[] = [2, 2]) {
  const opened = await openClass(kit, seats);
  const students = await kit.addStudents(count);
  const actors = students.map((subjectId) => kit.actor('student', { subjectId }));
  for (const actor of actors) {
    const { classId, seats: choices } = opened;
    await kit.call(putApplication, actor, { classId, choices, statement: '' });
  }
  return { ...opened, actors, hr: kit.actor('enterprise-hr') };
}

describe('interview slots', () => {
  test('are offered in a row, booked by applicants, changed and given back', async () => {
    const { classId, hr, actors } = await recruiting(2);
    const [first, second] = actors;
    assert.ok(first && second);
    const slots = await kit.call(addSlots, hr, { classId, ...offer, count: 3 });
    assert.deepEqual(
      slots.map(({ startsAt }) => startsAt.slice(11, 16)),
      ['02:00', '02:20', '02:40'],
    );
    const [a, b] = slots;
    assert.ok(a && b);
    const due = async () => (await kit.call(getMyClass, first, { classId })).interview;
    assert.equal(await due(), 'open');
    await kit.call(bookInterview, first, { classId, slotId: a.id });
    assert.equal(await due(), 'booked');
    await assert.rejects(
      () => kit.call(bookInterview, second, { classId, slotId: a.id }),
      refusal('interview.full'),
    );
    const seen = await kit.call(listOpenSlots, second, { classId });
    assert.deepEqual(
      seen.map(({ free, isMine }) => [free, isMine]),
      [
        [0, false],
        [1, false],
        [1, false],
      ],
    );
    await kit.call(bookInterview, first, { classId, slotId: b.id });
    await kit.call(bookInterview, second, { classId, slotId: a.id });
    const listed = await kit.call(listSlots, hr, { classId });
    assert.deepEqual(
      listed.map(({ booked }) => booked.length),
      [1, 1, 0],
    );
    await assert.rejects(() => kit.call(removeSlot, hr, { slotId: a.id }), refusal('interview.booked'));
    await kit.call(cancelInterview, second, { classId });
    await kit.call(removeSlot, hr, { slotId: a.id });
    assert.equal((await kit.call(listSlots, hr, { classId })).length, 2);
  });

  test('of two who want the last place at once one is told', async () => {
    const { classId, hr, actors } = await recruiting(2);
    const [slot] = await kit.call(addSlots, hr, { classId, ...offer });
    const both = await Promise.allSettled(
      actors.map((actor) => kit.call(bookInterview, actor, { classId, slotId: slot?.id ?? '' })),
    );
    assert.equal(both.filter(({ status }) => status === 'fulfilled').length, 1);
  });

  test('name their interviewer, who says after the time who came; what has been is not taken back', async () => {
    const { classId, hr, actors, office } = await recruiting(1);
    const [student] = actors;
    assert.ok(student);
    const mentor = await kit.member('mentor', '胡工');
    const other = await kit.member('mentor', '马工');
    assert.ok((await kit.call(listInterviewers, hr, undefined)).some(({ name }) => name === '马工'));
    const times = { classId, ...offer, interviewer: '', count: 2 };
    const foreign = { ...times, interviewerId: office.personId };
    await assert.rejects(() => kit.call(addSlots, hr, foreign), refusal('interview.no-such-interviewer'));
    const [a, b] = await kit.call(addSlots, hr, { ...times, interviewerId: mentor.personId });
    assert.ok(a && b);
    assert.equal(a.interviewer, '胡工');
    await kit.call(bookInterview, student, { classId, slotId: a.id });
    const [{ id: applicationId = '' } = {}] = await kit.call(listApplications, hr, { classId });
    const said = { slotId: a.id, applicationId, came: false };
    await assert.rejects(() => kit.call(attendInterview, mentor, said), refusal('interview.not-begun'));
    kit.clock.set(new Date('2026-11-25T03:00:00Z'));
    await assert.rejects(() => kit.call(attendInterview, other, said), refusal('interview.not-yours'));
    await assert.rejects(
      () => kit.call(attendInterview, mentor, { ...said, slotId: b.id }),
      refusal('interview.not-booked'),
    );
    await assert.rejects(() => kit.call(removeSlot, hr, { slotId: b.id }), refusal('interview.over'));
    const stranger = kit.actor('enterprise-hr', { tenant: kit.ids.otherFirm });
    await assert.rejects(() => kit.call(attendInterview, stranger, said), refusal('thing.not-found'));
    await kit.call(attendInterview, mentor, said);
    await kit.call(attendInterview, hr, { ...said, came: true });
    const [first] = await kit.call(listSlots, office, { classId });
    assert.deepEqual(
      first?.booked.map(({ came }) => came),
      [true],
    );
    assert.equal((await kit.call(listOpenSlots, student, { classId }))[0]?.came, true);
    kit.clock.set(new Date('2026-11-22T02:00:00Z'));
  });

  test('that were missed may be booked anew with an excuse or leave, once, and both sides keep what was', async () => {
    const { classId, hr, actors, office } = await recruiting(2);
    const [student, other] = actors;
    assert.ok(student && other);
    const times = { classId, ...offer, places: 2 };
    const [first] = await kit.call(addSlots, hr, times);
    const later = { ...times, startsAt: '2026-11-26T02:00:00Z', places: 1, count: 2 };
    const [a, b] = (await kit.call(addSlots, hr, later)).slice(1);
    assert.ok(first && a && b);
    for (const actor of actors) await kit.call(bookInterview, actor, { classId, slotId: first.id });
    const applicants = await kit.call(listApplications, office, { classId });
    const idOf = (actor: typeof student) =>
      applicants.find(({ studentId }) => studentId === actor.subjectId)?.id ?? '';
    const say = (actor: typeof student, given: Partial<Parameters<typeof said>[0]>) =>
      said({ slotId: first.id, applicationId: idOf(actor), came: false, ...given });
    const said = (given: {
      slotId: string;
      applicationId: string;
      came: boolean | null;
      absence?: 'ill' | 'excused' | 'no-show';
      absenceNote?: string;
      allowsAnother?: boolean;
    }) => kit.call(attendInterview, hr, given);
    kit.clock.set(new Date('2026-11-25T03:00:00Z'));
    const book = (actor: typeof student, slotId: string) =>
      kit.call(bookInterview, actor, { classId, slotId });
    // Nobody has said anything yet: what has begun is over.
    await assert.rejects(() => book(student, a.id), refusal('interview.over'));
    await say(student, {});
    await assert.rejects(() => book(student, a.id), refusal('interview.missed'));
    assert.equal((await kit.call(getMyClass, student, { classId })).interview, 'booked');
    await say(student, { absence: 'ill', absenceNote: '发烧' });
    assert.equal((await kit.call(getMyClass, student, { classId })).interview, 'open');
    await say(other, { allowsAnother: true });
    // Two windows and another student, who all want the same last place: one gets it.
    const all = await Promise.allSettled([book(student, a.id), book(student, a.id), book(other, a.id)]);
    const taken = (await kit.call(listSlots, hr, { classId })).find(({ id }) => id === a.id);
    assert.equal(taken?.booked.length, 1);
    assert.ok(all.some(({ status }) => status === 'rejected'));
    const [winner, loser] =
      taken.booked[0]?.applicationId === idOf(student) ? [student, other] : [other, student];
    await assert.rejects(() => book(loser, a.id), refusal('interview.full'));
    await book(loser, b.id);
    // What was missed stays, with its reason; it can be told from the new time, which nobody has spoken of.
    const slots = await kit.call(listSlots, office, { classId });
    const kept = slots.find(({ id }) => id === first.id)?.booked ?? [];
    assert.deepEqual(
      kept
        .map(({ applicationId, absence, absenceNote, isPast }) => [
          applicationId,
          absence,
          absenceNote,
          isPast,
        ])
        .sort(),
      [
        [idOf(student), 'ill', '发烧', true],
        [idOf(other), 'no-show', '', true],
      ].sort(),
    );
    assert.deepEqual(slots.find(({ id }) => id === b.id)?.booked[0]?.came, null);
    const seen = await kit.call(listOpenSlots, winner, { classId });
    assert.deepEqual(
      seen.map(({ id, isMine, isPast }) => [id, isMine, isPast]),
      [
        [first.id, false, true],
        [a.id, true, false],
        [b.id, false, false],
      ],
    );
    await assert.rejects(() => say(student, { came: true }), refusal('interview.not-booked'));
    // The new time can be missed, too, and without an excuse that is the end of it.
    kit.clock.set(new Date('2026-11-26T05:00:00Z'));
    await said({ slotId: a.id, applicationId: idOf(winner), came: false });
    const next = await kit.call(addSlots, hr, { ...times, startsAt: '2026-11-27T02:00:00Z' });
    await assert.rejects(() => book(winner, next.at(-1)?.id ?? ''), refusal('interview.missed'));
    kit.clock.set(new Date('2026-11-22T02:00:00Z'));
  });

  test('are not for those who do not apply, for strangers, or for a time that has passed', async () => {
    const { classId, hr, office } = await recruiting(1);
    const [slot] = await kit.call(addSlots, hr, { classId, ...offer });
    const [other = ''] = await kit.addStudents(1);
    const stranger = kit.actor('student', { subjectId: other });
    assert.deepEqual(await kit.call(listOpenSlots, stranger, { classId }), []);
    await assert.rejects(
      () => kit.call(bookInterview, stranger, { classId, slotId: slot?.id ?? '' }),
      refusal('interview.not-applied'),
    );
    await assert.rejects(
      () => kit.call(addSlots, hr, { classId, ...offer, startsAt: '2026-11-20T02:00:00Z' }),
      refusal('interview.in-past'),
    );
    await assert.rejects(
      () => kit.call(addSlots, office, { classId, ...offer }),
      refusal('access.forbidden'),
    );
    const foreign = kit.actor('enterprise-hr', { tenant: kit.ids.otherFirm });
    await assert.rejects(
      () => kit.call(addSlots, foreign, { classId, ...offer }),
      refusal('thing.not-found'),
    );
    await assert.rejects(
      () => kit.call(removeSlot, foreign, { slotId: slot?.id ?? '' }),
      refusal('thing.not-found'),
    );
  });

  test('stand in the calendar of the student with the windows of the class, and others’ do not', async () => {
    const { classId, hr, actors } = await recruiting(1);
    const [student] = actors;
    assert.ok(student);
    const slots = await kit.call(addSlots, hr, { classId, ...offer, count: 2 });
    await kit.call(bookInterview, student, { classId, slotId: slots[1]?.id ?? '' });
    const { text } = await kit.call(myCalendar, student, { classId });
    assert.ok(text.includes('DTSTART:20261125T022000Z'));
    assert.ok(!text.includes('DTSTART:20261125T020000Z'));
    assert.ok(text.includes('DTSTART;VALUE=DATE:20261201'), 'the last day for choices');
    const [other = ''] = await kit.addStudents(1);
    await assert.rejects(
      () => kit.call(myCalendar, kit.actor('student', { subjectId: other }), { classId }),
      refusal('thing.not-found'),
    );
  });
});

describe('a rubric', () => {
  test('gives the weighted score at every seat asked for, once all points are there', async () => {
    const { classId, hr, office } = await recruiting(2);
    const { criteria } = await kit.call(putRubric, hr, {
      classId,
      criteria: [
        { name: '专业基础', weight: 60 },
        { name: '沟通', weight: 40 },
      ],
    });
    const [skill, talk] = criteria;
    const [one, two] = await kit.call(listApplications, office, { classId });
    assert.ok(skill && talk && one && two);
    const point = (applicationId: string, criterionId: string, points: number | null) => ({
      ...{ applicationId, criterionId, points },
    });
    await kit.call(markRubric, hr, { classId, points: [point(one.id, skill.id, 90)] });
    assert.equal((await kit.call(getClass, hr, { classId })).scoresMissing, 4);
    await kit.call(markRubric, hr, { classId, points: [point(one.id, talk.id, 70)] });
    const scoresOf = async (id: string) =>
      (await kit.call(listApplications, office, { classId })).find((row) => row.id === id)?.scores;
    assert.deepEqual(
      (await scoresOf(one.id))?.map(({ score }) => score),
      [82, 82],
    );
    assert.deepEqual(await scoresOf(two.id), []);
    // New weights: the scores follow; a criterion left out takes its points with it.
    const kept = { id: skill.id, name: skill.name, weight: 50 };
    await kit.call(putRubric, hr, {
      classId,
      criteria: [kept, { id: talk.id, name: talk.name, weight: 50 }],
    });
    assert.deepEqual(
      (await scoresOf(one.id))?.map(({ score }) => score),
      [80, 80],
    );
    const after = await kit.call(putRubric, hr, { classId, criteria: [kept] });
    assert.deepEqual(after.applicants.find((row) => row.applicationId === one.id)?.score, 90);
  });

  test('takes no foreign criterion, applicant or role', async () => {
    const { classId, hr, office } = await recruiting(1);
    const other = await recruiting(1);
    const { criteria } = await kit.call(putRubric, hr, { classId, criteria: [{ name: 'a', weight: 1 }] });
    const [own] = await kit.call(listApplications, office, { classId });
    const [foreign] = await kit.call(listApplications, office, { classId: other.classId });
    const criterionId = criteria[0]?.id ?? '';
    assert.ok(own && foreign);
    const mark = (applicationId: string) => ({
      classId,
      points: [{ applicationId, criterionId, points: 50 }],
    });
    const missing = refusal('rubric.no-such-criterion');
    await assert.rejects(() => kit.call(markRubric, hr, mark(foreign.id)), missing);
    await assert.rejects(
      () =>
        kit.call(putRubric, hr, {
          classId: other.classId,
          criteria: [{ id: criterionId, name: 'a', weight: 1 }],
        }),
      missing,
    );
    await assert.rejects(() => kit.call(markRubric, office, mark(own.id)), refusal('access.forbidden'));
    const stranger = kit.actor('enterprise-hr', { tenant: kit.ids.otherFirm });
    await assert.rejects(() => kit.call(markRubric, stranger, mark(own.id)), refusal('thing.not-found'));
    await assert.rejects(() => kit.call(getRubric, stranger, { classId }), refusal('thing.not-found'));
  });
});
