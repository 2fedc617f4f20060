import { evaluateClass } from '@dualtrack/compliance/server';
import { lotteryCommitment } from '@dualtrack/matching';
import { keepingWork, type OperationContext, operationsOn } from '@dualtrack/platform/operation';
import { moveOrder } from '@dualtrack/workforce/server';
import { contract } from '../contract.ts';
import { classTransitions } from '../order-class.ts';
import { missingDocuments } from '../placement.ts';
import { lockedClass } from './class-row.ts';
import { classView } from './class-view.ts';
import { recordClassFacts } from './record-class-facts.ts';
import type { OrderClassesTables } from './tables.ts';
import { tell } from './tell.ts';
import { tellOpening } from './tell-opening.ts';

const operation = operationsOn<OrderClassesTables>();
type Codes = 'class.offers-open' | 'class.nobody-placed' | 'class.documents-missing' | 'class.blocked';
type Context = OperationContext<OrderClassesTables, Codes>;
type ClassRow = Awaited<ReturnType<typeof lockedClass>>;

/** Moves a class by one action of the table; what an action needs beside its state is asked here. */
export const moveClass = operation(contract.classes.move, async (ctx, input) => {
  const row = await lockedClass(ctx, input.classId, input.action);
  if (input.action === 'start') await startPlacements(ctx, row);
  const commitment = input.action === 'open' ? { lotteryCommitment: await commitmentOf(ctx, row.id) } : {};
  await ctx.db
    .updateTable('orderClass')
    .set({ state: classTransitions[input.action].to ?? row.state, ...commitment, changedAt: ctx.now })
    .where('id', '=', row.id)
    .execute();
  if (input.action === 'finish') await endPlacements(ctx, row);
  const told = { classId: row.id, enterpriseId: row.enterpriseId };
  if (input.action === 'open') await ctx.emit('class.opened', told);
  if (input.action === 'open' || input.action === 'reopen')
    await tellOpening(ctx, row, input.action === 'reopen');
  if (input.action === 'close') await tell(ctx, row, 'closed', { byPerson: ctx.actor.personId });
  if (input.action === 'start') await ctx.emit('class.started', told);
  if (input.action === 'finish') await ctx.emit('class.finished', told);
  ctx.audit(row.id, { action: input.action });
  return classView(ctx, row.id, ctx.actor.role);
});

async function commitmentOf(ctx: Context, classId: string): Promise<string> {
  const { seed } = await ctx.db
    .selectFrom('lotterySeed')
    .select('seed')
    .where('classId', '=', classId)
    .executeTakeFirstOrThrow();
  return lotteryCommitment(seed);
}

/**
 * Nobody starts while an offer waits, a document is missing or the law says no. @throws class.offers-open,
 * class.nobody-placed, class.documents-missing, class.blocked with the rules that stand in the way.
 */
async function startPlacements(ctx: Context, row: ClassRow): Promise<void> {
  const placements = await ctx.db
    .selectFrom('placement')
    .selectAll()
    .where('classId', '=', row.id)
    .forUpdate()
    .execute();
  const open = placements.filter((one) => one.state === 'offered').length;
  if (open > 0) throw ctx.refuse('class.offers-open', { count: open });
  const coming = placements.filter((one) => one.state === 'accepted');
  if (coming.length === 0) throw ctx.refuse('class.nobody-placed');
  const incomplete = coming.filter((one) => missingDocuments(one).length > 0).length;
  if (incomplete > 0) throw ctx.refuse('class.documents-missing', { count: incomplete });
  await recordClassFacts(ctx, row.id, ctx.actor.personId);
  const { blocking } = await evaluateClass(ctx, { classId: row.id, moment: 'before_start' });
  if (blocking.length > 0) {
    const rules = [...new Set(blocking.map((verdict) => verdict.rule))];
    // Why not is on record: the school reads these verdicts to put things right.
    throw keepingWork(ctx.refuse('class.blocked', { count: blocking.length, rules }));
  }
  await ctx.db
    .updateTable('placement')
    .set({ state: 'active' })
    .where('classId', '=', row.id)
    .where('state', '=', 'accepted')
    .execute();
}

async function endPlacements(ctx: Context, row: ClassRow): Promise<void> {
  await ctx.db
    .updateTable('placement')
    .set({ state: 'ended', endedOn: ctx.today })
    .where('classId', '=', row.id)
    .where('state', '=', 'active')
    .execute();
  await moveOrder(ctx, row.orderId, 'closed');
  await recordClassFacts(ctx, row.id, ctx.actor.personId);
}
