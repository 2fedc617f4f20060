import { agreementOf, standingAgreements } from '@dualtrack/agreements/server';
import { findProgrammes, findTeachers, organisationNames } from '@dualtrack/organisations/server';
import { newId, newSecret } from '@dualtrack/platform/ids';
import { type OperationContext, operationsOn } from '@dualtrack/platform/operation';
import { moveOrder, type OrderFacts, orderOf } from '@dualtrack/workforce/server';
import { hasBegun } from '../application-window.ts';
import { contract } from '../contract.ts';
import { lockedClass } from './class-row.ts';
import { classView } from './class-view.ts';
import type { OrderClassesTables } from './tables.ts';
import { tellOpening } from './tell-opening.ts';

const operation = operationsOn<OrderClassesTables>();
type SeatNumber = { postId: string; capacity: number };
type SeatCodes = 'class.no-such-seat' | 'class.too-many-seats';
type Limits = { capacity?: number; seats?: SeatNumber[] };

/** What a class can be formed from: agreements in force whose order waits for its class. */
export const listStartable = operation(contract.classes.startable, async (ctx) => {
  const standing = await standingAgreements(ctx);
  const names = await organisationNames(
    ctx,
    standing.map((one) => one.enterpriseId),
  );
  const agreements = [];
  for (const agreement of standing) {
    if (agreement.orderId === null) continue;
    const order = await orderOf(ctx, agreement.orderId);
    if (order?.state !== 'in-agreement') continue;
    const { id, number, title, titleEn, validTo } = agreement;
    agreements.push({
      ...{ id, number, title, titleEn, validTo, className: order.className, majorCode: order.majorCode },
      ...{ startQuarter: order.startQuarter, seats: order.seats },
      enterprise: names.get(agreement.enterpriseId)?.name ?? '',
      enterpriseEn: names.get(agreement.enterpriseId)?.nameEn ?? '',
      lines: order.lines.map((line) => ({
        postId: line.postId,
        title: line.post.title,
        titleEn: line.post.titleEn,
        seats: line.seats,
      })),
    });
  }
  return {
    agreements,
    teachers: (await findTeachers(ctx)).map(({ id, name, title }) => ({ id, name, title })),
    majors: (await findProgrammes(ctx)).map(({ majorCode, name, nameEn }) => ({ majorCode, name, nameEn })),
  };
});

/** Drafts a class: its seats are those of the order, or fewer. The order is bound to it from here on. */
export const createClass = operation(contract.classes.create, async (ctx, input) => {
  const agreement = await agreementOf(ctx, input.agreementId);
  const isStanding = agreement?.state === 'in-force' || agreement?.state === 'registered';
  if (agreement === undefined || !isStanding) throw ctx.refuse('class.agreement-not-in-force');
  const order = agreement.orderId === null ? undefined : await orderOf(ctx, agreement.orderId);
  if (order === undefined) throw ctx.refuse('class.order-not-ready');
  const seats = seatNumbers(ctx, order, input);
  const teacherName = await teacherNameOf(ctx, input.teacherId);
  if (!(await moveOrder(ctx, order.id, 'in-class'))) throw ctx.refuse('class.order-not-ready');
  const id = newId();
  await ctx.db
    .insertInto('orderClass')
    .values({
      tenantId: ctx.tenant,
      enterpriseId: agreement.enterpriseId,
      id,
      agreementId: agreement.id,
      orderId: order.id,
      programmeId: order.programmeId,
      majorCode: order.majorCode,
      programmeName: order.programmeName,
      programmeNameEn: order.programmeNameEn,
      state: 'draft',
      movesUp: true,
      ...frameOf(input, order.majorCode),
      teacherName,
      capacity: input.capacity ?? seats.reduce((sum, seat) => sum + seat.capacity, 0),
      lotteryCommitment: null,
      publishedMatchingId: null,
      createdAt: ctx.now,
      changedAt: ctx.now,
    })
    .execute();
  await ctx.db
    .insertInto('lotterySeed')
    .values({ tenantId: ctx.tenant, classId: id, seed: newSecret() })
    .execute();
  await writeSeats(ctx, id, agreement.enterpriseId, order, seats);
  ctx.audit(id);
  return { id };
});

