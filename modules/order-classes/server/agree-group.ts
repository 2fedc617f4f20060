import { createHash } from 'node:crypto';
import { type OperationContext, operationsOn } from '@dualtrack/platform/operation';
import { whyNotToday } from '../application-window.ts';
import { contract } from '../contract.ts';
import { hasAgreed, isAgreedGroup } from '../group.ts';
import type { MyGroup } from '../shapes.ts';
import { applicantOf } from './apply.ts';
import { lockedClass } from './class-row.ts';
import type { OrderClassesTables } from './tables.ts';
import { tell } from './tell.ts';

const operation = operationsOn<OrderClassesTables>();
type Context = OperationContext<OrderClassesTables>;

/** The applicants of a class who gave a word, by name. */
export async function membersOfGroup(ctx: Context, classId: string, word: string) {
  return ctx.db
    .selectFrom('application')
    .select(['id', 'studentId', 'studentName', 'groupAgreedWith as agreedWith'])
    .where('classId', '=', classId)
    .where('groupCode', '=', word)
    .where('isWithdrawn', '=', false)
    .orderBy('studentName')
    .orderBy('id')
    .execute();
}

/** Stands for the members that somebody saw, so that nobody agrees to others than those. */
export function groupDigest(members: readonly { id: string }[]): string {
  const ids = members.map(({ id }) => id).sort();
  return createHash('sha256').update(ids.join(' ')).digest('hex');
}

/** A group as one of its members sees it. */
export function groupView(
  members: Awaited<ReturnType<typeof membersOfGroup>>,
  applicationId: string,
): MyGroup {
  return {
    digest: groupDigest(members),
    isWhole: isAgreedGroup(members),
    members: members.map((member) => ({
      name: member.studentName,
      isMe: member.id === applicationId,
      hasAgreed: members.length > 1 && hasAgreed(member, members),
    })),
  };
}

/**
 * A student agrees to stay together with those who gave the same word, or takes that back, while the window is open; the
 * office says so for one who has signed it on paper.
 */
export const agreeGroup = operation(contract.applications.agree, async (ctx, input) => {
  const studentId = applicantOf(ctx, input.studentId);
  const row = await lockedClass(ctx, input.classId, 'apply', 'shared');
  const closed = whyNotToday(row, ctx.today);
  if (closed === 'application.not-yet') throw ctx.refuse(closed, { from: row.applicationsFrom ?? ctx.today });
  if (closed === 'application.over') throw ctx.refuse(closed, { until: row.applicationsUntil ?? ctx.today });
  const own = await ctx.db
    .selectFrom('application')
    .select(['id', 'studentId', 'groupCode'])
    .where('classId', '=', row.id)
    .where('studentId', '=', studentId)
    .where('isWithdrawn', '=', false)
    .forUpdate()
    .executeTakeFirst();
  if (own === undefined || own.groupCode === null || !row.hasGroups) throw ctx.refuse('group.none');
  const before = await membersOfGroup(ctx, row.id, own.groupCode);
  if (before.length < 2) throw ctx.refuse('group.none');
  if (input.agrees && groupDigest(before) !== input.digest) throw ctx.refuse('group.changed');
  const groupAgreedWith = input.agrees ? before.flatMap(({ id }) => (id === own.id ? [] : [id])) : null;
  await ctx.db.updateTable('application').set({ groupAgreedWith }).where('id', '=', own.id).execute();
  const after = await membersOfGroup(ctx, row.id, own.groupCode);
  const isWhole = isAgreedGroup(after);
  if (isWhole !== isAgreedGroup(before))
    await tell(ctx, row, isWhole ? 'group-stands' : 'group-waits', { studentId: own.studentId });
  ctx.audit(own.id, { agrees: input.agrees });
  return groupView(after, own.id);
});
