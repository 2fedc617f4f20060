import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Actor } from '@dualtrack/platform/access';
import { createIssueList, readSheet } from '@dualtrack/platform/sheets';
import { refusal } from '@dualtrack/platform/testing';
import { bookTables, recordTables } from '../contract/class-books.ts';
import { type ClassKit, classKit } from '../testing/class-kit.ts';
import { fillClass, openClass } from '../testing/drive-class.ts';
import { attendInterview } from './attend-interview.ts';
import { bookInterview } from './book-interview.ts';
import { leaveClass } from './change-placement.ts';
import { importClassSheet } from './class-sheets.ts';
import { createClass } from './draft-class.ts';
import { exportClassBook, exportClassSheet } from './export-class.ts';
import { addSlots } from './interviews.ts';
import { makeMatching } from './match-class.ts';
import { makeAppeal } from './my-appeals.ts';
import { answerPlacement, listPlacements } from './placements.ts';
import { publishMatching } from './publish-class.ts';
import { getClass } from './read-classes.ts';

let kit: ClassKit;
before(async () => {
  kit = await classKit();
});
after(() => kit.close());

async function rowsOf(file: File, sheet?: string): Promise<string[][]> {
  const issues = createIssueList();
  const rows: string[][] = [];
  const options = sheet === undefined ? { issues } : { issues, sheetNames: [sheet] };
  for await (const row of readSheet(file.name, new Uint8Array(await file.arrayBuffer()), options))
    if (row.cells.some((cell) => cell !== '')) rows.push(row.cells.map(String));
  assert.deepEqual(issues.list(), []);
  return rows;
}

test('what has happened in a class is in its files, for whoever may see it', async () => {
  const { classId, seats, office } = await openClass(kit, [1]);
  const hr = kit.actor('enterprise-hr');
  const [first = '', second = '', third = ''] = await kit.addStudents(3);
  for (const [id, name] of [
    [first, '甲'],
    [second, '乙'],
    [third, '丙'],
  ])
    await kit.admin.query(`update student set name = $2 where id = $1`, [id, name]);
  const [seat = ''] = seats;
  await fillClass(kit, classId, [
    { student: first, choices: [{ seat, score: 90 }] },
    { student: second, choices: [{ seat, score: 80 }] },
    { student: third, choices: [{ seat, score: 70 }] },
  ]);
  const student = kit.actor('student', { subjectId: first });
  const [slot] = await kit.call(addSlots, hr, {
    ...{ classId, startsAt: '2026-11-25T02:00:00Z', minutes: 20, place: '一厂', interviewer: '', places: 2 },
  });
  await kit.call(bookInterview, student, { classId, slotId: slot?.id ?? '' });
  kit.clock.set(new Date('2026-11-25T03:00:00Z'));
  const {
    rows: [own],
  } = await kit.admin.query(`select id from application where student_id = $1`, [first]);
  await kit.call(attendInterview, hr, {
    ...{ slotId: slot?.id ?? '', applicationId: own.id, came: false, absence: 'ill', absenceNote: '发烧' },
  });
  const run = await kit.call(makeMatching, office, { classId });
  await kit.call(publishMatching, office, { classId, matchingId: run.id });
  const [placement] = await kit.call(listPlacements, office, { classId });
  await kit.call(answerPlacement, office, { placementId: placement?.id ?? '', accept: true });
  await kit.call(leaveClass, office, { placementId: placement?.id ?? '', reason: 'study', note: '升学' });
  await kit.call(makeAppeal, kit.actor('student', { subjectId: second }), { classId, reason: '=分数有误' });
  const save = async (actor: Actor, table: (typeof recordTables)[number], locale: 'en' | 'zh-CN' = 'en') =>
    rowsOf(await kit.call(exportClassSheet, actor, { classId, table }, { locale }));
  const cells = async (table: (typeof recordTables)[number]) =>
    (await save(office, table))[1]?.join(' ') ?? '';
  assert.match(await cells('bookings'), /2026-11-25.* 甲 .* no absent: ill 发烧/);
  assert.match(await cells('rounds'), /^1 .*yes .* 3 1 0/);
  assert.deepEqual(
    (await save(office, 'results')).map((row) => row.slice(1, 4).filter((cell) => cell !== '')),
    [['Student', 'Post', 'Choice'], ['甲', 'Post 0', '1'], ['乙'], ['丙']],
  );
  assert.deepEqual(
    (await save(office, 'waiting')).map(([, name]) => name),
    ['Student', '丙', '乙'],
  );
  assert.match(await cells('changes'), /甲 left Post 0 .*further study 升学 by the school/);
  assert.match(await cells('appeals'), /乙 .*=分数有误/);
  assert.match((await save(office, 'placements', 'zh-CN'))[0]?.join(' ') ?? '', /^学生 岗位 .* 保单号/);
  // The enterprise reads no waiting list and, of appeals, none that was not granted.
  await assert.rejects(save(hr, 'waiting'), refusal('thing.not-found'));
  assert.equal((await save(hr, 'appeals')).length, 1);
  await assert.rejects(save(kit.actor('mentor'), 'appeals'), refusal('thing.not-found'));
  // One book holds them all: for the school every table, for the enterprise those that are its own to see.
  const sheetsFor = async (actor: Actor) => {
    const file = await kit.call(exportClassBook, actor, { classId }, { locale: 'en' });
    const text = Buffer.from(await file.arrayBuffer());
    return { file, size: text.length };
  };
  const { file } = await sheetsFor(office);
  assert.match((await rowsOf(file, 'exits and transfers'))[1]?.join(' ') ?? '', /甲 left/);
  assert.match((await rowsOf(file, 'applications'))[1]?.join(' ') ?? '', /Post 0/);
  assert.equal(bookTables.length, recordTables.length + 6);
  const other = kit.actor('school-office', { tenant: kit.ids.otherSchool });
  await assert.rejects(sheetsFor(other), refusal('thing.not-found'));
  kit.clock.set(new Date('2026-11-22T02:00:00Z'));
});

