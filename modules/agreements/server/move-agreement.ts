import { operationsOn } from '@dualtrack/platform/operation';
import { contract } from '../contract.ts';
import { act, changeAgreement, handOf } from './act.ts';
import { judgeAgreement } from './agreement-law.ts';
import { composeFixed } from './recompose.ts';
import { writeEvent } from './section-writer.ts';
import { forgetUsualPlan, keepPlan } from './signing-slots.ts';
import type { AgreementsTables } from './tables.ts';

const operation = operationsOn<AgreementsTables>();

/** Composes the final paper and freezes it: from here on it is signed, declined, or opened again as a whole. */
export const fixAgreement = operation(contract.fix, (ctx, input) =>
  act(ctx, input.agreementId, 'fix', async (inner, agreement) => {
    const { findings } = await judgeAgreement(inner, agreement, ctx.locale);
    const stopping = findings.filter((one) => one.isBlocking);
    if (stopping.length > 0)
      throw ctx.refuse('agreement.unlawful', { count: stopping.length, findings: stopping });
    await keepPlan(inner, agreement);
    const file = await composeFixed(inner, agreement);
    if (file === null) throw ctx.refuse('agreement.not-in-state', { action: 'fix' });
    await changeAgreement(inner, agreement, {
      state: 'signing',
      documentId: file.id,
      fileDigest: file.sha256,
      documentDigest: file.sha256,
      documentSize: file.size,
    });
    await writeEvent(inner, agreement, 'fixed', handOf(ctx), { digest: file.sha256 });
  }),
);

const noDocument = { documentId: null, fileDigest: null, documentDigest: null, documentSize: null };

/** Opens the wording again. Both sides confirm it anew, since the reason to open it may touch any section. */
export const reopenAgreement = operation(contract.reopen, (ctx, input) =>
  act(ctx, input.agreementId, 'reopen', async (inner, agreement) => {
    await inner.db.deleteFrom('agreementConfirmation').where('agreementId', '=', agreement.id).execute();
    await forgetUsualPlan(inner, agreement.id);
    await changeAgreement(inner, agreement, { state: 'negotiating', ...noDocument });
    await writeEvent(inner, agreement, 'reopened', handOf(ctx));
  }),
);

export const declineAgreement = operation(contract.decline, (ctx, input) =>
  act(ctx, input.agreementId, 'decline', async (inner, agreement) => {
    await changeAgreement(inner, agreement, { state: 'declined', declineReason: input.reason });
    await writeEvent(inner, agreement, 'declined', handOf(ctx), { reason: input.reason });
  }),
);

export const endAgreement = operation(contract.end, (ctx, input) =>
  act(ctx, input.agreementId, 'end', async (inner, agreement) => {
    await changeAgreement(inner, agreement, { state: 'ended' });
    await writeEvent(inner, agreement, 'ended', handOf(ctx));
  }),
);
