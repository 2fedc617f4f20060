import { defaultLocale, isLocale, type Locale } from '@dualtrack/locales';
import type { TransactionContext } from '@dualtrack/platform/operation';
import { identityWithin } from './identity.ts';

/** Where a person is written to: the first sign-in name that is a mail address, and the language they read. */
export type MailAddress = { personId: string; name: string; address: string; locale: Locale };

/** Door: mail addresses of people; whoever signs in by telephone only is left out. */
export async function mailAddressesOf<Tables>(
  context: TransactionContext<Tables>,
  personIds: readonly string[],
): Promise<MailAddress[]> {
  if (personIds.length === 0) return [];
  const rows = await identityWithin(context.transaction, (db) =>
    db
      .selectFrom('signInName as n')
      .innerJoin('person as p', 'p.id', 'n.personId')
      .select(['p.id as personId', 'p.name', 'p.locale', 'n.name as address'])
      .where('p.id', 'in', [...new Set(personIds)])
      .where('n.name', 'like', '%@%')
      .orderBy('n.name')
      .execute(),
  );
  return rows
    .filter((row, at) => rows.findIndex((one) => one.personId === row.personId) === at)
    .map((row) => ({ ...row, locale: isLocale(row.locale) ? row.locale : defaultLocale }));
}
