import { notFound } from '@dualtrack/platform/errors';
import { operationsOn, type TransactionContext } from '@dualtrack/platform/operation';
import { type Side, sideOfRole } from '../agreement.ts';
import {
  negotiationContract as contract,
  type NegotiationView,
  type ThreadView,
} from '../contract/negotiation.ts';
import { type proposalActions, whyNotAnswer } from '../proposal.ts';
import { ownDb } from './own-db.ts';
import { routeOf } from './route-of.ts';
import type { AgreementsTables } from './tables.ts';
import { sourceOf } from './template-source.ts';

const operation = operationsOn<AgreementsTables>();

async function proposalsOf<Tables>(
  context: TransactionContext<Tables>,
  agreementId: string,
  own: Side | null,
): Promise<NegotiationView['proposals']> {
  const db = ownDb(context);
  const rows = await db
    .selectFrom('sectionProposal as p')
    .innerJoin('agreementSectionRevision as r', (join) =>
      join
        .onRef('r.tenantId', '=', 'p.tenantId')
        .onRef('r.agreementId', '=', 'p.agreementId')
        .onRef('r.clause', '=', 'p.clause')
        .onRef('r.revision', '=', 'p.baseRevision'),
    )
    .innerJoin('agreementSection as s', (join) =>
      join
        .onRef('s.tenantId', '=', 'p.tenantId')
        .onRef('s.agreementId', '=', 'p.agreementId')
        .onRef('s.clause', '=', 'p.clause'),
    )
    .selectAll('p')
    .select(['r.body as baseBody', 'r.bodyEn as baseBodyEn', 's.revision as presentRevision'])
    .where('p.agreementId', '=', agreementId)
    .orderBy('p.at', 'desc')
    .execute();
  return rows.map((row) => {
    const { id, clause, baseRevision, body, bodyEn, reason, state, side, answer, answeredName } = row;
    const whyNot = (action: (typeof proposalActions)[number]) =>
      own === null ? 'proposal.not-own' : whyNotAnswer(row, own, row.presentRevision, action);
    return {
      ...{ id, clause, baseRevision, body, bodyEn, reason, state, side, answer, answeredName },
      base: { body: row.baseBody, bodyEn: row.baseBodyEn },
      name: row.personName,
      at: row.at.toISOString(),
      answeredAt: row.answeredAt?.toISOString() ?? null,
      whyNot: { accept: whyNot('accept'), decline: whyNot('decline'), withdraw: whyNot('withdraw') },
    };
  });
}

async function threadsOf<Tables>(
  context: TransactionContext<Tables>,
  agreementId: string,
): Promise<ThreadView[]> {
  const rows = await ownDb(context)
    .selectFrom('sectionComment')
    .selectAll()
    .where('agreementId', '=', agreementId)
    .orderBy('at')
    .orderBy('id')
    .execute();
  return rows
    .filter((row) => row.id === row.threadId)
    .map(({ id, clause, resolvedName, resolvedAt }) => ({
      ...{ id, clause, resolvedName },
      resolvedAt: resolvedAt?.toISOString() ?? null,
      comments: rows
        .filter((row) => row.threadId === id)
        .map((row) => ({
          ...{ id: row.id, body: row.body, side: row.side, name: row.personName },
          at: row.at.toISOString(),
        })),
    }));
}

/** Route, template, proposals and threads of an agreement that the caller may read. */
export async function negotiationView<Tables>(
  context: TransactionContext<Tables>,
  agreementId: string,
  own: Side | null,
): Promise<NegotiationView> {
  const row = await ownDb(context)
    .selectFrom('agreement')
    .select('id')
    .where('id', '=', agreementId)
    .executeTakeFirst();
  if (row === undefined) throw notFound('agreement');
  const { title, titleEn, kind, ownerSide, version } = await sourceOf(context, agreementId);
  return {
    route: await routeOf(context, agreementId),
    template: { title, titleEn, kind, side: ownerSide, version },
    proposals: await proposalsOf(context, agreementId, own),
    threads: await threadsOf(context, agreementId),
  };
}

export const getNegotiation = operation(contract.get, (ctx, input) =>
  negotiationView(ctx, input.agreementId, sideOfRole(ctx.actor.role)),
);
