import { bothStaff, enterpriseStaff, field, route, schoolLeads } from '@dualtrack/platform/contract';
import * as z from 'zod';
import { recordTables } from './class-books.ts';

const tag = 'Order classes';
const count = z.number().int();

/** Tables of a class that go to and come from a spreadsheet. */
export const classTables = ['seats', 'points', 'scores', 'slots', 'syllabus', 'applications'] as const;
export type ClassTable = (typeof classTables)[number];

/** Tables that go to a spreadsheet. */
export const savedTables = [...classTables, ...recordTables] as const;
export type SavedTable = (typeof savedTables)[number];

const sheet = z.object({ classId: field.id, table: z.enum(classTables) });

const issue = z.object({
  row: count.optional(),
  column: z.string().optional(),
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type ClassSheetIssue = z.infer<typeof issue>;

export const sheetsContract = {
  export: route('GET', '/order-classes/{classId}/sheets/{table}', {
    may: bothStaff,
    summary:
      'One table of a class as a file: seats, points, scores, interview times, syllabus and, to the school, applications can be read back; what has happened is for reading',
    audit: 'read',
    tag,
  })
    .input(
      sheet.extend({
        table: z.enum(savedTables),
        format: z.enum(['xlsx', 'csv']).default('xlsx'),
        /** The headings with what each takes, without what the class holds. */
        isEmpty: z.stringbool().default(false),
      }),
    )
    .output(z.file()),
  import: route('POST', '/order-classes/{classId}/sheets/{table}', {
    may: [...enterpriseStaff, ...schoolLeads],
    summary: 'Read such a file, or only try it: all its rows or none, every fault with its row and column',
    tag,
  })
    .errors({
      'class.not-your-role': { status: 403, data: z.object({ action: z.string() }) },
      'class.not-in-state': { status: 409, data: z.object({ action: z.string() }) },
      'syllabus.changed': { status: 409 },
      'syllabus.over': { status: 409 },
      'score.no-such-choice': { status: 422, data: z.object({ count }) },
      'rubric.no-such-criterion': { status: 422 },
      'interview.in-past': { status: 422 },
      'interview.too-many': { status: 422 },
    })
    .input(
      sheet.extend({
        file: z.file().max(10 * 1024 * 1024),
        checkOnly: z.stringbool().default(false),
      }),
    )
    .output(
      z.object({
        rows: count,
        issues: z.array(issue),
        errors: count,
        isSaved: z.boolean(),
        /** Of applications: how many are new, changed, and as they were. */
        changes: z.object({ added: count, changed: count, same: count }).nullable(),
      }),
    ),
};
