import { homeOf, type OperationContext, operationsOn } from '@dualtrack/platform/operation';
import type { SheetIssue } from '@dualtrack/platform/sheets';
import type { ClassTable } from '../contract/class-sheets.ts';
import { contract } from '../contract.ts';
import { lockedClass } from './class-row.ts';
import { lockedSyllabus, syllabusOf, writeSyllabus } from './courses.ts';
import { readClassSheet, type SheetGround, type SheetRows } from './read-class-sheet.ts';
import { givePoints } from './rubric.ts';
import { giveScores } from './score.ts';
import { groundOf } from './sheet-ground.ts';
import type { OrderClassesTables } from './tables.ts';
import { type ApplicationChanges, writeApplications } from './write-applications.ts';
import { writeSeatNumbers } from './write-seat-numbers.ts';
import { writeSlots } from './write-slots.ts';

const operation = operationsOn<OrderClassesTables>();

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
  seats: async (_, inner, classId, { seats }, isTrial, ground) => {
    const row = await lockedClass(inner, classId, 'place');
    return writeSeatNumbers(inner, row, ground, seats, isTrial);
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
