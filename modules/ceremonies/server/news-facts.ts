import { agreementOf } from '@dualtrack/agreements/server';
import { isAnyIllustrative } from '@dualtrack/organisations/server';
import { notFound } from '@dualtrack/platform/errors';
import type { TransactionContext } from '@dualtrack/platform/operation';
import { baseOf } from '@dualtrack/training-bases/server';
import { orderOf } from '@dualtrack/workforce/server';
import { type NamedPerson, type NewsFigure, releasedByBoth, releaseKey } from '../news.ts';
import { agendaOf, decisionsOf, guestsOf, photosOf } from './ceremony-view.ts';
import { ownDb } from './own-db.ts';
import { partyNames } from './parties.ts';

/** Figures that other rooms can count for this ceremony, as they stand now. */
async function figuresOf<Tables>(
  context: TransactionContext<Tables>,
  ceremony: { agreementId: string | null; baseId: string | null },
): Promise<{ key: NewsFigure; value: number }[]> {
  const agreement =
    ceremony.agreementId === null ? undefined : await agreementOf(context, ceremony.agreementId);
  const order = agreement?.orderId ? await orderOf(context, agreement.orderId) : undefined;
  const base = ceremony.baseId === null ? undefined : await baseOf(context, ceremony.baseId);
  const places = base?.stations.reduce((sum, station) => sum + station.places, 0) ?? 0;
  const all: { key: NewsFigure; value: number }[] = [
    { key: 'seats', value: order?.seats ?? 0 },
    { key: 'stations', value: base?.stations.length ?? 0 },
    { key: 'places', value: places },
    { key: 'mentors', value: base?.mentors.length ?? 0 },
  ];
  return all.filter((figure) => figure.value > 0);
}

/** Everything that a ceremony's news may be made of, with what both sides have released. @throws thing.not-found */
export async function newsFacts<Tables>(context: TransactionContext<Tables>, ceremonyId: string) {
  const db = ownDb(context);
  const ceremony = await db
    .selectFrom('ceremony')
    .selectAll()
    .where('id', '=', ceremonyId)
    .executeTakeFirst();
  if (ceremony === undefined) throw notFound('ceremony');
  const namesOf = await partyNames(context, [ceremony]);
  const releases = await db
    .selectFrom('ceremonyRelease')
    .select(['side', 'item', 'releasedBy', 'releasedAt'])
    .where('ceremonyId', '=', ceremonyId)
    .execute();
  return {
    ceremony,
    parties: namesOf(ceremony.tenantId, ceremony.enterpriseId),
    isIllustrative: await isAnyIllustrative(context, [ceremony.tenantId, ceremony.enterpriseId]),
    guests: await guestsOf(context, ceremonyId),
    agenda: await agendaOf(context, ceremonyId),
    decisions: await decisionsOf(context, { ceremonyId }),
    photos: await photosOf(context, ceremonyId),
    figures: await figuresOf(context, ceremony),
    releases,
    released: releasedByBoth(releases),
  };
}
export type NewsFacts = Awaited<ReturnType<typeof newsFacts>>;

/** Persons of whom nothing may be shown unless they are released. */
export function namedPeople(facts: NewsFacts): NamedPerson[] {
  return facts.guests
    .filter((guest) => !guest.isGroup)
    .map((guest) => ({ key: releaseKey('guest', guest.id), names: [guest.name, guest.nameEn] }));
}
