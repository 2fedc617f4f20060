import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { type AccountsTables, addMember } from '@dualtrack/accounts/server';
import type { Actor } from '@dualtrack/platform/access';
import type { Role } from '@dualtrack/platform/contract';
import { asSystem } from '@dualtrack/platform/operation';
import { refusal } from '@dualtrack/platform/testing';
import { type ClassKit, classKit } from '../testing/class-kit.ts';
import { openClass, sayTogether } from '../testing/drive-class.ts';
import { putApplication } from './apply.ts';
import { attendInterview } from './attend-interview.ts';
import { bookInterview, cancelInterview } from './book-interview.ts';
import { addBriefing } from './briefings.ts';
import { importClassSheet } from './class-sheets.ts';
import { editClass } from './draft-class.ts';
import { addSlots } from './interviews.ts';
import { moveClass } from './move-class.ts';
import { signUpForBriefing } from './my-briefings.ts';
import { addDocument } from './my-documents.ts';
import { markNoticeSeen, myNotices } from './my-notices.ts';
import { passDay } from './pass-day.ts';
import { getClass, listApplications } from './read-classes.ts';
import { sendLetters } from './send-letters.ts';

let kit: ClassKit;
before(async () => {
  kit = await classKit();
});
after(() => kit.close());

const looked = new Set<string>();
/** Mails since the last look as `to: subject`, sorted; subjects are decoded where they are not plain ASCII. */
async function newMails(): Promise<string[]> {
  const folder = kit.kernel.mailer.folder ?? '';
  const names = (await readdir(folder).catch(() => [])).filter((name) => !looked.has(name));
  for (const name of names) looked.add(name);
  const texts = await Promise.all(names.map((name) => readFile(`${folder}/${name}`, 'utf8')));
  return texts
    .map((text) => {
      const to = /^To: (.*)$/m.exec(text)?.[1] ?? '';
      const words = /^Subject: ((?:.|\n[ \t])*)$/m.exec(text)?.[1] ?? '';
      const parts = [...words.matchAll(/=\?UTF-8\?([QB])\?(.*?)\?=/g)].map(([, kind, part = '']) =>
        kind === 'B'
          ? Buffer.from(part, 'base64')
          : Buffer.from(
              part
                .replaceAll('_', ' ')
                .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) =>
                  String.fromCharCode(Number.parseInt(hex, 16)),
                ),
              'latin1',
            ),
      );
      const subject = parts.length === 0 ? words : Buffer.concat(parts).toString('utf8');
      return `${to}: ${subject.trim()}`;
    })
    .sort();
}

async function member(
  home: string,
  role: Role,
  name: string,
  subjectId: string | null,
  locale: 'en' | 'zh-CN' = 'en',
): Promise<Actor> {
  const { personId } = await asSystem<AccountsTables, { personId: string }>(kit.kernel, home, (context) =>
    addMember(context, { signInName: `${name}@example.org`, name, role, subjectId, locale }),
  );
  const options = subjectId === null ? { tenant: home } : { subjectId, tenant: home };
  return { ...kit.actor(role, options), personId };
}

const className = '定远订单班（2026）';

