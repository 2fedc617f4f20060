import { done, field, route } from '@dualtrack/platform/contract';
import * as z from 'zod';
import { evidenceKinds, evidenceParts, evidenceWhyNotCodes } from '../evidence.ts';
import { partTimePoints, pointStates, titleLevels } from '../part-time.ts';
import { month } from '../shapes.ts';
import { ruleNumber } from './rule-number.ts';

const tag = 'Talents: teachers';
const readers = ['school-office', 'programme-head', 'teacher'] as const;
const expertId = z.object({ expertId: field.id });
const evidenceId = z.object({ evidenceId: field.id });

export const partStanding = z.object({
  part: z.enum(evidenceParts),
  have: z.number().int(),
  needed: z.number().int(),
  isMet: z.boolean(),
});

/** Where a part-time teacher stands against one limit; numbers of the limit where it is one. */
export const partTimeStand = z.object({ point: z.enum(partTimePoints), state: z.enum(pointStates) });

const partTimeFacts = {
  yearsInField: z.number().int().min(0).max(80).nullable(),
  titleLevel: z.enum(titleLevels).nullable(),
  /** Only year and month: what an age needs, and no more. */
  bornMonth: month.nullable(),
  unitConsents: z.boolean().nullable(),
  contractFrom: field.day.nullable(),
  contractTo: field.day.nullable(),
};

/** The limits with where they stand; years and age have a sure number and an uttermost one. */
export const partTimeRules = z.object({
  years: ruleNumber,
  yearsLeast: ruleNumber,
  age: ruleNumber,
  ageMost: ruleNumber,
  title: ruleNumber,
  training: ruleNumber,
});

const record = z.object({
  /** Null for what the platform has attested itself. */
  id: field.id.nullable(),
  kind: z.enum(evidenceKinds),
  title: z.string(),
  issuer: z.string(),
  number: z.string(),
  from: field.day,
  to: field.day.nullable(),
  byName: z.string(),
  checkedBy: z.string(),
  isChecked: z.boolean(),
  path: z.string(),
  whyNotCheck: z.enum(evidenceWhyNotCodes).nullable(),
  whyNotRemove: z.enum(evidenceWhyNotCodes).nullable(),
});
export type EvidenceRecord = z.infer<typeof record>;

const standing = z.object({
  expertId: field.id,
  name: z.string(),
  title: z.string(),
  /** Whether it is a teacher of the school; else somebody of a partner who teaches part time. */
  isTeacher: z.boolean(),
  isDualQualified: z.boolean().nullable(),
  days: z.number().int(),
  parts: z.array(partStanding),
  rules: z.object({ practice: ruleNumber, certificates: ruleNumber, transfers: ruleNumber }),
  records: z.array(record),
  /** For somebody of a partner who teaches part time: what the school has on file, against the limits. */
  partTime: z
    .object({
      ...partTimeFacts,
      changedBy: z.string(),
      points: z.array(partTimeStand),
      rules: partTimeRules,
    })
    .nullable(),
});
export type TeacherStanding = z.infer<typeof standing>;

const refusals = {
  'evidence.own': { status: 409 },
  'evidence.checked': { status: 409 },
  'evidence.not-yours': { status: 403 },
} as const;

/**
 * What a room tells in a school's home when joint work with an enterprise has come to its end: it speaks for those of the
 * school who took part, once for each record of the room.
 */
export const jointWorkDone = z.object({
  sourceId: field.id,
  enterpriseId: field.id,
  title: z.string().min(1).max(200),
  from: field.day,
  to: field.day,
  path: z.string().max(200),
  personIds: z.array(field.id).max(200),
});
export type JointWorkDone = z.infer<typeof jointWorkDone>;

/** What speaks for a teacher with two qualifications (双师型), or for a part-time teacher, piece by piece. */
export const evidence = {
  get: route('GET', '/talent-teachers/{expertId}', {
    may: readers,
    summary: 'What speaks for a teacher with two qualifications, and what is missing',
    tag,
  })
    .input(expertId)
    .output(standing),
  add: route('POST', '/talent-teachers/{expertId}/evidence', {
    may: readers,
    summary: 'Write down a paper: a certificate, work at an enterprise, a project, a course',
    tag,
    created: true,
  })
    .errors({
      'evidence.ends-first': { status: 422 },
      'evidence.day-ahead': { status: 422 },
      'evidence.not-yours': { status: 403 },
    })
    .input(
      expertId.extend({
        kind: z.enum(evidenceKinds),
        title: field.line,
        issuer: field.line,
        number: z.string().trim().max(80).default(''),
        from: field.day,
        to: field.day.nullable().default(null),
      }),
    )
    .output(z.object({ id: field.id })),
  saveFile: route('PUT', '/talent-teachers/{expertId}/part-time', {
    may: ['school-office', 'programme-head'],
    summary: 'Write down what the limits of part-time teachers ask for; what is not known is left out',
    tag,
  })
    .errors({
      'evidence.ends-first': { status: 422 },
      'evidence.day-ahead': { status: 422 },
      'evidence.not-yours': { status: 403 },
    })
    .input(expertId.extend(partTimeFacts))
    .output(standing),
  check: route('POST', '/talent-evidence/{evidenceId}/check', {
    may: ['school-office', 'programme-head'],
    summary: 'Say that the paper was seen; it counts from then on',
    tag,
  })
    .errors(refusals)
    .input(evidenceId)
    .output(done),
  remove: route('DELETE', '/talent-evidence/{evidenceId}', {
    may: readers,
    summary: 'Take a paper away that was not checked yet',
    tag,
  })
    .errors(refusals)
    .input(evidenceId)
    .output(done),
};
