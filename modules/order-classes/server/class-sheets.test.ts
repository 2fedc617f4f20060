import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { findErrorPhrase } from '@dualtrack/locales';
import type { Actor } from '@dualtrack/platform/access';
import { refusal } from '@dualtrack/platform/testing';
import fc from 'fast-check';
import type { ClassTable } from '../contract/class-sheets.ts';
import { type ClassKit, classKit } from '../testing/class-kit.ts';
import { openClass } from '../testing/drive-class.ts';
import { putApplication } from './apply.ts';
import { bookInterview } from './book-interview.ts';
import { importClassSheet } from './class-sheets.ts';
import { agreeSyllabus, getSyllabus, putSyllabus } from './courses.ts';
import { exportClassSheet } from './export-class.ts';
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

const paperHead = '学号,姓名,同组,同意同组,个人陈述,补录原因,第一志愿,志愿2\n';

/** A class that takes groups, and its office reading a file of applications. */
async function onPaper(count: number) {
  const opened = await openClass(kit, [2, 2], { hasGroups: true });
  const { classId, office } = opened;
  const ids = await kit.addStudents(count);
  const { rows: students } = await kit.admin.query<{ id: string; number: string; name: string }>(
    `select id, student_number as number, name from student where id = any($1) order by array_position($1, id)`,
    [ids],
  );
  const read = (text: string, checkOnly = false, actor = office) =>
    kit.call(importClassSheet, actor, {
      ...{ classId, table: 'applications', file: csv(text) },
      // A form sends words, which the contract reads as yes and no.
      checkOnly: String(checkOnly) as never,
    });
  const kept = async () =>
    (await kit.call(listApplications, office, { classId })).map(({ scores: _, ...one }) => one);
  return { ...opened, students, read, kept };
}

test('choices on paper are tried, then entered all at once, and the same file again changes nothing', async () => {
  const { classId, office, students, seats, read, kept } = await onPaper(3);
  const [a, b, c] = students;
  assert.ok(a && b && c);
  const text = `${paperHead}${a.number},${a.name},同桌,是,想学,,Post 0,岗位1\n,${b.name},同桌,yes,,,p01,\n${c.number},,,,,,Post 1,Post 0\n`;
  const tried = await read(text, true);
  assert.deepEqual(
    [tried.issues, tried.isSaved, tried.changes],
    [[], false, { added: 3, changed: 0, same: 0 }],
  );
  assert.deepEqual(await kept(), []);
  const first = await read(text);
  assert.deepEqual([first.issues, first.isSaved, first.rows], [[], true, 3]);
  const entered = await kept();
  const of = (id: string) => entered.find((one) => one.studentId === id);
  assert.deepEqual(
    [a, b, c].map(({ id }) => of(id)?.choices),
    [seats, [seats[1]], [...seats].reverse()],
  );
  assert.deepEqual(
    [a, b, c].map(({ id }) => [of(id)?.enteredBy, of(id)?.group?.isWhole, of(id)?.statement]),
    [
      ['office', true, '想学'],
      ['office', true, ''],
      ['office', undefined, ''],
    ],
  );
  const again = await read(text);
  assert.deepEqual(again.changes, { added: 0, changed: 0, same: 3 });
  assert.deepEqual(await kept(), entered);
  // So does the file that the class itself gives, in each language and format; the empty one has no rows.
  for (const locale of ['en', 'zh-CN'] as const)
    for (const format of ['xlsx', 'csv'] as const) {
      const input = { classId, table: 'applications' as const, format };
      const file = await kit.call(exportClassSheet, office, input, { locale });
      const { issues, changes } = await kit.call(importClassSheet, office, { ...input, file });
      assert.deepEqual([issues, changes], [[], { added: 0, changed: 0, same: 3 }], `${locale} ${format}`);
      const isEmpty = 'true' as never; // as a query says it
      const empty = await kit.call(exportClassSheet, office, { ...input, isEmpty }, { locale });
      const none = await kit.call(importClassSheet, office, { ...input, file: empty });
      assert.deepEqual(
        none.issues.map(({ code }) => code),
        ['sheet.without-rows'],
      );
    }
  assert.deepEqual(await kept(), entered);
  const less = await read(`${paperHead}${c.number},${c.name},,,,,岗位1,\n`);
  assert.deepEqual(less.changes, { added: 0, changed: 1, same: 0 });
});

