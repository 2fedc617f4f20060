import type { AccountsTables } from '@dualtrack/accounts/server';
import { isLocale, type Locale } from '@dualtrack/locales';
import { homesOf } from '@dualtrack/platform/access';
import { calendarMediaType, writeCalendar } from '@dualtrack/platform/calendar';
import { dayOf } from '@dualtrack/platform/clock';
import type { KernelTables } from '@dualtrack/platform/db';
import { notFound } from '@dualtrack/platform/errors';
import { createLink, openLink, publicAddress, revokeLink } from '@dualtrack/platform/links';
import {
  asSystem,
  type DocumentRoute,
  operationsOn,
  type TransactionContext,
} from '@dualtrack/platform/operation';
import type { Kysely } from 'kysely';
import * as z from 'zod';
import { calendarViews } from '../calendar-contract.ts';
import { contract } from '../contract.ts';
import { entriesOf } from './calendar-entries.ts';
import { calendarOf } from './calendar-of.ts';
import { mayRead } from './read-calendars.ts';
import type { RotationsTables } from './tables.ts';

const operation = operationsOn<RotationsTables>();
const kind = 'rotation-feed';

/** What a feed remembers: whose membership carries it, and of what it is. */
const details = z.object({
  membershipId: z.uuid(),
  kind: z.enum(['school', 'enterprise']),
  by: z.enum(calendarViews),
  subjectId: z.uuid(),
  name: z.string(),
  nameEn: z.string().default(''),
  locale: z.string(),
});

/** Links lie in the maker's own home, also where the plan lies in a partner's. */
function atHome<T>(
  ctx: TransactionContext<RotationsTables>,
  work: (inner: TransactionContext<RotationsTables>) => Promise<T>,
): Promise<T> {
  return ctx.within({ tenant: ctx.tenant, enterprise: null }, work);
}

function kernelDb(db: unknown): Kysely<KernelTables> {
  // The same connection, typed with the kernel's own tables.
  return db as Kysely<KernelTables>;
}

export const createFeed = operation(contract.calendar.feeds.create, async (ctx, input) => {
  const found = mayRead(ctx.actor, input) ? await calendarOf(ctx, input) : undefined;
  if (found === undefined) throw notFound('calendar');
  const { membershipId, personId, kind: side } = ctx.actor;
  const { name, nameEn } = found;
  const made = await atHome(ctx, (inner) =>
    createLink(inner, {
      ...{ kind, subjectId: personId, enterpriseId: null, expiresAt: null },
      details: { membershipId, kind: side, ...input, name, nameEn, locale: ctx.locale },
    }),
  );
  ctx.audit(made.id, { by: input.by });
  return { id: made.id, address: `${publicAddress(ctx.kernel)}/calendars/${made.token}.ics` };
});

export const listFeeds = operation(contract.calendar.feeds.list, async (ctx) => {
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
      const { by, subjectId, name, nameEn } = details.parse(kept);
      return { id, by, subjectId, name, nameEn, createdAt: createdAt.toISOString() };
    }),
  };
});

export const revokeFeed = operation(contract.calendar.feeds.revoke, async (ctx, input) => {
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

async function isStillMember(context: TransactionContext<never>, membershipId: string): Promise<boolean> {
  // Memberships are read in their own home, which a feed's home is.
  const db = context.db as unknown as Kysely<Pick<AccountsTables, 'membership'>>;
  const row = await db
    .selectFrom('membership')
    .select('endedAt')
    .where('id', '=', membershipId)
    .executeTakeFirst();
  return row?.endedAt === null;
}

function nameIn(locale: Locale, { name, nameEn }: { name: string; nameEn: string }): string {
  return locale === 'en' && nameEn !== '' ? nameEn : name;
}

/** The feed of a person: whoever knows the address reads it, until it is revoked or the person's membership ends. */
export const rotationFeed: DocumentRoute = {
  path: '/calendars/:token',
  async answer(kernel, request) {
    const token = (request.params['token'] ?? '').replace(/\.ics$/, '');
    const link = await openLink(kernel, kind, token);
    const { membershipId, kind: side, by, subjectId, locale, ...kept } = details.parse(link.details);
    const isMember = await asSystem<never, boolean>(kernel, link.tenant, (context) =>
      isStillMember(context, membershipId),
    );
    if (!isMember) return null;
    const now = kernel.clock.now();
    const today = dayOf(now, kernel.config.timeZone);
    const homes = side === 'enterprise' ? await homesOf(kernel.pool, link.tenant, today) : [];
    if (side === 'enterprise' && homes.length === 0) return null;
    const language: Locale = isLocale(locale) ? locale : 'zh-CN';
    const asked = { by, subjectId, locale: language, address: publicAddress(kernel) };
    // A plan that was withdrawn leaves an empty calendar, not a broken subscription.
    const found = await asSystem<RotationsTables, Awaited<ReturnType<typeof calendarOf>>>(
      kernel,
      { tenant: link.tenant, enterprise: null, homes },
      (context) => calendarOf(context, asked),
    );
    const entries = found === undefined ? [] : entriesOf(found, asked);
    return {
      mediaType: calendarMediaType,
      body: writeCalendar({
        name: nameIn(language, found ?? kept),
        entries,
        now,
        language: language === 'en' ? 'EN' : 'ZH',
      }),
      fileName: 'rotation.ics',
    };
  },
};
