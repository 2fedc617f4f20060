import { type MailAddress, mailAddressesOf } from '@dualtrack/accounts/server';
import { defaultLocale } from '@dualtrack/locales';
import type { TransactionContext } from '@dualtrack/platform/operation';
import type { TalentTables } from './tables.ts';

/** How a card's person is written to. */
export type CardReader = Pick<MailAddress, 'address' | 'locale' | 'stopPath'>;

/**
 * Where a card's person is written to, in their own language; null where there is no address, or they turned such mails
 * off and this is not one that `always` goes. Somebody without an account is written to at the address of the card, which
 * an office keeps.
 */
export async function cardReader(
  context: TransactionContext<TalentTables>,
  card: { mail: string; personId: string | null },
  always = false,
): Promise<CardReader | null> {
  const people = card.personId === null ? [] : [card.personId];
  const [known] = await mailAddressesOf(context, people);
  if (known === undefined)
    return card.mail === '' ? null : { address: card.mail, locale: defaultLocale, stopPath: null };
  const [to] = always ? [known] : await mailAddressesOf(context, people, 'talents');
  return to === undefined ? null : { ...to, address: card.mail || to.address };
}
