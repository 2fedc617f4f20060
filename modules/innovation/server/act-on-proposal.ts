import { homeOf, type OperationContext } from '@dualtrack/platform/operation';
import { type ProposalAction, type ProposalWhyNot, whyNotProposal } from '../proposal.ts';
import { ownDb } from './own-db.ts';
import { proposalFor } from './proposal-view.ts';
import type { InnovationTables } from './tables.ts';

export type ProposalContext<Codes extends string = never> = OperationContext<
  InnovationTables,
  ProposalWhyNot | Codes
>;
export type ProposalPlace = Awaited<ReturnType<typeof proposalFor>>;

/** Does one action on a proposal in the school's home, with the challenge and the proposal locked in this order. */
export async function actOnProposal<Answer, Codes extends string>(
  ctx: ProposalContext<Codes>,
  proposalId: string,
  action: ProposalAction,
  work: (inner: ProposalContext<Codes>, place: ProposalPlace) => Promise<Answer>,
): Promise<Answer> {
  const home = await homeOf(ctx, 'proposal', proposalId);
  return ctx.inHome(home, async (inner) => {
    const { row } = await proposalFor(inner, proposalId, ctx.actor);
    const db = ownDb(inner);
    await db.selectFrom('challenge').select('id').where('id', '=', row.challengeId).forUpdate().execute();
    await db.selectFrom('proposal').select('id').where('id', '=', proposalId).forUpdate().execute();
    // Read again: what stood there before the locks may have changed.
    const place = await proposalFor(inner, proposalId, ctx.actor);
    const { state } = place.row;
    const facts = { state, challengeState: place.challenge.state, ownerSide: place.challenge.ownerSide };
    const viewer = {
      role: ctx.actor.role,
      isAuthor: place.isAuthor,
      isReviewer: place.reviewer !== undefined,
    };
    const reason = whyNotProposal(facts, viewer, action);
    if (reason !== null) throw ctx.refuse(reason, { action });
    ctx.audit(proposalId, { action });
    return work(inner, place);
  });
}
