import { notFound } from '@dualtrack/platform/errors';
import { likePattern, listPage, operationsOn } from '@dualtrack/platform/operation';
import { contract } from '../contract.ts';
import { identityWithin } from './identity.ts';
import type { AccountsTables } from './tables.ts';

const operation = operationsOn<AccountsTables>();

export const listMembers = operation(contract.members.list, async ({ db }, input) => {
  let query = db
    .selectFrom('membership')
    .select(['id', 'name', 'title', 'role', 'createdAt', 'endedAt'])
    .where('endedAt', 'is', null);
  if (input.q) query = query.where('name', 'ilike', likePattern(input.q));
  if (input.role) query = query.where('role', '=', input.role);
  const found = await listPage(query, input, { name: 'name', role: 'role', createdAt: 'createdAt' });
  return {
    ...found,
    items: found.items.map((row) => ({
      ...row,
      createdAt: row.createdAt.toISOString(),
      endedAt: row.endedAt?.toISOString() ?? null,
    })),
  };
});

/** Ends a membership at once; open sessions in it stop working with the next request. */
export const endMembership = operation(contract.members.end, async (ctx, input) => {
  if (input.membershipId === ctx.actor.membershipId) throw ctx.refuse('member.own');
  const ended = await ctx.db
    .updateTable('membership')
    .set({ endedAt: ctx.now })
    .where('id', '=', input.membershipId)
    .where('endedAt', 'is', null)
    .returning('personId')
    .executeTakeFirst();
  if (ended === undefined) throw notFound('membership');
  await identityWithin(ctx.transaction, (db) =>
    db
      .updateTable('personMembership')
      .set({ endedAt: ctx.now })
      .where('personId', '=', ended.personId)
      .where('membershipId', '=', input.membershipId)
      .execute(),
  );
  ctx.audit(input.membershipId);
  return { ok: true as const };
});

export const findOrganisations = operation(contract.organisations.find, async ({ db }, input) => {
  let query = db
    .selectFrom('organisation')
    .select([
      'tenantId as id',
      'name',
      'nameEn',
      'kind',
      'isIllustrative as illustrative',
      'code',
      'regionCode',
    ]);
  if (input.q) {
    const pattern = likePattern(input.q);
    query = query.where((eb) =>
      eb.or([eb('name', 'ilike', pattern), eb('nameEn', 'ilike', pattern), eb('code', 'ilike', pattern)]),
    );
  }
  if (input.kind) query = query.where('kind', '=', input.kind);
  return listPage(query, input, { name: 'name', kind: 'kind', code: 'code' });
});
