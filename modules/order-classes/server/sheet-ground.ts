import type { TransactionContext } from '@dualtrack/platform/operation';
import { ownDb } from './class-doors.ts';
import { seatsOf } from './class-view.ts';
import type { SheetGround } from './read-class-sheet.ts';
import { rubricOf } from './rubric.ts';

/** What of a class its files are read and written against. */
export async function groundOf<Tables>(
  context: TransactionContext<Tables>,
  classId: string,
): Promise<SheetGround> {
  const applicants = await ownDb(context)
    .selectFrom('application')
    .select(['id', 'studentName', 'choices'])
    .where('classId', '=', classId)
    .where('isWithdrawn', '=', false)
    .orderBy('studentName')
    .orderBy('id')
    .execute();
  const seats = (await seatsOf(context, [classId])).map(({ id, post }) => ({
    ...{ id, code: post.code, title: post.title, titleEn: post.titleEn },
    majorCategories: post.majorCategories,
  }));
  const { criteria } = await rubricOf(context, classId);
  return { criteria, applicants, seats, timeZone: context.kernel.config.timeZone };
}
