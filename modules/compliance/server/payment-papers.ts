import { notFound } from '@dualtrack/platform/errors';
import { saveFile, storedFile } from '@dualtrack/platform/files';
import { homeOf, type OperationContext, operationsOn } from '@dualtrack/platform/operation';
import { contract } from '../contract.ts';
import type { ComplianceTables } from './tables.ts';

const operation = operationsOn<ComplianceTables>();
type Context = OperationContext<ComplianceTables, never>;

/**
 * Keeps the paper that shows a payment, for all payments of the class and month that stand and name the same paper; another one
 * takes the place of the first, and who kept it when is said.
 */
export const attachToPayment = operation(
  contract.payments.attach,
  async (ctx, { paymentId, file: given }) => {
    const home = await homeOf(ctx, 'compliance_payment', paymentId);
    const bytes = new Uint8Array(await given.arrayBuffer());
    return ctx.inHome(home, async (inner) => {
      const { classId, month, evidence, enterpriseId } = await standing(inner, paymentId);
      const mediaType = given.type || 'application/octet-stream';
      const file = await saveFile(inner, { name: given.name, mediaType, bytes, enterpriseId });
      const filed = { fileId: file.id, fileName: file.name, filedByName: ctx.actor.name, filedAt: ctx.now };
      const changed = await inner.db
        .updateTable('compliancePayment')
        .set(filed)
        .where('classId', '=', classId)
        .where('month', '=', month)
        .where('evidence', '=', evidence)
        .where('replacedAt', 'is', null)
        .executeTakeFirst();
      ctx.audit(classId, { paymentPaper: evidence, month, sha256: file.sha256 });
      return { payments: Number(changed.numUpdatedRows) };
    });
  },
);

export const readPaymentPaper = operation(contract.payments.file, async (ctx, { paymentId }) => {
  const { classId, fileId } = await standing(ctx, paymentId);
  if (fileId === null) throw notFound('file');
  ctx.audit(classId, { payment: paymentId });
  return storedFile(ctx, fileId);
});

async function standing(ctx: Context, paymentId: string) {
  const row = await ctx.db
    .selectFrom('compliancePayment')
    .select(['classId', 'month', 'evidence', 'enterpriseId', 'fileId'])
    .where('id', '=', paymentId)
    .where('replacedAt', 'is', null)
    .executeTakeFirst();
  if (row === undefined) throw notFound('payment');
  return row;
}
