import { type Locale, phrase } from '@dualtrack/locales';
import { Refusal } from '@dualtrack/platform/errors';
import { createLink, publicAddress, revokeLinksTo } from '@dualtrack/platform/links';
import type { Mail } from '@dualtrack/platform/mail';
import { operationsOn, type TransactionContext } from '@dualtrack/platform/operation';
import { contract } from '../contract.ts';
import { whyNotSlot } from '../sign-slots.ts';
import { handOf } from './act.ts';
import { codeDigest, freshCode } from './link-code.ts';
import { ownDb } from './own-db.ts';
import { writeEvent } from './section-writer.ts';
import { changePlan, ownSlotIn } from './signing-plan.ts';
import type { KeptSlot, LockedRow } from './signing-slots.ts';
import { signingView } from './signing-view.ts';
import type { AgreementsTables } from './tables.ts';

const operation = operationsOn<AgreementsTables>();

/** Kind of the links by which somebody signs without an account. */
export const signingLinkKind = 'agreement-signing';
const validDays = 7;

/**
 * Makes the one-time link of a slot and the mail that carries it; every earlier link of the slot ends. Without `code`
 * the code that was told before stays, for a reminder.
 */
export async function makeSigningLink<Tables>(
  context: TransactionContext<Tables>,
  agreement: Pick<LockedRow, 'id' | 'enterpriseId' | 'number' | 'title' | 'titleEn'>,
  slot: Pick<KeptSlot, 'id' | 'name' | 'mail'>,
  given: { code?: string; locale: Locale; kind: 'link' | 'reminder' },
): Promise<{ mail: Mail; expiresAt: Date }> {
  if (slot.mail === null) throw new Refusal('signing.no-mail', 409);
  const expiresAt = new Date(context.now.getTime() + validDays * 86_400_000);
  const { enterpriseId } = agreement;
  await revokeLinksTo(context, signingLinkKind, slot.id);
  const link = await createLink(context, {
    ...{ kind: signingLinkKind, subjectId: slot.id, enterpriseId, expiresAt },
    details: { agreementId: agreement.id },
  });
  const fresh = given.code === undefined ? {} : { codeHash: codeDigest(slot.id, given.code), wrongCodes: 0 };
  const renewed = { linkId: link.id, passHash: null, passUntil: null, expiresAt, ...fresh };
  await ownDb(context)
    .insertInto('signingLink')
    .values({
      ...{
        tenantId: context.tenant,
        enterpriseId,
        slotId: slot.id,
        codeHash: '',
        wrongCodes: 0,
        usedAt: null,
      },
      ...renewed,
      sentAt: context.now,
    })
    .onConflict((conflict) =>
      conflict.columns(['tenantId', 'slotId']).doUpdateSet({ ...renewed, sentAt: context.now }),
    )
    .execute();
  const { locale, kind } = given;
  const params = {
    name: slot.name,
    title: (locale === 'en' ? agreement.titleEn || agreement.title : agreement.title) || agreement.number,
    number: agreement.number,
    link: `${publicAddress(context.kernel)}/sign/${link.token}`,
    days: validDays,
  };
  return {
    expiresAt,
    mail: {
      to: slot.mail,
      subject: phrase(locale, 'agreement-signing', `mail.${kind}.subject`, params),
      text: phrase(locale, 'agreement-signing', `mail.${kind}.text`, params),
    },
  };
}

export const sendSigningLink = operation(contract.signing.sendLink, async (ctx, input) => {
  let answer: { code: string | null; expiresAt: string } | undefined;
  const mails: Mail[] = [];
  await changePlan(ctx, input.agreementId, async ({ inner, agreement, plan, side }) => {
    const slot = ownSlotIn(plan, input.slotId, side);
    if (agreement.state !== 'signing' || slot.channel !== 'link') throw ctx.refuse('agreement.not-in-state');
    const reason = whyNotSlot(plan.slots, slot, plan, inner.today);
    if (reason !== null) throw ctx.refuse(reason);
    const code = freshCode();
    const { locale } = ctx;
    const { mail, expiresAt } = await makeSigningLink(inner, agreement, slot, { code, locale, kind: 'link' });
    mails.push(mail);
    if (slot.secondMail !== null)
      mails.push({
        to: slot.secondMail,
        subject: phrase(locale, 'agreement-signing', 'mail.code.subject', { number: agreement.number }),
        text: phrase(locale, 'agreement-signing', 'mail.code.text', { name: slot.name, code }),
      });
    await writeEvent(inner, agreement, 'link-sent', handOf(ctx), { name: slot.name });
    answer = { code: slot.secondMail === null ? code : null, expiresAt: expiresAt.toISOString() };
  });
  for (const mail of mails) await ctx.kernel.mailer.send(mail);
  if (answer === undefined) throw new Error('the plan was not worked on');
  return answer;
});

export const revokeSigningLink = operation(contract.signing.revokeLink, async (ctx, input) => {
  await changePlan(ctx, input.agreementId, async ({ inner, plan, side }) => {
    const slot = ownSlotIn(plan, input.slotId, side);
    await revokeLinksTo(inner, signingLinkKind, slot.id);
    await ownDb(inner).deleteFrom('signingLink').where('slotId', '=', slot.id).execute();
  });
  return signingView(ctx, input.agreementId);
});
