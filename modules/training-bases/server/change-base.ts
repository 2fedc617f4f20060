import { standingAgreements } from '@dualtrack/agreements/server';
import { newId } from '@dualtrack/platform/ids';
import { homeOf, operationsOn } from '@dualtrack/platform/operation';
import type * as z from 'zod';
import { contract, type unitInput } from '../contract.ts';
import { circleIn, requiredAfterOptional } from '../unit-order.ts';
import { baseView } from './read-bases.ts';
import type { TrainingBasesTables } from './tables.ts';

const operation = operationsOn<TrainingBasesTables>();

/** Founds a base under an agreement that stands: in force, or registered as signed elsewhere. */
export const createBase = operation(contract.create, async (ctx, input) => {
  const agreement = (await standingAgreements(ctx)).find((one) => one.id === input.agreementId);
  if (agreement === undefined) throw ctx.refuse('base.no-such-agreement');
  const { agreementId, ...facts } = input;
  const id = newId();
  await ctx.inHome(agreement.home, async (inner) => {
    await inner.db
      .insertInto('base')
      .values({
        tenantId: inner.tenant,
        enterpriseId: agreement.enterpriseId,
        id,
        agreementId,
        ...facts,
        ...{ address: '', latitude: null, longitude: null },
        createdAt: ctx.now,
        changedAt: ctx.now,
      })
      .execute();
  });
  ctx.audit(id);
  return { id };
});

export const updateBase = operation(contract.update, async (ctx, input) => {
  const { baseId, ...facts } = input;
  const home = await homeOf(ctx, 'base', baseId);
  return ctx.inHome(home, async (inner) => {
    await inner.db
      .updateTable('base')
      .set({ ...facts, changedAt: ctx.now })
      .where('id', '=', baseId)
      .execute();
    ctx.audit(baseId);
    return baseView(inner, baseId);
  });
});

/** Sets where the base is; a position has both its numbers or none. */
export const setPosition = operation(contract.setPosition, async (ctx, input) => {
  const { baseId, ...position } = input;
  if ((position.latitude === null) !== (position.longitude === null)) throw ctx.refuse('base.half-position');
  const home = await homeOf(ctx, 'base', baseId);
  return ctx.inHome(home, async (inner) => {
    await inner.db
      .updateTable('base')
      .set({ ...position, changedAt: ctx.now })
      .where('id', '=', baseId)
      .execute();
    ctx.audit(baseId, { action: 'position' });
    return baseView(inner, baseId);
  });
});

/** Sets the units of a base and which comes after which. A unit with stations cannot be dropped. */
export const setUnits = operation(contract.setUnits, async (ctx, input) => {
  const twice = input.units.find(
    (one, index) => input.units.findIndex((other) => other.name === one.name) !== index,
  );
  if (twice !== undefined) throw ctx.refuse('base.unit-twice', { name: twice.name });
  const home = await homeOf(ctx, 'base', input.baseId);
  return ctx.inHome(home, async (inner) => {
    const base = await inner.db
      .selectFrom('base')
      .select('enterpriseId')
      .where('id', '=', input.baseId)
      .forUpdate()
      .executeTakeFirstOrThrow();
    const stored = await inner.db
      .selectFrom('baseUnit as u')
      .leftJoin('baseStation as s', (join) =>
        join.onRef('s.tenantId', '=', 'u.tenantId').onRef('s.unitId', '=', 'u.id'),
      )
      .select((eb) => ['u.id', 'u.name', 'u.comesAfter', eb.fn.count<number>('s.id').as('stations')])
      .where('u.baseId', '=', input.baseId)
      .groupBy(['u.tenantId', 'u.id', 'u.name', 'u.comesAfter'])
      .execute();
    const units = orderedUnits(input.units, stored);
    const unknown = units.find((one) => one.unknown.length > 0);
    if (unknown !== undefined) {
      throw ctx.refuse('base.unit-order-unknown', { name: unknown.name, first: unknown.unknown[0] ?? '' });
    }
    const nameOf = new Map(units.map((one) => [one.id, one.name]));
    const named = units.map((one) => ({ ...one, after: one.after.map((id) => nameOf.get(id) ?? '') }));
    const circle = circleIn(named);
    if (circle !== undefined) throw ctx.refuse('base.unit-order-circle', { circle: circle.join(' → ') });
    const optional = requiredAfterOptional(named);
    if (optional !== undefined) throw ctx.refuse('base.unit-order-optional', optional);
    const kept = new Set(units.map((one) => one.id));
    const dropped = stored.filter((one) => !kept.has(one.id));
    const used = dropped.find((one) => Number(one.stations) > 0);
    if (used !== undefined) throw ctx.refuse('base.unit-in-use', { name: used.name });
    for (const one of dropped) await inner.db.deleteFrom('baseUnit').where('id', '=', one.id).execute();
    const known = new Set(stored.map((one) => one.id));
    for (const [position, { id, shift, after, unknown: _, ...given }] of units.entries()) {
      const hours = shift === undefined ? {} : { shift: shift === null ? null : JSON.stringify(shift) };
      const facts = { ...given, ...hours, position, comesAfter: JSON.stringify(after) };
      if (known.has(id)) {
        await inner.db.updateTable('baseUnit').set(facts).where('id', '=', id).execute();
        continue;
      }
      await inner.db
        .insertInto('baseUnit')
        .values({
          tenantId: inner.tenant,
          enterpriseId: base.enterpriseId,
          id,
          baseId: input.baseId,
          ...facts,
        })
        .execute();
    }
    ctx.audit(input.baseId, { units: input.units.length });
    return baseView(inner, input.baseId);
  });
});

type UnitInput = z.output<typeof unitInput>;
type StoredUnit = { id: string; name: string; comesAfter: string[] };

/**
 * The units as they will be: each with its id, new or old, and the ids of those before it. `unknown`: what was named as
 * coming before and is no unit; one that is dropped at the same time is left out without a word.
 */
function orderedUnits(given: readonly UnitInput[], stored: readonly StoredUnit[]) {
  const before = new Map(stored.map((one) => [one.id, one]));
  const units = given.map((one) => ({
    ...one,
    id: one.id !== undefined && before.has(one.id) ? one.id : newId(),
  }));
  const idOf = new Map([
    ...stored.map((one): [string, string] => [one.name, one.id]),
    ...stored.map((one): [string, string] => [one.id, one.id]),
    ...units.map((one): [string, string] => [one.name, one.id]),
  ]);
  const kept = new Set(units.map((one) => one.id));
  return units.map((unit) => {
    const asked = unit.after ?? before.get(unit.id)?.comesAfter ?? [];
    const after = asked.flatMap((one) => idOf.get(one) ?? []).filter((id) => kept.has(id));
    const unknown = unit.after?.filter((one) => !idOf.has(one)) ?? [];
    return { ...unit, after: [...new Set(after)], unknown };
  });
}
