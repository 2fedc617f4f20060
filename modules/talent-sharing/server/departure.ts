import { operationsOn } from '@dualtrack/platform/operation';
import { contract } from '../contract.ts';
import { isLead } from '../side.ts';
import { ownExpertIds, type TalentContext } from './asking.ts';
import { expertView } from './read-experts.ts';
import type { TalentTables } from './tables.ts';

const operation = operationsOn<TalentTables>();

/** What hangs on somebody who leaves: sessions to come, stays that are not handed in, open offers. */
export async function hangingOn(ctx: TalentContext, expertId: string) {
  const sessions = await ctx.db
    .selectFrom('sessionExpert as e')
    .innerJoin('talentSession as s', (join) =>
      join.onRef('s.tenantId', '=', 'e.tenantId').onRef('s.id', '=', 'e.sessionId'),
    )
    .select(['s.id', 's.tenantId', 's.enterpriseId', 's.title', 's.onDay'])
    .where('e.expertId', '=', expertId)
    .where('e.answer', '!=', 'declined')
    .where('s.state', 'in', ['asked', 'planned'])
    .where('s.startsAt', '>', ctx.now)
    .orderBy('s.startsAt')
    .orderBy('s.id')
    .execute();
  const stays = await ctx.db
    .selectFrom('talentStay')
    .select(['id', 'tenantId', 'post', 'fromOn', 'toOn', 'state'])
    .where('expertId', '=', expertId)
    .where('state', 'in', ['planned', 'running'])
    .orderBy('fromOn')
    .execute();
  const offers = await ctx.db
    .selectFrom('talentNeed')
    .select(['id', 'tenantId', 'title'])
    .where('expertId', '=', expertId)
    .where('state', '=', 'open')
    .orderBy('id')
    .execute();
  return { sessions, stays, offers };
}

/** Whether a stay has begun by a day, so that there may be something to assess. */
export const hasBegun = (stay: { state: string; fromOn: string }, on: string) =>
  stay.state === 'running' && stay.fromOn <= on;

export const getDeparture = operation(contract.experts.departure, async (ctx, { expertId }) => {
  const own = await ctx.db.selectFrom('expert').select('id').where('id', '=', expertId).executeTakeFirst();
  if (own === undefined) {
    await expertView(ctx, expertId);
    throw ctx.refuse('expert.not-yours');
  }
  if (!isLead(ctx.actor.role) && !(await ownExpertIds(ctx)).includes(expertId))
    throw ctx.refuse('expert.not-yours');
  const { sessions, stays, offers } = await hangingOn(ctx, expertId);
  const hours = await ctx.db
    .selectFrom('hourEntry')
    .select('minutes')
    .where('expertId', '=', expertId)
    .execute();
  return {
    ...{ sessions, offers, minutes: hours.reduce((sum, one) => sum + one.minutes, 0) },
    stays: stays.map((stay) => ({ ...stay, isBegun: hasBegun(stay, ctx.today) })),
  };
});
