import { Refusal } from '@dualtrack/platform/errors';
import { saveFile } from '@dualtrack/platform/files';
import { operationsOn } from '@dualtrack/platform/operation';
import { PdfTemplateError } from '@dualtrack/platform/pdf';
import { contract } from '../contract.ts';
import { slotsOfPerson } from '../sign-slots.ts';
import { handOf } from './act.ts';
import { composeAgreement } from './compose.ts';
import { ownDb } from './own-db.ts';
import { recompose } from './recompose.ts';
import { writeEvent } from './section-writer.ts';
import { changePlan, demandUnsigned } from './signing-plan.ts';
import { changeSlot, slotIn } from './signing-slots.ts';
import { signingView } from './signing-view.ts';
import type { AgreementsTables } from './tables.ts';

const operation = operationsOn<AgreementsTables>();
const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

export const putSeal = operation(contract.signing.putSeal, async (ctx, input) => {
  const bytes = Buffer.from(await input.file.arrayBuffer());
  if (!bytes.subarray(0, 8).equals(pngSignature)) throw ctx.refuse('signing.seal-unreadable');
  await changePlan(ctx, input.agreementId, async ({ inner, agreement, plan, side }) => {
    demandUnsigned(agreement, plan);
    const { enterpriseId, id: agreementId } = agreement;
    const file = await saveFile(inner, {
      name: `seal-${side}.png`,
      mediaType: 'image/png',
      bytes,
      enterpriseId,
    });
    const put = { fileId: file.id, acrossPages: input.acrossPages, putBy: ctx.actor.name, putAt: inner.now };
    await ownDb(inner)
      .insertInto('signingSeal')
      .values({ tenantId: inner.tenant, enterpriseId, agreementId, side, ...put })
      .onConflict((conflict) => conflict.columns(['tenantId', 'agreementId', 'side']).doUpdateSet(put))
      .execute();
    await writeEvent(inner, agreement, 'seal-put', handOf(ctx), { digest: file.sha256 });
    try {
      // Tried at once, also while negotiating: a picture that cannot be printed is refused here and not at the end.
      if (agreement.state !== 'signing') await composeAgreement(inner, agreement, 'trial');
      await recompose(inner, agreement, handOf(ctx));
    } catch (error) {
      throw error instanceof PdfTemplateError ? new Refusal('signing.seal-unreadable', 422) : error;
    }
  });
  return signingView(ctx, input.agreementId);
});

export const removeSeal = operation(contract.signing.removeSeal, async (ctx, input) => {
  await changePlan(ctx, input.agreementId, async ({ inner, agreement, plan, side }) => {
    demandUnsigned(agreement, plan);
    await ownDb(inner)
      .deleteFrom('signingSeal')
      .where('agreementId', '=', agreement.id)
      .where('side', '=', side)
      .execute();
    await writeEvent(inner, agreement, 'seal-removed', handOf(ctx));
    await recompose(inner, agreement, handOf(ctx));
  });
  return signingView(ctx, input.agreementId);
});

export const putHandwriting = operation(contract.signing.putHandwriting, async (ctx, input) => {
  await changePlan(ctx, input.agreementId, async ({ inner, agreement, plan, side }) => {
    const slot = slotIn(plan, input.slotId);
    // Nobody draws another person's hand.
    if (slotsOfPerson([slot], { side, name: ctx.actor.name }).length === 0)
      throw ctx.refuse('agreement.not-the-signer');
    demandUnsigned(agreement, plan);
    const handwriting = input.handwriting === null ? null : JSON.stringify(input.handwriting);
    await changeSlot(inner, slot.id, { handwriting });
    await recompose(inner, agreement, handOf(ctx));
  });
  return signingView(ctx, input.agreementId);
});
