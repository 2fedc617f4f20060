import { signaturesOf } from '@dualtrack/agreements/server';
import { notFound } from '@dualtrack/platform/errors';
import type { OperationContext, TransactionContext } from '@dualtrack/platform/operation';
import { ceremonyActions, whyNotCeremony } from '../ceremony.ts';
import type { CeremonyDetail } from '../contract.ts';
import { openHallLink } from './open-hall-link.ts';
import { ownDb } from './own-db.ts';
import { partyNames } from './parties.ts';
import type { CeremoniesTables } from './tables.ts';

const iso = (at: Date | null) => at?.toISOString() ?? null;

/** Guests of a ceremony, the school's first, each side in order of precedence. */
export async function guestsOf<Tables>(context: TransactionContext<Tables>, ceremonyId: string) {
  return ownDb(context)
    .selectFrom('ceremonyGuest')
    .select(['id', 'side', 'position', 'name', 'nameEn', 'posts', 'postsEn', 'duty', 'isGroup'])
    .where('ceremonyId', '=', ceremonyId)
    .orderBy('side', 'desc')
    .orderBy('position')
    .execute();
}

/** The agenda in its order. */
export async function agendaOf<Tables>(context: TransactionContext<Tables>, ceremonyId: string) {
  const rows = await ownDb(context)
    .selectFrom('agendaItem')
    .selectAll()
    .where('ceremonyId', '=', ceremonyId)
    .orderBy('position')
    .execute();
  return rows.map(({ tenantId: _, enterpriseId: __, ceremonyId: ___, begunAt, ...row }) => ({
    ...row,
    begunAt: iso(begunAt),
  }));
}

/** Decisions of a ceremony or of a meeting, in their order. */
export async function decisionsOf<Tables>(
  context: TransactionContext<Tables>,
  origin: { ceremonyId: string } | { meetingId: string },
) {
  let query = ownDb(context)
    .selectFrom('minutedDecision')
    .select(['id', 'wording', 'wordingEn'])
    .orderBy('position');
  query =
    'ceremonyId' in origin
      ? query.where('ceremonyId', '=', origin.ceremonyId)
      : query.where('meetingId', '=', origin.meetingId);
  return query.execute();
}

/** Photos of a ceremony, first added first. */
export async function photosOf<Tables>(context: TransactionContext<Tables>, ceremonyId: string) {
  const rows = await ownDb(context)
    .selectFrom('ceremonyPhoto')
    .select([
      ...(['id', 'fileId', 'mediaType', 'width', 'height', 'caption', 'captionEn'] as const),
      ...(['hasCameraData', 'hasLocation', 'side', 'addedBy', 'addedAt'] as const),
    ])
    .where('ceremonyId', '=', ceremonyId)
    .orderBy('addedAt')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ ...row, addedAt: row.addedAt.toISOString() }));
}

/** Signatures of the agreement, as the room of agreements keeps them. */
export async function signatureViews<Tables>(
  context: TransactionContext<Tables>,
  agreementId: string | null,
) {
  if (agreementId === null) return [];
  const found = await signaturesOf(context, agreementId);
  return found.map((one) => ({ ...one, signedAt: one.signedAt.toISOString() }));
}

async function partsOf<Tables>(context: TransactionContext<Tables>, ceremonyId: string) {
  const rows = await ownDb(context)
    .selectFrom('ceremonyPart')
    .select(['part', 'revision', 'changedBy', 'changedAt'])
    .where('ceremonyId', '=', ceremonyId)
    .execute();
  return Object.fromEntries(
    rows.map(({ part, changedAt, ...row }) => [part, { ...row, changedAt: changedAt.toISOString() }]),
    // Every part has a row from the day on which the ceremony was planned.
  ) as CeremonyDetail['parts'];
}

async function guestBookOf<Tables>(context: TransactionContext<Tables>, ceremonyId: string) {
  const rows = await ownDb(context)
    .selectFrom('guestBookEntry')
    .select(['id', 'name', 'post', 'words', 'side', 'writtenAt'])
    .where('ceremonyId', '=', ceremonyId)
    .orderBy('writtenAt', 'desc')
    .limit(500)
    .execute();
  return rows.map((row) => ({ ...row, writtenAt: row.writtenAt.toISOString() }));
}

/** One ceremony as both sides see it, with what the caller may do now. @throws thing.not-found */
export async function ceremonyView(
  context: OperationContext<CeremoniesTables>,
  ceremonyId: string,
): Promise<CeremonyDetail> {
  const db = ownDb(context);
  const row = await db.selectFrom('ceremony').selectAll().where('id', '=', ceremonyId).executeTakeFirst();
  if (row === undefined) throw notFound('ceremony');
  const { tenantId, createdBy: _, createdAt: __, changedAt: ___, liveItemId, liveRevision, ...facts } = row;
  const namesOf = await partyNames(context, [row]);
  const news = await db
    .selectFrom('newsPage')
    .select(['slug', 'shownAt'])
    .where('ceremonyId', '=', ceremonyId)
    .executeTakeFirst();
  const photos = await photosOf(context, ceremonyId);
  return {
    ...facts,
    home: tenantId,
    ...namesOf(tenantId, row.enterpriseId),
    beganAt: iso(row.beganAt),
    endedAt: iso(row.endedAt),
    unveiledAt: iso(row.unveiledAt),
    guests: await guestsOf(context, ceremonyId),
    agenda: await agendaOf(context, ceremonyId),
    decisions: await decisionsOf(context, { ceremonyId }),
    photos: photos.map(({ fileId: _file, ...photo }) => photo),
    guestBook: await guestBookOf(context, ceremonyId),
    signatures: await signatureViews(context, row.agreementId),
    parts: await partsOf(context, ceremonyId),
    hallLink: await openHallLink(context, ceremonyId),
    news: news === undefined ? null : { slug: news.slug, isShown: news.shownAt !== null },
    abilities: Object.fromEntries(
      ceremonyActions.map((action) => [action, whyNotCeremony(row, context.actor.role, action)]),
      // Every action is there, because the list of actions was mapped.
    ) as CeremonyDetail['abilities'],
  };
}
