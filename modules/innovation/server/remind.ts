import type { TransactionContext } from '@dualtrack/platform/operation';
import { daysBefore } from '../notice.ts';
import { otherSide } from '../side.ts';
import type { InnovationTables } from './tables.ts';
import { leadsOf, teamOf, tell } from './tell.ts';

type Context = TransactionContext<InnovationTables>;
const dayIn = (today: string, days: number) =>
  new Date(Date.parse(`${today}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** Says in a school's home what is near: milestones, answers that silence will give, calls that close. Safe to repeat. */
export async function remindAll(context: Context): Promise<void> {
  await milestonesNear(context);
  await silenceNear(context);
  await publicationsNear(context);
  await callsClosing(context);
}

async function milestonesNear(context: Context): Promise<void> {
  const rows = await context.db
    .selectFrom('projectMilestone as m')
    .innerJoin('innovationProject as p', (join) =>
      join.onRef('p.tenantId', '=', 'm.tenantId').onRef('p.id', '=', 'm.projectId'),
    )
    .innerJoin('projectDeliverable as d', (join) =>
      join.onRef('d.tenantId', '=', 'm.tenantId').onRef('d.milestoneId', '=', 'm.id'),
    )
    .select(['m.id', 'm.tenantId', 'm.enterpriseId', 'm.projectId', 'm.title', 'm.titleEn', 'm.dueOn'])
    .select('d.owedBy')
    .distinct()
    .where('p.state', '=', 'running')
    .where('d.state', 'in', ['due', 'returned'])
    .where('m.dueOn', '>=', context.today)
    .where('m.dueOn', '<=', dayIn(context.today, daysBefore.milestone))
    .execute();
  for (const { id, projectId, title, titleEn, dueOn, owedBy, ...pair } of rows) {
    await tell(context, pair, await teamOf(context, { ...pair, id: projectId }, owedBy), {
      ...{ kind: 'milestone.due', recordId: id, turn: dueOn, about: 'project', aboutId: projectId },
      ...{ title, titleEn, onDay: dueOn },
    });
  }
}

async function silenceNear(context: Context): Promise<void> {
  const rows = await context.db
    .selectFrom('projectDeliverable as d')
    .innerJoin('innovationProject as p', (join) =>
      join.onRef('p.tenantId', '=', 'd.tenantId').onRef('p.id', '=', 'd.projectId'),
    )
    .select(['d.id', 'd.tenantId', 'd.enterpriseId', 'd.projectId', 'd.title', 'd.owedBy', 'd.acceptBy'])
    .where('p.state', '=', 'running')
    .where('d.state', '=', 'submitted')
    .where('d.acceptBy', '>=', context.today)
    .where('d.acceptBy', '<=', dayIn(context.today, daysBefore.silence))
    .execute();
  for (const { id, projectId, title, owedBy, acceptBy, ...pair } of rows) {
    const team = await teamOf(context, { ...pair, id: projectId }, otherSide(owedBy));
    await tell(context, pair, team, {
      ...{ kind: 'deliverable.silence-soon', recordId: id, turn: acceptBy ?? '', about: 'project' },
      ...{ aboutId: projectId, title, onDay: acceptBy },
    });
  }
}

async function publicationsNear(context: Context): Promise<void> {
  const rows = await context.db
    .selectFrom('projectPublication')
    .select(['id', 'tenantId', 'enterpriseId', 'projectId', 'title', 'side', 'answerBy'])
    .where('state', '=', 'asked')
    .where('answerBy', '>=', context.today)
    .where('answerBy', '<=', dayIn(context.today, daysBefore.silence))
    .execute();
  for (const { id, projectId, title, side, answerBy, ...pair } of rows) {
    await tell(context, pair, await teamOf(context, { ...pair, id: projectId }, otherSide(side)), {
      ...{ kind: 'publication.silence-soon', recordId: id, turn: answerBy, about: 'project' },
      ...{ aboutId: projectId, title, onDay: answerBy },
    });
  }
}

async function callsClosing(context: Context): Promise<void> {
  const rows = await context.db
    .selectFrom('challenge')
    .select(['id', 'tenantId', 'enterpriseId', 'title', 'titleEn', 'ownerSide', 'deadline'])
    .where('state', '=', 'open')
    .where('deadline', '>=', context.today)
    .where('deadline', '<=', dayIn(context.today, daysBefore.deadline))
    .execute();
  for (const { id, title, titleEn, ownerSide, deadline, ...pair } of rows) {
    const writing = await context.db
      .selectFrom('proposal')
      .select('authorId')
      .where('challengeId', '=', id)
      .where('state', '=', 'draft')
      .execute();
    const signed = await context.db
      .selectFrom('challengeNda')
      .select('personId')
      .where('challengeId', '=', id)
      .execute();
    const others = await leadsOf(context, pair, otherSide(ownerSide));
    const people = [...others, ...writing.map((one) => one.authorId), ...signed.map((one) => one.personId)];
    await tell(context, pair, people, {
      ...{ kind: 'challenge.closing', recordId: id, turn: deadline, about: 'challenge', aboutId: id },
      ...{ title, titleEn, onDay: deadline },
    });
  }
}
