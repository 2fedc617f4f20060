import type { Role } from '@dualtrack/platform/contract';
import { newId } from '@dualtrack/platform/ids';
import type { TransactionContext } from '@dualtrack/platform/operation';
import { identityWithin } from './identity.ts';
import type { AccountsTables } from './tables.ts';

/** A person to become a member of the home in which the context runs. */
export type NewMember = {
  /** Mail address or phone; null for somebody who does not sign in yet. */
  signInName: string | null;
  name: string;
  title?: string;
  role: Role;
  subjectId?: string | null;
  /** Hash from `hashPassword`; absent keeps the password the person has. */
  passwordHash?: string;
  locale?: string;
};

/** Makes a person (or finds one by sign-in name) a member of the current home. Returns both ids. */
export async function addMember(
  context: TransactionContext<AccountsTables>,
  member: NewMember,
): Promise<{ personId: string; membershipId: string }> {
  const membershipId = newId();
  const { now, tenant } = context;
  const name = member.signInName?.trim().toLowerCase() ?? null;
  const personId = await identityWithin(context.transaction, async (db) => {
    const known =
      name === null
        ? undefined
        : await db.selectFrom('signInName').select('personId').where('name', '=', name).executeTakeFirst();
    const id = known?.personId ?? newId();
    if (known === undefined) {
      await db
        .insertInto('person')
        .values({ id, name: member.name, locale: member.locale ?? 'zh-CN', createdAt: now })
        .execute();
      if (name !== null) await db.insertInto('signInName').values({ name, personId: id }).execute();
    }
    if (member.passwordHash !== undefined) {
      await db
        .insertInto('personPassword')
        .values({ personId: id, hash: member.passwordHash, changedAt: now })
        .onConflict((conflict) => conflict.column('personId').doNothing())
        .execute();
    }
    await db
      .insertInto('personMembership')
      .values({
        personId: id,
        membershipId,
        tenantId: tenant,
        role: member.role,
        subjectId: member.subjectId ?? null,
        endedAt: null,
      })
      .execute();
    return id;
  });
  await context.db
    .insertInto('membership')
    .values({
      tenantId: tenant,
      id: membershipId,
      personId,
      role: member.role,
      name: member.name,
      title: member.title ?? '',
      subjectId: member.subjectId ?? null,
      createdAt: now,
      endedAt: null,
    })
    .execute();
  return { personId, membershipId };
}
