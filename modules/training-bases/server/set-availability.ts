import { findWorkstations } from '@dualtrack/organisations/server';
import { notFound } from '@dualtrack/platform/errors';
import { homeOf, operationsOn } from '@dualtrack/platform/operation';
import { firstMisplaced } from '../availability.ts';
import { contract } from '../contract.ts';
import { baseView } from './read-bases.ts';
import type { TrainingBasesTables } from './tables.ts';

const operation = operationsOn<TrainingBasesTables>();

/** Sets when an offered workstation is there, with how many places, and when people work at it. */
export const setStation = operation(contract.setStation, async (ctx, input) => {
  const { baseId, stationId, periods, shift, ...facts } = input;
  const wrong = firstMisplaced(periods) ?? firstMisplaced(wholeStretch(facts));
  if (wrong !== undefined) throw ctx.refuse('base.stretch-misplaced', { from: wrong.from });
  const home = await homeOf(ctx, 'base', baseId);
  // Its workstation is looked up before the work moves into the school's home, which knows no workstations.
  const station = await ctx.db
    .selectFrom('baseStation')
    .select('workstationId')
    .where('id', '=', stationId)
    .where('baseId', '=', baseId)
    .executeTakeFirst();
  if (station === undefined) throw notFound('base-station');
  const [workstation] = await findWorkstations(ctx, [station.workstationId]);
  const most = Math.max(facts.places, ...periods.map((period) => period.places));
  if (workstation !== undefined && most > workstation.places) {
    throw ctx.refuse('base.too-many-places', { name: workstation.name, places: workstation.places });
  }
  return ctx.inHome(home, async (inner) => {
    await inner.db
      .updateTable('baseStation')
      .set({
        ...facts,
        periods: JSON.stringify(periods),
        shift: shift === null ? null : JSON.stringify(shift),
      })
      .where('id', '=', stationId)
      .where('baseId', '=', baseId)
      .execute();
    ctx.audit(baseId, { station: stationId });
    return baseView(inner, baseId);
  });
});

function wholeStretch(facts: { availableFrom: string | null; availableTo: string | null }) {
  const { availableFrom: from, availableTo: to } = facts;
  return from === null || to === null ? [] : [{ from, to }];
}

/** Sets how many learners a mentor takes at once and in which units, when none, and when the certificate runs out. */
export const setMentor = operation(contract.setMentor, async (ctx, input) => {
  const { baseId, mentorId, maxLearners, absences, certificateUntil, unitIds } = input;
  const wrong = firstMisplaced(absences);
  if (wrong !== undefined) throw ctx.refuse('base.stretch-misplaced', { from: wrong.from });
  const home = await homeOf(ctx, 'base', baseId);
  return ctx.inHome(home, async (inner) => {
    const known = await inner.db.selectFrom('baseUnit').select('id').where('baseId', '=', baseId).execute();
    if (unitIds?.some((id) => known.every((unit) => unit.id !== id))) throw ctx.refuse('base.no-such-unit');
    const changed = await inner.db
      .updateTable('baseMentor')
      .set({
        maxLearners,
        absences: JSON.stringify(absences),
        ...(certificateUntil === undefined ? {} : { certificateUntil }),
        ...(unitIds === undefined ? {} : { unitIds: JSON.stringify([...new Set(unitIds)]) }),
      })
      .where('id', '=', mentorId)
      .where('baseId', '=', baseId)
      .executeTakeFirst();
    if (changed.numUpdatedRows === 0n) throw notFound('base-mentor');
    ctx.audit(baseId, { mentor: mentorId });
    return baseView(inner, baseId);
  });
});
