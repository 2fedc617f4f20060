import { organisationNames } from '@dualtrack/organisations/server';
import { Refusal } from '@dualtrack/platform/errors';
import { asSystem, type OperationContext } from '@dualtrack/platform/operation';
import { createOpenIdentity, openIdentity, type Signer, SigningError } from '@dualtrack/signing';
import type { AgreementsTables } from './tables.ts';

type Context = OperationContext<AgreementsTables>;
type Identity = { certificate: Uint8Array; sealedKey: Uint8Array; fingerprint: string };
type Opened = { signer: Signer; fingerprint: string };

/** Wrong signing passwords in a row before the key rests, and for how long. */
export const wrongSecretsAllowed = 5;
const restMinutes = 15;

async function keptIdentity(ctx: Context): Promise<Identity | undefined> {
  const row = await ctx.db
    .selectFrom('signingIdentity')
    .select(['certificate', 'sealed', 'fingerprint'])
    .where('personId', '=', ctx.actor.personId)
    .executeTakeFirst();
  return row && { certificate: row.certificate, sealedKey: row.sealed, fingerprint: row.fingerprint };
}

async function madeIdentity(ctx: Context, secret: string): Promise<Opened> {
  const organisation = (await organisationNames(ctx, [ctx.tenant])).get(ctx.tenant);
  const { identity: made, signer } = await createOpenIdentity({
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
      ...{ tenantId: ctx.tenant, personId: ctx.actor.personId, commonName: ctx.actor.name },
      ...{ fingerprint: made.fingerprint, createdAt: ctx.now, wrongSecrets: 0, lockedUntil: null },
      certificate: Buffer.from(made.certificate),
      sealed: Buffer.from(made.sealedKey),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  // When the same person signs twice at once, both use the identity that was kept first.
  const kept = await keptIdentity(ctx);
  if (kept === undefined || kept.fingerprint === made.fingerprint)
    return { signer, fingerprint: made.fingerprint };
  return { signer: await opened(kept, secret), fingerprint: kept.fingerprint };
}

/**
 * Counts a try before it is made, in a transaction of its own, so that neither many tries at once nor a refusal that
 * is rolled back can hide one.
 */
async function countTry(ctx: Context): Promise<void> {
  const { personId, tenant } = ctx.actor;
  const row = await asSystem<
    AgreementsTables,
    { wrongSecrets: number; lockedUntil: Date | null } | undefined
  >(
    ctx.kernel,
    tenant,
    async ({ db, now }) => {
      await db
        .updateTable('signingIdentity')
        .set({ wrongSecrets: 0, lockedUntil: null })
        .where('personId', '=', personId)
        .where('lockedUntil', '<=', now)
        .execute();
      return db
        .updateTable('signingIdentity')
        .set((eb) => ({
          wrongSecrets: eb('wrongSecrets', '+', 1),
          lockedUntil: eb
            .case()
            .when('wrongSecrets', '>=', wrongSecretsAllowed - 1)
            .then(eb.fn.coalesce('lockedUntil', eb.val(new Date(now.getTime() + restMinutes * 60_000))))
            .end(),
        }))
        .where('personId', '=', personId)
        .returning(['wrongSecrets', 'lockedUntil'])
        .executeTakeFirst();
    },
    ctx.now,
  );
  if (row === undefined || row.wrongSecrets <= wrongSecretsAllowed || row.lockedUntil === null) return;
  const minutes = Math.max(1, Math.ceil((row.lockedUntil.getTime() - ctx.now.getTime()) / 60_000));
  throw new Refusal('signing.secret-locked', 429, { minutes });
}

async function forgetTries(ctx: Context): Promise<void> {
  await asSystem<AgreementsTables, unknown>(ctx.kernel, ctx.actor.tenant, ({ db }) =>
    db
      .updateTable('signingIdentity')
      .set({ wrongSecrets: 0, lockedUntil: null })
      .where('personId', '=', ctx.actor.personId)
      .execute(),
  );
}

/**
 * Opens the caller's own key in the own home; the first signature makes it.
 * @throws signing.secret-wrong, signing.secret-locked
 */
export async function openOwnKey(ctx: Context, secret: string): Promise<Opened> {
  const known = await keptIdentity(ctx);
  if (known === undefined) return madeIdentity(ctx, secret);
  await countTry(ctx);
  const signer = await opened(known, secret);
  await forgetTries(ctx);
  return { signer, fingerprint: known.fingerprint };
}

async function opened(identity: Identity, secret: string): Promise<Signer> {
  try {
    return await openIdentity(identity, secret);
  } catch (error) {
    if (error instanceof SigningError && error.code === 'secret.wrong')
      throw new Refusal('signing.secret-wrong', 403);
    throw error;
  }
}
