import type { TransactionContext } from '@dualtrack/platform/operation';
import type { RunSide } from '../placing.ts';
import { ownDb } from './class-doors.ts';

/** Groups and least numbers of a class as they stand. Who alone knows a word is no group. */
export async function buildConditions<Tables>(
  context: TransactionContext<Tables>,
  orderClass: { id: string; hasGroups: boolean; minimum: number },
): Promise<RunSide['conditions']> {
  const db = ownDb(context);
  const applications = orderClass.hasGroups
    ? await db
        .selectFrom('application')
        .select(['id', 'groupCode'])
        .where('classId', '=', orderClass.id)
        .where('isWithdrawn', '=', false)
        .where('groupCode', 'is not', null)
        .orderBy('id')
        .execute()
    : [];
  const members = new Map<string, string[]>();
  for (const { id, groupCode } of applications) {
    if (groupCode !== null) members.set(groupCode, [...(members.get(groupCode) ?? []), id]);
  }
  const seats = await db
    .selectFrom('classSeat')
    .select(['id', 'minimum'])
    .where('classId', '=', orderClass.id)
    .where('minimum', '>', 0)
    .orderBy('id')
    .execute();
  const whole = orderClass.minimum > 0 ? [{ place: orderClass.id, heads: orderClass.minimum }] : [];
  return {
    groups: [...members.values()]
      .filter((list) => list.length > 1)
      // The word is between the students; the run knows a group by its first member.
      .map((list) => ({ id: list[0] ?? '', members: list })),
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
