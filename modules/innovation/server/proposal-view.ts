import type { Actor } from '@dualtrack/platform/access';
import { notFound } from '@dualtrack/platform/errors';
import type { TransactionContext } from '@dualtrack/platform/operation';
import { conflictOf } from '../conflict.ts';
import type { ProposalDetail } from '../contract.ts';
import { proposalActions, whyNotProposal } from '../proposal.ts';
import { meanTotal } from '../rubric.ts';
import { leads } from '../side.ts';
import { ownDb } from './own-db.ts';
import { namesOfRows, ownSide } from './parties.ts';

/** A proposal with its challenge and what the person is to it. @throws thing.not-found for who may not see it */
export async function proposalFor<Tables>(
  context: TransactionContext<Tables>,
  proposalId: string,
  actor: Actor,
) {
  const db = ownDb(context);
  const row = await db.selectFrom('proposal').selectAll().where('id', '=', proposalId).executeTakeFirst();
  if (row === undefined) throw notFound('proposal');
  const challenge = await db
    .selectFrom('challenge')
    .selectAll()
    .where('tenantId', '=', row.tenantId)
    .where('id', '=', row.challengeId)
    .executeTakeFirstOrThrow();
  const reviewer = await db
    .selectFrom('challengeReviewer')
    .selectAll()
    .where('tenantId', '=', row.tenantId)
    .where('challengeId', '=', row.challengeId)
    .where('personId', '=', actor.personId)
    .executeTakeFirst();
  const isOwner = challenge.ownerSide === ownSide(actor);
  const isLead = leads.some((role) => role === actor.role);
  const isAuthor = row.authorId === actor.personId;
  const isHandedIn = row.submittedAt !== null;
  const sees = isOwner
    ? isHandedIn
    : isLead || isAuthor || (isHandedIn && reviewer !== undefined && reviewer.side === ownSide(actor));
  if (!sees) throw notFound('proposal');
  return { row, challenge, reviewer, isOwner, isLead, isAuthor };
}

/** One proposal as a person sees it. @throws thing.not-found */
export async function proposalView<Tables>(
  context: TransactionContext<Tables>,
  proposalId: string,
  actor: Actor,
): Promise<ProposalDetail> {
  const db = ownDb(context);
  const found = await proposalFor(context, proposalId, actor);
  const { row, challenge, reviewer, isOwner, isLead, isAuthor } = found;
  const names = await namesOfRows(context, [row]);
  const reviews = await db
    .selectFrom('proposalReview')
    .selectAll()
    .where('tenantId', '=', row.tenantId)
    .where('proposalId', '=', row.id)
    .orderBy('declaredAt')
    .execute();
  const project = await db
    .selectFrom('innovationProject')
    .select('id')
    .where('tenantId', '=', row.tenantId)
    .where('proposalId', '=', row.id)
    .executeTakeFirst();
  const mine = reviews.find((one) => one.personId === actor.personId);
  const { id, challengeId, side, state, authorName, reason, title, approach, benefit, hurdles } = row;
  const facts = { state, challengeState: challenge.state, ownerSide: challenge.ownerSide };
  const viewer = { role: actor.role, isAuthor, isReviewer: reviewer !== undefined };
  const sees = isOwner && isLead;
  return {
    ...names(row),
    ...{ id, challengeId, side, state, authorName, reason, title, approach, benefit, hurdles },
    ...{ department: row.department, weeks: row.weeks, cost: row.cost, team: row.team },
    challengeTitle: challenge.title,
    challengeTitleEn: challenge.titleEn,
    rubric: challenge.rubric,
    submittedAt: row.submittedAt?.toISOString() ?? null,
    total: sees ? meanTotal(reviews.flatMap((one) => (one.total === null ? [] : [one.total]))) : null,
    own:
      mine === undefined
        ? null
        : {
            ...{ hasConflict: mine.hasConflict, relation: mine.relation },
            ...{ marks: mine.marks, comment: mine.comment },
          },
    isReviewer: viewer.isReviewer,
    conflict: reviewer === undefined ? null : conflictOf(reviewer, row),
    reviews: sees
      ? reviews.map(({ name, hasConflict, relation, total, comment }) => ({
          ...{ name, hasConflict, relation, total, comment },
        }))
      : [],
    projectId: project?.id ?? null,
    abilities: Object.fromEntries(
      proposalActions.map((action) => [action, whyNotProposal(facts, viewer, action)]),
      // Every action is there, because the list of actions was mapped.
    ) as ProposalDetail['abilities'],
  };
}
