import type { AccountsTables } from '@dualtrack/accounts/server';
import { isLocale, type Locale, phrase } from '@dualtrack/locales';
import { homesOf } from '@dualtrack/platform/access';
import { type CalendarEntry, calendarMediaType, writeCalendar } from '@dualtrack/platform/calendar';
import { dayOf } from '@dualtrack/platform/clock';
import type { KernelTables } from '@dualtrack/platform/db';
import { notFound } from '@dualtrack/platform/errors';
import { noId } from '@dualtrack/platform/ids';
import { createLink, openLink, publicAddress, revokeLink } from '@dualtrack/platform/links';
import {
  asSystem,
  type DocumentRoute,
  operationsOn,
  type TransactionContext,
} from '@dualtrack/platform/operation';
import type { Kysely } from 'kysely';
import * as z from 'zod';
import { contract } from '../contract.ts';
import { ownExpertIds, type TalentContext } from './asking.ts';
import { ownDb } from './own-db.ts';
import type { TalentTables } from './tables.ts';

const operation = operationsOn<TalentTables>();
const kind = 'talent-feed';
const details = z.object({
  membershipId: z.uuid(),
  kind: z.enum(['school', 'enterprise']),
  expertIds: z.array(z.uuid()),
  locale: z.string(),
});

function kernelDb(db: unknown): Kysely<KernelTables> {
  // The same connection, typed with the kernel's own tables.
  return db as Kysely<KernelTables>;
}

/** Links lie in the maker's own home, also where the sessions lie at a partner's. */
const atHome = <T>(ctx: TalentContext, work: (inner: TransactionContext<TalentTables>) => Promise<T>) =>
  ctx.within({ tenant: ctx.tenant, enterprise: null }, work);

export const createFeed = operation(contract.sessions.feeds.create, async (ctx) => {
  const expertIds = await ownExpertIds(ctx);
  if (expertIds.length === 0) throw ctx.refuse('expert.no-card');
  const { membershipId, personId, kind: side } = ctx.actor;
  const made = await atHome(ctx, (inner) =>
    createLink(inner, {
      ...{ kind, subjectId: personId, enterpriseId: null, expiresAt: null },
      details: { membershipId, kind: side, expertIds, locale: ctx.locale },
    }),
  );
  ctx.audit(made.id);
  return { id: made.id, address: `${publicAddress(ctx.kernel)}/talent-calendars/${made.token}.ics` };
});

export const listFeeds = operation(contract.sessions.feeds.list, async (ctx) => {
  const rows = await atHome(ctx, ({ db }) =>
    kernelDb(db)
      .selectFrom('openLink')
      .select(['id', 'createdAt'])
      .where('kind', '=', kind)
      .where('subjectId', '=', ctx.actor.personId)
      .where('revokedAt', 'is', null)
      .orderBy('createdAt')
      .execute(),
  );
  return { items: rows.map((row) => ({ id: row.id, createdAt: row.createdAt.toISOString() })) };
});

export const revokeFeed = operation(contract.sessions.feeds.revoke, async (ctx, input) => {
  await atHome(ctx, async (inner) => {
    const own = await kernelDb(inner.db)
      .selectFrom('openLink')
      .select('id')
      .where('id', '=', input.feedId)
      .where('kind', '=', kind)
      .where('subjectId', '=', ctx.actor.personId)
      .executeTakeFirst();
    if (own === undefined) throw notFound('talent-feed');
    await revokeLink(inner, own.id);
  });
  ctx.audit(input.feedId);
  return { ok: true as const };
});

/** Sessions as calendar entries; all that the context sees, or those of some experts. */
export async function sessionEntries<Tables>(
  context: TransactionContext<Tables>,
  asked: { expertIds: readonly string[] | null; agreementId: string | null; address: string },
): Promise<CalendarEntry[]> {
  const db = ownDb(context);
  let query = db
    .selectFrom('talentSession')
    .selectAll()
    .where('state', 'in', ['planned', 'held', 'cancelled']);
  if (asked.agreementId !== null) query = query.where('agreementId', '=', asked.agreementId);
  if (asked.expertIds !== null) {
    const mine = await db
      .selectFrom('sessionExpert')
      .select('sessionId')
      .where('expertId', 'in', [...asked.expertIds])
      .execute();
    const ids = [...mine.map((row) => row.sessionId), noId];
    query = query.where('id', 'in', ids);
  }
  const rows = await query.orderBy('startsAt', 'desc').limit(500).execute();
  return rows.map((row) => ({
    uid: `talent-session-${row.id}@dualtrack`,
    title: row.title,
    when: { start: row.startsAt, end: row.endsAt },
    location: [row.roomName, row.place].filter((one) => one !== '').join(' · '),
    description: row.message,
    url: `${asked.address}/talent-sessions/${row.id}`,
    isCancelled: row.state === 'cancelled',
  }));
}

/** The feed of an expert: whoever knows the address reads it, until it is revoked or the person's membership ends. */
export const talentFeed: DocumentRoute = {
  path: '/talent-calendars/:token',
  async answer(kernel, request) {
    const token = (request.params['token'] ?? '').replace(/\.ics$/, '');
    const link = await openLink(kernel, kind, token);
    const { membershipId, kind: side, expertIds, locale } = details.parse(link.details);
    const ended = await asSystem<never, Date | null | undefined>(kernel, link.tenant, async (context) => {
      // Memberships are read in their own home, which a feed's home is.
      const db = context.db as unknown as Kysely<Pick<AccountsTables, 'membership'>>;
      const query = db.selectFrom('membership').select('endedAt').where('id', '=', membershipId);
      return (await query.executeTakeFirst())?.endedAt;
    });
    if (ended !== null) return null;
    const now = kernel.clock.now();
    const today = dayOf(now, kernel.config.timeZone);
    const homes = side === 'enterprise' ? await homesOf(kernel.pool, link.tenant, today) : [];
    if (side === 'enterprise' && homes.length === 0) return null;
    const language: Locale = isLocale(locale) ? locale : 'zh-CN';
    const scope = { tenant: link.tenant, enterprise: null, homes };
    const entries = await asSystem<never, CalendarEntry[]>(kernel, scope, (context) =>
      sessionEntries(context, { expertIds, agreementId: null, address: publicAddress(kernel) }),
    );
    const name = phrase(language, 'talent-sharing', 'feed.name');
    return {
      mediaType: calendarMediaType,
      body: writeCalendar({ name, entries, now, language: language === 'en' ? 'EN' : 'ZH' }),
      fileName: 'talents.ics',
    };
  },
};
