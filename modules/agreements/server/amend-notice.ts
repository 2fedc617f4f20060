import { newId } from '@dualtrack/platform/ids';
import { homeOf, operationsOn, type TransactionContext } from '@dualtrack/platform/operation';
import { type AgreementState, agreementTransitions, sideOfRole } from '../agreement.ts';
import { amendmentsContract as contract } from '../contract/amendments.ts';
import { earliestEffect, isDueNotice, type NoticeKind, whyNotNotice } from '../notice.ts';
import { act, handOf } from './act.ts';
import { courseView } from './amend-course.ts';
import { ownDb } from './own-db.ts';
import { writeEvent } from './section-writer.ts';
import { settleObligations } from './settle-obligations.ts';
import type { AgreementsTables } from './tables.ts';

const operation = operationsOn<AgreementsTables>();
const told = { suspend: 'suspended', resume: 'resumed', terminate: 'terminated' } as const;

/**
 * Carries out every notice of an agreement whose day has come, oldest first. A notice that the state no longer allows,
 * such as a suspension of what has ended, is left as withdrawn.
 */
export async function effectNotices<Tables>(
  context: TransactionContext<Tables>,
  agreementId: string,
): Promise<number> {
  const db = ownDb(context);
  const row = await db
    .selectFrom('agreement')
    .select(['id', 'enterpriseId', 'kind', 'state'])
    .where('id', '=', agreementId)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) return 0;
  const notices = await db
    .selectFrom('agreementNotice')
    .selectAll()
    .where('agreementId', '=', agreementId)
    .where('state', 'in', ['given', 'agreed'])
    .orderBy('effectiveOn')
    .orderBy('givenAt')
    .execute();
  let state: AgreementState = row.state;
  let count = 0;
  for (const notice of notices.filter((one) => isDueNotice(one, context.today))) {
    const { from, to } = agreementTransitions[notice.kind];
    const isAllowed = from.includes(state) && to !== null;
    await db
      .updateTable('agreementNotice')
      .set({ state: isAllowed ? 'done' : 'withdrawn' })
      .where('id', '=', notice.id)
      .execute();
    if (!isAllowed) continue;
    // A paper signed elsewhere goes back to what it was.
    state = notice.kind === 'resume' && row.kind === 'registered' ? 'registered' : to;
    count += 1;
    await db
      .updateTable('agreement')
      .set({ state, changedAt: context.now })
      .where('id', '=', row.id)
      .execute();
    const hand = { personId: notice.givenBy, name: notice.givenName, side: notice.side };
    await writeEvent(context, row, told[notice.kind], hand, {
      reason: notice.reason,
      on: notice.effectiveOn,
    });
  }
  if (count > 0) await settleObligations(context, row.id);
  return count;
}

async function hasWaiting<Tables>(
  context: TransactionContext<Tables>,
  agreementId: string,
  kind: NoticeKind,
) {
  const found = await ownDb(context)
    .selectFrom('agreementNotice')
    .select('id')
    .where('agreementId', '=', agreementId)
    .where('kind', '=', kind)
    .where('state', 'in', ['given', 'agreed'])
    .executeTakeFirst();
  return found !== undefined;
}

export const giveNotice = operation(contract.giveNotice, async (ctx, input) => {
  const { kind, ground, reason, effectiveOn } = input;
  await act(ctx, input.agreementId, kind, async (inner, agreement) => {
    const side = sideOfRole(ctx.actor.role);
    if (agreement.kind === 'amendment' || side === null)
      throw ctx.refuse('agreement.not-in-state', { action: kind });
    const earliest = earliestEffect(kind, ground, agreement.variables.terms, inner.today);
    if (effectiveOn < earliest) throw ctx.refuse('notice.too-early', { earliest });
    if (await hasWaiting(inner, agreement.id, kind)) throw ctx.refuse('notice.waiting-already');
    await inner.db
      .insertInto('agreementNotice')
      .values({
        ...{ tenantId: inner.tenant, enterpriseId: agreement.enterpriseId, id: newId() },
        ...{ agreementId: agreement.id, kind, ground, side, reason, effectiveOn, state: 'given' },
        ...{ givenBy: ctx.actor.personId, givenName: ctx.actor.name, givenAt: inner.now },
        ...{ answeredName: '', answeredAt: null },
      })
      .execute();
    await writeEvent(inner, agreement, 'notice-given', handOf(ctx), { kind, ground, on: effectiveOn });
    await effectNotices(inner, agreement.id);
  });
  return courseView(ctx, input.agreementId);
});

const answers = { agree: 'agreed', refuse: 'refused', withdraw: 'withdrawn' } as const;

export const answerNotice = operation(contract.answerNotice, async (ctx, input) => {
  const home = await homeOf(ctx, 'agreement', input.agreementId);
  await ctx.inHome(home, async (inner) => {
    const notice = await inner.db
      .selectFrom('agreementNotice')
      .selectAll()
      .where('id', '=', input.noticeId)
      .where('agreementId', '=', input.agreementId)
      .forUpdate()
      .executeTakeFirst();
    const reason =
      notice === undefined
        ? 'notice.not-your-side'
        : whyNotNotice(notice, sideOfRole(ctx.actor.role), input.action);
    if (reason !== null || notice === undefined) throw ctx.refuse(reason ?? 'notice.not-your-side');
    await inner.db
      .updateTable('agreementNotice')
      .set({ state: answers[input.action], answeredName: ctx.actor.name, answeredAt: inner.now })
      .where('id', '=', notice.id)
      .execute();
    ctx.audit(input.agreementId, { notice: notice.id, action: input.action });
    const key = { id: notice.agreementId, enterpriseId: notice.enterpriseId };
    await writeEvent(inner, key, 'notice-answered', handOf(ctx), { kind: notice.kind, action: input.action });
    if (input.action === 'agree') await effectNotices(inner, notice.agreementId);
  });
  return courseView(ctx, input.agreementId);
});
