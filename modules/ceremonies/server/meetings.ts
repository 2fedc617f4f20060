import { agreementOf } from '@dualtrack/agreements/server';
import { notFound } from '@dualtrack/platform/errors';
import { newId } from '@dualtrack/platform/ids';
import { likePattern, listPage, type OperationContext, operationsOn } from '@dualtrack/platform/operation';
import { contract, type MeetingDetail } from '../contract.ts';
import { meetingActions, whyNotMeeting } from '../meeting.ts';
import type { Attendee } from '../shapes.ts';
import { decisionsOf } from './ceremony-view.ts';
import { partyNames } from './parties.ts';
import type { CeremoniesTables } from './tables.ts';

const operation = operationsOn<CeremoniesTables>();

/** Sides of which somebody was present. */
export const presentSides = (attendees: readonly Attendee[]) =>
  attendees.filter((one) => one.isPresent).map((one) => one.side);

/** One meeting as both sides see it. @throws thing.not-found */
export async function meetingView(
  context: OperationContext<CeremoniesTables>,
  meetingId: string,
): Promise<MeetingDetail> {
  const row = await context.db
    .selectFrom('meeting')
    .selectAll()
    .where('id', '=', meetingId)
    .executeTakeFirst();
  if (row === undefined) throw notFound('meeting');
  const { tenantId, createdBy: _, createdAt: __, changedAt: ___, startsAt, ...facts } = row;
  const namesOf = await partyNames(context, [row]);
  const state = { state: row.state, startsAt, now: context.now, presentSides: presentSides(row.attendees) };
  return {
    ...facts,
    home: tenantId,
    ...namesOf(tenantId, row.enterpriseId),
    startsAt: startsAt.toISOString(),
    decisions: await decisionsOf(context, { meetingId }),
    abilities: Object.fromEntries(
      meetingActions.map((action) => [action, whyNotMeeting(state, context.actor.role, action)]),
      // Every action is there, because the list of actions was mapped.
    ) as MeetingDetail['abilities'],
  };
}

export const getMeeting = operation(contract.meetings.get, (ctx, input) => meetingView(ctx, input.meetingId));

export const listMeetings = operation(contract.meetings.list, async (ctx, input) => {
  let query = ctx.db
    .selectFrom('meeting')
    .select([
      ...(['id', 'tenantId', 'enterpriseId', 'agreementId', 'state'] as const),
      ...(['title', 'startsAt', 'lengthMinutes', 'place'] as const),
    ]);
  if (input.state !== undefined) query = query.where('state', '=', input.state);
  if (input.scope === 'coming') query = query.where('state', '=', 'planned');
  if (input.agreementId !== undefined) query = query.where('agreementId', '=', input.agreementId);
  if (input.q) {
    const pattern = likePattern(input.q);
    query = query.where((eb) => eb.or([eb('title', 'ilike', pattern), eb('place', 'ilike', pattern)]));
  }
  const found = await listPage(
    query,
    { ...input, sort: input.sort ?? (input.scope === 'coming' ? 'startsAt' : '-startsAt') },
    { startsAt: 'startsAt', title: 'title', place: 'place', state: 'state' },
  );
  const namesOf = await partyNames(ctx, found.items);
  return {
    ...found,
    items: found.items.map(({ tenantId, startsAt, ...row }) => ({
      ...row,
      home: tenantId,
      startsAt: startsAt.toISOString(),
      ...namesOf(tenantId, row.enterpriseId),
    })),
  };
});

export const createMeeting = operation(contract.meetings.create, async (ctx, input) => {
  const { agreementId, startsAt, agenda, attendees, ...facts } = input;
  const agreement = await agreementOf(ctx, agreementId);
  if (agreement === undefined) throw ctx.refuse('meeting.no-such-agreement');
  const id = newId();
  await ctx.inHome(agreement.home, async (inner) => {
    await inner.db
      .insertInto('meeting')
      .values({
        ...{ ...facts, tenantId: inner.tenant, enterpriseId: agreement.enterpriseId, id, agreementId },
        ...{ state: 'planned', startsAt: new Date(startsAt) },
        ...{ agenda: JSON.stringify(agenda), attendees: JSON.stringify(attendees) },
        ...{ changedBy: ctx.actor.name, createdBy: ctx.actor.name, createdAt: ctx.now, changedAt: ctx.now },
      })
      .execute();
  });
  ctx.audit(id);
  return { id };
});
