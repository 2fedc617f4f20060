import type { TransactionContext } from '@dualtrack/platform/operation';
import { groupsByWord, isAgreedGroup } from '../group.ts';
import type { RunSide } from '../placing.ts';
import { ownDb } from './class-doors.ts';

/** Groups and least numbers of a class as they stand. A group is one only once each of its members has agreed to it. */
export async function buildConditions<Tables>(
  context: TransactionContext<Tables>,
  orderClass: { id: string; hasGroups: boolean; minimum: number },
): Promise<RunSide['conditions']> {
  const db = ownDb(context);
  const applications = orderClass.hasGroups
    ? await db
        .selectFrom('application')
        .select(['id', 'groupCode', 'groupAgreedWith as agreedWith'])
        .where('classId', '=', orderClass.id)
        .where('isWithdrawn', '=', false)
        .where('groupCode', 'is not', null)
        .orderBy('id')
        .execute()
    : [];
  const seats = await db
    .selectFrom('classSeat')
    .select(['id', 'minimum'])
    .where('classId', '=', orderClass.id)
    .where('minimum', '>', 0)
    .orderBy('id')
    .execute();
  const whole = orderClass.minimum > 0 ? [{ place: orderClass.id, heads: orderClass.minimum }] : [];
  return {
    groups: [...groupsByWord(applications).values()].filter(isAgreedGroup).map((members) => {
      const ids = members.map(({ id }) => id);
      // The word is between the students; the run knows a group by its first member.
      return { id: ids[0] ?? '', members: ids };
    }),
    minimums: [...seats.map(({ id, minimum }) => ({ place: id, heads: minimum })), ...whole],
  };
}

/** Whether groups and least numbers are as they were. */
export function isSameConditions(
  then: RunSide['conditions'] | undefined,
  now: RunSide['conditions'],
): boolean {
  const plain = ({ groups, minimums }: RunSide['conditions']) =>
    JSON.stringify([
      groups.map(({ members }) => members),
      minimums.map(({ place, heads }) => [place, heads]),
    ]);
  return plain(then ?? { groups: [], minimums: [] }) === plain(now);
}
