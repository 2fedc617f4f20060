import type { Actor } from '@dualtrack/platform/access';
import { notFound } from '@dualtrack/platform/errors';
import { noId } from '@dualtrack/platform/ids';
import type { TransactionContext } from '@dualtrack/platform/operation';
import { challengeActions, whyNotChallenge } from '../challenge.ts';
import type { ChallengeDetail, ChallengeRow } from '../contract.ts';
import { meanTotal } from '../rubric.ts';
import { leads } from '../side.ts';
import { type ChallengeRecord, mayReadDetails } from './act-on-challenge.ts';
import { ownDb } from './own-db.ts';
import { namesOfRows, ownSide } from './parties.ts';

/** Rows of the list as everybody of both sides may see them. */
export async function challengeRows<Tables>(
  context: TransactionContext<Tables>,
  rows: readonly ChallengeRecord[],
): Promise<ChallengeRow[]> {
  const names = await namesOfRows(context, rows);
  const counts = await ownDb(context)
    .selectFrom('proposal')
    .select(['challengeId', (eb) => eb.fn.countAll<number>().as('count')])
    .where('challengeId', 'in', [...rows.map((row) => row.id), noId])
    .where('submittedAt', 'is not', null)
    .groupBy('challengeId')
    .execute();
  return rows.map((row) => {
    const { id, state, ownerSide, reach, authorName, title, titleEn, keywords, summary, deadline } = row;
    const { readinessFrom, readinessTo, budgetMin, budgetMax, isConfidential, origin } = row;
    return {
      ...names(row),
      ...{ id, state, ownerSide, reach, authorName, title, titleEn, keywords, summary, deadline },
      ...{ readinessFrom, readinessTo, budgetMin, budgetMax, isConfidential, origin },
      proposals: Number(counts.find((one) => one.challengeId === id)?.count ?? 0),
      changedAt: row.changedAt.toISOString(),
    };
  });
}

/** Proposals of a challenge that a person may see, with marks for the leads of the side that decides. */
async function proposalsSeen<Tables>(
  context: TransactionContext<Tables>,
  challenge: ChallengeRecord,
  actor: Actor,
  isReviewer: boolean,
): Promise<ChallengeDetail['proposalList']> {
  const db = ownDb(context);
  const isOwner = challenge.ownerSide === ownSide(actor);
  const isLead = leads.some((role) => role === actor.role);
  const rows = await db
    .selectFrom('proposal')
    .selectAll()
    .where('tenantId', '=', challenge.tenantId)
    .where('challengeId', '=', challenge.id)
    .orderBy('createdAt')
    .execute();
  const reviews = await db
    .selectFrom('proposalReview')
    .select(['proposalId', 'total'])
    .where('tenantId', '=', challenge.tenantId)
    .where('total', 'is not', null)
    .execute();
  return rows
    .filter((row) => {
      if (isOwner) return row.submittedAt !== null;
      return isLead || row.authorId === actor.personId || (isReviewer && row.submittedAt !== null);
    })
    .map((row) => {
      const { id, title, state, authorName, department, cost, weeks, reason } = row;
      const totals = reviews.flatMap((one) =>
        one.proposalId === id && one.total !== null ? [one.total] : [],
      );
      const sees = isOwner && isLead;
      return {
        ...{ id, title, state, authorName, department, cost, weeks, reason },
        total: sees ? meanTotal(totals) : null,
        marks: sees ? totals.length : 0,
      };
    });
}

/** One challenge as a person sees it. @throws thing.not-found */
export async function challengeView<Tables>(
  context: TransactionContext<Tables>,
  challengeId: string,
  actor: Actor,
): Promise<ChallengeDetail> {
  const db = ownDb(context);
  const row = await db.selectFrom('challenge').selectAll().where('id', '=', challengeId).executeTakeFirst();
  const side = ownSide(actor);
  if (row === undefined || (row.publishedAt === null && row.ownerSide !== side)) throw notFound('challenge');
  const [head] = await challengeRows(context, [row]);
  if (head === undefined) throw notFound('challenge');
  const mayRead = await mayReadDetails(context, row, { personId: actor.personId, side });
  const place = { tenantId: row.tenantId, challengeId: row.id };
  const ndas = await db
    .selectFrom('challengeNda')
    .select(['name', 'signedAt'])
    .where('tenantId', '=', place.tenantId)
    .where('challengeId', '=', place.challengeId)
    .orderBy('signedAt')
    .execute();
  const questions = await db
    .selectFrom('challengeQuestion')
    .selectAll()
    .where('tenantId', '=', place.tenantId)
    .where('challengeId', '=', place.challengeId)
    .orderBy('askedAt')
    .execute();
  const reviewers = await db
    .selectFrom('challengeReviewer')
    .selectAll()
    .where('tenantId', '=', place.tenantId)
    .where('challengeId', '=', place.challengeId)
    .orderBy('addedAt')
    .execute();
  const isReviewer = reviewers.some((one) => one.personId === actor.personId);
  const { decisionNote, decidedAt, rubric, originNote } = row;
  return {
    ...head,
    ...{ decisionNote, rubric },
    decidedAt: decidedAt?.toISOString() ?? null,
    detail: mayRead ? row.detail : null,
    limits: mayRead ? row.limits : null,
    expected: mayRead ? row.expected : null,
    originNote: row.ownerSide === side ? originNote : '',
    originLabel: row.ownerSide === side ? row.originLabel : '',
    originPath: row.ownerSide === side ? row.originPath : '',
    needsNda: !mayRead,
    ndas:
      row.ownerSide === side
        ? ndas.map(({ name, signedAt }) => ({ name, signedAt: signedAt.toISOString() }))
        : [],
    questions: (mayRead ? questions : []).map(({ id, question, askedBy, askedAt, answer, answeredBy }) => ({
      ...{ id, question, askedBy, answer, answeredBy },
      askedAt: askedAt.toISOString(),
    })),
    reviewers: reviewers.map((one) => ({
      ...{ personId: one.personId, name: one.name, side: one.side, department: one.department },
      isMine: one.side === side,
    })),
    proposalList: mayRead ? await proposalsSeen(context, row, actor, isReviewer) : [],
    abilities: Object.fromEntries(
      challengeActions.map((action) => [action, whyNotChallenge(row, actor.role, action)]),
      // Every action is there, because the list of actions was mapped.
    ) as ChallengeDetail['abilities'],
  };
}