test('every fault of a list on paper has its row, column and cure, and not one of its rows is kept', async () => {
  const { classId, seats, students, read, kept } = await onPaper(6);
  const [a, b, c, d, e, f] = students;
  assert.ok(a && b && c && d && e && f);
  const [foreign = ''] = await kit.addStudents(1, '590101');
  await kit.admin.query(`update student set name = '同名' where id = any($1)`, [[d.id, e.id]]);
  await kit.admin.query(`update student set name = '外专业', student_number = 'X9' where id = $1`, [foreign]);
  const online = kit.actor('student', { subjectId: f.id });
  await kit.call(putApplication, online, { classId, choices: seats, statement: '' });
  const before = await kept();
  const lines = [
    `${a.number},${a.name},,,,,Post 0,Post 0`,
    `${a.number},,,,,,没有这个岗位,`,
    `NO1,,,,,,Post 0,`,
    `${b.number},${c.name},,,,,Post 0,`,
    `,同名,,,,,Post 0,`,
    `X9,,,,,,Post 0,`,
    `${c.number},,,也许,,,,Post 0`,
    `${f.number},,,,,,Post 1,`,
    `,,,,没有人,,Post 0,`,
  ];
  const answer = await read(`${paperHead}${lines.join('\n')}\n`);
  assert.deepEqual(
    answer.issues.map(({ row, column, code }) => [row, column, code]).sort(),
    [
      [2, 'H', 'sheet.choice-twice'],
      [3, 'A', 'sheet.student-twice'],
      [3, 'G', 'sheet.post-unknown'],
      [4, 'A', 'sheet.number-unknown'],
      [5, 'B', 'sheet.name-differs'],
      [6, 'B', 'sheet.name-ambiguous'],
      [7, 'A', 'sheet.not-eligible'],
      [8, 'D', 'sheet.word-unknown'],
      [8, 'G', 'sheet.choice-gap'],
      [9, 'A', 'sheet.chose-online'],
      [10, 'A', 'import.value-required'],
    ].sort(),
  );
  assert.deepEqual([answer.isSaved, await kept()], [false, before]);
  assert.match(
    String(answer.issues.find(({ code }) => code === 'sheet.post-unknown')?.params['allowed']),
    /岗位0、岗位1/,
  );
  // Each of them can be read in both languages.
  for (const { code, params } of answer.issues)
    for (const locale of ['en', 'zh-CN'] as const)
      assert.ok(findErrorPhrase(locale, code, params), `${locale} ${code}`);
});

test('after the window the office gives a reason, before it nobody chooses, and others’ classes stay closed', async () => {
  const { classId, office, students, seats, read, kept } = await onPaper(2);
  const [a, b] = students;
  assert.ok(a && b);
  kit.clock.set(new Date('2026-12-02T02:00:00Z'));
  const late = await read(`${paperHead}${a.number},,,,,,Post 0,\n${b.number},,,,,11 月 28 日已交,Post 0,`);
  assert.deepEqual(
    late.issues.map(({ row, column, code }) => [row, column, code]),
    [[2, 'F', 'sheet.late']],
  );
  const right = await read(`${paperHead}${b.number},,,,,11 月 28 日已交,Post 0,`);
  assert.equal(right.isSaved, true);
  assert.deepEqual(
    (await kept()).map(({ lateReason }) => lateReason),
    ['11 月 28 日已交'],
  );
  // One by one it is the same; a student alone cannot be late.
  const one = { classId, choices: seats, statement: '', lateReason: '邮寄' };
  const student = kit.actor('student', { subjectId: a.id });
  await assert.rejects(kit.call(putApplication, student, one), refusal('application.over'));
  await kit.call(putApplication, office, { ...one, studentId: a.id });
  assert.deepEqual(
    (await kept()).map(({ lateReason }) => lateReason).sort(),
    ['11 月 28 日已交', '邮寄'].sort(),
  );
  kit.clock.set(new Date('2026-11-22T02:00:00Z'));
  const later = await openClass(kit, [1], {}, '2026-11-25');
  const file = csv(`${paperHead}${a.number},,,,,,Post 0,`);
  const early = await kit.call(importClassSheet, office, {
    ...{ classId: later.classId, table: 'applications', file },
  });
  assert.deepEqual([early.isSaved, early.issues.map(({ code }) => code)], [false, ['application.not-yet']]);
  for (const actor of [
    kit.actor('school-office', { tenant: kit.ids.otherSchool }),
    kit.actor('enterprise-hr'),
  ])
    await assert.rejects(
      kit.call(importClassSheet, actor, { classId, table: 'applications', file }),
      refusal(actor.kind === 'enterprise' ? 'class.not-your-role' : 'thing.not-found'),
    );
});

test('a thousand applications are read at once, each told once', async () => {
  const { students, read, kept } = await onPaper(1_000);
  const text = paperHead + students.map(({ number }) => `${number},,,,,,Post 0,Post 1`).join('\n');
  const answer = await read(text);
  assert.deepEqual([answer.issues, answer.changes], [[], { added: 1_000, changed: 0, same: 0 }]);
  assert.equal((await kept()).length, 1_000);
  assert.deepEqual((await read(text)).changes, { added: 0, changed: 0, same: 1_000 });
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