test('places of a draft come from a file, within the order; once the class is open they stand', async () => {
  const office = kit.actor('school-office');
  const { agreementId } = await kit.addAgreement([4, 3]);
  const { id: classId } = await kit.call(createClass, office, {
    ...{ agreementId, name: '草稿', startsOn: '2027-03-01', endsOn: '2027-07-31' },
  });
  const read = (text: string) =>
    kit.call(importClassSheet, office, { classId, table: 'seats', file: new File([text], 'seats.csv') });
  const wrong = await read('岗位,名额,最少人数\n岗位0,5,\nPost 1,2,3\n没有,1,\n岗位0,1,\nPost 1,-1,');
  assert.deepEqual(
    wrong.issues.map(({ row, column, code }) => [row, column, code]),
    [
      [6, 'B', 'import.out-of-range'],
      [2, 'B', 'import.out-of-range'],
      [3, 'C', 'placing.minimum-too-high'],
      [4, 'A', 'sheet.post-unknown'],
      [5, 'A', 'import.duplicate-row'],
    ],
  );
  const none = await read('Post,Places\nPost 0,0\nPost 1,0');
  assert.deepEqual(
    none.issues.map(({ code }) => code),
    ['sheet.no-places'],
  );
  const right = await read('岗位,名额,最少人数\n岗位0,3,2');
  assert.deepEqual([right.issues, right.isSaved], [[], true]);
  const view = await kit.call(getClass, office, { classId });
  assert.deepEqual([view.seats.map(({ capacity }) => capacity), view.capacity], [[3, 3], 6]);
  assert.deepEqual(
    view.placing.seats.map(({ minimum }) => minimum),
    [2, 0],
  );
  const file = await kit.call(exportClassSheet, office, { classId, table: 'seats' });
  assert.deepEqual((await kit.call(importClassSheet, office, { classId, table: 'seats', file })).issues, []);
  assert.deepEqual(await kit.call(getClass, office, { classId }), view);
  const opened = await openClass(kit, [2]);
  await assert.rejects(
    kit.call(importClassSheet, office, { classId: opened.classId, table: 'seats', file }),
    refusal('class.not-in-state'),
  );
});
