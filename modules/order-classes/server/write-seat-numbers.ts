import type { OperationContext } from '@dualtrack/platform/operation';
import { createIssueList, rowIssues, type SheetIssue } from '@dualtrack/platform/sheets';
import { orderOf } from '@dualtrack/workforce/server';
import { seatsOf } from './class-view.ts';
import type { SheetGround, SheetRows } from './read-class-sheet.ts';
import { seatsMeant, wordsOfSeat } from './seat-words.ts';
import type { OrderClassesTables } from './tables.ts';

type Context = OperationContext<OrderClassesTables>;
type ClassRow = { id: string; orderId: string; capacity: number; minimum: number };

/**
 * Places and least numbers of a draft's posts from a file. Posts that it does not name stay as they are; no post gets more
 * than the order has for it. Nothing is written where a row cannot be.
 */
export async function writeSeatNumbers(
  ctx: Context,
  row: ClassRow,
  ground: SheetGround,
  given: SheetRows['seats'],
  isTrial: boolean,
): Promise<SheetIssue[]> {
  const issues = createIssueList();
  const known = await seatsOf(ctx, [row.id]);
  const order = await orderOf(ctx, row.orderId);
  const wanted = new Map<string, { capacity: number; minimum: number; row: number }>();
  for (const one of given) {
    const say = rowIssues(issues, '', one.source);
    const [named, second] = seatsMeant(one.post, ground.seats);
    const seat = known.find(({ id }) => id === named?.id);
    if (seat === undefined || second !== undefined) {
      const allowed = ground.seats.map((each) => wordsOfSeat(each, ground.seats, 0)).join('、');
      say('post', 'sheet.post-unknown', { value: one.post, allowed });
      continue;
    }
    const first = wanted.get(seat.id);
    if (first !== undefined) say('post', 'import.duplicate-row', { firstRow: first.row, firstFile: '' });
    const limit = order?.lines.find(({ postId }) => postId === seat.postId)?.seats ?? 0;
    if (one.capacity > limit)
      say('capacity', 'import.out-of-range', { value: one.capacity, min: 0, max: limit });
    const minimum = one.minimum ?? seat.minimum;
    if (minimum > one.capacity) say('minimum', 'placing.minimum-too-high', { limit: one.capacity });
    wanted.set(seat.id, { capacity: one.capacity, minimum, row: one.row });
  }
  const before = known.reduce((sum, { capacity }) => sum + capacity, 0);
  const total = known.reduce((sum, { id, capacity }) => sum + (wanted.get(id)?.capacity ?? capacity), 0);
  // A class as large as its posts together stays so; a smaller one stays as it is, where that is possible.
  const capacity = row.capacity === before ? total : Math.min(row.capacity, total);
  if (total === 0) issues.add({ file: '', code: 'sheet.no-places', params: {}, severity: 'error' });
  else if (row.minimum > capacity)
    issues.add({
      file: '',
      code: 'placing.minimum-too-high',
      params: { limit: capacity },
      severity: 'error',
    });
  if (issues.errors() > 0 || isTrial) return [...issues.list()];
  for (const [id, numbers] of wanted)
    await ctx.db
      .updateTable('classSeat')
      .set({ capacity: numbers.capacity, minimum: numbers.minimum })
      .where('id', '=', id)
      .execute();
  await ctx.db
    .updateTable('orderClass')
    .set({ capacity, changedAt: ctx.now })
    .where('id', '=', row.id)
    .execute();
  return [];
}
