import { openOperation } from '@dualtrack/platform/operation';
import { contract } from '../contract.ts';
import { identity } from './identity.ts';
import { digestOf, signedIn, viewOfSession } from './session.ts';

export const getSession = openOperation(contract.session.get, async (context) => {
  const actor = signedIn(context);
  const { pool, config } = context.kernel;
  return identity(pool, (db) => viewOfSession(db, actor.personId, actor.membershipId, config));
});

export const closeSession = openOperation(contract.session.close, async ({ kernel, request }) => {
  const word = request.sessionToken;
  if (word !== null) {
    await identity(kernel.pool, (db) =>
      db.deleteFrom('session').where('tokenHash', '=', digestOf(word)).execute(),
    );
  }
  request.setSession(null, 0);
  return { ok: true as const };
});

/** Ends every session of the person, wherever it is open. */
export const closeAllSessions = openOperation(contract.session.closeAll, async (context) => {
  const actor = signedIn(context);
  await identity(context.kernel.pool, (db) =>
    db.deleteFrom('session').where('personId', '=', actor.personId).execute(),
  );
  context.request.setSession(null, 0);
  return { ok: true as const };
});

export const setMembership = openOperation(contract.session.setMembership, async (context, input) => {
  const actor = signedIn(context);
  return identity(context.kernel.pool, async (db) => {
    const own = await db
      .selectFrom('personMembership')
      .select('membershipId')
      .where('personId', '=', actor.personId)
      .where('membershipId', '=', input.membershipId)
      .where('endedAt', 'is', null)
      .executeTakeFirst();
    if (own === undefined) throw context.refuse('session.no-membership');
    await db
      .updateTable('session')
      .set({ membershipId: own.membershipId })
      .where('tokenHash', '=', digestOf(context.request.sessionToken ?? ''))
      .execute();
    return viewOfSession(db, actor.personId, own.membershipId, context.kernel.config);
  });
});

export const setLocale = openOperation(contract.session.setLocale, async (context, input) => {
  const actor = signedIn(context);
  await identity(context.kernel.pool, (db) =>
    db.updateTable('person').set({ locale: input.locale }).where('id', '=', actor.personId).execute(),
  );
  return { ok: true as const };
});
