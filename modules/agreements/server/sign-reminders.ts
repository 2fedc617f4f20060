import { defaultLocale, phrase } from '@dualtrack/locales';
import { publicAddress } from '@dualtrack/platform/links';
import type { Mail } from '@dualtrack/platform/mail';
import { asSystem, type Kernel, type TransactionContext } from '@dualtrack/platform/operation';
import { dueSlots } from '../sign-slots.ts';
import { ownDb } from './own-db.ts';
import { makeSigningLink } from './signing-link.ts';
import {
  changeSlot,
  type KeptSlot,
  type LockedRow,
  lockAgreement,
  type SigningPlan,
  signingPlan,
} from './signing-slots.ts';
import type { AgreementsTables } from './tables.ts';

const dayMilliseconds = 86_400_000;

/**
 * Reminds everybody in a school's home whose turn it is to sign, every so many days as the plan says, and tells them
 * once when the last day has passed. A reminder by link carries a new link; the code stays. Said again on the same day
 * it does nothing. Answers how many mails went out.
 */
export async function remindSigners(kernel: Kernel, home: string): Promise<number> {
  const ids = await asSystem<AgreementsTables, string[]>(kernel, home, async ({ db }) => {
    const rows = await db.selectFrom('agreement').select('id').where('state', '=', 'signing').execute();
    return rows.map((row) => row.id);
  });
  let sent = 0;
  for (const id of ids) {
    // The mark is kept before the mail goes: a mail may be lost, but nobody is written to twice.
    const mails = await asSystem<AgreementsTables, Mail[]>(kernel, home, (context) => dueMails(context, id));
    for (const mail of mails) await kernel.mailer.send(mail);
    sent += mails.length;
  }
  return sent;
}

async function dueMails(context: TransactionContext<AgreementsTables>, id: string): Promise<Mail[]> {
  const agreement = await lockAgreement(context, id);
  if (agreement.state !== 'signing') return [];
  const plan = await signingPlan(context, agreement);
  const mails: Mail[] = [];
  for (const slot of dueSlots(plan.slots)) {
    const mail = await mailFor(context, agreement, plan, slot);
    if (mail !== null) mails.push(mail);
  }
  return mails;
}

async function mailFor(
  context: TransactionContext<AgreementsTables>,
  agreement: LockedRow,
  plan: SigningPlan,
  slot: KeptSlot,
): Promise<Mail | null> {
  if (slot.mail === null) return null;
  if (plan.dueOn !== null && context.today > plan.dueOn) {
    if (slot.expiryToldAt !== null) return null;
    await changeSlot(context, slot.id, { expiryToldAt: context.now });
    return plainMail(context, agreement, slot, 'expired');
  }
  const link = await ownDb(context)
    .selectFrom('signingLink')
    .select(['sentAt', 'wrongCodes'])
    .where('slotId', '=', slot.id)
    .executeTakeFirst();
  // Who has never been sent a link has nothing to be reminded of.
  if (slot.channel === 'link' && link === undefined) return null;
  const last = slot.remindedAt ?? link?.sentAt ?? agreement.changedAt;
  if (context.now.getTime() - last.getTime() < plan.remindEveryDays * dayMilliseconds) return null;
  await changeSlot(context, slot.id, { remindedAt: context.now });
  if (slot.channel === 'account') return plainMail(context, agreement, slot, 'wait');
  const made = await makeSigningLink(context, agreement, slot, { locale: defaultLocale, kind: 'reminder' });
  return made.mail;
}

function plainMail(
  context: TransactionContext<AgreementsTables>,
  agreement: LockedRow,
  slot: KeptSlot,
  kind: 'wait' | 'expired',
): Mail | null {
  if (slot.mail === null) return null;
  const { number } = agreement;
  const title = agreement.title || agreement.titleEn || number;
  const link = `${publicAddress(context.kernel)}/agreements/${agreement.id}`;
  return {
    to: slot.mail,
    subject: phrase(defaultLocale, 'agreement-signing', `mail.${kind}.subject`, { number }),
    text: phrase(defaultLocale, 'agreement-signing', `mail.${kind}.text`, {
      ...{ name: slot.name, title, number, link },
    }),
  };
}
