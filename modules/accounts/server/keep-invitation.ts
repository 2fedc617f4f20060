import type { Role } from '@dualtrack/platform/contract';
import { newId, newSecret } from '@dualtrack/platform/ids';
import { publicAddress } from '@dualtrack/platform/links';
import type { Kernel, TransactionContext } from '@dualtrack/platform/operation';
import { identityWithin } from './identity.ts';
import { digestOf } from './session.ts';
import type { AccountsTables } from './tables.ts';

/** How long an invitation can be accepted. */
export const validDays = 14;

/** An invitation to be kept in the home in which the context runs. */
export type NewInvitation = {
  name: string;
  address: string;
  role: Role;
  subjectId: string | null;
  invitedBy: string;
};

/** Keeps an invitation; the secret of its link is given once, here, and stored as a digest only. */
export async function keepInvitation(
  context: TransactionContext<AccountsTables>,
  given: NewInvitation,
): Promise<{ id: string; secret: string }> {
  const id = newId();
  const secret = newSecret();
  const { name, address, role, subjectId, invitedBy } = given;
  await context.db
    .insertInto('invitation')
    .values({
      tenantId: context.tenant,
      id,
      ...{ name, address, role, subjectId, invitedBy },
      createdAt: context.now,
      expiresAt: new Date(context.now.getTime() + validDays * 86_400_000),
      acceptedAt: null,
    })
    .execute();
  await identityWithin(context.transaction, (db) =>
    db
      .insertInto('invitationToken')
      .values({ tokenHash: digestOf(secret), tenantId: context.tenant, invitationId: id })
      .execute(),
  );
  return { id, secret };
}

/** The address at which an invitation is accepted. */
export function invitationLink(kernel: Kernel, secret: string): string {
  return `${publicAddress(kernel)}/invitation/${secret}`;
}
