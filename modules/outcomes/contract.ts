import { bothOffices, bothStaff, field, listInput, listOutput, route } from '@dualtrack/platform/contract';
import * as z from 'zod';
import { wayContract } from './contract/way.ts';
import { figureKeys, figureSides } from './figure.ts';
import { markRefusals } from './mark.ts';
import { assessmentKinds, leftBys, recordRefusals } from './outcome.ts';

const tag = 'Outcomes';
const count = z.number().int();
const key = z.enum(figureKeys);

const figure = z.object({
  key,
  side: z.enum(figureSides),
  /** Percent and points as they stand; money in minor units; null when there is nothing to measure. */
  value: z.number().nullable(),
  unit: z.enum(['people', 'seats', 'agreements', 'verdicts', 'classes', 'percent', 'points', 'fen']),
  measure: z.enum(['sum', 'share', 'mean']),
  /** How many records are behind it. */
  records: count,
  asOf: field.instant,
  /** Phrase that says what is counted. */
  definition: z.string(),
  /** Address of the records behind it. */
  path: z.string(),
});
export type ScoreboardFigure = z.infer<typeof figure>;

const figureRecord = z.object({
  id: z.string(),
  title: z.string(),
  titleEn: z.string(),
  context: z.string(),
  contextEn: z.string(),
  day: field.day.nullable(),
  part: z.number(),
  whole: z.number(),
  path: z.string().nullable(),
});
export type FigureRecord = z.infer<typeof figureRecord>;

/** People (or seats) at each stage of the way. */
export const funnelShape = z.object({
  seats: count,
  applied: count,
  admitted: count,
  trained: count,
  offered: count,
  joined: count,
  staying: count,
});
export type Funnel = z.infer<typeof funnelShape>;

const orderFunnel = z.object({
  orderId: field.id,
  classId: field.id.nullable(),
  name: z.string(),
  programmeName: z.string(),
  programmeNameEn: z.string(),
  state: z.string().nullable(),
  startsOn: field.day.nullable(),
  endsOn: field.day.nullable(),
  school: z.string(),
  schoolEn: z.string(),
  enterprise: z.string(),
  enterpriseEn: z.string(),
  funnel: funnelShape,
});
export type OrderFunnel = z.infer<typeof orderFunnel>;

const facts = {
  isTrained: z.boolean(),
  offeredOn: field.day.nullable(),
  joinedOn: field.day.nullable(),
  monthlyPay: z.number().int().min(0).max(100_000_000).nullable(),
  leftOn: field.day.nullable(),
  leftBy: z.enum(leftBys).nullable(),
  leftReason: z.string().trim().max(500),
};
const outcome = z.object({ ...facts, revision: count });
const mark = z.object({
  kind: z.enum(assessmentKinds),
  unit: z.string(),
  score: z.number(),
  assessorName: z.string(),
  assessedOn: field.day,
});
const stayCheck = z.object({
  months: count,
  on: field.day,
  result: z.enum(['there', 'left', 'not-yet']),
});
const person = z.object({
  placementId: field.id,
  studentName: z.string(),
  postTitle: z.string(),
  postTitleEn: z.string(),
  outcome: outcome.nullable(),
  stay: z.array(stayCheck),
});
export type OutcomePerson = z.infer<typeof person>;

const classOutcomes = z.object({
  head: orderFunnel,
  /** Code of why the caller may not record; null when they may. */
  whyNotRecord: z.enum(recordRefusals).nullable(),
  people: z.array(person.extend({ marks: count, meanScore: z.number().nullable() })),
});
export type ClassOutcomes = z.infer<typeof classOutcomes>;

const markFacts = mark.extend({ revision: count });
const classMarks = z.object({
  classId: field.id,
  name: z.string(),
  /** Whose marks the caller enters; null for those who only read. */
  kind: z.enum(['mentor', 'teacher']).nullable(),
  whyNotMark: z.enum(markRefusals).nullable(),
  /** Training units in use; '' is the class as a whole. */
  units: z.array(z.string()),
  people: z.array(
    z.object({
      placementId: field.id,
      studentName: z.string(),
      postTitle: z.string(),
      postTitleEn: z.string(),
      marks: z.array(markFacts),
    }),
  ),
});
export type ClassMarks = z.infer<typeof classMarks>;

const noMarks = {
  'mark.not-your-role': { status: 403 },
  'mark.class-not-running': { status: 409 },
  'mark.changed-meanwhile': { status: 409, data: z.object({ names: z.string() }) },
} as const;

const ownOutcome = person.extend({
  className: z.string(),
  startsOn: field.day,
  endsOn: field.day,
  marks: z.array(mark),
  meanScore: z.number().nullable(),
});
export type OwnOutcome = z.infer<typeof ownOutcome>;

const classId = z.object({ classId: field.id });

/** What can be imported for a class. */
export const importTables = ['outcomes', 'marks'] as const;
export type ImportTable = (typeof importTables)[number];

