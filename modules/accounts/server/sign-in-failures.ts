import type { IdentityDb } from './identity.ts';
import { digestOf } from './session.ts';

const failuresBeforeLock = 8;
const lockMinutes = 15;
/** Counts older than this are forgotten, so that guessed names do not fill the table. */
const keptHours = 24;

/** Minutes for which a name is still locked; 0 when it is not. The same for names that nobody has. */
export async function lockedMinutes(db: IdentityDb, name: string, now: Date): Promise<number> {
  const row = await db
    .selectFrom('signInFailure')
    .select('lockedUntil')
    .where('nameDigest', '=', digestOf(name))
    .executeTakeFirst();
  const left = (row?.lockedUntil?.getTime() ?? 0) - now.getTime();
  return left > 0 ? Math.ceil(left / 60_000) : 0;
}

/** Counts a wrong password for a name, known or not; enough of them lock it. Parallel guesses are all counted. */
export async function countFailure(db: IdentityDb, name: string, now: Date): Promise<void> {
  const until = new Date(now.getTime() + lockMinutes * 60_000);
  await db
    .deleteFrom('signInFailure')
    .where('lastAt', '<', new Date(now.getTime() - keptHours * 3_600_000))
    .execute();
  await db
    .insertInto('signInFailure')
    .values({ nameDigest: digestOf(name), failures: 1, lastAt: now, lockedUntil: null })
    .onConflict((conflict) =>
      conflict.column('nameDigest').doUpdateSet((eb) => ({
        failures: eb('signInFailure.failures', '+', 1),
        lastAt: now,
        lockedUntil: eb
          .case()
          .when(eb(eb('signInFailure.failures', '+', 1), '>=', failuresBeforeLock))
          .then(until)
          .else(eb.ref('signInFailure.lockedUntil'))
          .end(),
      })),
    )
    .execute();
}

/** Forgets what was counted for names: after a right password or a new one. */
export async function forgetFailures(db: IdentityDb, names: readonly string[]): Promise<void> {
  await db
    .deleteFrom('signInFailure')
    .where('nameDigest', 'in', ['', ...names.map(digestOf)])
    .execute();
}
