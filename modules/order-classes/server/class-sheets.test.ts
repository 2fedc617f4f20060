import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Actor } from '@dualtrack/platform/access';
import { refusal } from '@dualtrack/platform/testing';
import fc from 'fast-check';
import type { ClassTable } from '../contract/class-sheets.ts';
import { type ClassKit, classKit } from '../testing/class-kit.ts';
import { openClass } from '../testing/drive-class.ts';
import { putApplication } from './apply.ts';
import { bookInterview } from './book-interview.ts';
import { exportClassSheet, importClassSheet } from './class-sheets.ts';
import { agreeSyllabus, getSyllabus, putSyllabus } from './courses.ts';
import { addSlots, listSlots } from './interviews.ts';
import { listApplications } from './read-classes.ts';
import { getRubric, markRubric, putRubric } from './rubric.ts';
import { instantAt, wallTime } from './wall-time.ts';

let kit: ClassKit;
before(async () => {
  kit = await classKit();
});
after(() => kit.close());

const hr = () => kit.actor('enterprise-hr');
const tables = ['points', 'scores', 'slots', 'syllabus'] as const;

/** A class with two applicants of the same name and one other; criteria, scores, times and courses. */
async function filled() {
  const opened = await openClass(kit, [2, 2]);
  const { classId, seats, office } = opened;
  const students = await kit.addStudents(3);
  await kit.admin.query(`update student set name = '王芳' where id = any($1)`, [students.slice(0, 2)]);
  const actors = students.map((subjectId) => kit.actor('student', { subjectId }));
  for (const actor of actors)
    await kit.call(putApplication, actor, { classId, choices: seats, statement: '' });
  const { criteria } = await kit.call(putRubric, hr(), {
    classId,
    criteria: [
      { name: '专业基础', weight: 60 },
      { name: '=沟通', weight: 40 },
    ],
  });
  const applicants = await kit.call(listApplications, office, { classId });
  await kit.call(markRubric, hr(), {
    classId,
    points: applicants.flatMap(({ id: applicationId }, at) =>
      criteria.map(({ id: criterionId }) => ({ applicationId, criterionId, points: 60.5 + at })),
    ),
  });
  await kit.call(addSlots, hr(), {
    ...{
      classId,
      startsAt: '2026-11-25T02:00:00Z',
      minutes: 20,
      place: '一厂',
      interviewer: '胡工',
      places: 2,
    },
    count: 3,
  });
  const { revision } = await kit.call(putSyllabus, office, {
    ...{ classId, revision: 0 },
    courses: [
      { name: '机械制图', hours: 64, heldAt: 'both', teacherName: '周敏', mentorName: '胡工' },
      { name: '点检', hours: 96, heldAt: 'enterprise', teacherName: '', mentorName: '胡工' },
    ],
  });
  return { ...opened, actors, applicants, criteria, revision };
}

async function exported(
  actor: Actor,
  classId: string,
  table: ClassTable,
  format: 'xlsx' | 'csv',
  locale: 'en' | 'zh-CN',
) {
  return kit.call(exportClassSheet, actor, { classId, table, format }, { locale });
}

/** Everything that the four tables are about. */
async function state(classId: string) {
  const office = kit.actor('school-office');
  return {
    rubric: await kit.call(getRubric, office, { classId }),
    applicants: await kit.call(listApplications, office, { classId }),
    slots: await kit.call(listSlots, office, { classId }),
    syllabus: await kit.call(getSyllabus, office, { classId }),
  };
}

const csv = (text: string) => new File([text], 'file.csv', { type: 'text/csv' });

test('what was exported is read back as it is, in each language and format, and changes nothing', async () => {
  const { classId, office } = await filled();
  const before = await state(classId);
  for (const table of tables) {
    for (const locale of ['en', 'zh-CN'] as const) {
      for (const format of ['xlsx', 'csv'] as const) {
        const actor = table === 'syllabus' ? office : hr();
        const file = await exported(actor, classId, table, format, locale);
        const answer = await kit.call(importClassSheet, actor, { classId, table, file });
        assert.deepEqual([answer.issues, answer.isSaved], [[], true], `${table} ${locale} ${format}`);
        assert.ok(answer.rows > 0);
      }
    }
  }
  assert.deepEqual(await state(classId), before);
});

