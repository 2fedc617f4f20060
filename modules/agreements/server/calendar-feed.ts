import type { AccountsTables } from '@dualtrack/accounts/server';
import { isLocale, type Locale, phrase } from '@dualtrack/locales';
import { homesOf } from '@dualtrack/platform/access';
import { type CalendarEntry, calendarMediaType, writeCalendar } from '@dualtrack/platform/calendar';
import { dayOf } from '@dualtrack/platform/clock';
import type { KernelTables } from '@dualtrack/platform/db';
import { notFound } from '@dualtrack/platform/errors';
import { createLink, openLink, publicAddress, revokeLink } from '@dualtrack/platform/links';
import {
  asSystem,
  type DocumentRoute,
  homeOf,
  operationsOn,
  type TransactionContext,
} from '@dualtrack/platform/operation';
import type { Kysely } from 'kysely';
import * as z from 'zod';
import { feedScopes, obligationsContract } from '../contract/obligations.ts';
import { calendarEntries, type FeedPerson } from './calendar-entries.ts';
import type { AgreementsTables } from './tables.ts';

const contract = obligationsContract.feeds;
const operation = operationsOn<AgreementsTables>();
const kind = 'calendar-feed';

/** What a feed remembers: for whom it was made and of what. */
const details = z.object({
  membershipId: z.uuid(),
  kind: z.enum(['school', 'enterprise']),
  agreementId: z.uuid().nullable(),
  /** Feeds made before there were own ones tell of the whole side. */
  scope: z.enum(feedScopes).default('side'),
  title: z.string(),
  locale: z.string(),
});

/** For whom a feed is written: the reader's side, one agreement or all, language, and the address that links begin with. */
export type CalendarAsked = {
  side: 'school' | 'enterprise';
  agreementId: string | null;
  /** Whose own dates; null: all of the side or of the agreement. */
  person: FeedPerson | null;
  locale: Locale;
  address: string;
};

/** What a later room has to say in a feed. */
export type CalendarSource = (
  context: TransactionContext<never>,
  asked: CalendarAsked,
) => Promise<CalendarEntry[]>;
const sources = new Map<CalendarSource, { knowsPersons: boolean }>();

/**
 * Door: a later room adds its own dates (ceremonies, meetings) to every feed; to feeds of one's own dates only when it
 * knows whose its dates are. Adding one twice changes nothing.
 */
export function addCalendarSource(source: CalendarSource, { knowsPersons = false } = {}): void {
  sources.set(source, { knowsPersons });
}

/** Links lie in the maker's own home, also where the agreement lies in a partner's. */
async function atHome<T>(
  ctx: TransactionContext<AgreementsTables>,
  work: (inner: TransactionContext<AgreementsTables>) => Promise<T>,
): Promise<T> {
  return ctx.within({ tenant: ctx.tenant, enterprise: null }, work);
}

export const createFeed = operation(contract.create, async (ctx, input) => {
  const { agreementId = null } = input;
  const scope = agreementId === null ? input.scope : 'agreement';
  if (agreementId !== null) await homeOf(ctx, 'agreement', agreementId);
  const row =
    agreementId === null
      ? undefined
      : await ctx.db
          .selectFrom('agreement')
          .select(['title', 'titleEn', 'number'])
          .where('id', '=', agreementId)
          .executeTakeFirst();
  const title = row === undefined ? '' : row.title || row.titleEn || row.number;
  const { membershipId, personId, kind: side } = ctx.actor;
  const made = await atHome(ctx, (inner) =>
    createLink(inner, {
      ...{ kind, subjectId: personId, enterpriseId: null, expiresAt: null },
      details: { membershipId, kind: side, agreementId, scope, title, locale: ctx.locale },
    }),
  );
  ctx.audit(made.id, { agreementId });
  return { id: made.id, address: `${publicAddress(ctx.kernel)}/feeds/${made.token}.ics` };
});

