import { findStudents } from '@dualtrack/organisations/server';
import { notFound } from '@dualtrack/platform/errors';
import { homeOf, type OperationContext, operationsOn } from '@dualtrack/platform/operation';
import { type SheetIssue, sheetFile, type WriteValue } from '@dualtrack/platform/sheets';
import { choiceKey, codeOf, columnsOf, heldAtWords } from '../class-sheet.ts';
import type { ClassTable, SavedTable } from '../contract/class-sheets.ts';
import { contract } from '../contract.ts';
import { groupsByWord, hasAgreed } from '../group.ts';
import { lockedClass } from './class-row.ts';
import { seatsOf } from './class-view.ts';
import { lockedSyllabus, syllabusOf, writeSyllabus } from './courses.ts';
import { groupLabel } from './group-label.ts';
import { slotsOf } from './interviews.ts';
import { readClassSheet, type SheetGround, type SheetRows } from './read-class-sheet.ts';
import { givePoints, rubricOf } from './rubric.ts';
import { giveScores } from './score.ts';
import { wordsOfSeat } from './seat-words.ts';
import type { OrderClassesTables } from './tables.ts';
import { wallTime } from './wall-time.ts';
import { type ApplicationChanges, writeApplications } from './write-applications.ts';
import { writeSlots } from './write-slots.ts';

const operation = operationsOn<OrderClassesTables>();
type Context = OperationContext<OrderClassesTables>;

async function groundOf(context: Context, classId: string): Promise<SheetGround> {
  const applicants = await context.db
    .selectFrom('application')
    .select(['id', 'studentName', 'choices'])
    .where('classId', '=', classId)
    .where('isWithdrawn', '=', false)
    .orderBy('studentName')
    .orderBy('id')
    .execute();
  const seats = (await seatsOf(context, [classId])).map(({ id, post }) => ({
    ...{ id, code: post.code, title: post.title, titleEn: post.titleEn },
    majorCategories: post.majorCategories,
  }));
  const { criteria } = await rubricOf(context, classId);
  return { criteria, applicants, seats, timeZone: context.kernel.config.timeZone };
}

type Row = Record<string, WriteValue>;
type RowWriter = (context: Context, classId: string, ground: SheetGround, language: 0 | 1) => Promise<Row[]>;

/** Applications with their choices in order, for the school. */
const applicationRows: RowWriter = async (context, classId, { seats }, language) => {
  const rows = await context.db
    .selectFrom('application')
    .selectAll()
    .where('classId', '=', classId)
    .where('isWithdrawn', '=', false)
    .orderBy('studentName')
    .orderBy('id')
    .execute();
  const titleOf = (id: string) => {
    const seat = seats.find((one) => one.id === id);
    return seat === undefined ? '' : wordsOfSeat(seat, seats, language);
  };
  const students = await findStudents(
    context,
    rows.map(({ studentId }) => studentId),
  );
  const numbers = new Map(students.map(({ id, studentNumber }) => [id, studentNumber]));
  const groups = groupsByWord(rows.map((row) => ({ ...row, agreedWith: row.groupAgreedWith })));
  return rows.map((row) => {
    const members = row.groupCode === null ? [] : (groups.get(row.groupCode) ?? []);
    const own = members.find(({ id }) => id === row.id);
    const agrees = own !== undefined && members.length > 1 && hasAgreed(own, members);
    return {
      ...{ number: numbers.get(row.studentId) ?? '', student: row.studentName, code: codeOf(row.id) },
      ...{ cohort: row.cohortName, major: row.majorCode },
      appliedOn: wallTime(row.appliedAt, context.kernel.config.timeZone).day,
      // A group is known by a label; its word is between the students.
      group: row.groupCode === null ? '' : groupLabel(classId, row.groupCode),
      agrees: row.groupCode === null ? '' : yesNo[agrees ? 0 : 1][language],
      ...{ statement: row.statement, lateReason: row.lateReason },
      ...Object.fromEntries(row.choices.map((choice, at) => [choiceKey(at), titleOf(choice)])),
    };
  });
};

const yesNo = [
  ['是', 'yes'],
  ['否', 'no'],
] as const;