test('applications go to the school with their choices in order, and to nobody of the enterprise', async () => {
  const { classId, office, actors, seats } = await filled();
  const [one] = actors;
  assert.ok(one);
  await kit.call(putApplication, one, { classId, choices: [...seats].reverse(), statement: '=1+1' });
  const input = { classId, table: 'applications' as const, format: 'csv' as const };
  const text = await (await kit.call(exportClassSheet, office, input, { locale: 'en' })).text();
  const lines = text
    .replace(/^\ufeff/, '')
    .trim()
    .split(/\r?\n/);
  assert.match(lines[0] ?? '', /Student.*Code.*Cohort.*Choice 1.*Choice 2$/);
  assert.equal(lines.length, 4);
  assert.equal(lines.filter((line) => /Post 1.*Post 0/.test(line)).length, 1);
  assert.equal(lines.filter((line) => /Post 0.*Post 1/.test(line)).length, 2);
  await assert.rejects(() => kit.call(exportClassSheet, hr(), input), refusal('thing.not-found'));
});

test('points and scores that were changed in the file are those of the class', async () => {
  const { classId, applicants, seats } = await filled();
  const file = await exported(hr(), classId, 'points', 'csv', 'zh-CN');
  const text = (await file.text()).replaceAll('60.5', '91').replace(/^\ufeff/, '');
  const { isSaved } = await kit.call(importClassSheet, hr(), { classId, table: 'points', file: csv(text) });
  assert.equal(isSaved, true);
  const { rubric } = await state(classId);
  assert.equal(rubric.applicants.find((one) => one.applicationId === applicants[0]?.id)?.score, 91);
  const scores = await exported(hr(), classId, 'scores', 'csv', 'en');
  const lines = (await scores.text()).replace(/^\ufeff/, '').split(/\r?\n/);
  assert.match(lines[0] ?? '', /Student.*Code.*Post.*Score.*Note/);
  const wanted = lines
    .map((line) => (line.includes('Post 0') ? line.replace(/,91,/, ',77,') : line))
    .join('\n');
  await kit.call(importClassSheet, hr(), { classId, table: 'scores', file: csv(wanted) });
  const after = (await state(classId)).applicants.find((one) => one.id === applicants[0]?.id)?.scores ?? [];
  assert.deepEqual(
    seats.map((seat) => after.find((one) => one.seatId === seat)?.score),
    [77, 91],
  );
});

test('times are added, an equal one is the one that is there, and a booked one keeps its room', async () => {
  const { classId, actors } = await filled();
  const [slot] = await kit.call(listSlots, hr(), { classId });
  for (const actor of actors.slice(0, 2))
    await kit.call(bookInterview, actor, { classId, slotId: slot?.id ?? '' });
  const head = '日期,开始时间,时长（分钟）,地点,面试官,名额\n';
  const read = (rows: string) =>
    kit.call(importClassSheet, hr(), { classId, table: 'slots', file: csv(head + rows) });
  const few = await read('2026-11-25,10:00,20,一厂,胡工,1\n2026-11-26,9:00,30,二厂,,4');
  assert.deepEqual(
    few.issues.map(({ row, code, params }) => [row, code, params]),
    [[2, 'sheet.slot-booked', { count: 2 }]],
  );
  assert.equal((await kit.call(listSlots, hr(), { classId })).length, 3);
  const good = await read('2026-11-25,10:00,25,一厂,胡工,3\n2026/11/26,9:00,30,二厂,,4');
  assert.deepEqual([good.isSaved, good.issues], [true, []]);
  const slots = await kit.call(listSlots, hr(), { classId });
  assert.deepEqual(
    slots.map(({ startsAt, minutes, places }) => [startsAt.slice(0, 16), minutes, places]),
    [
      ['2026-11-25T02:00', 25, 3],
      ['2026-11-25T02:20', 20, 2],
      ['2026-11-25T02:40', 20, 2],
      ['2026-11-26T01:00', 30, 4],
    ],
  );
});

