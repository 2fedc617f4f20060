import { regionOf } from '@dualtrack/organisations/server';
import { partnersOf } from '@dualtrack/platform/access';
import type { TransactionContext } from '@dualtrack/platform/operation';
import { addDay } from '../days.ts';
import type { ShownPart } from '../forms.ts';
import { occupations } from '../occupations.ts';
import type { Side } from '../side.ts';
import type { TalentTables } from './tables.ts';

/** What is promised of an expert from a month ago on; the context runs in the expert's home. */
export async function promisedOf(context: TransactionContext<TalentTables>, expertId: string) {
  const since = new Date(`${addDay(context.today, -62)}T00:00:00Z`);
  const rows = await context.db
    .selectFrom('expertReservation')
    .select(['startsAt', 'endsAt', 'month', 'minutes'])
    .where('expertId', '=', expertId)
    .where('endsAt', '>', since)
    .orderBy('startsAt')
    .execute();
  const used: Record<string, number> = {};
  for (const { month, minutes } of rows) used[month] = (used[month] ?? 0) + minutes;
  return { used, busy: rows.map(({ startsAt, endsAt }) => ({ startsAt, endsAt })) };
}

/** All the words by which somebody is found, in small letters; only what the partner may see. */
function searchTextOf(row: {
  name: string;
  nameEn: string;
  title: string;
  titleEn: string;
  tags: readonly string[];
  occupations: readonly string[];
}): string {
  const named = occupations.filter(({ code }) => row.occupations.includes(code));
  return [
    ...[row.name, row.nameEn, row.title, row.titleEn, ...row.tags],
    ...named.flatMap(({ code, zh, en }) => [code, zh, en]),
  ]
    .join(' ')
    .toLowerCase();
}

/**
 * Writes what each partner sees of an expert, as far as the person shows it; takes it back where the person is not listed
 * or has left. Runs in the expert's home; a school's rows stay there, an enterprise's lie at each partner school.
 */
export async function publishListing(
  context: TransactionContext<TalentTables>,
  side: Side,
  expertId: string,
): Promise<void> {
  const row = await context.db
    .selectFrom('expert')
    .selectAll()
    .where('id', '=', expertId)
    .executeTakeFirstOrThrow();
  const partners = await partnersOf(context.transaction, context.today);
  const { used, busy } = await promisedOf(context, expertId);
  const isListed = row.listedSince !== null && row.leftOn === null;
  const has = (part: ShownPart) => row.shown.includes(part);
  const words = {
    ...{ name: has('name') ? row.name : '', nameEn: has('name') ? row.nameEn : '' },
    ...{ title: has('title') ? row.title : '', titleEn: has('title') ? row.titleEn : '' },
  };
  const texts = {
    ...words,
    side,
    certificates: JSON.stringify(has('certificates') ? row.certificates : []),
    occupations: JSON.stringify(row.occupations),
    tags: JSON.stringify(row.tags),
    languages: JSON.stringify(row.languages),
    slots: JSON.stringify(row.slots),
    absences: JSON.stringify(row.absences),
    monthlyHours: row.monthlyHours,
    used: JSON.stringify(used),
    busy: JSON.stringify(has('calendar') ? busy : []),
    searchText: searchTextOf({ ...words, tags: row.tags, occupations: row.occupations }),
    // Who said nothing is taken to work where the organisation is.
    region: row.region || (await regionOf(context, context.tenant)),
    changedAt: context.now,
  };
  for (const partner of partners) {
    const key =
      side === 'school'
        ? { tenantId: context.tenant, enterpriseId: partner }
        : { tenantId: partner, enterpriseId: context.tenant };
    const scope = { tenant: key.tenantId, enterprise: side === 'school' ? null : context.tenant };
    await context.within(scope, async ({ db }) => {
      if (!isListed) {
        await db
          .deleteFrom('expertListing')
          .where('expertId', '=', expertId)
          .where('enterpriseId', '=', key.enterpriseId)
          .execute();
        return;
      }
      await db
        .insertInto('expertListing')
        .values({ ...key, expertId, ...texts })
        .onConflict((conflict) =>
          conflict.columns(['tenantId', 'enterpriseId', 'expertId']).doUpdateSet(texts),
        )
        .execute();
    });
  }
}
