import { findStudents } from '@dualtrack/organisations/server';
import type { OperationContext } from '@dualtrack/platform/operation';
import type { WriteValue } from '@dualtrack/platform/sheets';
import { choiceKey, codeOf, heldAtWords, yesNo } from '../class-sheet.ts';
import type { ClassTable } from '../contract/class-sheets.ts';
import { groupsByWord, hasAgreed } from '../group.ts';
import { classView, seatsOf } from './class-view.ts';
import { syllabusOf } from './courses.ts';
import { groupLabel } from './group-label.ts';
import { slotsOf } from './interviews.ts';
import type { SheetGround } from './read-class-sheet.ts';
import { rubricOf } from './rubric.ts';
import { wordsOfSeat } from './seat-words.ts';
import type { OrderClassesTables } from './tables.ts';
import { wallTime } from './wall-time.ts';

type Context = OperationContext<OrderClassesTables>;
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

/** The rows of a class's tables in the words that a file is read back by. */
export const tableRows: Readonly<Record<ClassTable, RowWriter>> = {
  applications: applicationRows,
  seats: async (context, classId, { seats }, language) => {
    const { seats: shown } = await classView(context, classId, context.actor.role);
    const placed = await context.db
      .selectFrom('placement')
      .select(['seatId', ({ fn }) => fn.countAll<string>().as('placed')])
      .where('classId', '=', classId)
      .where('state', '!=', 'declined')
      .groupBy('seatId')
      .execute();
    const least = new Map((await seatsOf(context, [classId])).map(({ id, minimum }) => [id, minimum]));
    return shown.map(({ id, siteName, capacity, wanted, firstChoices, internPay }) => {
      const named = seats.find((one) => one.id === id);
      return {
        ...{ post: named === undefined ? '' : wordsOfSeat(named, seats, language), site: siteName, capacity },
        ...{ minimum: least.get(id) ?? 0, wanted, firstChoices, internPay: internPay / 100 },
        placed: Number(placed.find(({ seatId }) => seatId === id)?.placed ?? 0),
      };
    });
  },
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
    const known = new Map(scores.map((one) => [`${one.applicationId} ${one.seatId}`, one]));
    // Posts in their own order: the order of a student's choices is not the enterprise's to know.
    return applicants.flatMap(({ id, studentName, choices }) =>
      seats.flatMap((seat): Row[] => {
        if (!choices.includes(seat.id)) return [];
        const given = known.get(`${id} ${seat.id}`);
        const title = language === 1 && seat.titleEn !== '' ? seat.titleEn : seat.title;
        return [
          {
            ...{ student: studentName, code: codeOf(id), seat: title },
            ...{ score: given?.score ?? null, note: given?.note ?? '' },
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
