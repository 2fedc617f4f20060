import { notFound } from '@dualtrack/platform/errors';
import { noId } from '@dualtrack/platform/ids';
import { operationsOn } from '@dualtrack/platform/operation';
import { contract } from '../contract.ts';
import { leads } from '../side.ts';
import { actOnProject } from './act-on-project.ts';
import { ownSide } from './parties.ts';
import type { InnovationTables } from './tables.ts';

const operation = operationsOn<InnovationTables>();
const ok = { ok: true as const };

/** Writes what the caller did on a day; the day is written anew until it is confirmed. */
export const logHours = operation(contract.hours.log, async (ctx, input) => {
  const { projectId, onDay, minutes, what } = input;
  await actOnProject(ctx, projectId, 'log', async (inner, project) => {
    const member = await inner.db
      .selectFrom('projectMember')
      .select('id')
      .where('projectId', '=', projectId)
      .where('personId', '=', ctx.actor.personId)
      .where('state', '=', 'joined')
      .executeTakeFirst();
    // A lead who is not of the team has no hours in it.
    if (member === undefined) throw ctx.refuse('project.not-a-member', { action: 'log' });
    if (onDay > ctx.today || onDay < project.startsOn || onDay > project.endsOn)
      throw ctx.refuse('hours.not-that-day');
    const said = { minutes, what, at: ctx.now };
    const key = { tenantId: inner.tenant, enterpriseId: project.enterpriseId, projectId };
    const kept = await inner.db
      .insertInto('projectHours')
      .values({ ...key, memberId: member.id, onDay, ...said, confirmedAt: null })
      .onConflict((conflict) =>
        conflict
          .columns(['tenantId', 'memberId', 'onDay'])
          .doUpdateSet(said)
          .where('projectHours.confirmedAt', 'is', null),
      )
      .executeTakeFirst();
    if (kept.numInsertedOrUpdatedRows !== 1n) throw ctx.refuse('hours.confirmed');
  });
  return ok;
});

/** Confirms all that a member of the own side has written so far; the hours stand with the member from then on. */
export const confirmHours = operation(contract.hours.confirm, async (ctx, { projectId, memberId, until }) => {
  await actOnProject(ctx, projectId, 'staff', async (inner) => {
    const member = await inner.db
      .selectFrom('projectMember')
      .select(['id', 'personId'])
      .where('id', '=', memberId)
      .where('projectId', '=', projectId)
      .where('side', '=', ownSide(ctx.actor))
      .executeTakeFirst();
    if (member === undefined) throw ctx.refuse('member.not-yours');
    // Nobody confirms their own hours.
    if (member.personId === ctx.actor.personId) throw ctx.refuse('hours.own');
    const done = await inner.db
      .updateTable('projectHours')
      .set({ confirmedBy: ctx.actor.name, confirmedAt: ctx.now })
      .where('memberId', '=', memberId)
      .where('onDay', '<=', until)
      .where('confirmedAt', 'is', null)
      .executeTakeFirst();
    if (done.numUpdatedRows === 0n) throw ctx.refuse('hours.none');
    const rows = await inner.db
      .selectFrom('projectHours')
      .select('minutes')
      .where('memberId', '=', memberId)
      .where('confirmedAt', 'is not', null)
      .execute();
    const hours = Math.floor(rows.reduce((sum, one) => sum + one.minutes, 0) / 60);
    await inner.db
      .updateTable('projectMember')
      .set({ hours, changedAt: ctx.now })
      .where('id', '=', memberId)
      .execute();
  });
  return ok;
});

/** Days of a project: one's own, and for leads those of the own side. */
export const listHours = operation(contract.hours.list, async (ctx, { projectId }) => {
  const isLead = leads.some((role) => role === ctx.actor.role);
  const side = ownSide(ctx.actor);
  const members = await ctx.db
    .selectFrom('projectMember')
    .select(['id', 'name', 'side', 'personId'])
    .where('projectId', '=', projectId)
    .execute();
  const seen = members.filter((one) => one.personId === ctx.actor.personId || (isLead && one.side === side));
  if (members.length === 0) throw notFound('innovation_project');
  const rows = await ctx.db
    .selectFrom('projectHours')
    .selectAll()
    .where('projectId', '=', projectId)
    .where('memberId', 'in', [...seen.map((one) => one.id), noId])
    .orderBy('onDay', 'desc')
    .orderBy('memberId')
    .limit(500)
    .execute();
  return {
    items: rows.map(({ memberId, onDay, minutes, what, confirmedBy }) => {
      const member = seen.find((one) => one.id === memberId);
      return {
        ...{ memberId, onDay, minutes, what, confirmedBy, name: member?.name ?? '' },
        isMine: member?.personId === ctx.actor.personId,
      };
    }),
  };
});
