import { likePattern, listPage, operationsOn, type TransactionContext } from '@dualtrack/platform/operation';
import { type NotNull, type RawBuilder, sql } from 'kysely';
import { obligationsContract as contract } from '../contract/obligations.ts';
import { addDays, thresholds } from '../due.ts';
import { dueFigures } from './obligation-view.ts';
import { ownDb } from './own-db.ts';
import type { AgreementsTables } from './tables.ts';

const operation = operationsOn<AgreementsTables>();
/**
 * `standingOf` for an unmet due, said in SQL over the alias `d` of obligation_due: true where it is red, or where it is
 * amber. A test holds both to the same answers.
 */
export function standingSql(kind: 'missed' | 'at-risk', today: string): RawBuilder<boolean> {
  const day = sql`${today}::date`;
  const isOpen = sql`not d.is_met and not d.is_void and not d.is_paused`;
  if (kind === 'missed')
    return sql<boolean>`(${isOpen} and d.due_on < ${day} and not (d.is_share and d.whole = 0))`;
  const { soonDays, paceFromDays, behindShare } = thresholds;
  return sql<boolean>`(${isOpen} and d.due_on >= ${day} and d.counts_from <= ${day} and (
    d.due_on - ${day} <= ${soonDays}::int
    or (d.target > 1 and not d.is_share and d.due_on - d.counts_from >= ${paceFromDays}::int
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
    .select([
      'd.agreementId',
      sql<number>`count(*) filter (where ${standingSql('missed', today)})`.as('missed'),
      sql<number>`count(*) filter (where ${standingSql('at-risk', today)})`.as('atRisk'),
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

/** How many dues of all agreements are open: the sum of what each recount kept. */
async function allOpen<Tables>(context: TransactionContext<Tables>): Promise<number> {
  const { total } = await ownDb(context)
    .selectFrom('obligationTally')
    .select(sql<number>`coalesce(sum(open), 0)::int`.as('total'))
    .executeTakeFirstOrThrow();
  return total;
}

/** Duties of all agreements that are not met yet, by due day. */
export const openObligations = operation(contract.open, async (ctx, input) => {
  const { today } = ctx;
  // Every due has its duty and agreement; joined from the left, they cost nothing where only rows are counted.
  let query = ctx.db
    .selectFrom('obligationDue as d')
    .leftJoin('obligation as o', (join) =>
      join.onRef('o.tenantId', '=', 'd.tenantId').onRef('o.id', '=', 'd.obligationId'),
    )
    .leftJoin('agreement as a', (join) =>
      join.onRef('a.tenantId', '=', 'd.tenantId').onRef('a.id', '=', 'd.agreementId'),
    )
    .leftJoin('obligationClass as c', (join) =>
      join
        .onRef('c.tenantId', '=', 'd.tenantId')
        .onRef('c.agreementId', '=', 'd.agreementId')
        .onRef('c.classId', '=', 'd.classId'),
    )
    .select([
      'd.obligationId',
      ...(['d.dueKey', 'd.classId', 'd.countsFrom', 'd.countsTo', 'd.dueOn', 'd.target'] as const),
      ...(['d.achieved', 'd.onTime', 'd.whole', 'd.onTimeWhole', 'd.isMet', 'd.isVoid'] as const),
      ...(['d.agreementId', 'o.clause', 'o.metric', 'o.title', 'o.titleEn', 'o.owedBy'] as const),
      'a.title as agreementTitle',
      'a.titleEn as agreementTitleEn',
      'a.number as agreementNumber',
      'a.state as agreementState',
      'c.name as className',
    ])
    .$narrowType<{ clause: NotNull; metric: NotNull; title: NotNull; titleEn: NotNull; owedBy: NotNull }>()
    .$narrowType<{ agreementTitle: NotNull; agreementTitleEn: NotNull; agreementNumber: NotNull }>()
    .where('d.isMet', '=', false)
    .where('d.isVoid', '=', false);
  if (input.side !== undefined) query = query.where('d.owedBy', 'in', [input.side, 'both']);
  if (input.within !== undefined) query = query.where('d.dueOn', '<=', addDays(today, input.within));
  if (input.standing !== undefined) query = query.where(standingSql(input.standing, today));
  if (input.q) {
    query = query.where(sql<boolean>`a.search_text like ${likePattern(input.q.toLowerCase())}`);
  }
  const isFiltered = [input.side, input.within, input.standing, input.q || undefined].some(
    (one) => one !== undefined,
  );
  const sortable = { dueOn: 'd.dueOn', agreement: 'a.title' };
  const found = isFiltered
    ? await listPage(query, input, sortable)
    : await listPage(query, input, sortable, () => allOpen(ctx));
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
