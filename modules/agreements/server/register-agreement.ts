import { isAnyIllustrative, organisationNames } from '@dualtrack/organisations/server';
import { partnersOf } from '@dualtrack/platform/access';
import { saveFile } from '@dualtrack/platform/files';
import { newId } from '@dualtrack/platform/ids';
import { homeOf, operationsOn, type TransactionContext } from '@dualtrack/platform/operation';
import { contract } from '../contract.ts';
import { isInsideTerm } from '../recorded-duty.ts';
import type { RecordFacts } from '../shapes.ts';
import { handOf } from './act.ts';
import { ownDb } from './own-db.ts';
import { registerFollowing } from './paper-follows.ts';
import { insertTyped } from './recorded-rows.ts';
import { type Hand, writeEvent } from './section-writer.ts';
import { settleObligations } from './settle-obligations.ts';
import { lockAgreement } from './signing-slots.ts';
import type { AgreementsTables, Party } from './tables.ts';

const operation = operationsOn<AgreementsTables>();

/** An agreement signed elsewhere, as its source tells of it. */
export type RegisteredAgreement = {
  enterpriseId: string;
  title: string;
  titleEn: string;
  validFrom: string | null;
  validTo: string | null;
  facts: RecordFacts;
  source: string;
};

/** Door: registers, in the school's home, an agreement that was signed elsewhere. Adds nothing to its facts. */
export async function registerAgreement<Tables>(
  context: TransactionContext<Tables>,
  given: RegisteredAgreement,
  hand: Hand = { personId: null, name: '', side: null },
  id: string = newId(),
): Promise<{ id: string }> {
  const { facts, source, ...rest } = given;
  const parties = facts.parties.map(
    ({ side, name }): Party => ({
      side,
      name: name.zh ?? '',
      nameEn: name.en ?? '',
      ...{ code: '', legalRepresentative: '', address: '', signer: '', signerPost: '' },
    }),
  );
  await ownDb(context)
    .insertInto('agreement')
    .values({
      ...rest,
      tenantId: context.tenant,
      id,
      number: `AG-${context.today.replaceAll('-', '')}-${id.slice(-4).toUpperCase()}`,
      kind: 'registered',
      state: 'registered',
      orderId: null,
      parties: JSON.stringify(parties),
      variables: JSON.stringify({ terms: null, order: null }),
      documentId: null,
      fileDigest: null,
      documentDigest: null,
      documentSize: null,
      declineReason: '',
      isIllustrative: await isAnyIllustrative(context, [context.tenant, given.enterpriseId]),
      createdBy: hand.personId,
      createdAt: context.now,
      changedAt: context.now,
    })
    .execute();
  await keepRecord(context, { id, enterpriseId: given.enterpriseId }, given);
  const { enterpriseId } = given;
  const typed = (facts.obligations ?? []).map(({ side, words, duty = null }, index) => ({
    ...{ number: index + 1, side, words, duty },
  }));
  await insertTyped(context, { id, enterpriseId }, typed, hand, 'waiting');
  await writeEvent(context, { id, enterpriseId }, 'registered', hand, { source });
  await settleObligations(context, id);
  return { id };
}

/** Keeps what the source of a paper signed elsewhere says of it. */
export async function keepRecord<Tables>(
  context: TransactionContext<Tables>,
  agreement: { id: string; enterpriseId: string },
  { facts, source }: Pick<RegisteredAgreement, 'facts' | 'source'>,
): Promise<void> {
  await ownDb(context)
    .insertInto('registeredRecord')
    .values({
      tenantId: context.tenant,
      enterpriseId: agreement.enterpriseId,
      agreementId: agreement.id,
      facts: JSON.stringify(facts),
      source,
      scanId: null,
    })
    .execute();
}

export const registerOutside = operation(contract.register, async (ctx, input) => {
  const { partnerId, follows, ...given } = input;
  if (given.validFrom !== null && given.validTo !== null && given.validTo < given.validFrom) {
    throw ctx.refuse('agreement.period-backwards');
  }
  if (!areDutiesInside(given)) throw ctx.refuse('obligation.outside-term');
  const partners = await partnersOf(ctx.transaction, ctx.today);
  if (!partners.includes(partnerId)) throw ctx.refuse('agreement.no-such-partner');
  const isSchool = ctx.actor.kind === 'school';
  const home = isSchool ? ctx.tenant : partnerId;
  const enterpriseId = isSchool ? partnerId : ctx.tenant;
  if (follows !== null) {
    const id = await registerFollowing(ctx, { ...given, enterpriseId }, follows);
    return { id };
  }
  const titled =
    given.title || given.titleEn ? given : { ...given, ...(await titleOf(ctx, home, enterpriseId)) };
  const made = await ctx.inHome(home, (inner) =>
    registerAgreement(inner, { ...titled, enterpriseId }, handOf(ctx)),
  );
  ctx.audit(made.id);
  return made;
});

/** Due days lie in the term, as far as it is known; what falls due yearly needs the day from which years count. */
function areDutiesInside(given: Pick<RegisteredAgreement, 'validFrom' | 'validTo' | 'facts'>): boolean {
  return (given.facts.obligations ?? []).every(({ duty }) => duty === undefined || isInsideTerm(duty, given));
}

async function titleOf<Tables>(context: TransactionContext<Tables>, home: string, enterpriseId: string) {
  const names = await organisationNames(context, [home, enterpriseId]);
  const join = (key: 'name' | 'nameEn', between: string) =>
    [names.get(home)?.[key] ?? '', names.get(enterpriseId)?.[key] ?? ''].join(between);
  return { title: join('name', '—'), titleEn: join('nameEn', ' – ') };
}

export const addScan = operation(contract.addScan, async (ctx, input) => {
  const home = await homeOf(ctx, 'agreement', input.agreementId);
  const bytes = new Uint8Array(await input.file.arrayBuffer());
  await ctx.inHome(home, async (inner) => {
    const row = await lockAgreement(inner, input.agreementId);
    const { name, type } = input.file;
    const { enterpriseId, id } = row;
    const file = await saveFile(inner, { name, mediaType: type, bytes, enterpriseId });
    const kept = await inner.db
      .updateTable('registeredRecord')
      .set({ scanId: file.id })
      .where('agreementId', '=', id)
      .executeTakeFirst();
    if (kept.numUpdatedRows === 0n) throw ctx.refuse('agreement.not-registered');
    await inner.db
      .updateTable('agreement')
      .set({ documentId: file.id, fileDigest: file.sha256, changedAt: inner.now })
      .where('id', '=', id)
      .execute();
    await writeEvent(inner, row, 'scan-kept', handOf(ctx), { name, digest: file.sha256 });
  });
  ctx.audit(input.agreementId);
  return { ok: true as const };
});
