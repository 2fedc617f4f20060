import type { TransactionContext } from '@dualtrack/platform/operation';
import type { Kysely } from 'kysely';
import type { TrainingBasesTables } from './tables.ts';

/** The caller's transaction, typed with this room's tables: doors are called with contexts of other rooms. */
export function ownDb<Tables>(context: TransactionContext<Tables>): Kysely<TrainingBasesTables> {
  // The same connection; only the view of its tables differs.
  return context.db as unknown as Kysely<TrainingBasesTables>;
}

/** Door: one base with its units, stations, mentors and equipment; undefined when the context sees none. */
export async function baseOf<Tables>(context: TransactionContext<Tables>, baseId: string) {
  const db = ownDb(context);
  const base = await db
    .selectFrom('base')
    .select([
      'id',
      'tenantId as home',
      'enterpriseId',
      'name',
      'nameEn',
      'plaque',
      'agreementId',
      'unveiledOn',
      'note',
      'address',
      'latitude',
      'longitude',
    ])
    .where('id', '=', baseId)
    .executeTakeFirst();
  if (base === undefined) return undefined;
  const rows = await db
    .selectFrom('baseUnit')
    .select(['id', 'name', 'nameEn', 'lengthWeeks', 'isRequired', 'position', 'shift', 'comesAfter'])
    .where('baseId', '=', baseId)
    .orderBy('position')
    .orderBy('name')
    .execute();
  const stations = await db
    .selectFrom('baseStation')
    .select([
      'id',
      'unitId',
      'workstationId',
      'code',
      'name',
      'nameEn',
      'siteId',
      'siteName',
      'siteNameEn',
      'siteRegion',
      'places',
      'availableFrom',
      'availableTo',
      'shift',
      'periods',
    ])
    .where('baseId', '=', baseId)
    .orderBy('code')
    .execute();
  const mentors = await db
    .selectFrom('baseMentor')
    .select([
      'id',
      'staffId',
      'staffNumber',
      'name',
      'postTitle',
      'postTitleEn',
      'certificate',
      'certificateUntil',
      'maxLearners',
      'absences',
      'unitIds',
    ])
    .where('baseId', '=', baseId)
    .orderBy('name')
    .execute();
  const equipment = await db
    .selectFrom('baseEquipment')
    .select(['id', 'stationId', 'assetNumber', 'name', 'nameEn', 'condition', 'inspectionDue', 'note'])
    .where('baseId', '=', baseId)
    .orderBy('assetNumber')
    .execute();
  const photos = await db
    .selectFrom('basePhoto')
    .select(['id', 'caption', 'captionEn'])
    .where('baseId', '=', baseId)
    .orderBy('addedAt')
    .execute();
  const known = new Set(rows.map((unit) => unit.id));
  const units = rows.map(({ comesAfter, ...unit }) => ({
    ...unit,
    after: comesAfter.filter((id) => known.has(id)),
  }));
  const mentorsNow = mentors.map((mentor) => ({
    ...mentor,
    unitIds: mentor.unitIds.filter((id) => known.has(id)),
  }));
  return { ...base, units, stations, mentors: mentorsNow, equipment, photos };
}

/** Door: under which ids a member of the enterprise's staff was offered as a mentor, in the bases the context sees. */
export async function mentorIdsOf<Tables>(
  context: TransactionContext<Tables>,
  staffId: string,
): Promise<string[]> {
  const rows = await ownDb(context)
    .selectFrom('baseMentor')
    .select('id')
    .where('staffId', '=', staffId)
    .execute();
  return rows.map((row) => row.id);
}

/** Door: the bases that belong to an agreement. */
export async function basesOfAgreement<Tables>(context: TransactionContext<Tables>, agreementId: string) {
  return ownDb(context)
    .selectFrom('base')
    .select(['id', 'name', 'nameEn'])
    .where('agreementId', '=', agreementId)
    .orderBy('name')
    .execute();
}