/** One thing wrong in a file: sheet, row and column as a spreadsheet shows them, and a phrase key with its figures. */
const importIssue = z.object({
  file: z.string(),
  sheet: z.string().optional(),
  row: count.optional(),
  column: z.string().optional(),
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  severity: z.enum(['error', 'warning']),
});
export type ImportIssue = z.infer<typeof importIssue>;

export const contract = {
  scoreboard: {
    get: route('GET', '/scoreboard', {
      may: [...bothOffices, 'teacher'],
      summary: 'Figures of the four sides, each from its records',
      tag,
    })
      .input(z.object({ side: z.enum(figureSides).optional() }))
      .output(z.object({ asOf: field.instant, figures: z.array(figure) })),
    records: route('GET', '/scoreboard/{figure}/records', {
      may: [...bothOffices, 'teacher'],
      summary: 'The records behind one figure',
      tag,
      audit: 'read',
    })
      .input(listInput.extend({ figure: key }))
      .output(listOutput(figureRecord).extend({ figure })),
  },
  classes: {
    list: route('GET', '/outcomes/classes', {
      may: bothStaff,
      summary: 'Classes with the way from seats to people who stay',
      tag,
    })
      .input(listInput)
      .output(listOutput(orderFunnel)),
    get: route('GET', '/outcomes/classes/{classId}', {
      may: bothStaff,
      summary: 'Outcomes of a class, one row for each placement',
      tag,
      audit: 'read',
    })
      .input(classId)
      .output(classOutcomes),
    put: route('PUT', '/outcomes/classes/{classId}', {
      may: bothStaff,
      summary: 'Record outcomes of a class',
      tag,
    })
      .errors({
        'outcome.not-your-role': { status: 403 },
        'outcome.class-not-running': { status: 409 },
        'outcome.changed-meanwhile': { status: 409, data: z.object({ name: z.string() }) },
      })
      .input(
        classId.extend({
          rows: z
            .array(z.object({ placementId: field.id, ...facts, revision: count.min(0) }))
            .min(1)
            .max(500),
        }),
      )
      .output(classOutcomes),
  },
  marks: {
    get: route('GET', '/outcomes/classes/{classId}/marks', {
      may: bothStaff,
      summary: 'Marks of a class by student and training unit',
      tag,
      audit: 'read',
    })
      .input(classId)
      .output(classMarks),
    put: route('PUT', '/outcomes/classes/{classId}/marks', {
      may: bothStaff,
      summary: 'Enter marks of the own kind: all or none',
      tag,
    })
      .errors(noMarks)
      .input(
        classId.extend({
          marks: z
            .array(
              z.object({
                placementId: field.id,
                unit: z.string().trim().max(100),
                score: z.number().min(0).max(100).nullable(),
                revision: count.min(0),
              }),
            )
            .min(1)
            .max(5_000),
        }),
      )
      .output(classMarks),
  },
  imports: {
    make: route('POST', '/outcomes/classes/{classId}/imports', {
      may: bothStaff,
      summary: 'Import outcomes or marks of a class from a file: all rows or none',
      tag,
    })
      .errors({
        ...noMarks,
        'outcome.not-your-role': { status: 403 },
        'outcome.class-not-running': { status: 409 },
        'outcome.changed-meanwhile': { status: 409, data: z.object({ name: z.string() }) },
      })
      .input(
        classId.extend({
          table: z.enum(importTables),
          file: z.file().max(20 * 1024 * 1024),
          checkOnly: z.stringbool().default(false),
        }),
      )
      .output(z.object({ rows: count, issues: z.array(importIssue), errors: count, isSaved: z.boolean() })),
    template: route('GET', '/outcomes/classes/{classId}/templates/{table}', {
      may: bothStaff,
      summary: 'Template to fill in, with the students of the class',
      tag,
      audit: 'read',
    })
      .input(classId.extend({ table: z.enum(importTables), format: z.enum(['xlsx', 'csv']).default('xlsx') }))
      .output(z.file()),
  },
  trend: route('GET', '/scoreboard-trend', {
    may: [...bothOffices, 'teacher'],
    summary: 'The way from seats to people who stay, year by year',
    tag,
  }).output(z.array(z.object({ year: count, classes: count, funnel: funnelShape }))),
  paper: route('GET', '/scoreboard-paper', {
    may: [...bothOffices, 'teacher'],
    summary: 'The scoreboard as a PDF or a workbook',
    tag,
    audit: 'read',
  })
    .input(
      z.object({
        format: z.enum(['pdf', 'xlsx']).default('pdf'),
        language: z.enum(['zh', 'en', 'zh-en']).default('zh'),
      }),
    )
    .output(z.file()),
  funnel: route('GET', '/talent-orders/{orderId}/funnel', {
    may: bothOffices,
    summary: 'The way of one order from seats to people who stay',
    tag,
  })
    .input(z.object({ orderId: field.id }))
    .output(orderFunnel),
  way: wayContract,
  mine: route('GET', '/my-outcomes', {
    may: ['student', 'guardian'],
    summary: 'Own assessment, offer and employment',
    tag,
  }).output(z.array(ownOutcome)),
};
