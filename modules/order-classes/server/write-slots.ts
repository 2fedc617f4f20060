import { newId } from '@dualtrack/platform/ids';
import type { OperationContext } from '@dualtrack/platform/operation';
import type { SheetIssue } from '@dualtrack/platform/sheets';
import { interviewersOf, mostSlots, slotsOf } from './interviews.ts';
import type { SheetRows } from './read-class-sheet.ts';
import type { OrderClassesTables } from './tables.ts';
import { tell } from './tell.ts';

type Context = OperationContext<OrderClassesTables, 'interview.too-many'>;

/**
 * Interview times from a file, with the enterprise's members known by their names: one at the same time and place with the same interviewer is the one that is there, new
 * ones are added, others stay. Nothing is written where a row cannot be; each such row is named.
 */
export async function writeSlots(
  ctx: Context,
  inner: Context,
  row: { id: string; enterpriseId: string },
  given: SheetRows['slots'],
  isTrial: boolean,
): Promise<SheetIssue[]> {
  const known = await slotsOf(inner, row.id);
  const same = (one: SheetRows['slots'][number]) =>
    known.find(
      (slot) =>
        new Date(slot.startsAt).getTime() === one.startsAt.getTime() &&
        slot.place === one.place &&
        slot.interviewer === one.interviewer,
    );
  const issues: SheetIssue[] = [];
  const say = (one: SheetRows['slots'][number], code: string, params: SheetIssue['params'] = {}) =>
    issues.push({ file: '', row: one.row, code, params, severity: 'error' });
  const added = given.filter((one) => same(one) === undefined);
  for (const one of added) if (one.startsAt <= ctx.now) say(one, 'interview.in-past');
  const changed = given.flatMap((one) => {
    const slot = same(one);
    const isSame = slot === undefined || (slot.minutes === one.minutes && slot.places === one.places);
    return isSame ? [] : [{ one, slot }];
  });
  for (const { one, slot } of changed)
    if (one.places < slot.booked.length) say(one, 'sheet.slot-booked', { count: slot.booked.length });
  if (issues.length > 0 || isTrial) return issues;
  if (known.length + added.length > mostSlots) throw ctx.refuse('interview.too-many');
  for (const { one, slot } of changed)
    await inner.db
      .updateTable('interviewSlot')
      .set({ minutes: one.minutes, places: one.places })
      .where('id', '=', slot.id)
      .execute();
  if (added.length === 0) return [];
  const members = await interviewersOf(ctx);
  // A name that two members have names neither.
  const idOf = (name: string) => {
    const named = members.filter((one) => one.name === name);
    return named.length === 1 ? (named[0]?.personId ?? null) : null;
  };
  await inner.db
    .insertInto('interviewSlot')
    .values(
      added.map(({ startsAt, minutes, place, interviewer, places }) => ({
        ...{ tenantId: inner.tenant, enterpriseId: row.enterpriseId, id: newId(), classId: row.id },
        ...{ startsAt, minutes, place, interviewer, interviewerId: idOf(interviewer), places },
      })),
    )
    .execute();
  await tell(inner, row, 'interviews-offered', { byPerson: ctx.actor.personId });
  await inner.emit('class.interviews-offered', { classId: row.id, enterpriseId: row.enterpriseId });
  return [];
}
