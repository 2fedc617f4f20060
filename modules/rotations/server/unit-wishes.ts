import { notFound } from '@dualtrack/platform/errors';
import { operationsOn, type TransactionContext } from '@dualtrack/platform/operation';
import { baseOf, placesOfStudent } from '@dualtrack/training-bases/server';
import { contract } from '../contract.ts';
import { ownDb } from './plan-facts.ts';
import type { RotationsTables } from './tables.ts';

const operation = operationsOn<RotationsTables>();

/** Wishes for optional units at a base by student, best first. */
export async function wishesAt<Tables>(
  context: TransactionContext<Tables>,
  baseId: string,
): Promise<Map<string, string[]>> {
  const rows = await ownDb(context)
    .selectFrom('rotationWish')
    .select(['studentId', 'unitIds'])
    .where('baseId', '=', baseId)
    .execute();
  return new Map(rows.map((row) => [row.studentId, row.unitIds]));
}

export const myWishes = operation(contract.wishes.mine, async (ctx) => {
  const studentId = ctx.actor.subjectId;
  if (studentId === null) throw notFound('student');
  const items = [];
  for (const { base } of await placesOfStudent(ctx, studentId)) {
    const units = (await baseOf(ctx, base.id))?.units.filter((unit) => !unit.isRequired) ?? [];
    if (units.length === 0) continue;
    const wishes = (await wishesAt(ctx, base.id)).get(studentId) ?? [];
    items.push({
      ...{ baseId: base.id, baseName: base.name, baseNameEn: base.nameEn },
      units: units.map(({ id, name, nameEn }) => ({ id, name, nameEn })),
      wishes: wishes.filter((id) => units.some((unit) => unit.id === id)),
    });
  }
  return { items };
});

export const setWishes = operation(contract.wishes.set, async (ctx, input) => {
  const studentId = ctx.actor.subjectId;
  if (studentId === null) throw notFound('student');
  const own = (await placesOfStudent(ctx, studentId)).find((one) => one.base.id === input.baseId);
  if (own === undefined) throw notFound('base');
  const units = (await baseOf(ctx, input.baseId))?.units.filter((unit) => !unit.isRequired) ?? [];
  const wishes = [...new Set(input.wishes)];
  if (wishes.some((id) => units.every((unit) => unit.id !== id))) throw ctx.refuse('wish.no-such-unit');
  const row = { unitIds: JSON.stringify(wishes), changedAt: ctx.now };
  const key = { tenantId: ctx.tenant, enterpriseId: own.base.enterpriseId, baseId: input.baseId, studentId };
  await ctx.db
    .insertInto('rotationWish')
    .values({ ...key, ...row })
    .onConflict((conflict) => conflict.columns(['tenantId', 'baseId', 'studentId']).doUpdateSet(row))
    .execute();
  ctx.audit(input.baseId, { wishes: wishes.length });
  return { ok: true as const };
});
