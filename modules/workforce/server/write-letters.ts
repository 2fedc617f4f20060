import { type MemberFacts, mailAddressesOf, membersOf, sendNotice } from '@dualtrack/accounts/server';
import { findPhrase, type Locale, phrase } from '@dualtrack/locales';
import { publicAddress } from '@dualtrack/platform/links';
import { asSystem, type TransactionContext } from '@dualtrack/platform/operation';
import type { LetterKind } from '../demand-letter.ts';
import type { WorkforceTables } from './tables.ts';

/** What a letter says, by the reader's language; days are written as they are. */
type Words = Record<string, string | number>;
export type NewLetter = {
  kind: LetterKind;
  /** Names what happened: the same happening is told to a person once. */
  happening: string;
  people: readonly string[];
  words(locale: Locale): Words;
  /** Path of the page to look at, from the root; asked for only when somebody is written to. */
  path: string | (() => Promise<string>);
};

/** Ids of the present people of an organisation who match. */
export async function peopleOf(
  context: TransactionContext<WorkforceTables>,
  home: string,
  matches: (member: MemberFacts) => boolean,
): Promise<string[]> {
  const members =
    home === context.tenant
      ? await membersOf(context)
      : await asSystem(context.kernel, home, (inner) => membersOf(inner));
  return members.filter(matches).map(({ personId }) => personId);
}

/** The subject or text of a kind of letter. */
export function letterPhrase(
  locale: Locale,
  key: `${'subject' | 'text'}.${LetterKind}`,
  words: Words,
): string {
  const found = findPhrase(locale, 'demand-letters', key, words);
  if (found === undefined) throw new Error(`no words for the letter ${key}`);
  return found;
}

/**
 * Writes to people, in their own language. Who is written to is kept before the letter goes, in a transaction of its
 * own: a letter may be lost with a server, but an event that is heard twice is told once.
 */
export async function writeLetter(
  context: TransactionContext<WorkforceTables>,
  letter: NewLetter,
): Promise<void> {
  const { kernel, tenant } = context;
  const addresses = await mailAddressesOf(context, letter.people, 'demand');
  const kept = await asSystem<WorkforceTables, string[]>(kernel, tenant, async ({ db, now }) => {
    if (addresses.length === 0) return [];
    const rows = addresses.map(({ personId }) => {
      return { tenantId: tenant, happening: letter.happening, personId, sentAt: now };
    });
    const done = await db
      .insertInto('demandLetter')
      .values(rows)
      .onConflict((conflict) => conflict.columns(['tenantId', 'happening', 'personId']).doNothing())
      .returning('personId')
      .execute();
    return done.map(({ personId }) => personId);
  });
  if (kept.length === 0) return;
  const path = typeof letter.path === 'string' ? letter.path : await letter.path();
  for (const to of addresses.filter(({ personId }) => kept.includes(personId))) {
    const { locale } = to;
    const words = { name: to.name, ...letter.words(locale) };
    const link = `${publicAddress(kernel)}${path}`;
    const body = letterPhrase(locale, `text.${letter.kind}`, words);
    await sendNotice(
      kernel,
      to,
      {
        subject: letterPhrase(locale, `subject.${letter.kind}`, words),
        text: phrase(locale, 'demand-letters', 'letter', { name: to.name, body, link }),
      },
      'demand letter',
    );
  }
}
