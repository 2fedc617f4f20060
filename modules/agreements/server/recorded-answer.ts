import { homeOf, operationsOn } from '@dualtrack/platform/operation';
import { obligationsContract as contract } from '../contract/obligations.ts';
import { whyNotAnswer } from '../recorded-duty.ts';
import { handOf } from './act.ts';
import { officeSide } from './obligation-changes.ts';
import { dutyRow, obligationsView } from './obligation-view.ts';
import { typedDuties } from './recorded-rows.ts';
import { writeEvent } from './section-writer.ts';
import { settleObligations } from './settle-obligations.ts';
import { lockAgreement } from './signing-slots.ts';
import type { AgreementsTables } from './tables.ts';

const operation = operationsOn<AgreementsTables>();

const states = { confirm: 'confirmed', dispute: 'disputed' } as const;

/**
 * The side that did not type them says whether it stands by duties typed from a paper. Those confirmed count from now on,
 * with all that was reported before.
 */
export const answerRecorded = operation(contract.answerRecorded, async (ctx, input) => {
  const side = officeSide(ctx);
  const { agreementId, numbers, answer, reason } = input;
  if (answer === 'dispute' && reason.length < 2) throw ctx.refuse('obligation.reason-missing');
  const home = await homeOf(ctx, 'agreement', agreementId);
  await ctx.inHome(home, async (inner) => {
    await lockAgreement(inner, agreementId);
    const row = await dutyRow(inner, agreementId);
    const typed = await typedDuties(inner, agreementId);
    for (const number of new Set(numbers)) {
      const duty = typed.find((one) => one.number === number);
      const refused = duty === undefined ? 'obligation.no-such-duty' : whyNotAnswer(duty, side, answer);
      if (refused !== null) throw ctx.refuse(refused);
    }
    await inner.db
      .updateTable('recordedDuty')
      .set({
        ...{ confirmation: states[answer], answer: reason, answeredSide: side },
        ...{ answeredName: ctx.actor.name, answeredAt: inner.now },
      })
      .where('agreementId', '=', agreementId)
      .where('number', 'in', numbers)
      .execute();
    const kind = answer === 'confirm' ? 'duties-confirmed' : 'duties-disputed';
    await writeEvent(inner, row, kind, handOf(ctx), { numbers, reason });
    await settleObligations(inner, agreementId);
  });
  ctx.audit(agreementId, { numbers, answer });
  return obligationsView(ctx, agreementId);
});
