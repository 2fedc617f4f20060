import { bothOffices, bothStaff, field, listInput, listOutput, route } from '@dualtrack/platform/contract';
import * as z from 'zod';
import { stayForms } from '../forms.ts';
import { parties, side, words } from '../shapes.ts';
import { grades, practiceContents, stayActions, stayStates } from '../stay.ts';
import { partStanding, partTimeStand } from './evidence.ts';
import { ruleNumber } from './rule-number.ts';

const tag = 'Stays';
const stayId = z.object({ stayId: field.id });
const stayForm = z.enum(stayForms);
const text = z.string().trim().max(8_000).default('');

const row = z.object({
  id: field.id,
  enterpriseId: field.id,
  agreementId: field.id,
  ...parties,
  form: stayForm,
  side,
  expertId: field.id,
  expertName: z.string(),
  post: z.string(),
  fromOn: field.day,
  toOn: field.day,
  state: z.enum(stayStates),
  days: z.number().int(),
  minutes: z.number().int(),
  grade: z.enum(grades).nullable(),
});
export const stayDetail = row.extend({
  plan: z.string(),
  contents: z.array(z.string()),
  report: z.string(),
  assessment: z.string(),
  assessedBy: z.string(),
  assessedOn: field.day.nullable(),
  notes: z.array(
    z.object({ onDay: field.day, minutes: z.number().int(), words: z.string(), by: z.string() }),
  ),
  abilities: z.record(z.enum(stayActions), z.string().nullable()),
});
export type Stay = z.infer<typeof stayDetail>;

const notNow = {
  'stay.not-in-state': { status: 409 },
  'stay.not-your-role': { status: 403 },
  'stay.not-begun': { status: 409 },
} as const;

const teacher = z.object({
  /** Null for a teacher of the register who has no card yet. */
  expertId: field.id.nullable(),
  /** What a teacher with two qualifications shows. */
  parts: z.array(partStanding),
  /** Papers that an office has not seen yet. */
  unchecked: z.number().int(),
  name: z.string(),
  title: z.string(),
  days: z.number().int(),
  neededDays: z.number().int(),
  isMet: z.boolean(),
  /** As the school's register says; null for a card without a row there. */
  isDualQualified: z.boolean().nullable(),
  /** Hours with the other side that both attested, in the same years. */
  minutes: z.number().int(),
});

const teachersView = z.object({
  years: ruleNumber,
  months: ruleNumber,
  daysAMonth: ruleNumber,
  share: ruleNumber,
  /** Teachers of the school’s register, and people of partners who taught in the last twelve months. */
  fullTime: z.number().int(),
  partTime: z.number().int(),
  allowed: z.number().int(),
  isWithin: z.boolean(),
  /** Who taught part time, and whether training in teaching was recorded (Vocational Education Law, Art. 46). */
  training: ruleNumber,
  partTimers: z.array(
    z.object({
      ...{ expertId: field.id, name: z.string(), minutes: z.number().int(), isTrained: z.boolean() },
      points: z.array(partTimeStand),
    }),
  ),
  items: z.array(teacher),
});
export type TeachersView = z.infer<typeof teachersView>;

/** People who are at the other side for weeks, and what the law counts of it. */
export const stays = {
  list: route('GET', '/talent-stays', {
    may: bothStaff,
    summary: 'Teacher practice, mentor and shared posts',
    tag,
  })
    .input(listInput.extend({ form: stayForm.optional(), state: z.enum(stayStates).optional() }))
    .output(listOutput(row)),
  get: route('GET', '/talent-stays/{stayId}', { may: bothStaff, summary: 'One stay', tag })
    .input(stayId)
    .output(stayDetail),
  create: route('POST', '/talent-stays', {
    may: bothStaff,
    summary: 'Plan a stay of an expert of the own side',
    tag,
    created: true,
  })
    .errors({
      'sharing.no-agreement': { status: 422 },
      'stay.no-expert': { status: 422 },
      'stay.ends-first': { status: 422 },
      'stay.wrong-side': { status: 422 },
      'stay.plan-incomplete': { status: 422 },
      'stay.overlaps': { status: 409, data: z.object({ from: field.day, to: field.day }) },
    })
    .input(
      z.object({
        agreementId: field.id,
        form: stayForm,
        expertId: field.id,
        post: field.line,
        fromOn: field.day,
        toOn: field.day,
        plan: text,
        contents: z.array(z.enum(practiceContents)).max(3).default([]),
      }),
    )
    .output(z.object({ id: field.id })),
  answer: route('POST', '/talent-stays/{stayId}/answers', {
    may: bothOffices,
    summary: 'The host says yes or no to a stay',
    tag,
  })
    .errors(notNow)
    .input(stayId.extend({ accept: z.boolean() }))
    .output(stayDetail),
  note: route('PUT', '/talent-stays/{stayId}/notes', {
    may: bothStaff,
    summary: 'The note of a day',
    tag,
  })
    .errors({ ...notNow, 'stay.not-that-day': { status: 422 } })
    .input(
      stayId.extend({
        onDay: field.day,
        minutes: z.number().int().min(0).max(1_440),
        words: z.string().trim().min(1).max(2_000),
      }),
    )
    .output(stayDetail),
  report: route('PUT', '/talent-stays/{stayId}/report', {
    may: bothStaff,
    summary: 'Hand in the report at the end',
    tag,
  })
    .errors({ ...notNow, 'stay.no-notes': { status: 409 } })
    .input(stayId.extend({ report: z.string().trim().min(20).max(8_000) }))
    .output(stayDetail),
  assess: route('PUT', '/talent-stays/{stayId}/assessment', {
    may: bothOffices,
    summary: 'The host assesses; days and hours count from then on',
    tag,
  })
    .errors(notNow)
    .input(stayId.extend({ grade: z.enum(grades), assessment: words.default('') }))
    .output(stayDetail),
  teachers: route('GET', '/talent-teachers', {
    may: ['school-office', 'programme-head'],
    summary: 'Practice of the school’s teachers in five years and the limit of part-time teachers',
    tag,
  }).output(teachersView),
};
