import { operationsOn } from '@dualtrack/platform/operation';
import { contract } from '../contract.ts';
import { actOnChallenge } from './act-on-challenge.ts';
import { challengeView } from './challenge-view.ts';
import type { InnovationTables } from './tables.ts';
import { tell } from './tell.ts';

const operation = operationsOn<InnovationTables>();

/** Decides a challenge: one shortlisted proposal or none, and a reason for everybody who handed one in. */
export const decideChallenge = operation(contract.challenges.decide, async (ctx, input) => {
  const { challengeId, proposalId, note, reasons } = input;
  await actOnChallenge(ctx, challengeId, 'decide', async (inner, challenge) => {
    const inPlay = await inner.db
      .selectFrom('proposal')
      .select(['id', 'title', 'state', 'authorId'])
      .where('challengeId', '=', challengeId)
      .where('state', 'in', ['submitted', 'shortlisted'])
      .forUpdate()
      .execute();
    const reasonOf = (id: string) => reasons.find((one) => one.proposalId === id)?.reason ?? '';
    const silent = inPlay.find(({ id }) => reasonOf(id).length < 2);
    if (silent !== undefined) throw ctx.refuse('decision.reason-missing', { title: silent.title });
    if (proposalId !== null) {
      if (inPlay.find(({ id }) => id === proposalId)?.state !== 'shortlisted')
        throw ctx.refuse('decision.not-shortlisted');
      const marked = await inner.db
        .selectFrom('proposalReview')
        .select('personId')
        .where('proposalId', '=', proposalId)
        .where('total', 'is not', null)
        .executeTakeFirst();
      if (marked === undefined) throw ctx.refuse('decision.not-reviewed');
    }
    for (const { id } of inPlay) {
      await inner.db
        .updateTable('proposal')
        .set({
          state: id === proposalId ? 'chosen' : 'declined',
          ...{ reason: reasonOf(id), decidedAt: ctx.now, changedAt: ctx.now },
        })
        .where('id', '=', id)
        .execute();
    }
    for (const { id, title, authorId } of inPlay) {
      await tell(inner, challenge, [authorId], {
        ...{ kind: id === proposalId ? 'proposal.chosen' : 'proposal.declined', recordId: id },
        ...{ about: 'proposal', aboutId: id, title },
      });
    }
    await inner.db
      .updateTable('challenge')
      .set({ state: 'decided', decisionNote: note, decidedAt: ctx.now, changedAt: ctx.now })
      .where('id', '=', challengeId)
      .execute();
  });
  return challengeView(ctx, challengeId, ctx.actor);
});
