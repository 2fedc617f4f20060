import { openOperation } from '@dualtrack/platform/operation';
import { contract } from '../contract.ts';
import { identity } from './identity.ts';
import { isPassword } from './password.ts';
import { beginSession, viewOfSession } from './session.ts';

const failuresBeforeLock = 8;
const lockMinutes = 15;

/** Signs a person in. After several wrong passwords the name is locked for a while. */
export const openSession = openOperation(
  contract.session.open,
  async ({ kernel, request, now, refuse }, input) => {
    const { pool } = kernel;
    const known = await identity(pool, (db) =>
      db
        .selectFrom('signInName as n')
        .innerJoin('personPassword as p', 'p.personId', 'n.personId')
        .select(['n.personId', 'p.hash', 'p.lockedUntil'])
        .where('n.name', '=', input.name)
        .executeTakeFirst(),
    );
    if (known?.lockedUntil != null && known.lockedUntil > now) {
      const minutes = Math.ceil((known.lockedUntil.getTime() - now.getTime()) / 60_000);
      throw refuse('session.locked', { minutes });
    }
    const isRight = await isPassword(input.password, known?.hash);
    if (known === undefined) throw refuse('session.wrong-name-or-password');
    if (!isRight) {
      const until = new Date(now.getTime() + lockMinutes * 60_000);
      // Counted by the database, so that parallel guesses are all counted.
      await identity(pool, (db) =>
        db
          .updateTable('personPassword')
          .set((eb) => ({
            failures: eb('failures', '+', 1),
            lockedUntil: eb
              .case()
              .when(eb(eb('failures', '+', 1), '>=', failuresBeforeLock))
              .then(until)
              .else(eb.ref('lockedUntil'))
              .end(),
          }))
          .where('personId', '=', known.personId)
          .execute(),
      );
      throw refuse('session.wrong-name-or-password');
    }
    return identity(pool, async (db) => {
      await db
        .updateTable('personPassword')
        .set({ failures: 0, lockedUntil: null })
        .where('personId', '=', known.personId)
        .execute();
      const first = await db
        .selectFrom('personMembership')
        .select('membershipId')
        .where('personId', '=', known.personId)
        .where('endedAt', 'is', null)
        .orderBy('membershipId')
        .executeTakeFirst();
      if (first === undefined) throw refuse('session.no-membership');
      const given = { personId: known.personId, membershipId: first.membershipId, now };
      const { word, seconds } = await beginSession(db, given);
      request.setSession(word, seconds);
      return viewOfSession(db, given.personId, given.membershipId);
    });
  },
);