export const listFeeds = operation(contract.list, async (ctx) => {
  const rows = await atHome(ctx, ({ db }) =>
    kernelDb(db)
      .selectFrom('openLink')
      .select(['id', 'details', 'createdAt'])
      .where('kind', '=', kind)
      .where('subjectId', '=', ctx.actor.personId)
      .where('revokedAt', 'is', null)
      .orderBy('createdAt')
      .execute(),
  );
  return {
    items: rows.map(({ id, details: kept, createdAt }) => {
      const { agreementId, scope, title } = details.parse(kept);
      const isOfOne = agreementId !== null;
      return {
        id,
        agreementId,
        title,
        scope: isOfOne ? ('agreement' as const) : scope,
        createdAt: createdAt.toISOString(),
      };
    }),
  };
});

export const revokeFeed = operation(contract.revoke, async (ctx, input) => {
  await atHome(ctx, async (inner) => {
    const own = await kernelDb(inner.db)
      .selectFrom('openLink')
      .select('id')
      .where('id', '=', input.feedId)
      .where('kind', '=', kind)
      .where('subjectId', '=', ctx.actor.personId)
      .executeTakeFirst();
    if (own === undefined) throw notFound('calendar-feed');
    await revokeLink(inner, own.id);
  });
  ctx.audit(input.feedId);
  return { ok: true as const };
});

function kernelDb(db: unknown): Kysely<KernelTables> {
  // The same connection, typed with the kernel's own tables.
  return db as Kysely<KernelTables>;
}

/** Whose feed it is, as the membership says now; null when it has ended. */
async function memberOf(
  context: TransactionContext<never>,
  membershipId: string,
): Promise<FeedPerson | null> {
  // Memberships are read in their own home, which a feed's home is.
  const db = context.db as unknown as Kysely<Pick<AccountsTables, 'membership'>>;
  const row = await db
    .selectFrom('membership')
    .select(['endedAt', 'name', 'role'])
    .where('id', '=', membershipId)
    .executeTakeFirst();
  if (row === undefined || row.endedAt !== null) return null;
  return { name: row.name, isOffice: row.role === 'school-office' || row.role === 'enterprise-hr' };
}

/**
 * The feed of a person, of their side or of one agreement: whoever knows the address reads it, until it is revoked or the person's membership ends. It
 * carries names of agreements and duties, and no student.
 */
export const calendarFeed: DocumentRoute = {
  path: '/feeds/:token',
  async answer(kernel, request) {
    const token = (request.params['token'] ?? '').replace(/\.ics$/, '');
    const link = await openLink(kernel, kind, token);
    const { membershipId, kind: side, agreementId, scope, title, locale } = details.parse(link.details);
    const member = await asSystem<never, FeedPerson | null>(kernel, link.tenant, (context) =>
      memberOf(context, membershipId),
    );
    if (member === null) return null;
    const person = agreementId === null && scope === 'mine' ? member : null;
    const now = kernel.clock.now();
    const today = dayOf(now, kernel.config.timeZone);
    const homes = side === 'enterprise' ? await homesOf(kernel.pool, link.tenant, today) : [];
    if (side === 'enterprise' && homes.length === 0) return null;
    const language: Locale = isLocale(locale) ? locale : 'zh-CN';
    const address = publicAddress(kernel);
    const asked = { side, agreementId, person, locale: language, address };
    const entries = await asSystem<never, CalendarEntry[]>(
      kernel,
      { tenant: link.tenant, enterprise: null, homes },
      async (context) => {
        const lists = [await calendarEntries(context, asked)];
        for (const [source, { knowsPersons }] of sources) {
          if (person === null || knowsPersons) lists.push(await source(context, asked));
        }
        return lists.flat();
      },
    );
    const named = person === null ? 'feed.name' : 'feed.ownName';
    const name = title || phrase(language, 'obligations', named);
    return {
      mediaType: calendarMediaType,
      body: writeCalendar({ name, entries, now, language: language === 'en' ? 'EN' : 'ZH' }),
      fileName: 'dualtrack.ics',
    };
  },
};