test('everybody concerned is told once, in their own language, and nobody else', async () => {
  const [one = '', other = ''] = await kit.addStudents(2);
  const [foreign = ''] = await kit.addStudents(1, '590101');
  const { school, firm, otherSchool, otherFirm } = kit.ids;
  const student = await member(school, 'student', 'one', one, 'zh-CN');
  const guardian = await member(school, 'guardian', 'guard', one);
  await member(school, 'student', 'other', other);
  const stranger = await member(school, 'student', 'major', foreign);
  await member(otherSchool, 'student', 'abroad', one);
  const hr = await member(firm, 'enterprise-hr', 'hr', null);
  await member(otherFirm, 'enterprise-hr', 'foreign-hr', null);

  // Opened: those who may apply, and the host; a student of another major and another school hear nothing.
  const { classId, seats, office } = await openClass(kit, [2]);
  await kit.settle();
  assert.deepEqual(await newMails(), [
    `hr@example.org: Applications are open: ${className}`,
    `one@example.org: 开始报名：${className}`,
    `other@example.org: Applications are open: ${className}`,
  ]);
  assert.deepEqual((await kit.call(myNotices, stranger, {})).items, []);

  // A receipt for the student and the guardian.
  await kit.call(putApplication, student, { classId, choices: seats, statement: '' });
  await kit.settle();
  assert.deepEqual(await newMails(), [
    `guard@example.org: Choices received: ${className}`,
    `one@example.org: 志愿已收到：${className}`,
  ]);

  // A minor's papers: the guardian alone is asked, once a day.
  await kit.admin.query(`update student set birth_date = '2010-01-01' where id = $1`, [one]);
  for (const words of ['a', 'b'])
    await kit.call(addDocument, student, {
      ...{ classId, kind: 'other', file: new File([`%PDF-1.7 ${words}`], 'a.pdf') },
    });
  await kit.settle();
  assert.deepEqual(await newMails(), [`guard@example.org: Papers wait for your consent: ${className}`]);

  // Interviews: who applied; then the booking, its time in the reader's words; the office of the host, too.
  const [slot] = await kit.call(addSlots, hr, {
    ...{ classId, startsAt: '2026-11-25T02:00:00Z', minutes: 20, place: '一厂', interviewer: '', places: 1 },
  });
  await kit.settle();
  assert.deepEqual(await newMails(), [`one@example.org: 请预约面试：${className}`]);
  await kit.call(bookInterview, student, { classId, slotId: slot?.id ?? '' });
  await kit.call(bookInterview, student, { classId, slotId: slot?.id ?? '' });
  await kit.settle();
  assert.deepEqual(await newMails(), [
    `hr@example.org: Interview booked: ${className}`,
    `one@example.org: 面试已预约：${className}`,
  ]);
  await kit.call(cancelInterview, student, { classId });
  await kit.call(cancelInterview, student, { classId });
  await kit.settle();
  assert.equal((await newMails()).length, 2);

  // The notices are on the home until they are read; nobody reads another's.
  const { items } = await kit.call(myNotices, student, {});
  assert.deepEqual(
    items.map(({ kind }) => kind),
    ['interview-cancelled', 'interview-booked', 'interviews-offered', 'applied', 'opened'],
  );
  const noticeId = items[0]?.id ?? '';
  for (const actor of [guardian, stranger, office])
    await assert.rejects(kit.call(markNoticeSeen, actor, { noticeId }), refusal('thing.not-found'));
  await kit.call(markNoticeSeen, student, { noticeId });
  assert.equal((await kit.call(myNotices, student, {})).items.length, 4);
  const [offered] = (await kit.call(myNotices, hr, {})).items;
  await kit.call(markNoticeSeen, hr, { noticeId: offered?.id ?? '' });
  await kit.call(moveClass, office, { classId, action: 'close' });
});

test('of a missed interview, of a group and of choices entered for them people hear once', async () => {
  const [one = '', two = ''] = await kit.addStudents(2);
  const { school, teacher } = kit.ids;
  const first = await member(school, 'student', 'first', one);
  const second = await member(school, 'student', 'second', two);
  await member(school, 'guardian', 'parent', one);
  await member(school, 'teacher', 'lead', teacher);
  const boss = kit.actor('enterprise-hr');
  const { classId, seats, office } = await openClass(kit, [2], { hasGroups: true });
  const own = async () => (await newMails()).filter((mail) => /^(first|second|parent|lead)@/.test(mail));
  const choose = (actor: Actor) =>
    kit.call(putApplication, actor, { classId, choices: seats, statement: '', groupCode: '同桌' });
  await choose(first);
  await choose(second);
  await kit.settle();
  await own();
  await sayTogether(kit, classId, one);
  await sayTogether(kit, classId, two);
  await kit.settle();
  assert.deepEqual(await own(), [
    `first@example.org: Your group is agreed: ${className}`,
    `second@example.org: Your group is agreed: ${className}`,
  ]);
  const [slot] = await kit.call(addSlots, boss, {
    ...{ classId, startsAt: '2026-11-25T02:00:00Z', minutes: 20, place: '一厂', interviewer: '', places: 1 },
  });
  const slotId = slot?.id ?? '';
  await kit.call(bookInterview, first, { classId, slotId });
  await kit.settle();
  await own();
  kit.clock.set(new Date('2026-11-25T03:00:00Z'));
  const applicants = await kit.call(listApplications, office, { classId });
  const applicationId = applicants.find(({ studentId }) => studentId === one)?.id ?? '';
  const said = { slotId, applicationId, came: false };
  for (const absence of ['no-show', 'no-show', 'ill'] as const)
    await kit.call(attendInterview, boss, { ...said, absence });
  await kit.settle();
  assert.deepEqual(await own(), [
    `first@example.org: Interview missed, another time can be booked: ${className}`,
    `first@example.org: Interview missed: ${className}`,
    `lead@example.org: Interview missed, another time can be booked: ${className}`,
    `lead@example.org: Interview missed: ${className}`,
    `parent@example.org: Interview missed, another time can be booked: ${className}`,
    `parent@example.org: Interview missed: ${className}`,
  ]);
  // New times are told to who missed one and may book another.
  await kit.call(addSlots, boss, {
    ...{ classId, startsAt: '2026-11-26T02:00:00Z', minutes: 20, place: '一厂', interviewer: '', places: 1 },
  });
  await kit.settle();
  assert.deepEqual(await own(), [
    `first@example.org: Book an interview: ${className}`,
    `second@example.org: Book an interview: ${className}`,
  ]);
  const [third = ''] = await kit.addStudents(1);
  await member(school, 'student', 'second-list', third);
  const { rows } = await kit.admin.query(`select student_number from student where id = $1`, [third]);
  const file = new File([`学号,第一志愿\n${rows[0]?.student_number},Post 0`], 'list.csv');
  for (const table of ['applications', 'applications'] as const)
    await kit.call(importClassSheet, office, { classId, table, file });
  await kit.settle();
  assert.deepEqual(
    (await newMails()).filter((mail) => mail.startsWith('second-list')),
    [`second-list@example.org: Choices entered for you: ${className}`],
  );
  kit.clock.set(new Date('2026-11-22T02:00:00Z'));
  await kit.call(moveClass, office, { classId, action: 'close' });
});

