import { asSystem, homeOf, operationsOn, type TransactionContext } from '@dualtrack/platform/operation';
import { type LongRunHandler, startRun } from '@dualtrack/platform/runs';
import * as z from 'zod';
import { type Side, sideOfRole } from '../agreement.ts';
import { internshipsContract as contract } from '../contract/internships.ts';
import { changeAgreement, handOf } from './act.ts';
import { judgeAgreement } from './agreement-law.ts';
import { missingIn, putAnswers } from './internship-answers.ts';
import { isStanding } from './internship-classes.ts';
import { internshipAgreements, wordingOf } from './internship-rows.ts';
import { ownDb } from './own-db.ts';
import { composeFixed } from './recompose.ts';
import { type Hand, writeEvent } from './section-writer.ts';
import { keepPlan, type LockedRow, lockAgreement } from './signing-slots.ts';
import type { AgreementsTables } from './tables.ts';
import { sourceOf } from './template-source.ts';

const operation = operationsOn<AgreementsTables>();
const runInput = z.object({
  seen: z.array(z.object({ agreementId: z.string(), version: z.number() })),
  signer: z.string(),
  signerPost: z.string(),
  hand: z.object({
    personId: z.string().nullable(),
    name: z.string(),
    side: z.enum(['school', 'enterprise']),
  }),
});
type Order = z.infer<typeof runInput>;

export const confirmInternships = operation(contract.confirm, async (ctx, input) => {
  const { classId, seen, signer, signerPost } = input;
  const side = sideOfRole(ctx.actor.role);
  const all = (await internshipAgreements(ctx, { classId })).filter(isStanding);
  const own = seen.filter(({ agreementId }) =>
    all.some((row) => row.id === agreementId && row.state === 'negotiating'),
  );
  const [first] = own;
  if (first === undefined || side === null) throw ctx.refuse('internship.nothing-to-confirm');
  const home = await homeOf(ctx, 'agreement', first.agreementId);
  ctx.audit(classId, { action: 'confirm-internships', count: own.length });
  const runId = await ctx.inHome(home, (inner) =>
    startRun(inner, {
      kind: 'agreements.confirm-internships',
      input: { seen: own, signer, signerPost, hand: { ...handOf(ctx), side } } satisfies Order,
      subjectId: classId,
      startedBy: ctx.actor.personId,
    }),
  );
  return { runId };
});

/** Why one agreement of many was left as it is. */
type Left = 'changed' | 'incomplete' | 'unlawful';

/** One agreement a transaction; those reworded since they were seen, incomplete or against the law are left and counted. */
export const runConfirmInternships: LongRunHandler = async (run) => {
  const order = runInput.parse(run.input);
  const left: Record<Left, number> = { changed: 0, incomplete: 0, unlawful: 0 };
  let [confirmed, composed] = [0, 0];
  for (const [index, one] of order.seen.entries()) {
    if (run.signal.aborted) break;
    run.progress(index, order.seen.length);
    const outcome = await asSystem<AgreementsTables, Left | 'confirmed' | 'composed'>(
      run.kernel,
      { ...run.scope, homes: [] },
      (context) => confirmOne(context, one, order),
    );
    if (outcome === 'confirmed' || outcome === 'composed') confirmed += 1;
    else left[outcome] += 1;
    if (outcome === 'composed') composed += 1;
  }
  run.progress(order.seen.length, order.seen.length);
  return { confirmed, composed, ...left };
};

async function confirmOne<Tables>(
  context: TransactionContext<Tables>,
  seen: { agreementId: string; version: number },
  { hand, signer, signerPost }: Order,
): Promise<Left | 'confirmed' | 'composed'> {
  let agreement = await lockAgreement(context, seen.agreementId);
  const wording = (await wordingOf(context, [agreement.id]))(agreement.id);
  if (agreement.state !== 'negotiating' || wording.version !== seen.version) return 'changed';
  if (missingIn(await sourceOf(context, agreement.id)).length > 0) return 'incomplete';
  const { findings } = await judgeAgreement(context, agreement, 'zh-CN');
  if (findings.some((one) => one.isBlocking)) return 'unlawful';
  const known = agreement.parties.find((party) => party.side === hand.side);
  if (signer !== '' || !known?.signer) {
    // Without another name whoever confirms signs.
    await nameSigner(context, agreement, hand, { signer: signer || hand.name, signerPost });
    agreement = await lockAgreement(context, agreement.id);
  }
  await confirmAll(context, agreement, hand);
  const after = (await wordingOf(context, [agreement.id]))(agreement.id);
  const hasSigners = agreement.parties.every((party) => party.signer !== '');
  if (!after.school || !after.enterprise || !hasSigners) return 'confirmed';
  await writeEvent(context, agreement, 'confirmed', hand);
  await fix(context, agreement, hand);
  return 'composed';
}

/** Says who signs for the own side; clauses that name the signer follow. */
async function nameSigner<Tables>(
  context: TransactionContext<Tables>,
  agreement: LockedRow,
  hand: Hand,
  named: { signer: string; signerPost: string },
): Promise<void> {
  const parties = agreement.parties.map((one) => (one.side === hand.side ? { ...one, ...named } : one));
  await changeAgreement(context, agreement, { parties: JSON.stringify(parties) });
  await putAnswers(context, { ...agreement, parties }, hand, {});
}

async function confirmAll<Tables>(
  context: TransactionContext<Tables>,
  agreement: LockedRow,
  hand: Hand & { side: Side },
): Promise<void> {
  const db = ownDb(context);
  const { enterpriseId, id: agreementId } = agreement;
  const sections = await db
    .selectFrom('agreementSection')
    .select(['clause', 'revision'])
    .where('agreementId', '=', agreementId)
    .execute();
  for (const { clause, revision } of sections) {
    const mark = {
      ...{ revision, confirmedBy: hand.personId, confirmedName: hand.name },
      confirmedAt: context.now,
    };
    await db
      .insertInto('agreementConfirmation')
      .values({ tenantId: context.tenant, enterpriseId, agreementId, clause, side: hand.side, ...mark })
      .onConflict((conflict) =>
        conflict.columns(['tenantId', 'agreementId', 'clause', 'side']).doUpdateSet(mark),
      )
      .execute();
  }
  const clauses = sections.map((one) => one.clause);
  await writeEvent(context, agreement, 'sections-confirmed', hand, { clauses });
}

/** Composes the paper that all parties sign. */
async function fix<Tables>(
  context: TransactionContext<Tables>,
  agreement: LockedRow,
  hand: Hand,
): Promise<void> {
  await keepPlan(context, agreement);
  const file = await composeFixed(context, agreement);
  if (file === null) throw new Error('an agreement from a template has a text');
  await changeAgreement(context, agreement, {
    ...{ state: 'signing', documentId: file.id, fileDigest: file.sha256 },
    ...{ documentDigest: file.sha256, documentSize: file.size },
  });
  await writeEvent(context, agreement, 'fixed', hand, { digest: file.sha256 });
}
