import { organisationNames } from '@dualtrack/organisations/server';
import { readFileBytes, saveFile } from '@dualtrack/platform/files';
import { operationsOn } from '@dualtrack/platform/operation';
import { createSigningIdentity, SigningError, signPdf } from '@dualtrack/signing';
import { sideOfRole, sides } from '../agreement.ts';
import { contract } from '../contract.ts';
import { type ActContext, act, changeAgreement, handOf, type LockedAgreement } from './act.ts';
import { agreementView } from './agreement-view.ts';
import { writeEvent } from './section-writer.ts';
import type { AgreementsTables } from './tables.ts';

const operation = operationsOn<AgreementsTables>();
type SignCodes = 'signing.secret-wrong' | 'signing.certificate-expired' | 'signing.digest-differs';
type SignContext = ActContext<SignCodes>;
type Identity = { certificate: Uint8Array; sealedKey: Uint8Array; fingerprint: string };

async function keptIdentity(ctx: SignContext): Promise<Identity | undefined> {
  const row = await ctx.db
    .selectFrom('signingIdentity')
    .select(['certificate', 'sealed', 'fingerprint'])
    .where('personId', '=', ctx.actor.personId)
    .executeTakeFirst();
  return row && { certificate: row.certificate, sealedKey: row.sealed, fingerprint: row.fingerprint };
}

/** The signer's certificate and sealed key in the own home; the first signature makes them. */
async function identityOf(ctx: SignContext, secret: string): Promise<Identity> {
  const known = await keptIdentity(ctx);
  if (known !== undefined) return known;
  const organisation = (await organisationNames(ctx, [ctx.tenant])).get(ctx.tenant);
  const made = await createSigningIdentity({
    commonName: ctx.actor.name,
    ...(organisation?.name ? { organisation: organisation.name.slice(0, 64) } : {}),
    ...(organisation?.code ? { organisationId: organisation.code.slice(0, 64) } : {}),
    country: 'CN',
    at: ctx.now,
    secret,
  });
  await ctx.db
    .insertInto('signingIdentity')
    .values({
      tenantId: ctx.tenant,
      personId: ctx.actor.personId,
      commonName: ctx.actor.name,
      fingerprint: made.fingerprint,
      certificate: Buffer.from(made.certificate),
      sealed: Buffer.from(made.sealedKey),
      createdAt: ctx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  // When the same person signs twice at once, both use the identity that was kept first.
  return (await keptIdentity(ctx)) ?? made;
}

async function signedBytes(
  ctx: SignContext,
  order: { pdf: Uint8Array; identity: Identity; secret: string; side: string; reason: string },
): Promise<Uint8Array> {
  try {
    const { pdf, identity, secret, side, reason } = order;
    return await signPdf({ pdf, identity, secret, at: ctx.now, reason, fieldName: side });
  } catch (error) {
    if (error instanceof SigningError && error.code === 'secret.wrong') {
      throw ctx.refuse('signing.secret-wrong');
    }
    if (error instanceof SigningError && error.code === 'identity.out-of-validity') {
      throw ctx.refuse('signing.certificate-expired');
    }
    throw error;
  }
}

/**
 * Adds one signature to the kept file while the agreement is locked: a second signer waits and continues the file
 * with the first signature in it, so that neither is lost. File, signature and state are kept together or not at all.
 */
async function addSignature(
  ctx: SignContext,
  inner: ActContext,
  agreement: LockedAgreement,
  identity: Identity,
  input: { secret: string; digest: string },
): Promise<void> {
  const side = sideOfRole(ctx.actor.role);
  const { documentId, enterpriseId, number, id } = agreement;
  if (side === null || documentId === null) throw ctx.refuse('agreement.not-in-state', { action: 'sign' });
  if (agreement.documentDigest !== input.digest) throw ctx.refuse('signing.digest-differs');
  const { bytes: pdf, name, mediaType } = await readFileBytes(inner, documentId);
  const { secret } = input;
  const bytes = await signedBytes(ctx, { pdf, identity, secret, side, reason: number });
  const file = await saveFile(inner, { name, mediaType, bytes, enterpriseId });
  await inner.db
    .insertInto('agreementSignature')
    .values({
      tenantId: inner.tenant,
      enterpriseId,
      agreementId: id,
      side,
      personId: ctx.actor.personId,
      signerName: ctx.actor.name,
      signerPost: agreement.parties.find((party) => party.side === side)?.signerPost ?? '',
      certificateFingerprint: identity.fingerprint,
      digestShown: input.digest,
      documentId: file.id,
      signedAt: inner.now,
    })
    .execute();
  const isComplete = sides.every((each) => each === side || agreement.signedSides.includes(each));
  const kept = { documentId: file.id, fileDigest: file.sha256 };
  await changeAgreement(inner, agreement, { ...kept, state: isComplete ? 'in-force' : 'signing' });
  await writeEvent(inner, agreement, 'signed', handOf(ctx), { fingerprint: identity.fingerprint });
  if (!isComplete) return;
  await writeEvent(inner, agreement, 'in-force', handOf(ctx));
  await inner.emit('agreement.in-force', { agreementId: id, orderId: agreement.orderId, enterpriseId });
}

export const signAgreement = operation(contract.sign, async (ctx, input) => {
  // Looked at before the key is made, so that somebody who may not sign leaves no key behind.
  const { abilities } = await agreementView(ctx, input.agreementId);
  const identity = abilities.sign === null ? await identityOf(ctx, input.secret) : null;
  return act(ctx, input.agreementId, 'sign', async (inner, agreement) => {
    if (identity === null) throw ctx.refuse('agreement.not-in-state', { action: 'sign' });
    await addSignature(ctx, inner, agreement, identity, input);
  });
});
