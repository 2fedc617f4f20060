import { organisationNames } from '@dualtrack/organisations/server';
import { notFound, Refusal } from '@dualtrack/platform/errors';
import { storedFile } from '@dualtrack/platform/files';
import { type OperationContext, operationsOn } from '@dualtrack/platform/operation';
import { internshipsContract, type MyInternshipRow } from '../contract/internships.ts';
import { type FamilyField, familyAnswers, variablesNamed } from '../internship.ts';
import { whyNotSlot } from '../sign-slots.ts';
import { sentAnswers } from '../template-values.ts';
import { changeAgreement } from './act.ts';
import { putAnswers } from './internship-answers.ts';
import { type InternshipAgreement, internshipAgreements, signedIn } from './internship-rows.ts';
import { type Hand, writeEvent } from './section-writer.ts';
import { demandSlot, signSlot } from './sign-slot.ts';
import { openOwnKey } from './signing-secret.ts';
import {
  changeSlot,
  type KeptSlot,
  keepPlan,
  lockAgreement,
  type SigningPlan,
  signingPlan,
} from './signing-slots.ts';
import type { AgreementsTables } from './tables.ts';
import { sourceOf } from './template-source.ts';

const contract = internshipsContract.mine;
const operation = operationsOn<AgreementsTables>();
type Context = OperationContext<AgreementsTables>;

const ownField = (ctx: Context): FamilyField => (ctx.actor.role === 'guardian' ? 'guardian' : 'student');
/** A student's family is of no side. */
const familyHand = (ctx: Context): Hand => ({
  personId: ctx.actor.personId,
  name: ctx.actor.name,
  side: null,
});

/** Agreements of the student whom the caller is, or is guardian of; nobody else's are seen by any way. */
async function ownRows(ctx: Context, agreementId?: string): Promise<InternshipAgreement[]> {
  const studentId = ctx.actor.subjectId;
  if (studentId === null) return [];
  const only = agreementId === undefined ? { studentId } : { studentId, agreementId };
  return internshipAgreements(ctx, only);
}

/** @throws thing.not-found */
async function ownRow(ctx: Context, agreementId: string): Promise<InternshipAgreement> {
  const [row] = await ownRows(ctx, agreementId);
  if (row === undefined) throw notFound('agreement');
  return row;
}

function ownSlot(ctx: Context, plan: SigningPlan): KeptSlot | undefined {
  return plan.slots.find((slot) => slot.field === ownField(ctx));
}

function whyNotSign(ctx: Context, row: InternshipAgreement, plan: SigningPlan): string | null {
  const slot = ownSlot(ctx, plan);
  if (slot === undefined) return 'agreement.not-the-signer';
  if (slot.state === 'signed') return 'signing.already-signed';
  if (row.state !== 'signing') return 'agreement.not-in-state';
  return whyNotSlot(plan.slots, slot, plan, ctx.today);
}

async function headOf(ctx: Context, row: InternshipAgreement, plan: SigningPlan): Promise<MyInternshipRow> {
  const names = await organisationNames(ctx, [row.tenantId, row.enterpriseId]);
  const { id, number, title, titleEn, state, studentName, postTitle, postTitleEn, validFrom, validTo } = row;
  return {
    ...{ id, number, title, titleEn, state, studentName, postTitle, postTitleEn, validFrom, validTo },
    ...{ school: names.get(row.tenantId)?.name ?? '', schoolEn: names.get(row.tenantId)?.nameEn ?? '' },
    enterprise: names.get(row.enterpriseId)?.name ?? '',
    enterpriseEn: names.get(row.enterpriseId)?.nameEn ?? '',
    ...{ signed: signedIn(plan), whyNot: whyNotSign(ctx, row, plan), illustrative: row.isIllustrative },
  };
}