test('every fault is named with its row and column, and nothing is saved', async () => {
  const { classId, office, revision } = await filled();
  const before = await state(classId);
  const faults = async (table: ClassTable, text: string, actor = hr()) => {
    const answer = await kit.call(importClassSheet, actor, { classId, table, file: csv(text) });
    assert.equal(answer.isSaved, false);
    return answer.issues.map(({ row, column, code }) => [row, column, code]);
  };
  assert.deepEqual(
    await faults('points', '学生,编号,专业基础,=沟通\n王芳,,50,50\n没有,,50,50\n学生3,,101,很好\n'),
    [
      [2, 'A', 'sheet.student-ambiguous'],
      [3, 'A', 'sheet.student-unknown'],
      [4, 'A', 'sheet.student-unknown'],
      [4, 'C', 'import.out-of-range'],
      [4, 'D', 'import.out-of-range'],
    ],
  );
  assert.deepEqual(
    await faults(
      'slots',
      '日期,开始时间,时长（分钟）,地点,名额\n2026-02-30,09:00,20,一厂,1\n2026-11-27,25:00,3,一厂,1.5\n2026-11-01,09:00,20,,1',
    ),
    [
      [2, 'B', 'sheet.time-invalid'],
      [3, 'C', 'import.out-of-range'],
      [3, 'E', 'import.integer-invalid'],
      [3, 'B', 'sheet.time-invalid'],
      [4, 'D', 'import.value-required'],
    ],
  );
  assert.deepEqual(
    await faults('slots', '日期,开始时间,时长（分钟）,地点,名额\n2026-11-01,09:00,20,一厂,1'),
    [[2, undefined, 'interview.in-past']],
  );
  assert.deepEqual(
    await faults('syllabus', '课程,学时,授课地点\n制图,64,月球\n点检,0,学校\n点检,8,学校', office),
    [
      [2, 'C', 'sheet.word-unknown'],
      [3, 'B', 'import.out-of-range'],
      [4, 'A', 'import.duplicate-row'],
    ],
  );
  assert.deepEqual(await faults('scores', '学生,岗位,分数\n', hr()), [
    [undefined, undefined, 'sheet.without-rows'],
  ]);
  assert.deepEqual(await state(classId), before);
  // An unchanged syllabus keeps what both sides agreed to; a changed one does not.
  await kit.call(putSyllabus, office, {
    ...{ classId, revision },
    courses: [{ name: '点检', hours: 96, heldAt: 'both', teacherName: '周敏', mentorName: '胡工' }],
  });
  await kit.call(agreeSyllabus, office, { classId, revision: revision + 1 });
  const same = await exported(office, classId, 'syllabus', 'xlsx', 'zh-CN');
  await kit.call(importClassSheet, office, { classId, table: 'syllabus', file: same });
  assert.notEqual((await state(classId)).syllabus.schoolAgreedOn, null);
  const other = csv('课程,学时,授课地点,学校教师,企业带教师傅\n点检,80,双方,周敏,胡工');
  await kit.call(importClassSheet, office, { classId, table: 'syllabus', file: other });
  assert.equal((await state(classId)).syllabus.schoolAgreedOn, null);
});

test('only one’s own side’s tables, and nobody else’s class', async () => {
  const { classId, office } = await filled();
  const file = await exported(hr(), classId, 'scores', 'csv', 'en');
  await assert.rejects(
    kit.call(importClassSheet, office, { classId, table: 'scores', file }),
    refusal('class.not-your-role'),
  );
  const mentor = kit.actor('mentor');
  const syllabus = await exported(office, classId, 'syllabus', 'csv', 'en');
  await assert.rejects(
    kit.call(importClassSheet, mentor, { classId, table: 'syllabus', file: syllabus }),
    refusal('class.not-your-role'),
  );
  for (const actor of [
    kit.actor('enterprise-hr', { tenant: kit.ids.otherFirm }),
    kit.actor('school-office', { tenant: kit.ids.otherSchool }),
  ]) {
    await assert.rejects(exported(actor, classId, 'scores', 'csv', 'en'), refusal('thing.not-found'));
    await assert.rejects(
      kit.call(importClassSheet, actor, { classId, table: 'slots', file }),
      refusal('thing.not-found'),
    );
  }
});

test('a wall time is the instant at which the clocks show it', () => {
  for (const zone of ['Asia/Shanghai', 'Asia/Urumqi', 'Europe/Berlin', 'UTC'])
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3_000_000 }), (minutes) => {
        const instant = new Date(Date.parse('2025-01-01T00:00:00Z') + minutes * 60_000);
        const { day, time } = wallTime(instant, zone);
        const back = instantAt(day, time, zone);
        assert.deepEqual(wallTime(back, zone), { day, time });
        // The hour that clocks show twice is the only one that may be another instant.
        assert.ok(Math.abs(back.getTime() - instant.getTime()) <= 3_600_000);
      }),
      { numRuns: 200 },
    );
});
