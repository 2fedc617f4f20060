import { openOperation } from '@dualtrack/platform/operation';
import { contract } from '../contract.ts';
import { identity } from './identity.ts';
import { isPassword } from './password.ts';
import { beginSession, viewOfSession } from './session.ts';
import { countFailure, forgetFailures, lockedMinutes } from './sign-in-failures.ts';

/**
 * Signs a person in. After several wrong passwords the name is locked for a while, and a name that nobody has is
 * answered in just the same way.
 */
export const openSession = openOperation(
  contract.session.open,
  async ({ kernel, request, now, refuse }, input) => {
    const { pool, config } = kernel;
    const { minutes, known } = await identity(pool, async (db) => ({
      minutes: await lockedMinutes(db, input.name, now),
      known: await db
        .selectFrom('signInName as n')
        .innerJoin('personPassword as p', 'p.personId', 'n.personId')
        .select(['n.personId', 'p.hash'])
        .where('n.name', '=', input.name)
        .executeTakeFirst(),
    }));
    if (minutes > 0) throw refuse('session.locked', { minutes });
    const isRight = await isPassword(input.password, known?.hash);
    if (known === undefined || !isRight) {
      await identity(pool, (db) => countFailure(db, input.name, now));
      throw refuse('session.wrong-name-or-password');
    }
    return identity(pool, async (db) => {
      await forgetFailures(db, [input.name]);
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
      return viewOfSession(db, given.personId, given.membershipId, config);
    });
  },
);
