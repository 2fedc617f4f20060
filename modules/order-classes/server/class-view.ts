import { organisationNames } from '@dualtrack/organisations/server';
import type { Role } from '@dualtrack/platform/contract';
import { notFound } from '@dualtrack/platform/errors';
import { noId } from '@dualtrack/platform/ids';
import type { TransactionContext } from '@dualtrack/platform/operation';
import { type Selectable, sql } from 'kysely';
import { classActions, whyNot } from '../order-class.ts';
import type { ClassDetail, ClassItem, SeatView } from '../shapes.ts';
import { ownDb } from './class-doors.ts';
import type { OrderClassesTables, SeatPost } from './tables.ts';

type ClassRow = Selectable<OrderClassesTables['orderClass']>;

/** A seat as screens show it, from its snapshot of the post. */
export function seatView(row: { id: string; postId: string; capacity: number; post: SeatPost }): SeatView {
  const { title, titleEn, siteName, internPay, monthlyPay, hazards, nightShift, majorCategories } = row.post;
  return {
    ...{ id: row.id, postId: row.postId, capacity: row.capacity, title, titleEn, siteName },
    ...{ internPay, monthlyPay, hazards, nightShift, majorCategories },
  };
}

/** The seats of a class in the order of their posts' codes. */
export async function seatsOf<Tables>(context: TransactionContext<Tables>, classIds: readonly string[]) {
  const rows = await ownDb(context)
    .selectFrom('classSeat')
    .select(['id', 'classId', 'postId', 'capacity', 'minimum', 'post'])
    .where('classId', 'in', [...classIds, noId])
    .execute();
  return rows.sort((a, b) => a.post.code.localeCompare(b.post.code, 'en') || (a.id < b.id ? -1 : 1));
}

/** What all lists and pages say of classes. */
export async function classHeads<Tables>(context: TransactionContext<Tables>, rows: readonly ClassRow[]) {
  const names = await organisationNames(
    context,
    rows.flatMap((row) => [row.tenantId, row.enterpriseId]),
  );
  return rows.map((row) => {
    const { id, enterpriseId, name, state, programmeName, programmeNameEn, majorCodes } = row;
    const { startsOn, endsOn, applicationsFrom, applicationsUntil, capacity } = row;
    const { teacherId, teacherName, mentorName } = row;
    return {
      ...{ id, home: row.tenantId, enterpriseId, name, state, programmeName, programmeNameEn, majorCodes },
      ...{ startsOn, endsOn, applicationsFrom, applicationsUntil, capacity },
      ...{ teacherId, teacherName, mentorName },
      school: names.get(row.tenantId)?.name ?? '',
      schoolEn: names.get(row.tenantId)?.nameEn ?? '',
      enterprise: names.get(enterpriseId)?.name ?? '',
      enterpriseEn: names.get(enterpriseId)?.nameEn ?? '',
    };
  });
}

/** Heads with how many apply, how many scores are missing and how many are placed. */
export async function classItems<Tables>(
  context: TransactionContext<Tables>,
  rows: readonly ClassRow[],
): Promise<ClassItem[]> {
  const db = ownDb(context);
  const ids = [...rows.map((row) => row.id), noId];
  const asked = await db
    .selectFrom('application')
    .select(['classId', sql<number>`count(*)::int`.as('applicants')])
    .select(sql<number>`coalesce(sum(cardinality(choices)), 0)::int`.as('choices'))
    .where('classId', 'in', ids)
    .where('isWithdrawn', '=', false)
    .groupBy('classId')
    .execute();
  const scored = await db
    .selectFrom('applicationScore as s')
    .innerJoin('application as a', (join) =>
      join.onRef('a.tenantId', '=', 's.tenantId').onRef('a.id', '=', 's.applicationId'),
    )
    .select(['a.classId', sql<number>`count(*)::int`.as('scores')])
    .where('a.classId', 'in', ids)
    .where('a.isWithdrawn', '=', false)
    // A score for a seat that is no longer asked for counts for nothing.
    .where(sql<boolean>`s.seat_id = any(a.choices)`)
    .groupBy('a.classId')
    .execute();
  const placed = await db
    .selectFrom('placement')
    .select(['classId', sql<number>`count(*)::int`.as('placed')])
    .where('classId', 'in', ids)
    .where('state', '!=', 'declined')
    .groupBy('classId')
    .execute();
  const heads = await classHeads(context, rows);
  return heads.map((head) => {
    const of = asked.find((one) => one.classId === head.id);
    const scores = scored.find((one) => one.classId === head.id)?.scores ?? 0;
    return {
      ...head,
      applicants: of?.applicants ?? 0,
      scoresMissing: (of?.choices ?? 0) - scores,
      placed: placed.find((one) => one.classId === head.id)?.placed ?? 0,
    };
  });
}

/** One class as its two sides see it, with what the role may do now. @throws thing.not-found */
export async function classView<Tables>(
  context: TransactionContext<Tables>,
  classId: string,
  role: Role,
): Promise<ClassDetail> {
  const db = ownDb(context);
  const row = await db.selectFrom('orderClass').selectAll().where('id', '=', classId).executeTakeFirst();
  const [item] = row === undefined ? [] : await classItems(context, [row]);
  if (row === undefined || item === undefined) throw notFound('order-class');
  const choices = await db
    .selectFrom('application')
    .select('choices')
    .where('classId', '=', classId)
    .where('isWithdrawn', '=', false)
    .execute();
  const seats = (await seatsOf(context, [classId])).map((seat) => ({
    ...seatView(seat),
    wanted: choices.filter((one) => one.choices.includes(seat.id)).length,
    firstChoices: choices.filter((one) => one.choices[0] === seat.id).length,
  }));
  return {
    ...item,
    agreementId: row.agreementId,
    orderId: row.orderId,
    lotteryCommitment: row.lotteryCommitment,
    fillRunId: row.fillRunId,
    lotterySeed: await revealedSeed(context, row),
    seats,
    placing: {
      rule: row.placingRule,
      hasGroups: row.hasGroups,
      minimum: row.minimum,
      seats: (await seatsOf(context, [classId])).map(({ id, minimum }) => ({ seatId: id, minimum })),
      exitFrom: row.exitFrom,
      exitUntil: row.exitUntil,
      appealDays: row.appealDays,
      movesUp: row.movesUp,
    },
    abilities: Object.fromEntries(
      classActions.map((action) => [action, whyNot(row, { role }, action)]),
      // Every action is there, because the list of actions was mapped.
    ) as ClassDetail['abilities'],
  };
}

/** The seed as the published run carries it; null before. */
export async function revealedSeed<Tables>(
  context: TransactionContext<Tables>,
  row: { publishedMatchingId: string | null },
): Promise<string | null> {
  if (row.publishedMatchingId === null) return null;
  const run = await ownDb(context)
    .selectFrom('matchingRun')
    .select('problem')
    .where('id', '=', row.publishedMatchingId)
    .executeTakeFirst();
  return run?.problem.lottery ?? null;
}
