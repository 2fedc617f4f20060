import type { TransactionContext } from '@dualtrack/platform/operation';
import type { Kysely } from 'kysely';
import type { OrderClassesTables } from './tables.ts';

/** The caller's transaction, typed with this room's tables: doors are called with contexts of other rooms. */
export function ownDb<Tables>(context: TransactionContext<Tables>): Kysely<OrderClassesTables> {
  // The same connection; only the view of its tables differs.
  return context.db as unknown as Kysely<OrderClassesTables>;
}

/** Door: one class that the context sees; undefined when there is none. */
export async function classOf<Tables>(context: TransactionContext<Tables>, classId: string) {
  return ownDb(context)
    .selectFrom('orderClass')
    .select([
      'id',
      'tenantId as home',
      'enterpriseId',
      'name',
      'agreementId',
      'orderId',
      'programmeId',
      'majorCode',
      'state',
      'startsOn',
      'endsOn',
      'teacherId',
      'teacherName',
      'mentorName',
    ])
    .where('id', '=', classId)
    .executeTakeFirst();
}

/** Door: the placements of a class that the context sees, by student name, with the site of their post. */
export async function placementsOf<Tables>(context: TransactionContext<Tables>, classId: string) {
  const rows = await ownDb(context)
    .selectFrom('placement as p')
    .leftJoin('classSeat as s', (join) =>
      join.onRef('s.tenantId', '=', 'p.tenantId').onRef('s.id', '=', 'p.seatId'),
    )
    .select([
      'p.id',
      'p.classId',
      'p.studentId',
      'p.studentName',
      'p.seatId',
      'p.postId',
      'p.postTitle',
      'p.postTitleEn',
      'p.choice',
      'p.state',
      'p.startsOn',
      'p.endsOn',
      's.post',
    ])
    .where('p.classId', '=', classId)
    .where('p.state', '!=', 'declined')
    .orderBy('p.studentName')
    .orderBy('p.id')
    .execute();
  return rows.map(({ post, ...row }) => ({ ...row, siteName: post?.siteName ?? null }));
}

/** Door: the classes that the context sees, newest first. */
export async function classesOf<Tables>(context: TransactionContext<Tables>) {
  return ownDb(context)
    .selectFrom('orderClass')
    .select([
      'id',
      'tenantId as home',
      'enterpriseId',
      'name',
      'state',
      'startsOn',
      'endsOn',
      'orderId',
      'agreementId',
    ])
    .orderBy('startsOn', 'desc')
    .execute();
}
