import { findMentors, findWorkstations, regionOf } from '@dualtrack/organisations/server';
import { notFound } from '@dualtrack/platform/errors';
import { newId } from '@dualtrack/platform/ids';
import { homeOf, operationsOn } from '@dualtrack/platform/operation';
import { contract } from '../contract.ts';
import { baseView } from './read-bases.ts';
import { reportToAgreement } from './report-to-agreement.ts';
import type { TrainingBasesTables } from './tables.ts';

const operation = operationsOn<TrainingBasesTables>();

export const listOfferable = operation(contract.offerable, async (ctx) => ({
  workstations: await findWorkstations(ctx),
  mentors: await findMentors(ctx),
}));

/** Offers own workstations as snapshots; one that was offered before is brought up to date. */
export const offerStations = operation(contract.offerStations, async (ctx, input) => {
  const workstations = await findWorkstations(
    ctx,
    input.stations.map((one) => one.workstationId),
  );
  const ownRegion = await regionOf(ctx, ctx.actor.tenant);
  const home = await homeOf(ctx, 'base', input.baseId);
  return ctx.inHome(home, async (inner) => {
    const units = await inner.db
      .selectFrom('baseUnit')
      .select('id')
      .where('baseId', '=', input.baseId)
      .execute();
    const known = new Set(units.map((one) => one.id));
    for (const offer of input.stations) {
      const workstation = workstations.find((one) => one.id === offer.workstationId);
      if (workstation === undefined) throw ctx.refuse('base.no-such-workstation');
      if (!known.has(offer.unitId)) throw ctx.refuse('base.no-such-unit');
      if (offer.places > workstation.places) {
        throw ctx.refuse('base.too-many-places', { name: workstation.name, places: workstation.places });
      }
      const { code, name, nameEn, siteId, siteName, siteNameEn, siteRegion } = workstation;
      const place = { siteId, siteName, siteNameEn, siteRegion: siteRegion || ownRegion };
      const snapshot = { code, name, nameEn, ...place, ...offer };
      await inner.db
        .insertInto('baseStation')
        .values({
          tenantId: inner.tenant,
          enterpriseId: ctx.actor.tenant,
          id: newId(),
          baseId: input.baseId,
          periods: '[]',
          ...snapshot,
        })
        .onConflict((conflict) =>
          conflict.columns(['tenantId', 'baseId', 'workstationId']).doUpdateSet(snapshot),
        )
        .execute();
    }
    await reportToAgreement(inner, input.baseId);
    ctx.audit(input.baseId, { stations: input.stations.length });
    return baseView(inner, input.baseId);
  });
});

export const withdrawStation = operation(contract.withdrawStation, async (ctx, input) => {
  const home = await homeOf(ctx, 'base', input.baseId);
  return ctx.inHome(home, async (inner) => {
    await inner.db
      .updateTable('baseEquipment')
      .set({ stationId: null })
      .where('stationId', '=', input.stationId)
      .where('baseId', '=', input.baseId)
      .execute();
    const removed = await inner.db
      .deleteFrom('baseStation')
      .where('id', '=', input.stationId)
      .where('baseId', '=', input.baseId)
      .executeTakeFirst();
    if (removed.numDeletedRows === 0n) throw notFound('base-station');
    await reportToAgreement(inner, input.baseId, [{ kind: 'station', id: input.stationId }]);
    ctx.audit(input.baseId, { withdrawn: input.stationId });
    return { ok: true as const };
  });
});

export const offerMentors = operation(contract.offerMentors, async (ctx, input) => {
  const mentors = await findMentors(ctx, input.staffIds);
  if (mentors.length < new Set(input.staffIds).size) throw ctx.refuse('base.no-such-mentor');
  const home = await homeOf(ctx, 'base', input.baseId);
  return ctx.inHome(home, async (inner) => {
    for (const { id: staffId, maxLearners, ...snapshot } of mentors) {
      await inner.db
        .insertInto('baseMentor')
        .values({
          tenantId: inner.tenant,
          enterpriseId: ctx.actor.tenant,
          id: newId(),
          baseId: input.baseId,
          staffId,
          absences: '[]',
          unitIds: '[]',
          certificateUntil: null,
          maxLearners,
          ...snapshot,
        })
        .onConflict((conflict) => conflict.columns(['tenantId', 'baseId', 'staffId']).doUpdateSet(snapshot))
        .execute();
    }
    await reportToAgreement(inner, input.baseId);
    ctx.audit(input.baseId, { mentors: mentors.length });
    return baseView(inner, input.baseId);
  });
});

export const withdrawMentor = operation(contract.withdrawMentor, async (ctx, input) => {
  const home = await homeOf(ctx, 'base', input.baseId);
  return ctx.inHome(home, async (inner) => {
    const removed = await inner.db
      .deleteFrom('baseMentor')
      .where('id', '=', input.mentorId)
      .where('baseId', '=', input.baseId)
      .executeTakeFirst();
    if (removed.numDeletedRows === 0n) throw notFound('base-mentor');
    await reportToAgreement(inner, input.baseId, [{ kind: 'mentor', id: input.mentorId }]);
    ctx.audit(input.baseId, { withdrawn: input.mentorId });
    return { ok: true as const };
  });
});
