import type { TransactionContext } from '@dualtrack/platform/operation';
import { ownDb } from './own-db.ts';

/** Door: a stay with daily notes that the context sees; undefined where there is none, or nobody has written. */
export async function stayNoteOf<Tables>(context: TransactionContext<Tables>, stayId: string) {
  return ownDb(context)
    .selectFrom('talentStay as s')
    .innerJoin('stayNote as n', (join) =>
      join.onRef('n.tenantId', '=', 's.tenantId').onRef('n.stayId', '=', 's.id'),
    )
    .select(['s.id', 's.post', 's.expertName'])
    .where('s.id', '=', stayId)
    .executeTakeFirst();
}

/**
 * Door: puts something among the materials of a co-taught course, in the school's home; what stands there by its address
 * is not put twice. Undefined when the two sides have no such course.
 */
export async function addMaterial<Tables>(
  context: TransactionContext<Tables>,
  given: { courseId: string; enterpriseId: string; title: string; address: string; by: string },
): Promise<{ title: string } | undefined> {
  const db = ownDb(context);
  const course = await db
    .selectFrom('talentCourse')
    .select(['title', 'materials', 'revision'])
    .where('id', '=', given.courseId)
    .where('enterpriseId', '=', given.enterpriseId)
    .forUpdate()
    .executeTakeFirst();
  if (course === undefined) return undefined;
  const { title, address } = given;
  if (course.materials.some((one) => one.address === address)) return { title: course.title };
  await db
    .updateTable('talentCourse')
    .set({
      materials: JSON.stringify([...course.materials, { title, address }]),
      ...{ revision: course.revision + 1, changedBy: given.by, changedAt: context.now },
    })
    .where('id', '=', given.courseId)
    .execute();
  return { title: course.title };
}
