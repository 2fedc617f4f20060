import { phrase } from '@dualtrack/locales';
import { kindOfRole, type Role } from '@dualtrack/platform/contract';
import { asSystem, listPage, openOperation, operationsOn } from '@dualtrack/platform/operation';
import { contract } from '../contract.ts';
import { addMember } from './add-member.ts';
import { identity, identityWithin } from './identity.ts';
import { invitationLink, keepInvitation, validDays } from './keep-invitation.ts';
import { hashPassword, isPassword } from './password.ts';
import { digestOf } from './session.ts';
import type { AccountsTables } from './tables.ts';

const operation = operationsOn<AccountsTables>();

export const listInvitations = operation(contract.invitations.list, async ({ db }, input) => {
  const found = await listPage(
    db
      .selectFrom('invitation')
      .select(['id', 'name', 'address', 'role', 'createdAt', 'expiresAt', 'acceptedAt']),
    { ...input, sort: input.sort ?? '-createdAt' },
    { createdAt: 'createdAt', name: 'name' },
  );
  return {
    ...found,
    items: found.items.map((row) => ({
      ...row,
      createdAt: row.createdAt.toISOString(),
      expiresAt: row.expiresAt.toISOString(),
      acceptedAt: row.acceptedAt?.toISOString() ?? null,
    })),
  };
});

/**
 * Invites a person by mail; the link is the only place where its secret stands. An office invites into its own
 * organisation, the operator also the first person of another one.
 */
export const createInvitation = operation(contract.invitations.create, async (ctx, input) => {
  const home = input.organisationId ?? ctx.tenant;
  if (home !== ctx.tenant && ctx.actor.role !== 'operator')
    throw ctx.refuse('invitation.role-not-here', { role: input.role });
  const organisation = await ctx.db
    .selectFrom('organisation')
    .select('kind')
    .where('tenantId', '=', home)
    .executeTakeFirst();
  if (organisation?.kind !== kindOfRole(input.role))
    throw ctx.refuse('invitation.role-not-here', { role: input.role });
  const { id, secret } = await ctx.within({ tenant: home, enterprise: null }, (inner) =>
    keepInvitation(inner, { ...input, invitedBy: ctx.actor.personId }),
  );
  const params = { name: input.name, link: invitationLink(ctx.kernel, secret), days: validDays };
  const subject = phrase(ctx.locale, 'accounts', 'mail.invitation.subject');
  const text = phrase(ctx.locale, 'accounts', 'mail.invitation.text', params);
  await ctx.kernel.mailer.send({ to: input.address, subject, text }).catch((error: unknown) => {
    ctx.kernel.log.error({ error }, 'invitation not sent');
    throw ctx.refuse('invitation.not-sent', { address: input.address });
  });
  ctx.audit(id, { role: input.role });
  return { id };
});

export const showInvitation = openOperation(contract.invitations.show, async (ctx, input) => {
  const place = await findToken(ctx.kernel.pool, input.token);
  if (place === undefined) throw ctx.refuse('link.not-valid');
  return asSystem<AccountsTables, InvitationView>(ctx.kernel, place.tenantId, async ({ db }) => {
    const row = await db
      .selectFrom('invitation as i')
      .innerJoin('organisation as o', 'o.tenantId', 'i.tenantId')
      .select([
        'i.name',
        'i.address',
        'i.role',
        'o.tenantId',
        'o.name as organisationName',
        'o.nameEn',
        'o.kind',
        'o.isIllustrative',
      ])
      .where('i.id', '=', place.invitationId)
      .where('i.acceptedAt', 'is', null)
      .where('i.expiresAt', '>', ctx.now)
      .executeTakeFirst();
    if (row === undefined) throw ctx.refuse('link.not-valid');
    const { name, address, role } = row;
    const organisation = {
      id: row.tenantId,
      name: row.organisationName,
      nameEn: row.nameEn,
      kind: row.kind,
      illustrative: row.isIllustrative,
    };
    return { name, address, role, organisation };
  });
});

type InvitationView = {
  name: string;
  address: string;
  role: Role;
  organisation: {
    id: string;
    name: string;
    nameEn: string;
    kind: AccountsTables['organisation']['kind'];
    illustrative: boolean;
  };
};

/** Accepts an invitation. Somebody who has an account already proves it with the password. */
export const acceptInvitation = openOperation(contract.invitations.accept, async (ctx, input) => {
  const place = await findToken(ctx.kernel.pool, input.token);
  if (place === undefined) throw ctx.refuse('link.not-valid');
  const passwordHash = await hashPassword(input.password);
  await asSystem<AccountsTables, void>(ctx.kernel, place.tenantId, async (context) => {
    const accepted = await context.db
      .updateTable('invitation')
      .set({ acceptedAt: ctx.now })
      .where('id', '=', place.invitationId)
      .where('acceptedAt', 'is', null)
      .where('expiresAt', '>', ctx.now)
      .returning(['address', 'role', 'subjectId'])
      .executeTakeFirst();
    if (accepted === undefined) throw ctx.refuse('link.not-valid');
    const signInName = accepted.address.toLowerCase();
    if (signInName === input.password.toLowerCase()) throw ctx.refuse('password.same-as-name');
    const known = await identityWithin(context.transaction, (db) =>
      db
        .selectFrom('signInName as n')
        .innerJoin('personPassword as p', 'p.personId', 'n.personId')
        .select('p.hash')
        .where('n.name', '=', signInName)
        .executeTakeFirst(),
    );
    if (known !== undefined && !(await isPassword(input.password, known.hash))) {
      throw ctx.refuse('session.wrong-name-or-password');
    }
    await addMember(context, {
      signInName,
      name: input.name,
      role: accepted.role,
      subjectId: accepted.subjectId,
      passwordHash,
    });
  });
  return { ok: true as const };
});

function findToken(pool: Parameters<typeof identity>[0], secret: string) {
  return identity(pool, (db) =>
    db
      .selectFrom('invitationToken')
      .select(['tenantId', 'invitationId'])
      .where('tokenHash', '=', digestOf(secret))
      .executeTakeFirst(),
  );
}
