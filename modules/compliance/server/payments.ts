import { notFound } from '@dualtrack/platform/errors';
import { newId } from '@dualtrack/platform/ids';
import { type OperationContext, operationsOn, type TransactionContext } from '@dualtrack/platform/operation';
import { contract } from '../contract.ts';
import { isWholeMonth, type Payment, paymentFacts, touchesMonth } from '../payment.ts';
import { homeOfClass } from './class-home.ts';
import { evaluateClass } from './evaluate-class.ts';
import { lockClass } from './lock-class.ts';
import { recordFacts } from './record-facts.ts';
import type { ComplianceTables } from './tables.ts';

const operation = operationsOn<ComplianceTables>();
type Context = OperationContext<ComplianceTables, 'payment.not-yet' | 'payment.outside' | 'payment.twice'>;
type Given = Omit<Payment, 'isPart'> & { placementId: string; evidence: string };
const offices = ['school-office', 'programme-head', 'enterprise-hr', 'project-lead'];

export const listPayments = operation(contract.payments.list, async (ctx, { classId }) => {
  await homeOfClass(ctx, classId);
  const placements = await ctx.db
    .selectFrom('compliancePlacement')
    .select(['placementId', 'studentName'])
    .where('classId', '=', classId)
    .orderBy('studentName')
    .orderBy('placementId')
    .execute();
  const rows = await paymentsOf(ctx, classId);
  const pay = await agreedPay(ctx, classId);
  ctx.audit(classId);
  return {
    mayRecord: offices.includes(ctx.actor.role),
    items: placements.map(({ placementId, studentName }) => ({
      ...{ placementId, studentName, agreedPay: pay.get(placementId) ?? pay.get(null) ?? null },
      payments: rows
        .filter((row) => row.placementId === placementId)
        .map((row) => ({
          ...{ ...paymentOf(row), id: row.id, evidence: row.evidence, recordedByName: row.recordedByName },
          ...{ recordedSide: row.recordedSide, recordedAt: row.recordedAt.toISOString() },
          fileName: row.fileId === null ? null : row.fileName,
          ...{ filedByName: row.filedByName, filedAt: row.filedAt?.toISOString() ?? null },
        })),
    })),
  };
});

/** Keeps what was paid, tells it to the law, and judges the class anew. */
export const recordPayments = operation(contract.payments.record, async (ctx, { classId, payments }) => {
  const home = await homeOfClass(ctx, classId);
  return ctx.inHome(home, async (inner) => {
    const enterpriseId = await lockClass(inner, classId);
    const spans = await spansOf(inner, classId);
    const seen = new Set<string>();
    for (const { placementId, month, paidOn } of payments) {
      const span = spans.get(placementId);
      if (span === undefined) throw notFound('placement');
      if (paidOn > ctx.today || month > ctx.today.slice(0, 7)) throw ctx.refuse('payment.not-yet');
      if (!touchesMonth(month, span.from, span.to)) throw ctx.refuse('payment.outside', { month });
      if (seen.has(`${placementId} ${month}`)) throw ctx.refuse('payment.twice', { month });
      seen.add(`${placementId} ${month}`);
    }
    await keep(inner, { classId, enterpriseId, payments, spans });
    await tellFacts(inner, classId, enterpriseId, new Set(payments.map((one) => one.placementId)));
    await evaluateClass(inner, { classId, moment: 'as-before' });
    ctx.audit(classId, { payments: payments.length, months: [...new Set(payments.map((one) => one.month))] });
    return { ok: true as const };
  });
});

type Span = { from: string | null; to: string | null };
type Kept = { classId: string; enterpriseId: string; payments: readonly Given[]; spans: Map<string, Span> };