async function mineView(ctx: Context, agreementId: string) {
  const row = await ownRow(ctx, agreementId);
  const source = await sourceOf(ctx, row.id);
  const names = familyAnswers.filter((name) => row.guardianName !== null || !name.startsWith('guardian'));
  const sections = await ctx.db
    .selectFrom('agreementSection')
    .select(['clause', 'title', 'titleEn', 'body', 'bodyEn'])
    .where('agreementId', '=', row.id)
    .orderBy('position')
    .execute();
  const identity = await ctx.db
    .selectFrom('signingIdentity')
    .select('personId')
    .where('personId', '=', ctx.actor.personId)
    .executeTakeFirst();
  return {
    ...(await headOf(ctx, row, await signingPlan(ctx, row))),
    ...{ digest: row.documentDigest, declineReason: row.declineReason, sections },
    questions: variablesNamed(source.variables, names),
    given: sentAnswers(Object.fromEntries(names.map((name) => [name, source.given[name] ?? null]))),
    mayAnswer: row.state === 'negotiating',
    hasSigningIdentity: identity !== undefined,
  };
}

export const listMyInternships = operation(contract.list, async (ctx) => {
  const items: MyInternshipRow[] = [];
  for (const row of await ownRows(ctx)) items.push(await headOf(ctx, row, await signingPlan(ctx, row)));
  return { items };
});

export const getMyInternship = operation(contract.get, (ctx, input) => mineView(ctx, input.agreementId));

export const answerMyInternship = operation(contract.answer, async (ctx, input) => {
  await ownRow(ctx, input.agreementId);
  const agreement = await lockAgreement(ctx, input.agreementId);
  if (agreement.state !== 'negotiating') throw ctx.refuse('internship.not-open');
  const names: readonly string[] = familyAnswers;
  const own = Object.entries(input.given).filter(([name]) => names.includes(name));
  await putAnswers(ctx, agreement, familyHand(ctx), Object.fromEntries(own));
  ctx.audit(agreement.id, { action: 'answer' });
  return mineView(ctx, agreement.id);
});

export const myInternshipDocument = operation(contract.document, async (ctx, input) => {
  const row = await ownRow(ctx, input.agreementId);
  if (row.documentId === null) throw ctx.refuse('agreement.no-document');
  return storedFile(ctx, row.documentId);
});

export const signMyInternship = operation(contract.sign, async (ctx, input) => {
  const row = await ownRow(ctx, input.agreementId);
  const demand = (plan: SigningPlan, agreement: Pick<InternshipAgreement, 'state'>): KeptSlot => {
    const slot = ownSlot(ctx, plan);
    if (slot === undefined) throw new Refusal('agreement.not-the-signer', 403, { action: 'sign' });
    demandSlot(ctx, { state: agreement.state }, plan, slot);
    return slot;
  };
  // Looked at before the key is made, so that somebody who may not sign leaves no key behind.
  demand(await signingPlan(ctx, row), row);
  const key = await openOwnKey(ctx, input.secret);
  const agreement = await lockAgreement(ctx, row.id);
  const plan = await keepPlan(ctx, agreement);
  const slot = demand(plan, agreement);
  await signSlot(ctx, {
    ...{ agreement, plan, slot, ...key, keyKind: 'account' },
    ...{ digest: input.digest, hand: familyHand(ctx) },
  });
  ctx.audit(row.id, { action: 'sign', keyKind: 'account' });
  return mineView(ctx, row.id);
});

export const declineMyInternship = operation(contract.decline, async (ctx, input) => {
  const row = await ownRow(ctx, input.agreementId);
  const agreement = await lockAgreement(ctx, row.id);
  const plan = await signingPlan(ctx, agreement);
  const slot = ownSlot(ctx, plan);
  const isOpen = ['negotiating', 'confirmed', 'signing'].includes(agreement.state);
  if (!isOpen || slot === undefined || slot.state === 'signed') throw ctx.refuse('internship.not-open');
  const { reason } = input;
  if (plan.isKept) await changeSlot(ctx, slot.id, { declinedAt: ctx.now, declineReason: reason });
  await changeAgreement(ctx, agreement, { state: 'declined', declineReason: reason });
  await writeEvent(ctx, agreement, 'declined', familyHand(ctx), { reason });
  ctx.audit(row.id, { action: 'decline' });
  return mineView(ctx, row.id);
});
