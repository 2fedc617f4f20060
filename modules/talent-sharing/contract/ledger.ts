import { bothOffices, bothStaff, field, listInput, listOutput, route } from '@dualtrack/platform/contract';
import * as z from 'zod';
import { form, ledgerSums, month, parties, side } from '../shapes.ts';

const tag = 'Ledger of sharing';
const agreementId = z.object({ agreementId: field.id });

const rate = z.object({
  id: field.id,
  giver: side,
  form: form.nullable(),
  /** Fen an hour; null: hours against hours. */
  amount: z.number().int().nullable(),
  proposedBy: z.string(),
  proposedSide: side,
  agreedBy: z.string(),
  agreedOn: field.day.nullable(),
});
const statement = z.object({
  month,
  totals: ledgerSums,
  school: z.string().nullable(),
  enterprise: z.string().nullable(),
});
const account = z.object({
  agreementId: field.id,
  number: z.string(),
  title: z.string(),
  titleEn: z.string(),
  ...parties,
  totals: ledgerSums,
  /** What the other side owes the school; negative: what the school owes. */
  balance: z.object({ minutes: z.number().int(), fee: z.number().int() }),
  rates: z.array(rate),
  statements: z.array(statement),
});
export type Account = z.infer<typeof account>;

const entry = z.object({
  id: field.id,
  agreementId: field.id,
  sessionId: field.id.nullable(),
  stayId: field.id.nullable(),
  expertId: field.id,
  expertName: z.string(),
  giver: side,
  isShared: z.boolean(),
  form,
  title: z.string(),
  onDay: field.day,
  month,
  minutes: z.number().int(),
  fee: z.number().int(),
  /** The certificate, where one was made; null for who may not have it. */
  certificateId: field.id.nullable(),
  certificateNumber: z.string(),
  /** Whether the caller may make one. */
  mayCertify: z.boolean(),
});
export type HourEntry = z.infer<typeof entry>;

/** Hours in and out, rates, monthly statements that both sides confirm. */
export const ledger = {
  get: route('GET', '/talent-ledger', {
    may: bothOffices,
    summary: 'Accounts by agreement: sums, balance, rates, statements',
    tag,
  }).output(z.object({ items: z.array(account) })),
  entries: route('GET', '/talent-hours', { may: bothStaff, summary: 'Attested hours', tag })
    .input(
      listInput.extend({
        agreementId: field.id.optional(),
        expertId: field.id.optional(),
        month: month.optional(),
        year: z.coerce.number().int().min(2000).max(2100).optional(),
        /** Only hours with a certificate that the caller may have, or only those without. */
        certificate: z.enum(['made', 'none']).optional(),
        giver: side.optional(),
        form: form.optional(),
      }),
    )
    .output(listOutput(entry)),
  proposeRate: route('POST', '/talent-rates', {
    may: bothOffices,
    summary: 'Propose what an hour costs',
    tag,
    created: true,
  })
    .errors({ 'sharing.no-agreement': { status: 422 } })
    .input(
      agreementId.extend({
        giver: side,
        form: form.nullable().default(null),
        amount: z.number().int().min(1).max(100_000_000).nullable(),
      }),
    )
    .output(z.object({ id: field.id })),
  answerRate: route('POST', '/talent-rates/{rateId}/answers', {
    may: bothOffices,
    summary: 'Agree to a rate of the other side, or refuse it; withdraw the own one',
    tag,
  })
    .errors({ 'rate.not-your-side': { status: 403 }, 'rate.answered': { status: 409 } })
    .input(z.object({ rateId: field.id, accept: z.boolean() }))
    .output(z.object({ id: field.id })),
  confirm: route('POST', '/talent-statements', {
    may: bothOffices,
    summary: 'Confirm the sums of a month as they were seen; with the yes of both they are closed',
    tag,
  })
    .errors({
      'sharing.no-agreement': { status: 422 },
      'statement.not-over': { status: 409 },
      'statement.empty': { status: 409 },
      'statement.changed': { status: 409 },
      'statement.confirmed': { status: 409 },
    })
    .input(agreementId.extend({ month, totals: ledgerSums }))
    .output(statement),
};
