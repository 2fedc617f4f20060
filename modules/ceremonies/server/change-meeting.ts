import { recordFact } from '@dualtrack/agreements/server';
import { dayOf } from '@dualtrack/platform/clock';
import { notFound } from '@dualtrack/platform/errors';
import { homeOf, operationsOn } from '@dualtrack/platform/operation';
import { contract } from '../contract.ts';
import { type MeetingAction, type MeetingWhyNot, meetingTransitions, whyNotMeeting } from '../meeting.ts';
import type { ActContext } from './act.ts';
import { decisionsOf } from './ceremony-view.ts';
import { meetingView, presentSides } from './meetings.ts';
import { putDecisions } from './put-decisions.ts';
import type { CeremoniesTables } from './tables.ts';

const operation = operationsOn<CeremoniesTables>();

async function lockedMeeting(inner: ActContext, meetingId: string) {
  const row = await inner.db
    .selectFrom('meeting')
    .selectAll()
    .where('id', '=', meetingId)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) throw notFound('meeting');
  return row;
}

/** Does one action of the meetings' state table with the row locked, in the revision that the writer saw. */
async function actOnMeeting(
  ctx: ActContext<MeetingWhyNot | 'meeting.changed'>,
  asked: { meetingId: string; action: MeetingAction; revision?: number },
  work: (inner: ActContext, row: Awaited<ReturnType<typeof lockedMeeting>>) => Promise<void>,
) {
  const { meetingId, action, revision } = asked;
  const home = await homeOf(ctx, 'meeting', meetingId);
  await ctx.inHome(home, async (inner) => {
    const row = await lockedMeeting(inner, meetingId);
    const facts = { ...row, now: ctx.now, presentSides: presentSides(row.attendees) };
    const reason = whyNotMeeting(facts, ctx.actor.role, action);
    if (reason !== null) throw ctx.refuse(reason, { action });
    if (revision !== undefined && revision !== row.revision) {
      throw ctx.refuse('meeting.changed', { by: row.changedBy });
    }
    await inner.db
      .updateTable('meeting')
      .set({ revision: row.revision + 1, changedBy: ctx.actor.name, changedAt: ctx.now })
      .where('id', '=', meetingId)
      .execute();
    ctx.audit(meetingId, { action });
    await work(inner, row);
  });
  return meetingView(ctx, meetingId);
}

export const updateMeeting = operation(contract.meetings.update, (ctx, input) => {
  const { meetingId, revision, startsAt, agenda, attendees, ...facts } = input;
  return actOnMeeting(ctx, { meetingId, action: 'edit', revision }, async (inner) => {
    await inner.db
      .updateTable('meeting')
      .set({
        ...{ ...facts, startsAt: new Date(startsAt) },
        ...{ agenda: JSON.stringify(agenda), attendees: JSON.stringify(attendees) },
      })
      .where('id', '=', meetingId)
      .execute();
  });
});

export const setMeetingMinutes = operation(contract.meetings.setMinutes, (ctx, input) => {
  const { meetingId, revision, minutes, attendees, decisions } = input;
  return actOnMeeting(ctx, { meetingId, action: 'minute', revision }, async (inner, row) => {
    await inner.db
      .updateTable('meeting')
      .set({ minutes, attendees: JSON.stringify(attendees) })
      .where('id', '=', meetingId)
      .execute();
    const before = await decisionsOf(inner, { meetingId });
    await putDecisions(inner, row.enterpriseId, { meetingId }, before, decisions);
  });
});

/** Says that a meeting was held, for good: obligations that promise meetings count it. */
export const moveMeeting = operation(contract.meetings.move, (ctx, input) => {
  const { meetingId, action } = input;
  return actOnMeeting(ctx, { meetingId, action }, async (inner, row) => {
    const state = meetingTransitions[action].to ?? row.state;
    await inner.db.updateTable('meeting').set({ state }).where('id', '=', meetingId).execute();
    if (state !== 'held') return;
    const on = dayOf(row.startsAt, ctx.kernel.config.timeZone);
    const { agreementId, enterpriseId } = row;
    await inner.emit('meeting.held', { meetingId, agreementId, enterpriseId, on });
    if (agreementId === null) return;
    const version = inner.now.getTime();
    await recordFact(inner, [
      {
        ...{ agreementId, enterpriseId, metric: 'meetings-held', amount: 1, happenedOn: on },
        source: { module: 'ceremonies', recordId: meetingId, version },
        ...{ label: row.title, labelEn: row.title, path: `/meetings/${meetingId}` },
      },
    ]);
  });
});
