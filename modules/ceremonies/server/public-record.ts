import { newId } from '@dualtrack/platform/ids';
import type { TransactionContext } from '@dualtrack/platform/operation';
import { type AgendaKind, ceremonyParts, type GuestDuty } from '../ceremony.ts';
import type { CeremonyPlan, Topic } from '../shapes.ts';
import { sides } from '../side.ts';
import { draftNews } from './draft-news.ts';
import { newsFacts } from './news-facts.ts';
import { ownDb } from './own-db.ts';
import { putReleases } from './put-releases.ts';
import { releaseItems } from './release-items.ts';
import { slugOf } from './slug.ts';

/** A ceremony as a public report tells of it. Guests and items name each other by their `ref`. */
export type PublicCeremony = {
  enterpriseId: string;
  agreementId: string | null;
  baseId: string | null;
  source: string;
  plan: CeremonyPlan;
  guests: readonly {
    ref: string;
    side: (typeof sides)[number];
    name: string;
    nameEn: string;
    posts: readonly string[];
    postsEn: readonly string[];
    duty: GuestDuty;
    isGroup: boolean;
  }[];
  agenda: readonly {
    kind: AgendaKind;
    speakers: readonly string[];
    topics: readonly Topic[];
    summary: string;
    summaryEn: string;
  }[];
  decisions: readonly { wording: string; wordingEn: string }[];
};

/**
 * Door for the loader of public records: keeps a ceremony known from a public report, with its news page. Everything in it
 * is public already, so it counts as released; no operation makes such a ceremony, and either side may withdraw the page.
 */
export async function keepPublicCeremony<Tables>(
  context: TransactionContext<Tables>,
  given: PublicCeremony,
): Promise<{ ceremonyId: string; slug: string }> {
  const db = ownDb(context);
  const ceremonyId = newId();
  const { enterpriseId, agreementId, baseId, source, plan } = given;
  const own = { tenantId: context.tenant, enterpriseId };
  const { now } = context;
  await db
    .insertInto('ceremony')
    .values({
      ...{ ...own, ...plan, id: ceremonyId, agreementId, baseId, source },
      ...{ origin: 'public-record', state: 'held', liveItemId: null },
      ...{ unveiledAt: null, beganAt: null, endedAt: null, createdAt: now, changedAt: now },
    })
    .execute();
  await db
    .insertInto('ceremonyPart')
    .values(
      ceremonyParts.map((part) => ({ ...own, ceremonyId, part, revision: 1, changedBy: '', changedAt: now })),
    )
    .execute();
  const ids = await putGuests(context, ceremonyId, given);
  for (const [position, { speakers, topics, ...item }] of given.agenda.entries()) {
    const speakerIds = speakers.flatMap((ref) => ids.get(ref) ?? []);
    await db
      .insertInto('agendaItem')
      .values({
        ...{ ...own, ...item, id: newId(), ceremonyId, position, minutes: null, begunAt: null },
        ...{ speakerIds: JSON.stringify(speakerIds), topics: JSON.stringify(topics) },
      })
      .execute();
  }
  for (const [position, decision] of given.decisions.entries()) {
    await db
      .insertInto('minutedDecision')
      .values({ ...own, ...decision, id: newId(), ceremonyId, meetingId: null, position })
      .execute();
  }
  return { ceremonyId, slug: await publish(context, { id: ceremonyId, enterpriseId }, plan.heldOn) };
}

async function putGuests<Tables>(
  context: TransactionContext<Tables>,
  ceremonyId: string,
  { enterpriseId, guests }: PublicCeremony,
): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const side of sides) {
    for (const [index, guest] of guests.filter((one) => one.side === side).entries()) {
      const { ref, posts, postsEn, ...facts } = guest;
      const id = newId();
      ids.set(ref, id);
      await ownDb(context)
        .insertInto('ceremonyGuest')
        .values({
          ...{ ...facts, tenantId: context.tenant, enterpriseId, id, ceremonyId, position: index + 1 },
          ...{ posts: JSON.stringify(posts), postsEn: JSON.stringify(postsEn) },
        })
        .execute();
    }
  }
  return ids;
}

/** Drafts the page from everything and shows it. */
async function publish<Tables>(
  context: TransactionContext<Tables>,
  ceremony: { id: string; enterpriseId: string },
  heldOn: string,
): Promise<string> {
  const db = ownDb(context);
  const keys = releaseItems(await newsFacts(context, ceremony.id)).map((item) => item.key);
  for (const side of sides) await putReleases(context, ceremony, { side, keys, by: '' });
  const facts = await newsFacts(context, ceremony.id);
  const draft = draftNews(facts);
  const slug = slugOf(heldOn, [facts.parties.schoolEn, facts.parties.enterpriseEn], ceremony.id);
  const { tenant, now } = context;
  await db
    .insertInto('newsPage')
    .values({
      ...{ tenantId: tenant, enterpriseId: ceremony.enterpriseId, ceremonyId: ceremony.id, slug },
      ...{ revision: 1, draft: JSON.stringify(draft), editedBy: '', editedAt: now },
      ...{ schoolReleased: 1, enterpriseReleased: 1, withdrawnSide: null, withdrawnAt: null },
      ...{ shown: JSON.stringify({ ...draft, revision: 1 }), shownAt: now },
    })
    .execute();
  await db.insertInto('newsAddress').values({ tenantId: tenant, slug, ceremonyId: ceremony.id }).execute();
  return slug;
}