test('a new day reminds of what is near, once, however often it is said', async () => {
  const [one = '', other = ''] = await kit.addStudents(2);
  const student = await member(kit.ids.school, 'student', 'near', one);
  await member(kit.ids.school, 'student', 'late', other);
  const { classId, seats, office } = await openClass(kit, [2]);
  await kit.call(putApplication, student, { classId, choices: seats, statement: '' });
  await kit.call(addBriefing, office, {
    ...{ classId, startsAt: '2026-11-30T06:00:00Z', minutes: 60, place: '报告厅', link: '', places: null },
    ...{ schoolHost: '周敏', enterpriseHost: '胡工' },
  });
  const [briefing] = (await kit.admin.query('select id from class_briefing where class_id = $1', [classId]))
    .rows;
  await kit.call(signUpForBriefing, student, { briefingId: briefing.id, comes: true });
  await kit.settle();
  await passDay(kit.kernel);
  await newMails();
  // 29 November in the morning: the session is tomorrow, choices close in two days.
  kit.clock.set(new Date('2026-11-29T23:00:00Z'));
  await passDay(kit.kernel);
  await passDay(kit.kernel);
  const mails = (await newMails()).filter((mail) => /^(near|late)@/.test(mail));
  assert.deepEqual(mails, [
    `late@example.org: Choices close soon: ${className}`,
    `near@example.org: Information session soon: ${className}`,
  ]);
  kit.clock.set(new Date('2026-11-30T01:00:00Z'));
  await passDay(kit.kernel);
  assert.deepEqual(await newMails(), []);
  kit.clock.set(new Date('2026-11-22T02:00:00Z'));
});

test('a first day for choices: announced at once, told again on that day, once', async () => {
  const [one = ''] = await kit.addStudents(1);
  await member(kit.ids.school, 'student', 'early', one);
  const mine = async () => (await newMails()).filter((mail) => mail.startsWith('early@'));
  await newMails();
  const { classId, office } = await openClass(kit, [1], {}, '2026-11-25');
  await kit.settle();
  assert.deepEqual(await mine(), [`early@example.org: Applications open soon: ${className}`]);
  await passDay(kit.kernel);
  assert.deepEqual(await mine(), []);
  // Another first day is another piece of news.
  const { name, startsOn, endsOn } = await kit.call(getClass, office, { classId });
  const frame = { classId, name, startsOn, endsOn, applicationsFrom: '2026-11-24' };
  await kit.call(editClass, office, frame);
  await kit.call(editClass, office, frame);
  await kit.settle();
  assert.deepEqual(await mine(), [`early@example.org: Applications open soon: ${className}`]);
  // The server rested on the day itself: the next one says it.
  kit.clock.set(new Date('2026-11-25T01:00:00Z'));
  await passDay(kit.kernel);
  await passDay(kit.kernel);
  assert.deepEqual(await mine(), [`early@example.org: Applications are open: ${className}`]);
  await kit.call(moveClass, office, { classId, action: 'close' });
  kit.clock.set(new Date('2026-11-22T02:00:00Z'));
});

test('two servers that write letters at once write each of them once', async () => {
  const students = await kit.addStudents(6);
  for (const [at, id] of students.entries()) await member(kit.ids.school, 'student', `many${at}`, id);
  const { classId, office } = await openClass(kit, [2]);
  await kit.settle();
  await newMails();
  await kit.admin.query(`update class_notice set mail = 'waiting' where class_id = $1`, [classId]);
  await Promise.all([1, 2, 3].map(() => sendLetters(kit.kernel, kit.ids.school)));
  const mails = (await newMails()).filter((mail) => mail.startsWith('many'));
  assert.equal(mails.length, 6);
  assert.equal(new Set(mails).size, 6);
  // A mail server that is down: the notice stays, nothing else fails.
  const { mailer } = kit.kernel;
  kit.kernel.mailer = { folder: null, send: () => Promise.reject(new Error('down')) };
  await kit.call(moveClass, office, { classId, action: 'close' });
  await kit.settle();
  kit.kernel.mailer = mailer;
  const { rows } = await kit.admin.query(
    `select mail, count(*)::int as n from class_notice where class_id = $1 and kind = 'closed' group by mail`,
    [classId],
  );
  assert.deepEqual(rows, [{ mail: 'failed', n: 1 }]);
});
