import { bothOffices, bothStaff, done, field, route } from '@dualtrack/platform/contract';
import * as z from 'zod';
import { paymentMethods } from '../payment.ts';
import { ofClass } from './classes.ts';

const tag = 'Compliance';
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
const money = z.number().int().min(0).max(100_000_000).describe('in fen');

const paid = {
  month: month.describe('YYYY-MM'),
  amount: money.describe('what reached the student, in fen'),
  meals: money.default(0).describe('kept for meals at cost'),
  lodging: money.default(0).describe('kept for lodging at cost'),
  paidOn: field.day,
  method: z.enum(paymentMethods),
  payer: z.string().trim().max(200).default('').describe('empty: the host itself'),
  accountHolder: z.string().trim().max(200).default('').describe("empty: the student's own account"),
  evidence: field.line.describe('by what it can be shown: number of a payslip, receipt or transfer'),
};

const ofPayment = z.object({ paymentId: field.id });
const maxPaper = 10_000_000;

/** A payment as it stands on record. */
export const recordedPayment = z.object(paid).extend({
  id: field.id,
  isPart: z.boolean(),
  recordedByName: z.string(),
  recordedSide: z.enum(['school', 'enterprise']),
  recordedAt: field.instant,
  fileName: z.string().nullable().describe('the paper as a file; null: not kept yet'),
  filedByName: z.string(),
  filedAt: field.instant.nullable(),
});
export type RecordedPayment = z.infer<typeof recordedPayment>;

/** What was paid to the students of a class, month by month. */
export const payments = {
  list: route('GET', '/compliance/classes/{classId}/payments', {
    may: bothStaff,
    summary: 'What was paid to each student of a class, month by month',
    audit: 'read',
    tag,
  })
    .input(ofClass)
    .output(
      z.object({
        mayRecord: z.boolean(),
        items: z.array(
          z.object({
            placementId: field.id,
            studentName: z.string(),
            agreedPay: z.number().int().nullable().describe('fen a month; null: not on record'),
            payments: z.array(recordedPayment),
          }),
        ),
      }),
    ),
  record: route('POST', '/compliance/classes/{classId}/payments', {
    may: bothOffices,
    summary: 'Record what was paid for a month; a later record of the same month corrects it',
    tag,
  })
    .errors({
      'payment.not-yet': { status: 422 },
      'payment.outside': { status: 422, data: z.object({ month: z.string() }) },
      'payment.twice': { status: 422, data: z.object({ month: z.string() }) },
    })
    .input(
      ofClass.extend({
        payments: z
          .array(z.object({ ...paid, placementId: field.id }))
          .min(1)
          .max(2_000),
      }),
    )
    .output(done),
  attach: route('POST', '/compliance/payments/{paymentId}/document', {
    may: bothOffices,
    summary: 'Keep the paper that shows a payment, for all payments of that month that name the same paper',
    tag,
  })
    .input(ofPayment.extend({ file: z.file().max(maxPaper) }))
    .output(z.object({ payments: z.number().int() })),
  file: route('GET', '/compliance/payments/{paymentId}/document', {
    may: bothStaff,
    summary: 'The paper that shows a payment',
    audit: 'read',
    tag,
  })
    .input(ofPayment)
    .output(z.file()),
};
