import { likePattern, listPage, operationsOn, type TransactionContext } from '@dualtrack/platform/operation';
import { type RawBuilder, sql } from 'kysely';
import { obligationsContract as contract } from '../contract/obligations.ts';
import { addDays, thresholds } from '../due.ts';
import { metricNames, metrics } from '../metric.ts';
import { dueFigures } from './obligation-view.ts';
import { ownDb } from './own-db.ts';
import type { AgreementsTables } from './tables.ts';

const operation = operationsOn<AgreementsTables>();
const shares = metricNames.filter((name) => metrics[name].measure === 'share');
const shareList = `{${shares.join(',')}}`;

/**
 * `standingOf` for an unmet due, said in SQL over the aliases `d` (obligation_due), `o` (obligation) and the state of
 * the agreement: true where it is red, or where it is amber. A test holds both to the same answers.
 */
export function standingSql(kind: 'missed' | 'at-risk', state: string, today: string): RawBuilder<boolean> {
  const day = sql`${today}::date`;
  const isOpen = sql`not d.is_met and not d.is_void and ${sql.ref(state)} <> 'suspended'`;
  if (kind === 'missed') {
    return sql<boolean>`(${isOpen} and d.due_on < ${day} and not (o.metric = any(${shareList}::text[]) and d.whole = 0))`;
  }
  const { soonDays, paceFromDays, behindShare } = thresholds;
  return sql<boolean>`(${isOpen} and d.due_on >= ${day} and d.counts_from <= ${day} and (
    d.due_on - ${day} <= ${soonDays}::int
    or (d.target > 1 and not (o.metric = any(${shareList}::text[])) and d.due_on - d.counts_from >= ${paceFromDays}::int
      and d.achieved::float8 / d.target + ${behindShare}::float8
        < (${day} - d.counts_from)::float8 / nullif(d.due_on - d.counts_from, 0))))`;
}

/** How many dues of agreements are red and amber: id → counts, of those that have any. */
export async function standingCounts<Tables>(
  context: TransactionContext<Tables>,
  agreementIds: readonly string[],
): Promise<Map<string, { missed: number; atRisk: number; open: number }>> {
  if (agreementIds.length === 0) return new Map();
  const { today } = context;
  const rows = await ownDb(context)
    .selectFrom('obligationDue as d')
    .innerJoin('obligation as o', (join) =>
      join.onRef('o.tenantId', '=', 'd.tenantId').onRef('o.id', '=', 'd.obligationId'),
    )
    .innerJoin('agreement as a', (join) =>
      join.onRef('a.tenantId', '=', 'd.tenantId').onRef('a.id', '=', 'd.agreementId'),
    )
    .select([
      'd.agreementId',
      sql<number>`count(*) filter (where ${standingSql('missed', 'a.state', today)})`.as('missed'),
      sql<number>`count(*) filter (where ${standingSql('at-risk', 'a.state', today)})`.as('atRisk'),
      sql<number>`count(*)`.as('open'),
    ])
    .where('d.agreementId', 'in', [...agreementIds])
    .where('d.isMet', '=', false)
    .where('d.isVoid', '=', false)
    .groupBy('d.agreementId')
    .execute();
  return new Map(
    rows.map(({ agreementId, missed, atRisk, open }) => [
      agreementId,
      { missed: Number(missed), atRisk: Number(atRisk), open: Number(open) },
    ]),
  );
}

/** Duties of all agreements that are not met yet, by due day. */
export const openObligations = operation(contract.open, async (ctx, input) => {
  const { today } = ctx;
  let query = ctx.db
    .selectFrom('obligationDue as d')
    .innerJoin('obligation as o', (join) =>
      join.onRef('o.tenantId', '=', 'd.tenantId').onRef('o.id', '=', 'd.obligationId'),
    )
    .innerJoin('agreement as a', (join) =>
      join.onRef('a.tenantId', '=', 'd.tenantId').onRef('a.id', '=', 'd.agreementId'),
    )
    .leftJoin('obligationClass as c', (join) =>
      join
        .onRef('c.tenantId', '=', 'd.tenantId')
        .onRef('c.agreementId', '=', 'd.agreementId')
        .onRef('c.classId', '=', 'd.classId'),
    )
    .select([
      ...(['d.dueKey', 'd.classId', 'd.countsFrom', 'd.countsTo', 'd.dueOn', 'd.target'] as const),
      ...(['d.achieved', 'd.onTime', 'd.whole', 'd.onTimeWhole', 'd.isMet', 'd.isVoid'] as const),
      ...([
        'd.agreementId',
        'd.obligationId',
        'o.clause',
        'o.metric',
        'o.title',
        'o.titleEn',
        'o.owedBy',
      ] as const),
      'a.title as agreementTitle',
      'a.titleEn as agreementTitleEn',
      'a.number as agreementNumber',
      'a.state as agreementState',
      'c.name as className',
    ])
    .where('d.isMet', '=', false)
    .where('d.isVoid', '=', false)
    .where('a.state', 'in', ['in-force', 'suspended', 'registered', 'ended', 'terminated', 'renewed']);
  if (input.side !== undefined) query = query.where('o.owedBy', 'in', [input.side, 'both']);
  if (input.within !== undefined) query = query.where('d.dueOn', '<=', addDays(today, input.within));
  if (input.standing !== undefined) query = query.where(standingSql(input.standing, 'a.state', today));
  if (input.q) {
    const pattern = likePattern(input.q);
    query = query.where((eb) =>
      eb.or([
        eb('a.title', 'ilike', pattern),
        eb('a.titleEn', 'ilike', pattern),
        eb('a.number', 'ilike', pattern),
      ]),
    );
  }
  const found = await listPage(query, input, { dueOn: 'd.dueOn', agreement: 'a.title' });
  return {
    ...found,
    items: found.items.map((row) => {
      const { agreementId, obligationId, dueKey, clause, metric, title, titleEn, owedBy, className } = row;
      const { agreementTitle, agreementTitleEn, agreementNumber, agreementState, dueOn, target } = row;
      return {
        ...{ agreementId, obligationId, dueKey, clause, metric, title, titleEn, owedBy },
        ...{ agreementTitle, agreementTitleEn, agreementNumber, dueOn, target },
        ...{ className: className ?? '', achieved: row.achieved, whole: row.whole },
        ...dueFigures(row, metric, agreementState === 'suspended', today),
      };
    }),
  };
});