async function keep(ctx: Context, { classId, enterpriseId, payments, spans }: Kept): Promise<void> {
  const papers = new Map(
    (await paymentsOf(ctx, classId))
      .filter((row) => row.fileId !== null)
      .map((row) => [`${row.month} ${row.evidence}`, row]),
  );
  for (const [month, own] of Map.groupBy(payments, (one) => one.month)) {
    await ctx.db
      .updateTable('compliancePayment')
      .set({ replacedAt: ctx.now })
      .where('month', '=', month)
      .where(
        'placementId',
        'in',
        own.map((one) => one.placementId),
      )
      .where('replacedAt', 'is', null)
      .execute();
  }
  const by = { recordedBy: ctx.actor.personId, recordedByName: ctx.actor.name, recordedAt: ctx.now };
  await ctx.db
    .insertInto('compliancePayment')
    .values(
      payments.map((one) => {
        const span = spans.get(one.placementId);
        return {
          // A correction that names the same paper keeps its file.
          ...filedAs(papers.get(`${one.month} ${one.evidence}`)),
          ...{ ...one, ...by, tenantId: ctx.tenant, enterpriseId, classId, id: newId(), replacedAt: null },
          isPart: span === undefined || !isWholeMonth(one.month, span.from, span.to),
          recordedSide: ctx.actor.kind === 'enterprise' ? 'enterprise' : 'school',
        };
      }),
    )
    .execute();
}

function filedAs(row: Row | undefined) {
  if (row === undefined) return {};
  const { fileId, fileName, filedByName, filedAt } = row;
  return { fileId, fileName, filedByName, filedAt };
}

async function tellFacts(
  ctx: Context,
  classId: string,
  enterpriseId: string,
  placementIds: ReadonlySet<string>,
): Promise<void> {
  const rows = await paymentsOf(ctx, classId);
  const by = { recordedBy: ctx.actor.personId, recordedByName: ctx.actor.name };
  await recordFacts(
    ctx,
    [...placementIds].flatMap((placementId) => {
      const own = rows.filter((row) => row.placementId === placementId);
      const source = { module: 'compliance', recordId: own[0]?.id ?? null };
      return Object.entries(paymentFacts(own.map(paymentOf))).map(([name, value]) => ({
        ...{ ...by, classId, placementId, enterpriseId, name, value, source },
      }));
    }),
  );
}

/** Payments of a class that stand, the latest month first. */
export async function paymentsOf(ctx: TransactionContext<ComplianceTables>, classId: string) {
  return ctx.db
    .selectFrom('compliancePayment')
    .selectAll()
    .where('classId', '=', classId)
    .where('replacedAt', 'is', null)
    .orderBy('month', 'desc')
    .orderBy('placementId')
    .execute();
}

type Row = Awaited<ReturnType<typeof paymentsOf>>[number];
const paymentOf = (row: Row): Payment => ({
  ...{ month: row.month, isPart: row.isPart, paidOn: row.paidOn, method: row.method },
  ...{ amount: row.amount, meals: row.meals, lodging: row.lodging },
  ...{ payer: row.payer, accountHolder: row.accountHolder },
});

/** First and last day of each placement: its own where they are recorded, else those of the class. */
async function spansOf(ctx: Context, classId: string): Promise<Map<string, Span>> {
  const { startsOn, endsOn } = await ctx.db
    .selectFrom('complianceClass')
    .select(['startsOn', 'endsOn'])
    .where('classId', '=', classId)
    .executeTakeFirstOrThrow();
  const placements = await ctx.db
    .selectFrom('compliancePlacement')
    .select('placementId')
    .where('classId', '=', classId)
    .execute();
  const facts = await currentFacts(ctx, classId, ['placement.start', 'placement.end']);
  const day = (placementId: string, name: string) => {
    const own = facts.find((one) => one.placementId === placementId && one.name === name)?.value;
    return typeof own === 'string' ? own : undefined;
  };
  return new Map(
    placements.map(({ placementId }) => [
      placementId,
      {
        from: day(placementId, 'placement.start') ?? startsOn,
        to: day(placementId, 'placement.end') ?? endsOn,
      },
    ]),
  );
}

/** What was agreed to be paid a month, by placement; null is the key of what holds for the whole class. */
async function agreedPay(ctx: TransactionContext<ComplianceTables>, classId: string) {
  const facts = await currentFacts(ctx, classId, ['agreement.pay']);
  return new Map(
    facts.flatMap(({ placementId, value }) =>
      typeof value === 'number' ? [[placementId, value] as const] : [],
    ),
  );
}

async function currentFacts(
  ctx: TransactionContext<ComplianceTables>,
  classId: string,
  names: readonly string[],
) {
  return ctx.db
    .selectFrom('fact')
    .select(['placementId', 'name', 'value'])
    .where('classId', '=', classId)
    .where('name', 'in', [...names])
    .where('replacedAt', 'is', null)
    .execute();
}
