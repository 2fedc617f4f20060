import { createHash, timingSafeEqual } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { KernelTables } from '../db/index.ts';
import { Refusal } from '../errors.ts';
import { newId, newSecret } from '../ids.ts';
import { asSystem, type Kernel, type TransactionContext } from '../operation/index.ts';
import { tokenOf, tokenParts } from './token.ts';

/** A link to be made. `kind` is a word of the module (`'calendar-feed'`); `expiresAt` null: until revoked. */
export type NewLink = {
  kind: string;
  subjectId: string;
  enterpriseId: string | null;
  expiresAt: Date | null;
  /** What the module wants back when the link is opened; never a secret. */
  details?: Record<string, unknown>;
};

/** A link that was opened: whose home it leads into, and what it opens there. */
export type OpenedLink = {
  tenant: string;
  id: string;
  subjectId: string;
  enterpriseId: string | null;
  expiresAt: Date | null;
  details: Record<string, unknown>;
};

/**
 * Makes a link that opens one thing without a sign-in, in the home of the context.
 * The token is given once, here; the database keeps the digest of its secret only.
 */
export async function createLink<Tables>(
  context: TransactionContext<Tables>,
  link: NewLink,
): Promise<{ id: string; token: string }> {
  const id = newId();
  const secret = newSecret();
  await kernelDb(context)
    .insertInto('openLink')
    .values({
      tenantId: context.tenant,
      id,
      enterpriseId: link.enterpriseId,
      kind: link.kind,
      subjectId: link.subjectId,
      secretHash: digestOf(secret),
      details: JSON.stringify(link.details ?? {}),
      createdAt: context.now,
      expiresAt: link.expiresAt,
      revokedAt: null,
    })
    .execute();
  return { id, token: tokenOf(context.tenant, id, secret) };
}

/**
 * Looks a token up. Wrong, expired and revoked tokens of one kind are answered alike, so that guessing teaches nothing.
 * Limit of requests of one address: platform/http.
 * @throws link.unknown (404)
 */
export async function openLink(kernel: Kernel, kind: string, token: string): Promise<OpenedLink> {
  const parts = tokenParts(token);
  if (parts === null) throw unknownLink();
  const { tenant, id, secret } = parts;
  const now = kernel.clock.now();
  const row = await asSystem<KernelTables, LinkRow | undefined>(kernel, tenant, ({ db }) =>
    db.selectFrom('openLink').selectAll().where('id', '=', id).where('kind', '=', kind).executeTakeFirst(),
  );
  if (row === undefined || !isSame(row.secretHash, digestOf(secret))) throw unknownLink();
  if (row.revokedAt !== null || (row.expiresAt !== null && row.expiresAt <= now)) throw unknownLink();
  const { subjectId, enterpriseId, expiresAt, details } = row;
  return { tenant, id, subjectId, enterpriseId, expiresAt, details };
}

/** Ends a link of the home at once. Ending it again changes nothing. */
export async function revokeLink<Tables>(context: TransactionContext<Tables>, id: string): Promise<void> {
  await kernelDb(context)
    .updateTable('openLink')
    .set({ revokedAt: context.now })
    .where('id', '=', id)
    .where('revokedAt', 'is', null)
    .execute();
}

/** Ends every link of one kind to one thing, for instance before a new one is made. */
export async function revokeLinksTo<Tables>(
  context: TransactionContext<Tables>,
  kind: string,
  subjectId: string,
): Promise<void> {
  await kernelDb(context)
    .updateTable('openLink')
    .set({ revokedAt: context.now })
    .where('kind', '=', kind)
    .where('subjectId', '=', subjectId)
    .where('revokedAt', 'is', null)
    .execute();
}

/** The address that people use, without a slash at its end; links in mails and feeds begin with it. */
export function publicAddress({ config }: Pick<Kernel, 'config'>): string {
  return (config.publicUrl ?? `http://${config.host}:${config.port}`).replace(/\/+$/, '');
}

type LinkRow = {
  subjectId: string;
  enterpriseId: string | null;
  secretHash: string;
  details: Record<string, unknown>;
  expiresAt: Date | null;
  revokedAt: Date | null;
};

function unknownLink(): Refusal {
  return new Refusal('link.unknown', 404);
}

function digestOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

function isSame(kept: string, given: string): boolean {
  return timingSafeEqual(Buffer.from(kept, 'hex'), Buffer.from(given, 'hex'));
}

function kernelDb<Tables>(context: TransactionContext<Tables>): Kysely<KernelTables> {
  // The same connection, typed with the kernel's own tables.
  return context.db as unknown as Kysely<KernelTables>;
}
