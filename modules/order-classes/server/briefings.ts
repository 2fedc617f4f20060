import { notFound } from '@dualtrack/platform/errors';
import { newId } from '@dualtrack/platform/ids';
import { homeOf, type OperationContext, operationsOn } from '@dualtrack/platform/operation';
import type { Briefing } from '../contract/briefings.ts';
import { contract } from '../contract.ts';
import { lockedClass } from './class-row.ts';
import type { OrderClassesTables } from './tables.ts';
import { tell } from './tell.ts';

const operation = operationsOn<OrderClassesTables>();
type Context = OperationContext<OrderClassesTables>;

/** A class has at most so many information sessions. */
const mostBriefings = 20;

/** Information sessions of a class in the order of time; who signed up is named to the school only. */
export async function briefingsOf(ctx: Context, classId: string): Promise<Briefing[]> {
  const rows = await ctx.db
    .selectFrom('classBriefing')
    .selectAll()
    .where('classId', '=', classId)
    .orderBy('startsAt')
    .orderBy('id')
    .execute();
  const signups = await ctx.db
    .selectFrom('briefingSignup as s')
    .innerJoin('classBriefing as b', (join) =>
      join.onRef('b.tenantId', '=', 's.tenantId').onRef('b.id', '=', 's.briefingId'),
    )
    .select(['s.briefingId', 's.studentName'])
    .where('b.classId', '=', classId)
    .orderBy('s.signedUpAt')
    .orderBy('s.studentId')
    .execute();
  const isSchool = ctx.actor.kind === 'school';
  return rows.map(
    ({ id, startsAt, minutes, place, link, places, schoolHost, enterpriseHost, isCancelled }) => {
      const coming = signups.filter((one) => one.briefingId === id);
      return {
        ...{ id, startsAt: startsAt.toISOString(), minutes, place, link, places, schoolHost, enterpriseHost },
        ...{ isCancelled, signedUp: coming.length },
        names: isSchool ? coming.map((one) => one.studentName) : [],
      };
    },
  );
}

export const listBriefings = operation(contract.briefings.list, async (ctx, input) => {
  await homeOf(ctx, 'order_class', input.classId);
  const found = await briefingsOf(ctx, input.classId);
  ctx.audit(input.classId, { briefings: found.length });
  return found;
});

export const addBriefing = operation(contract.briefings.add, async (ctx, input) => {
  const { classId, startsAt, ...facts } = input;
  const row = await lockedClass(ctx, classId, 'brief');
  const start = new Date(startsAt);
  if (start <= ctx.now) throw ctx.refuse('briefing.in-past');
  if ((await briefingsOf(ctx, row.id)).length >= mostBriefings) throw ctx.refuse('briefing.too-many');
  const id = newId();
  await ctx.db
    .insertInto('classBriefing')
    .values({
      ...{ tenantId: ctx.tenant, enterpriseId: row.enterpriseId, id, classId: row.id, startsAt: start },
      ...{ ...facts, isCancelled: false, changedAt: ctx.now },
    })
    .execute();
  // Of a draft nobody hears; whoever hears of its opening finds the session on the class's page.
  if (row.state !== 'draft')
    await tell(ctx, row, 'briefing-set', { happening: id, at: start, byPerson: ctx.actor.personId });
  ctx.audit(row.id, { briefing: id });
  return briefingsOf(ctx, row.id);
});

/** A session that has not begun, locked with its class. @throws briefing.over */
async function lockedBriefing(
  ctx: OperationContext<OrderClassesTables, 'briefing.over'>,
  briefingId: string,
) {
  const found = await ctx.db
    .selectFrom('classBriefing')
    .selectAll()
    .where('id', '=', briefingId)
    .forUpdate()
    .executeTakeFirst();
  if (found === undefined) throw notFound('briefing');
  if (found.isCancelled || found.startsAt <= ctx.now) throw ctx.refuse('briefing.over');
  return found;
}

export const editBriefing = operation(contract.briefings.edit, async (ctx, input) => {
  const { briefingId, startsAt, ...facts } = input;
  const found = await lockedBriefing(ctx, briefingId);
  const row = await lockedClass(ctx, found.classId, 'brief');
  const start = new Date(startsAt);
  if (start <= ctx.now) throw ctx.refuse('briefing.in-past');
  const { signedUp = 0 } = (await briefingsOf(ctx, row.id)).find(({ id }) => id === briefingId) ?? {};
  if (facts.places !== null && facts.places < signedUp)
    throw ctx.refuse('briefing.too-few-places', { count: signedUp });
  await ctx.db
    .updateTable('classBriefing')
    .set({ startsAt: start, ...facts, changedAt: ctx.now })
    .where('id', '=', briefingId)
    .execute();
  const isElsewhere =
    start.getTime() !== found.startsAt.getTime() || facts.place !== found.place || facts.link !== found.link;
  // Who signed up is written to when they would go wrong otherwise.
  if (isElsewhere)
    await tell(ctx, row, 'briefing-changed', {
      happening: `${briefingId} ${ctx.now.toISOString()}`,
      ...{ at: start, byPerson: ctx.actor.personId },
    });
  ctx.audit(row.id, { briefing: briefingId });
  return briefingsOf(ctx, row.id);
});

export const cancelBriefing = operation(contract.briefings.cancel, async (ctx, input) => {
  const found = await lockedBriefing(ctx, input.briefingId);
  const row = await lockedClass(ctx, found.classId, 'brief');
  await ctx.db
    .updateTable('classBriefing')
    .set({ isCancelled: true, changedAt: ctx.now })
    .where('id', '=', found.id)
    .execute();
  await tell(ctx, row, 'briefing-cancelled', {
    happening: `${found.id} cancelled`,
    ...{ at: found.startsAt, byPerson: ctx.actor.personId },
  });
  ctx.audit(row.id, { cancelled: found.id });
  return briefingsOf(ctx, row.id);
});
