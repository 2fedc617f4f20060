import { operationsOn, type TransactionContext } from '@dualtrack/platform/operation';
import { sql } from 'kysely';
import { type Side, sideOfRole } from '../agreement.ts';
import { obligationsContract as contract } from '../contract/obligations.ts';
import { ownDb } from './own-db.ts';
import type { AgreementsTables } from './tables.ts';

const operation = operationsOn<AgreementsTables>();
const mostAgreements = 50;
const count = sql<number>`count(*)::int`.as('count');

type Kind = 'papers' | 'duties' | 'wishes' | 'evidence' | 'notices';
type Found = { agreementId: string; count: number; kind: Kind };

/** What the other side has put to this one and nobody has answered, by agreement. */
async function waiting<Tables>(context: TransactionContext<Tables>, side: Side): Promise<Found[]> {
  const db = ownDb(context);
  const named = (rows: { agreementId: string; count: number }[], kind: Kind) =>
    rows.map((row) => ({ ...row, kind }));
  const duties = await db
    .selectFrom('recordedDuty')
    .select(['agreementId', count])
    .where('confirmation', '=', 'waiting')
    .where('isDropped', '=', false)
    .where('duty', 'is not', null)
    .where((eb) => eb.or([eb('typedSide', 'is', null), eb('typedSide', '!=', side)]))
    .groupBy('agreementId')
    .execute();
  const wishes = await db
    .selectFrom('obligationChange')
    .select(['agreementId', count])
    .where('state', '=', 'proposed')
    .where('side', '!=', side)
    .groupBy('agreementId')
    .execute();
  const evidence = await db
    .selectFrom('obligationEvidence')
    .select(['agreementId', count])
    .where('state', '=', 'given')
    .where('side', '!=', side)
    .groupBy('agreementId')
    .execute();
  const notices = await db
    .selectFrom('agreementNotice')
    .select(['agreementId', count])
    .where('state', '=', 'given')
    .where('ground', '=', 'consent')
    .where('side', '!=', side)
    .groupBy('agreementId')
    .execute();
  const papers = await db
    .selectFrom('agreementRelation')
    .select(['agreementId', count])
    .where('confirmation', '=', 'waiting')
    .where((eb) => eb.or([eb('typedSide', 'is', null), eb('typedSide', '!=', side)]))
    .groupBy('agreementId')
    .execute();
  return [
    ...named(papers, 'papers'),
    ...named(duties, 'duties'),
    ...named(wishes, 'wishes'),
    ...named(evidence, 'evidence'),
    ...named(notices, 'notices'),
  ];
}

/** Agreements in which the caller's side is asked for something about duties or notices; newest change first. */
export const askedOf = operation(contract.asked, async (ctx) => {
  const side = sideOfRole(ctx.actor.role);
  const found = side === null ? [] : await waiting(ctx, side);
  if (found.length === 0) return { items: [] };
  const rows = await ctx.db
    .selectFrom('agreement')
    .select(['id', 'title', 'titleEn', 'number'])
    .where('id', 'in', [...new Set(found.map((one) => one.agreementId))])
    .where('state', 'in', ['negotiating', 'confirmed', 'signing', 'in-force', 'suspended', 'registered'])
    .orderBy('changedAt', 'desc')
    .limit(mostAgreements)
    .execute();
  const of = (agreementId: string, kind: Kind) =>
    found.find((one) => one.agreementId === agreementId && one.kind === kind)?.count ?? 0;
  return {
    items: rows.map(({ id, title, titleEn, number }) => ({
      ...{ agreementId: id, title, titleEn, number },
      papers: of(id, 'papers'),
      ...{ duties: of(id, 'duties'), wishes: of(id, 'wishes') },
      ...{ evidence: of(id, 'evidence'), notices: of(id, 'notices') },
    })),
  };
});
