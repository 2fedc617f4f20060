import { done, field, listInput, listOutput, route } from '@dualtrack/platform/contract';
import * as z from 'zod';
import { incomeKinds, outputKinds } from '../output.ts';
import { bothNames, fen, shareShape, side } from '../shapes.ts';
import { leads, staff } from '../side.ts';
import { notWhole } from './projects.ts';
import { maxFile } from './runs.ts';

const tag = 'Innovation: outputs';
const outputId = z.object({ outputId: field.id });
const words = (most: number) => z.string().trim().max(most).default('');
const notYours = { 'output.not-your-side': { status: 403 } } as const;

const row = z.object({
  ...bothNames,
  id: field.id,
  kind: z.enum(outputKinds),
  title: z.string(),
  titleEn: z.string(),
  reference: z.string(),
  achievedOn: field.day,
  shares: z.array(shareShape),
  hasProof: z.boolean(),
  /** All income so far, in fen. */
  income: z.number().int(),
  projectId: field.id.nullable(),
});
export type OutputRow = z.infer<typeof row>;

const detail = row.extend({
  note: z.string(),
  course: z.string(),
  /** The co-taught course that it is used in; null while it is not in one. */
  courseId: field.id.nullable(),
  proofName: z.string(),
  side,
  addedBy: z.string(),
  project: z.string(),
  projectEn: z.string(),
  incomes: z.array(
    z.object({
      id: field.id,
      kind: z.enum(incomeKinds),
      amount: z.number().int(),
      receivedOn: field.day,
      payer: z.string(),
      recordedBy: z.string(),
      /** What each holder of a share gets of it, in the order of the shares. */
      parts: z.array(z.number().int()),
    }),
  ),
  mayWrite: z.boolean(),
});
export type OutputDetail = z.infer<typeof detail>;

export const outputs = {
  list: route('GET', '/innovation-outputs', { may: staff, summary: 'Register of outputs', tag })
    .input(
      listInput.extend({
        kind: z.enum(outputKinds).optional(),
        year: z.coerce.number().int().min(1990).max(2200).optional(),
        project: field.id.optional(),
        /** Only what earned money of this kind, and in this year; the sum of a row is of that money alone. */
        income: z.enum(incomeKinds).optional(),
        incomeYear: z.coerce.number().int().min(1990).max(2200).optional(),
      }),
    )
    .output(listOutput(row)),
  get: route('GET', '/innovation-outputs/{outputId}', { may: staff, summary: 'One output', tag })
    .input(outputId)
    .output(detail),
  add: route('POST', '/innovation-outputs', {
    may: staff,
    summary: 'Register an output with the parts of its owners',
    tag,
    created: true,
  })
    .errors({ ...notWhole, 'output.no-such-project': { status: 422 }, 'output.day-ahead': { status: 422 } })
    .input(
      z.object({
        projectId: field.id.nullable().default(null),
        /** Where there is no project: the organisation with which it was made. */
        partnerId: field.id.nullable().default(null),
        kind: z.enum(outputKinds),
        title: z.string().trim().min(2).max(120),
        titleEn: words(200),
        reference: words(120),
        achievedOn: field.day,
        note: words(1_000),
        course: words(120),
        shares: z.array(shareShape).min(1).max(20),
      }),
    )
    .output(z.object({ id: field.id })),
  setShares: route('PUT', '/innovation-outputs/{outputId}/shares', {
    may: leads,
    summary: 'Correct the parts of the owners',
    tag,
  })
    .errors({ ...notYours, ...notWhole })
    .input(outputId.extend({ shares: z.array(shareShape).min(1).max(20) }))
    .output(detail),
  addProof: route('POST', '/innovation-outputs/{outputId}/proof', {
    may: staff,
    summary: 'Keep the proof: certificate, first page, award',
    tag,
  })
    .errors(notYours)
    .input(outputId.extend({ file: z.file().max(maxFile) }))
    .output(done),
  proof: route('GET', '/innovation-outputs/{outputId}/proof', { may: staff, summary: 'The proof', tag })
    .input(outputId)
    .output(z.file()),
  addIncome: route('POST', '/innovation-outputs/{outputId}/incomes', {
    may: leads,
    summary: 'Record income from an output',
    tag,
  })
    .errors({ 'output.day-ahead': { status: 422 } })
    .input(
      outputId.extend({
        kind: z.enum(incomeKinds),
        amount: fen.min(1),
        receivedOn: field.day,
        payer: words(120),
      }),
    )
    .output(detail),
  bringBack: route('POST', '/innovation-outputs/{outputId}/course', {
    may: staff,
    summary: 'Bring a teaching case back into a co-taught course: it stands among its materials',
    tag,
  })
    .errors({
      ...notYours,
      'output.not-a-case': { status: 409 },
      'output.no-such-course': { status: 422 },
    })
    .input(outputId.extend({ courseId: field.id }))
    .output(detail),
  figures: route('GET', '/innovation-figures', {
    may: leads,
    summary: 'Figures of a year for quality reports',
    tag,
  })
    .input(z.object({ year: z.coerce.number().int().min(1990).max(2200).optional() }))
    .output(
      z.object({
        year: z.number().int(),
        technicalService: z.number().int(),
        transfer: z.number().int(),
        licence: z.number().int(),
        sales: z.number().int(),
        outputs: z.record(z.enum(outputKinds), z.number().int()),
        projects: z.number().int(),
        asOf: field.instant,
      }),
    ),
};
