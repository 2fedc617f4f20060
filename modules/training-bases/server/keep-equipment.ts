import { notFound } from '@dualtrack/platform/errors';
import { newId } from '@dualtrack/platform/ids';
import { homeOf, operationsOn } from '@dualtrack/platform/operation';
import { contract } from '../contract.ts';
import { baseView } from './read-bases.ts';
import type { TrainingBasesTables } from './tables.ts';

const operation = operationsOn<TrainingBasesTables>();

/** Adds a piece of equipment, or changes the one whose id is given. Asset numbers are unique in a base. */
export const saveEquipment = operation(contract.saveEquipment, async (ctx, input) => {
  const { baseId, id, ...facts } = input;
  const home = await homeOf(ctx, 'base', baseId);
  return ctx.inHome(home, async (inner) => {
    if (facts.stationId !== null) {
      const station = await inner.db
        .selectFrom('baseStation')
        .select('id')
        .where('id', '=', facts.stationId)
        .where('baseId', '=', baseId)
        .executeTakeFirst();
      if (station === undefined) throw ctx.refuse('base.no-such-station');
    }
    // Two who add the same number at once wait for each other here.
    await inner.db.selectFrom('base').select('id').where('id', '=', baseId).forUpdate().execute();
    const same = await inner.db
      .selectFrom('baseEquipment')
      .select('id')
      .where('baseId', '=', baseId)
      .where('assetNumber', '=', facts.assetNumber)
      .executeTakeFirst();
    if (same !== undefined && same.id !== id) {
      throw ctx.refuse('base.asset-twice', { assetNumber: facts.assetNumber });
    }
    if (id === undefined) {
      const owner = { tenantId: inner.tenant, enterpriseId: ctx.actor.tenant };
      await inner.db
        .insertInto('baseEquipment')
        .values({ ...owner, id: newId(), baseId, ...facts })
        .execute();
    } else {
      const changed = await inner.db
        .updateTable('baseEquipment')
        .set(facts)
        .where('id', '=', id)
        .where('baseId', '=', baseId)
        .executeTakeFirst();
      if (changed.numUpdatedRows === 0n) throw notFound('base-equipment');
    }
    ctx.audit(baseId, { equipment: facts.assetNumber });
    return baseView(inner, baseId);
  });
});

export const removeEquipment = operation(contract.removeEquipment, async (ctx, input) => {
  const home = await homeOf(ctx, 'base', input.baseId);
  return ctx.inHome(home, async (inner) => {
    const removed = await inner.db
      .deleteFrom('baseEquipment')
      .where('id', '=', input.equipmentId)
      .where('baseId', '=', input.baseId)
      .executeTakeFirst();
    if (removed.numDeletedRows === 0n) throw notFound('base-equipment');
    ctx.audit(input.baseId, { removed: input.equipmentId });
    return { ok: true as const };
  });
});
