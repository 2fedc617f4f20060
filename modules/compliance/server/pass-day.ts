import { schoolHomes } from '@dualtrack/accounts/server';
import { dayOf } from '@dualtrack/platform/clock';
import { asSystem, type Kernel, type TransactionContext } from '@dualtrack/platform/operation';
import { addDays } from '@dualtrack/rules';
import { evaluateClass } from './evaluate-class.ts';
import { ownDb } from './own-db.ts';

/** Classes that begin within so many days are asked for everything that is due before the start. */
const soonDays = 30;

/**
 * Judges everything that runs or is about to by the law of the new day, each class in a transaction of its own: ages
 * change, covers and waivers lapse, and their verdicts come back. Done again on the same day it changes nothing.
 * @throws AggregateError after all others were judged, with why each of some classes was not
 */
export async function passDay(kernel: Kernel): Promise<{ checked: number }> {
  const today = dayOf(kernel.clock.now(), kernel.config.timeZone);
  let checked = 0;
  const failures: unknown[] = [];
  for (const home of await schoolHomes(kernel)) {
    for (const { classId, startsOn } of await asSystem(kernel, home, unchecked)) {
      const isSoon = startsOn !== null && startsOn <= addDays(today, soonDays);
      const check = isSoon ? { classId } : { classId, moment: 'as-before' as const };
      try {
        await asSystem(kernel, home, (context) => evaluateClass(context, check));
        checked += 1;
      } catch (error) {
        // One class that cannot be judged keeps no other from it; it is tried again with the next look at the calendar.
        failures.push(error);
        kernel.log.error({ err: error, classId }, 'compliance: a class could not be judged');
      }
    }
  }
  kernel.log.info({ checked, day: today }, 'compliance: day passed');
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} classes were not judged`);
  return { checked };
}

/** Classes that are not over and were not judged by the law of today. */
function unchecked(context: TransactionContext<never>) {
  return ownDb(context)
    .selectFrom('complianceClass as c')
    .leftJoin('verdictRun as r', (join) =>
      join
        .onRef('r.tenantId', '=', 'c.tenantId')
        .onRef('r.classId', '=', 'c.classId')
        .on('r.isLatest', '=', true),
    )
    .select(['c.classId', 'c.startsOn'])
    .where('c.isOver', '=', false)
    .where((eb) => eb.or([eb('r.onDay', 'is', null), eb('r.onDay', '<', context.today)]))
    .orderBy('c.classId')
    .execute();
}
