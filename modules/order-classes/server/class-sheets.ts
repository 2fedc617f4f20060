import { notFound } from '@dualtrack/platform/errors';
import { homeOf, type OperationContext, operationsOn } from '@dualtrack/platform/operation';
import { type SheetIssue, sheetFile, type WriteValue } from '@dualtrack/platform/sheets';
import { choiceKey, codeOf, columnsOf, heldAtWords } from '../class-sheet.ts';
import type { ClassTable, SavedTable } from '../contract/class-sheets.ts';
import { contract } from '../contract.ts';
import { lockedClass } from './class-row.ts';
import { seatsOf } from './class-view.ts';
import { lockedSyllabus, syllabusOf, writeSyllabus } from './courses.ts';
import { slotsOf } from './interviews.ts';
import { readClassSheet, type SheetGround, type SheetRows } from './read-class-sheet.ts';
import { givePoints, rubricOf } from './rubric.ts';
import { giveScores } from './score.ts';
import type { OrderClassesTables } from './tables.ts';
import { wallTime } from './wall-time.ts';
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
    ...{ id, title: post.title, titleEn: post.titleEn },
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
    return (language === 1 && seat?.titleEn) || (seat?.title ?? '');
  };
  // A group is known by a number; its word is between the students.
  const words = [...new Set(rows.flatMap(({ groupCode }) => groupCode ?? []))];
  return rows.map((row) => ({
    ...{ student: row.studentName, code: codeOf(row.id), cohort: row.cohortName, major: row.majorCode },
    appliedOn: wallTime(row.appliedAt, context.kernel.config.timeZone).day,
    group: row.groupCode === null ? '' : String(words.indexOf(row.groupCode) + 1),
    statement: row.statement,
    ...Object.fromEntries(row.choices.map((choice, at) => [choiceKey(at), titleOf(choice)])),
  }));
};

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
  const { classId, table, format } = input;
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
    const rows = await writers[table](inner, classId, ground, language);
    const columns = columnsOf(table, ground.criteria, ground.seats.length).map(
      ({ key, headers, type, choices }) => {
        const header = headers[language] ?? headers[0] ?? '';
        const wide = Math.max(12, header.length * 2);
        const listed = choices === undefined ? {} : { choices: choices.map((words) => words[language]) };
        return { key, header, type, width: wide, ...listed };
      },
    );
    ctx.audit(classId, { exported: table, rows: rows.length });
    const title = names[table][language];
    return sheetFile(`${row.name} ${title}`, format, { name: title, columns, rows, blankRows: 100 }, ctx.now);
  });
});

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
) => Promise<SheetIssue[]>;

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
    issues.push(...(await keepers[table](ctx, inner, classId, found.rows, isTrial)));
    const errors = issues.filter(({ severity }) => severity === 'error').length;
    const isSaved = !isTrial && errors === 0;
    ctx.audit(classId, { imported: table, rows: found.count, isSaved });
    return {
      ...{ rows: found.count, errors, isSaved },
      issues: issues.map(({ row, column, code, params }) => ({
        ...{ code, params },
        ...(row === undefined ? {} : { row }),
        ...(column === undefined ? {} : { column }),
      })),
    };
  });
});
