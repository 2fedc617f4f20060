import { defaultLocale, isLocale, type Locale } from '@dualtrack/locales';
import type { TransactionContext } from '@dualtrack/platform/operation';
import type { MailKind } from '../mail-kinds.ts';
import { identityWithin } from './identity.ts';

/**
 * Where a person is written to: the first sign-in name that is a mail address, and the language they read. `stopPath`:
 * the address that ends mails of the kind asked for; null for mails that always go.
 */
export type MailAddress = {
  personId: string;
  name: string;
  address: string;
  locale: Locale;
  stopPath: string | null;
};

/**
 * Door: mail addresses of people; whoever signs in by telephone only is left out. With a kind, those who turned it off
 * are left out too; without one the mail is one that always goes.
 */
export async function mailAddressesOf<Tables>(
  context: TransactionContext<Tables>,
  personIds: readonly string[],
  kind: MailKind | null = null,
): Promise<MailAddress[]> {
  if (personIds.length === 0) return [];
  const rows = await identityWithin(context.transaction, async (db) => {
    const people = await db
      .selectFrom('signInName as n')
      .innerJoin('person as p', 'p.id', 'n.personId')
      .select(['p.id as personId', 'p.name', 'p.locale', 'p.mailKey', 'n.name as address'])
      .where('p.id', 'in', [...new Set(personIds)])
      .where('n.name', 'like', '%@%')
      .orderBy('n.name')
      .execute();
    if (kind === null) return people;
    const stopped = await db.selectFrom('mailStop').select('personId').where('kind', '=', kind).execute();
    const isOff = new Set(stopped.map((one) => one.personId));
    return people.filter((one) => !isOff.has(one.personId));
  });
  return rows
    .filter((row, at) => rows.findIndex((one) => one.personId === row.personId) === at)
    .map(({ mailKey, ...row }) => ({
      ...row,
      locale: isLocale(row.locale) ? row.locale : defaultLocale,
      stopPath: kind === null ? null : `/mail-stop/${mailKey}/${kind}`,
    }));
}
