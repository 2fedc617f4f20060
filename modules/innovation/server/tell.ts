import { mailAddressesOf, membersOf, sendNotice } from '@dualtrack/accounts/server';
import { phrase } from '@dualtrack/locales';
import { newId } from '@dualtrack/platform/ids';
import { publicAddress } from '@dualtrack/platform/links';
import type { TransactionContext } from '@dualtrack/platform/operation';
import { isBinding, type NoticeAbout, type NoticeKind, noticePath } from '../notice.ts';
import { leads, type Side } from '../side.ts';
import { ownDb } from './own-db.ts';
import type { InnovationTables } from './tables.ts';

/** The two organisations of a bilateral row. */
type Pair = { tenantId: string; enterpriseId: string };

/** What is said. `turn` tells a thing that happens again, such as the second hand-in, from the first. */
export type Told = {
  kind: NoticeKind;
  recordId: string;
  turn?: string;
  about: NoticeAbout;
  aboutId: string;
  title: string;
  titleEn?: string;
  onDay?: string | null;
};

/** Who speaks for one of the two organisations. The platform looks: nobody reads the other side's members. */
export function leadsOf<Tables>(
  context: TransactionContext<Tables>,
  pair: Pair,
  side: Side,
): Promise<string[]> {
  const tenant = side === 'school' ? pair.tenantId : pair.enterpriseId;
  return context.within({ tenant, enterprise: null }, async (inner) =>
    (await membersOf(inner))
      .filter(({ role }) => leads.some((lead) => lead === role))
      .map((one) => one.personId),
  );
}

/** The members of a project on one side who can sign in; where there is none, who speaks for the side. */
export async function teamOf<Tables>(
  context: TransactionContext<Tables>,
  project: Pair & { id: string },
  side: Side,
): Promise<string[]> {
  const rows = await ownDb(context)
    .selectFrom('projectMember')
    .select('personId')
    .where('tenantId', '=', project.tenantId)
    .where('projectId', '=', project.id)
    .where('side', '=', side)
    .where('state', '=', 'joined')
    .where('kind', '!=', 'student')
    .execute();
  const people = rows.flatMap(({ personId }) => (personId === null ? [] : [personId]));
  return people.length > 0 ? people : leadsOf(context, project, side);
}

/**
 * Tells people, in the school's home where the thing lies: a notice on their home, and a mail when the transaction is
 * through. Said again of the same turn nothing happens. `but`: whose act it was.
 */
export async function tell<Tables>(
  inner: TransactionContext<Tables>,
  pair: Pair,
  people: readonly (string | null)[],
  told: Told,
  but: string | null = null,
): Promise<void> {
  const { turn = '', titleEn = '', onDay = null, ...rest } = told;
  const wanted = [...new Set(people)].flatMap((one) => (one === null || one === but ? [] : [one]));
  if (wanted.length === 0) return;
  const { tenantId, enterpriseId } = pair;
  const kept = await ownDb(inner)
    .insertInto('innovationNotice')
    .values(
      wanted.map((personId) => ({
        ...{ tenantId, enterpriseId, id: newId(), personId, ...rest, turn, titleEn, onDay },
        ...{ createdAt: inner.now, seenAt: null },
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['tenantId', 'personId', 'kind', 'recordId', 'turn']).doNothing(),
    )
    .returning('id')
    .execute();
  if (kept.length > 0) await inner.emit('innovation.told', { ids: kept.map((one) => one.id), enterpriseId });
}

/** Reaction: writes to those who were told; a mail that cannot go does not take the notice away. */
export async function onTold(
  context: TransactionContext<InnovationTables>,
  { ids }: { ids: readonly string[] },
): Promise<void> {
  const rows = await context.db
    .selectFrom('innovationNotice')
    .selectAll()
    .where('id', 'in', [...ids])
    .where('seenAt', 'is', null)
    .execute();
  const people = rows.map((row) => row.personId);
  // Where silence is a yes, the mail goes to everybody; the rest to those who want it.
  const binding = await mailAddressesOf(context, people);
  const wanted = await mailAddressesOf(context, people, 'innovation');
  const students = new Set(
    (await membersOf(context)).filter(({ role }) => role === 'student').map((one) => one.personId),
  );
  for (const row of rows) {
    const reached = isBinding(row.kind) ? binding : wanted;
    const to = reached.find((one) => one.personId === row.personId);
    if (to === undefined) continue;
    const { locale } = to;
    const title = locale === 'en' ? row.titleEn || row.title : row.title;
    const words = phrase(locale, 'innovation-news', `notice.${row.kind}`, { title, day: row.onDay ?? '' });
    const link = `${publicAddress(context.kernel)}${noticePath(row, students.has(row.personId))}`;
    await sendNotice(
      context.kernel,
      to,
      {
        subject: words,
        text: phrase(locale, 'innovation-news', 'mail.text', { name: to.name, words, link }),
      },
      'innovation notice',
    );
  }
}
