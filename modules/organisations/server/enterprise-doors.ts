import { noId } from '@dualtrack/platform/ids';
import type { TransactionContext } from '@dualtrack/platform/operation';
import { ownDb } from './own-db.ts';

/** A post with what law and order need to know of it. Money in minor units a month. */
export type PostFacts = {
  id: string;
  code: string;
  title: string;
  titleEn: string;
  occupation: string;
  siteId: string;
  siteName: string;
  siteNameEn: string;
  headcount: number;
  monthlyPay: number;
  internPay: number;
  hazards: string[];
  nightShift: boolean;
  majorCategories: number[];
  labourGrade: number | null;
};

/** Posts of the enterprise in whose own home the context runs; all, or those with the ids given. */
export async function findPosts<Tables>(
  context: TransactionContext<Tables>,
  ids?: readonly string[],
): Promise<PostFacts[]> {
  let query = ownDb(context)
    .selectFrom('post as p')
    .innerJoin('site as s', (join) =>
      join.onRef('s.tenantId', '=', 'p.tenantId').onRef('s.id', '=', 'p.siteId'),
    )
    .select([
      'p.id',
      'p.code',
      'p.title',
      'p.titleEn',
      'p.occupation',
      'p.siteId',
      's.name as siteName',
      's.nameEn as siteNameEn',
      'p.headcount',
      'p.monthlyPay',
      'p.internPay',
      'p.hazards',
      'p.isNightShift as nightShift',
      'p.majorCategories',
      'p.labourGrade',
    ])
    .orderBy('p.code');
  if (ids !== undefined) query = query.where('p.id', 'in', [...ids, noId]);
  return query.execute();
}

/** A workstation of an enterprise. */
export type WorkstationFacts = {
  id: string;
  code: string;
  name: string;
  nameEn: string;
  siteId: string;
  siteName: string;
  siteNameEn: string;
  /** Region code of the site; empty: nobody said. */
  siteRegion: string;
  postId: string | null;
  unit: string;
  unitEn: string;
  unitWeeks: number | null;
  places: number;
};

/** Workstations of the enterprise in whose own home the context runs. */
export async function findWorkstations<Tables>(
  context: TransactionContext<Tables>,
  ids?: readonly string[],
): Promise<WorkstationFacts[]> {
  let query = ownDb(context)
    .selectFrom('workstation as w')
    .innerJoin('site as s', (join) =>
      join.onRef('s.tenantId', '=', 'w.tenantId').onRef('s.id', '=', 'w.siteId'),
    )
    .select([
      'w.id',
      'w.code',
      'w.name',
      'w.nameEn',
      'w.siteId',
      's.name as siteName',
      's.nameEn as siteNameEn',
      (eb) => eb.fn.coalesce('s.regionCode', eb.val('')).as('siteRegion'),
      'w.postId',
      'w.unit',
      'w.unitEn',
      'w.unitWeeks',
      'w.places',
    ])
    .orderBy('w.code');
  if (ids !== undefined) query = query.where('w.id', 'in', [...ids, noId]);
  return query.execute();
}

/** A mentor of an enterprise. */
export type MentorFacts = {
  id: string;
  staffNumber: string;
  name: string;
  postTitle: string;
  /** Of the post of that title; empty where none has an English one. */
  postTitleEn: string;
  certificate: string;
  maxLearners: number;
};

/** Mentors of the enterprise in whose own home the context runs. */
export async function findMentors<Tables>(
  context: TransactionContext<Tables>,
  ids?: readonly string[],
): Promise<MentorFacts[]> {
  let query = ownDb(context)
    .selectFrom('staff as s')
    .select(['s.id', 's.staffNumber', 's.name', 's.postTitle', 's.certificate', 's.maxLearners'])
    .select((eb) =>
      eb.fn
        .coalesce(
          eb
            .selectFrom('post as p')
            .select('p.titleEn')
            .whereRef('p.tenantId', '=', 's.tenantId')
            .whereRef('p.title', '=', 's.postTitle')
            .where('p.titleEn', '!=', '')
            .orderBy('p.code')
            .limit(1),
          eb.val(''),
        )
        .as('postTitleEn'),
    )
    .orderBy('s.staffNumber');
  if (ids !== undefined) query = query.where('s.id', 'in', [...ids, noId]);
  return query.execute();
}
