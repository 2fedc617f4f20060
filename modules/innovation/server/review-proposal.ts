import { operationsOn } from '@dualtrack/platform/operation';
import { type Conflict, conflictOf } from '../conflict.ts';
import { contract } from '../contract.ts';
import { weigh } from '../rubric.ts';
import { actOnProposal, type ProposalContext, type ProposalPlace } from './act-on-proposal.ts';
import { proposalView } from './proposal-view.ts';
import type { InnovationTables } from './tables.ts';

const operation = operationsOn<InnovationTables>();

/** Teams change while a call is open: what the platform knows is looked at each time. */
function refuseConflict(ctx: ProposalContext<Conflict>, { reviewer, row }: ProposalPlace): void {
  const conflict = reviewer === undefined ? null : conflictOf(reviewer, row);
  if (conflict !== null) throw ctx.refuse(conflict);
}

/** A declaration of interests. One that says there is a conflict takes the marks away. */
export const declareInterests = operation(contract.proposals.declare, async (ctx, input) => {
  const { proposalId, hasConflict, relation } = input;
  if (hasConflict && relation.length < 2) throw ctx.refuse('review.relation-missing');
  await actOnProposal(ctx, proposalId, 'declare', async (inner, place) => {
    refuseConflict(ctx, place);
    const said = { hasConflict, relation, declaredAt: ctx.now };
    await inner.db
      .insertInto('proposalReview')
      .values({
        ...{ tenantId: inner.tenant, enterpriseId: place.row.enterpriseId, proposalId, ...said },
        ...{ personId: ctx.actor.personId, name: ctx.actor.name, marks: null, total: null, markedAt: null },
      })
      .onConflict((conflict) =>
        conflict
          .columns(['tenantId', 'proposalId', 'personId'])
          .doUpdateSet(hasConflict ? { ...said, marks: null, total: null, markedAt: null } : said),
      )
      .execute();
  });
  return proposalView(ctx, proposalId, ctx.actor);
});

export const markProposal = operation(contract.proposals.score, async (ctx, input) => {
  const { proposalId, marks, comment } = input;
  await actOnProposal(ctx, proposalId, 'score', async (inner, place) => {
    refuseConflict(ctx, place);
    const said = await inner.db
      .selectFrom('proposalReview')
      .select('hasConflict')
      .where('proposalId', '=', proposalId)
      .where('personId', '=', ctx.actor.personId)
      .executeTakeFirst();
    if (said === undefined) throw ctx.refuse('review.not-declared');
    if (said.hasConflict) throw ctx.refuse('review.conflict-declared');
    await inner.db
      .updateTable('proposalReview')
      .set({
        ...{ marks: JSON.stringify(marks), comment, markedAt: ctx.now },
        total: weigh(marks, place.challenge.rubric),
      })
      .where('proposalId', '=', proposalId)
      .where('personId', '=', ctx.actor.personId)
      .execute();
  });
  return proposalView(ctx, proposalId, ctx.actor);
});
