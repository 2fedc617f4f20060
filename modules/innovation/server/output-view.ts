import type { Actor } from '@dualtrack/platform/access';
import { notFound } from '@dualtrack/platform/errors';
import { noId } from '@dualtrack/platform/ids';
import type { TransactionContext } from '@dualtrack/platform/operation';
import type { ExpressionBuilder, Selectable } from 'kysely';
import type { OutputDetail, OutputRow } from '../contract.ts';
import { divide, type IncomeKind } from '../output.ts';
import { ownDb } from './own-db.ts';
import { namesOfRows, ownSide } from './parties.ts';
import type { InnovationTables } from './tables.ts';

type OutputRecord = Selectable<InnovationTables['innovationOutput']>;

/** Which money is meant: of one kind, of one year, or all. */
export type Earned = { income?: IncomeKind | undefined; incomeYear?: number | undefined };

/** The condition of such money. */
export const earned =
  ({ income, incomeYear }: Earned) =>
  (eb: ExpressionBuilder<InnovationTables, 'outputIncome'>) =>
    eb.and([
      ...(income === undefined ? [] : [eb('outputIncome.kind', '=', income)]),
      ...(incomeYear === undefined
        ? []
        : [eb('receivedOn', '>=', `${incomeYear}-01-01`), eb('receivedOn', '<=', `${incomeYear}-12-31`)]),
    ]);

/** Rows of the register with what they have earned. */
export async function outputRows<Tables>(
  context: TransactionContext<Tables>,
  rows: readonly OutputRecord[],
  of: Earned = {},
): Promise<OutputRow[]> {
  const names = await namesOfRows(context, rows);
  const sums = await ownDb(context)
    .selectFrom('outputIncome')
    .where(earned(of))
    .select(['outputId', (eb) => eb.fn.sum<number>('amount').as('sum')])
    .where('outputId', 'in', [...rows.map((row) => row.id), noId])
    .groupBy('outputId')
    .execute();
  return rows.map((row) => {
    const { id, kind, title, titleEn, reference, achievedOn, shares, projectId } = row;
    return {
      ...names(row),
      ...{ id, kind, title, titleEn, reference, achievedOn, shares, projectId },
      hasProof: row.proofId !== null,
      income: Number(sums.find((one) => one.outputId === id)?.sum ?? 0),
    };
  });
}

/** One output as a person sees it. @throws thing.not-found */
export async function outputView<Tables>(
  context: TransactionContext<Tables>,
  outputId: string,
  actor: Actor,
): Promise<OutputDetail> {
  const db = ownDb(context);
  const row = await db
    .selectFrom('innovationOutput')
    .selectAll()
    .where('id', '=', outputId)
    .executeTakeFirst();
  const [head] = row === undefined ? [] : await outputRows(context, [row]);
  if (row === undefined || head === undefined) throw notFound('innovation_output');
  const incomes = await db
    .selectFrom('outputIncome')
    .select(['id', 'kind', 'amount', 'receivedOn', 'payer', 'recordedBy'])
    .where('tenantId', '=', row.tenantId)
    .where('outputId', '=', row.id)
    .orderBy('receivedOn', 'desc')
    .execute();
  const project =
    row.projectId === null
      ? undefined
      : await db
          .selectFrom('innovationProject')
          .select(['title', 'titleEn'])
          .where('tenantId', '=', row.tenantId)
          .where('id', '=', row.projectId)
          .executeTakeFirst();
  const { note, course, courseId, proofName, side, addedBy } = row;
  return {
    ...head,
    ...{ note, course, courseId, proofName, side, addedBy, project: project?.title ?? '' },
    projectEn: project?.titleEn ?? '',
    incomes: incomes.map((one) => ({ ...one, parts: divide(one.amount, row.shares) })),
    mayWrite: side === ownSide(actor),
  };
}