const writers: Readonly<Record<SavedTable, RowWriter>> = {
  applications: applicationRows,
  points: async (context, classId) =>
    (await rubricOf(context, classId)).applicants.map(({ applicationId, studentName, points }) => ({
      ...{ student: studentName, code: codeOf(applicationId) },
      ...Object.fromEntries(points.map((one) => [one.criterionId, one.points])),
    })),
  scores: async (context, classId, { applicants, seats }, language) => {
    const scores = await context.db
      .selectFrom('applicationScore as s')
      .innerJoin('application as a', (join) =>
        join.onRef('a.tenantId', '=', 's.tenantId').onRef('a.id', '=', 's.applicationId'),
      )
      .select(['s.applicationId', 's.seatId', 's.score', 's.note'])
      .where('a.classId', '=', classId)
      .execute();
    // Posts in their own order: the order of a student's choices is not the enterprise's to know.
    return applicants.flatMap(({ id, studentName, choices }) =>
      seats.flatMap((seat): Row[] => {
        if (!choices.includes(seat.id)) return [];
        const known = scores.find((one) => one.applicationId === id && one.seatId === seat.id);
        const title = language === 1 && seat.titleEn !== '' ? seat.titleEn : seat.title;
        return [
          {
            ...{ student: studentName, code: codeOf(id), seat: title },
            ...{ score: known?.score ?? null, note: known?.note ?? '' },
          },
        ];
      }),
    );
  },
  slots: async (context, classId, { timeZone }) =>
    (await slotsOf(context, classId)).map(({ startsAt, minutes, place, interviewer, places }) => ({
      ...wallTime(new Date(startsAt), timeZone),
      ...{ minutes, place, interviewer, places },
    })),
  syllabus: async (context, classId, _, language) =>
    (await syllabusOf(context, classId, context.actor)).courses.map(({ id: __, heldAt, ...course }) => ({
      ...course,
      heldAt: heldAtWords[heldAt][language],
    })),
};

const names: Readonly<Record<SavedTable, readonly [string, string]>> = {
  applications: ['报名', 'applications'],
  points: ['评分', 'points'],
  scores: ['打分', 'scores'],
  slots: ['面试时间', 'interview times'],
  syllabus: ['课程表', 'syllabus'],
};

/** One table of a class as a file, with headers in the caller's language; it can be read back as it is. */
export const exportClassSheet = operation(contract.sheets.export, async (ctx, input) => {
  const { classId, table, format, isEmpty } = input;
  const home = await homeOf(ctx, 'order_class', classId);
  return ctx.inHome(home, async (inner) => {
    const language = ctx.locale === 'en' ? 1 : 0;
    const row = await inner.db
      .selectFrom('orderClass')
      .select(['name', 'state'])
      .where('id', '=', classId)
      .executeTakeFirstOrThrow();
    const isHidden = row.state === 'draft' || table === 'applications';
    if (isHidden && ctx.actor.kind === 'enterprise') throw notFound('order-class');
    const ground = await groundOf(inner, classId);
    const rows = isEmpty ? [] : await writers[table](inner, classId, ground, language);
    const columns = columnsOf(table, ground.criteria, ground.seats.length).map(
      ({ key, headers, type, choices, hint }) => {
        const header = headers[language] ?? headers[0] ?? '';
        const wide = Math.max(12, header.length * 2);
        const posts = ground.seats.map((seat) => wordsOfSeat(seat, ground.seats, language));
        const words = isChoice(key) ? posts : choices?.map((each) => each[language]);
        return {
          ...{ key, header, type, width: isChoice(key) ? 24 : wide },
          ...(words === undefined ? {} : { choices: words }),
          ...(hint === undefined ? {} : { hint: hint[language] }),
        };
      },
    );
    ctx.audit(classId, { exported: table, rows: rows.length });
    const title = names[table][language];
    const fileName = `${row.name} ${title}${isEmpty ? emptyWords[language] : ''}`;
    const notes =
      table === 'applications' && isEmpty
        ? { notes: columns.map(({ header, hint = '' }) => [header, hint]), notesName: notesNames[language] }
        : {};
    const sheet = { name: title, columns, rows, blankRows: isEmpty ? 1_000 : 100, ...notes };
    return sheetFile(fileName, format, sheet, ctx.now);
  });
});

const emptyWords = ['（空白表）', ' (empty)'] as const;
const notesNames = ['填写说明', 'How to fill in'] as const;
const isChoice = (key: string) => /^choice\d+$/.test(key);

