import { notFound } from '@dualtrack/platform/errors';
import { newId } from '@dualtrack/platform/ids';
import { operationsOn } from '@dualtrack/platform/operation';
import { sideOfRole } from '../agreement.ts';
import { negotiationContract as contract } from '../contract/negotiation.ts';
import { act, handOf } from './act.ts';
import { negotiationView } from './negotiation-view.ts';
import { writeEvent } from './section-writer.ts';
import type { AgreementsTables } from './tables.ts';

const operation = operationsOn<AgreementsTables>();

export const commentSection = operation(contract.comment, async (ctx, input) => {
  const { agreementId, clause, threadId, body } = input;
  const side = sideOfRole(ctx.actor.role);
  await act(ctx, agreementId, 'edit', async (inner, agreement) => {
    const section = await inner.db
      .selectFrom('agreementSection')
      .select('clause')
      .where('agreementId', '=', agreement.id)
      .where('clause', '=', clause)
      .executeTakeFirst();
    if (section === undefined) throw ctx.refuse('section.unknown', { clause });
    if (threadId !== undefined) {
      const head = await inner.db
        .updateTable('sectionComment')
        // Whoever answers a settled question has taken it up again.
        .set({ resolvedAt: null, resolvedName: '' })
        .where('agreementId', '=', agreement.id)
        .where('id', '=', threadId)
        .where('threadId', '=', threadId)
        .where('clause', '=', clause)
        .executeTakeFirst();
      if (head.numUpdatedRows !== 1n) throw notFound('sectionComment');
    }
    const id = newId();
    const { tenantId, enterpriseId } = agreement;
    await inner.db
      .insertInto('sectionComment')
      .values({
        ...{ tenantId, enterpriseId, agreementId, id, clause, body },
        threadId: threadId ?? id,
        side: side ?? 'school',
        personId: ctx.actor.personId,
        personName: ctx.actor.name,
        at: inner.now,
        ...{ resolvedName: '', resolvedAt: null },
      })
      .execute();
    await writeEvent(inner, agreement, 'comment-made', handOf(ctx), { clause });
  });
  return negotiationView(ctx, agreementId, side);
});

export const resolveThread = operation(contract.resolve, async (ctx, input) => {
  const { agreementId, threadId, isResolved } = input;
  await act(ctx, agreementId, 'edit', async (inner, agreement) => {
    const head = await inner.db
      .updateTable('sectionComment')
      .set({
        resolvedAt: isResolved ? inner.now : null,
        resolvedName: isResolved ? ctx.actor.name : '',
      })
      .where('agreementId', '=', agreement.id)
      .where('id', '=', threadId)
      .where('threadId', '=', threadId)
      .where('resolvedAt', isResolved ? 'is' : 'is not', null)
      .returning('clause')
      .executeTakeFirst();
    // Somebody else has just done the same; there is nothing more to say.
    if (head === undefined) return;
    const kind = isResolved ? 'thread-resolved' : 'thread-reopened';
    await writeEvent(inner, agreement, kind, handOf(ctx), { clause: head.clause });
  });
  return negotiationView(ctx, agreementId, sideOfRole(ctx.actor.role));
});