export const editClass = operation(contract.classes.edit, async (ctx, input) => {
  const row = await lockedClass(ctx, input.classId, 'edit');
  const teacherName = await teacherNameOf(ctx, input.teacherId);
  // Applicants have chosen among these seats: they stay as they were opened.
  const isFixed = row.state !== 'draft';
  if (isFixed && (input.seats !== undefined || input.capacity !== undefined)) {
    throw ctx.refuse('class.seats-fixed');
  }
  // Whoever may choose today is not told tomorrow that it had not begun.
  if (isFixed && hasBegun(row, ctx.today) && !hasBegun(input, ctx.today))
    throw ctx.refuse('class.window-begun');
  let { capacity } = row;
  if (!isFixed && (input.seats !== undefined || input.capacity !== undefined)) {
    const order = await orderOf(ctx, row.orderId);
    if (order === undefined) throw ctx.refuse('class.no-such-seat');
    const seats = seatNumbers(ctx, order, input);
    capacity = input.capacity ?? seats.reduce((sum, seat) => sum + seat.capacity, 0);
    await ctx.db.deleteFrom('classSeat').where('classId', '=', row.id).execute();
    await writeSeats(ctx, row.id, row.enterpriseId, order, seats);
  }
  await ctx.db
    .updateTable('orderClass')
    .set({ ...frameOf(input, row.majorCode), teacherName, capacity, changedAt: ctx.now })
    .where('id', '=', row.id)
    .execute();
  const { applicationsFrom } = input;
  if (isFixed && !hasBegun(row, ctx.today) && applicationsFrom !== row.applicationsFrom)
    await tellOpening(ctx, { ...row, applicationsFrom });
  ctx.audit(row.id, { action: 'edit' });
  return classView(ctx, row.id, ctx.actor.role);
});

type Frame = {
  name: string;
  startsOn: string;
  endsOn: string;
  applicationsFrom: string | null;
  applicationsUntil: string | null;
  teacherId: string | null;
  mentorName: string;
  majorCodes: string[];
};

function frameOf(input: Frame, majorCode: string): Frame {
  const { name, startsOn, endsOn, applicationsFrom, applicationsUntil, teacherId, mentorName } = input;
  const majorCodes = [...new Set([majorCode, ...input.majorCodes])];
  return {
    ...{ name, startsOn, endsOn, applicationsFrom, applicationsUntil },
    ...{ teacherId, mentorName, majorCodes },
  };
}

/** Seats of the class: the order's lines, or fewer in each. @throws class.no-such-seat, class.too-many-seats */
function seatNumbers(
  ctx: OperationContext<OrderClassesTables, SeatCodes>,
  order: OrderFacts,
  { seats, capacity }: Limits,
): SeatNumber[] {
  const wanted = seats ?? order.lines.map((line) => ({ postId: line.postId, capacity: line.seats }));
  for (const seat of wanted) {
    const line = order.lines.find((one) => one.postId === seat.postId);
    if (line === undefined || wanted.filter((one) => one.postId === seat.postId).length > 1) {
      throw ctx.refuse('class.no-such-seat');
    }
    if (seat.capacity > line.seats) throw ctx.refuse('class.too-many-seats', { limit: line.seats });
  }
  const limit = wanted.reduce((sum, seat) => sum + seat.capacity, 0);
  if (limit === 0) throw ctx.refuse('class.no-such-seat');
  if (capacity !== undefined && capacity > limit) throw ctx.refuse('class.too-many-seats', { limit });
  return wanted;
}

async function teacherNameOf(
  ctx: OperationContext<OrderClassesTables, 'class.no-such-teacher'>,
  teacherId: string | null,
): Promise<string> {
  if (teacherId === null) return '';
  const [teacher] = await findTeachers(ctx, [teacherId]);
  if (teacher === undefined) throw ctx.refuse('class.no-such-teacher');
  return teacher.name;
}

async function writeSeats(
  ctx: OperationContext<OrderClassesTables>,
  classId: string,
  enterpriseId: string,
  order: OrderFacts,
  seats: readonly SeatNumber[],
): Promise<void> {
  await ctx.db
    .insertInto('classSeat')
    .values(
      seats.map(({ postId, capacity }) => ({
        tenantId: ctx.tenant,
        enterpriseId,
        id: newId(),
        classId,
        postId,
        capacity,
        post: JSON.stringify(order.lines.find((line) => line.postId === postId)?.post),
      })),
    )
    .execute();
}