type Codes =
  | 'class.not-your-role'
  | 'class.not-in-state'
  | 'syllabus.changed'
  | 'syllabus.over'
  | 'score.no-such-choice'
  | 'rubric.no-such-criterion'
  | 'interview.in-past'
  | 'interview.too-many';
type Writing = OperationContext<OrderClassesTables, Codes>;
type Keep = (
  ctx: Writing,
  inner: Writing,
  classId: string,
  rows: SheetRows,
  isTrial: boolean,
  ground: SheetGround,
) => Promise<SheetIssue[] | Kept>;
type Kept = { issues: SheetIssue[]; changes: ApplicationChanges };

/** What a table's rows do to a class; faults that only the class itself shows come back as issues. */
const keepers: Readonly<Record<ClassTable, Keep>> = {
  points: async (ctx, inner, classId, { points }, isTrial) => {
    const row = await lockedClass(inner, classId, 'interview');
    if (!isTrial) await givePoints(ctx, inner, row, points);
    return [];
  },
  scores: async (ctx, inner, classId, { scores }, isTrial) => {
    const row = await lockedClass(inner, classId, 'score', 'shared');
    if (!isTrial) await giveScores(ctx, inner, row, scores);
    return [];
  },
  slots: async (ctx, inner, classId, { slots }, isTrial) => {
    const row = await lockedClass(inner, classId, 'interview');
    return writeSlots(ctx, inner, row, slots, isTrial);
  },
  syllabus: async (ctx, inner, classId, { syllabus }, isTrial) => {
    const known = await syllabusOf(inner, classId, ctx.actor);
    const row = await lockedSyllabus(ctx, inner, { classId, revision: known.revision });
    if (known.whyNot === 'syllabus.not-your-role')
      throw ctx.refuse('class.not-your-role', { action: 'syllabus' });
    const before = known.courses.map(({ id: _, ...course }) => course);
    // The file as it was exported changes nothing, and takes back no agreement.
    const isSame = JSON.stringify(before.map(inOrder)) === JSON.stringify(syllabus.map(inOrder));
    if (!isTrial && !isSame) await writeSyllabus(inner, row, syllabus);
    return [];
  },
  applications: async (_, inner, classId, { applications }, isTrial, ground) => {
    // Alone: nobody chooses while the file is compared with what the class has.
    const row = await lockedClass(inner, classId, 'apply');
    return writeApplications(inner, row, ground, applications, isTrial);
  },
};

function inOrder({ name, hours, heldAt, teacherName, mentorName }: SheetRows['syllabus'][number]) {
  return [name, hours, heldAt, teacherName, mentorName];
}

/** Reads a file into one table of a class: all of it, or nothing and every fault. */
export const importClassSheet = operation(contract.sheets.import, async (ctx, input) => {
  const { classId, table, checkOnly } = input;
  const file = { name: input.file.name, bytes: new Uint8Array(await input.file.arrayBuffer()) };
  const home = await homeOf(ctx, 'order_class', classId);
  return ctx.inHome(home, async (inner) => {
    const ground = await groundOf(inner, classId);
    const found = await readClassSheet(table, file, ground);
    const issues = [...found.issues];
    if (table === 'points' && ground.criteria.length === 0)
      issues.push({ file: file.name, code: 'sheet.no-criteria', params: {}, severity: 'error' });
    const isTrial = checkOnly || found.errors > 0 || issues.length > found.issues.length;
    const kept = await keepers[table](ctx, inner, classId, found.rows, isTrial, ground);
    issues.push(...('issues' in kept ? kept.issues : kept));
    const errors = issues.filter(({ severity }) => severity === 'error').length;
    const isSaved = !isTrial && errors === 0;
    const changes = 'issues' in kept ? { ...kept.changes } : {};
    ctx.audit(classId, { imported: table, rows: found.count, isSaved, ...changes });
    return {
      ...{ rows: found.count, errors, isSaved },
      changes: 'issues' in kept ? kept.changes : null,
      issues: issues.map(({ row, column, code, params }) => ({
        ...{ code, params },
        ...(row === undefined ? {} : { row }),
        ...(column === undefined ? {} : { column }),
      })),
    };
  });
});
