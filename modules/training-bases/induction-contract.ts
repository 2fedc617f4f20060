import { bothOffices, bothStaff, field, route } from '@dualtrack/platform/contract';
import * as z from 'zod';

const tag = 'Training bases';
const wording = z.string().trim().min(1).max(500);
const wordingEn = z.string().trim().max(500).default('');
const asked = {
  id: z.string().min(1).max(40),
  text: wording,
  textEn: wordingEn,
  choices: z
    .array(z.object({ text: wording, textEn: wordingEn }))
    .min(2)
    .max(8),
};

/** A question with one right choice, counted from 0. */
export const question = z.object({ ...asked, answer: z.number().int().min(0).max(7) });
export type Question = z.infer<typeof question>;
const guide = {
  guide: z.string().trim().max(4_000).default(''),
  guideEn: z.string().trim().max(4_000).default(''),
};
const passMark = z.number().int().min(1).max(100);
const best = z.object({ score: z.number().int(), isPassed: z.boolean(), takenAt: field.instant });
const baseId = z.object({ baseId: field.id });

/** Safety induction of a base: a short exam for each unit, taken on a phone, recorded for the law check. */
export const inductionContract = {
  get: route('GET', '/training-bases/{baseId}/induction', {
    may: bothStaff,
    summary: 'Exams of a base and who passed them',
    tag,
  })
    .input(baseId)
    .output(
      z.object({
        units: z.array(z.object({ unitId: field.id, ...guide, passMark, questions: z.array(question) })),
        results: z.array(
          best.extend({
            unitId: field.id,
            studentId: field.id,
            studentName: z.string(),
            attempts: z.number().int(),
          }),
        ),
      }),
    ),
  set: route('PUT', '/training-bases/{baseId}/units/{unitId}/induction', {
    may: bothOffices,
    summary: 'Set guide, questions and pass mark of a unit; without questions there is no exam',
    tag,
  })
    .errors({ 'induction.no-such-answer': { status: 422, data: z.object({ text: z.string() }) } })
    .input(baseId.extend({ unitId: field.id, ...guide, passMark, questions: z.array(question).max(40) }))
    .output(z.object({ questions: z.number().int() })),
  mine: route('GET', '/my-inductions', {
    may: ['student'],
    summary: 'Own exams, without the answers, and the best results so far',
    tag,
  })
    .input(z.object({}))
    .output(
      z.object({
        items: z.array(
          z.object({
            unitId: field.id,
            unitName: z.string(),
            unitNameEn: z.string(),
            baseName: z.string(),
            baseNameEn: z.string(),
            ...guide,
            passMark,
            questions: z.array(z.object(asked)),
            best: best.nullable(),
          }),
        ),
      }),
    ),
  take: route('POST', '/my-inductions/{unitId}', {
    may: ['student'],
    summary: 'Hand in an exam; the result stays on record',
    tag,
    created: true,
  })
    .errors({
      'induction.not-yours': { status: 404 },
      'induction.unanswered': { status: 422, data: z.object({ count: z.number() }) },
    })
    .input(
      z.object({
        unitId: field.id,
        answers: z.record(z.string(), z.number().int().min(0).max(7)),
      }),
    )
    .output(
      z.object({
        score: z.number().int(),
        passMark,
        isPassed: z.boolean(),
        wrong: z.array(z.string()),
      }),
    ),
};
