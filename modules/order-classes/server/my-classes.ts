import { findStudents } from '@dualtrack/organisations/server';
import { notFound } from '@dualtrack/platform/errors';
import { type OperationContext, operationsOn } from '@dualtrack/platform/operation';
import type { Selectable } from 'kysely';
import { whyNotToday } from '../application-window.ts';
import { contract } from '../contract.ts';
import { whyNotEligible, whyNotSeat } from '../eligibility.ts';
import { whyNot } from '../order-class.ts';
import type { ExplanationView, MyClass, MyGroup } from '../shapes.ts';
import { groupView, membersOfGroup } from './agree-group.ts';
import { openSlots } from './book-interview.ts';
import { classHeads, revealedSeed, seatsOf, seatView } from './class-view.ts';
import { explanationView } from './explanation-view.ts';
import { placementView } from './placement-view.ts';
import { explainRun } from './solve-class.ts';
import type { OrderClassesTables } from './tables.ts';

const operation = operationsOn<OrderClassesTables>();
type Context = OperationContext<OrderClassesTables>;
type ClassRow = Selectable<OrderClassesTables['orderClass']>;

export const listMyClasses = operation(contract.mine.list, async (ctx) => myClasses(ctx));

export const getMyClass = operation(contract.mine.get, async (ctx, input) => {
  const [found] = await myClasses(ctx, input.classId);
  if (found === undefined) throw notFound('order-class');
  return found;
});

/** Classes that concern a student: open to the major, applied to, or placed in. */
async function myClasses(ctx: Context, classId?: string): Promise<MyClass[]> {
  const studentId = ctx.actor.subjectId;
  const [student] = studentId === null ? [] : await findStudents(ctx, [studentId]);
  if (student === undefined) return [];
  const applications = await ctx.db
    .selectFrom('application')
    .selectAll()
    .where('studentId', '=', student.id)
    .execute();
  const placements = await ctx.db
    .selectFrom('placement')
    .selectAll()
    .where('studentId', '=', student.id)
    .execute();
  let query = ctx.db
    .selectFrom('orderClass')
    .selectAll()
    .where('state', '!=', 'draft')
    .orderBy('startsOn', 'desc')
    .orderBy('id');
  if (classId !== undefined) query = query.where('id', '=', classId);
  const concerned = (await query.execute()).filter((row) => {
    const isIn = [...applications, ...placements].some((one) => one.classId === row.id);
    return isIn || (row.state === 'open' && whyNotEligible(row, student) === null);
  });
  const heads = await classHeads(ctx, concerned);
  const seats = await seatsOf(
    ctx,
    concerned.map((row) => row.id),
  );
  const found: MyClass[] = [];
  for (const row of concerned) {
    const head = heads.find((one) => one.id === row.id);
    if (head === undefined) continue;
    const application = applications.find((one) => one.classId === row.id);
    const placement = placements.find((one) => one.classId === row.id);
    found.push({
      ...head,
      seats: seats
        .filter((seat) => seat.classId === row.id)
        .map((seat) => ({ ...seatView(seat), whyNot: whyNotSeat(seat.post, student) })),
      whyNotApply: whyNotApply(ctx, row, student),
      application:
        application === undefined
          ? null
          : {
              id: application.id,
              choices: application.choices,
              statement: application.statement,
              isWithdrawn: application.isWithdrawn,
              groupCode: application.groupCode,
              group: await groupOf(ctx, row.id, application),
            },
      interview: application?.isWithdrawn === false ? await interviewOf(ctx, row) : 'none',
      placing: {
        rule: row.placingRule,
        hasGroups: row.hasGroups,
        minimum: row.minimum,
        seats: seats.flatMap(({ id, classId: of, minimum }) =>
          of === row.id ? [{ seatId: id, minimum }] : [],
        ),
        exitFrom: row.exitFrom,
        exitUntil: row.exitUntil,
        appealDays: row.appealDays,
        movesUp: row.movesUp,
      },
      lotteryCommitment: row.lotteryCommitment,
      lotterySeed: await revealedSeed(ctx, row),
      result: application === undefined ? null : await resultOf(ctx, row, application.id),
      placement: placement === undefined ? null : placementView(placement, ctx.actor.role),
    });
  }
  return found;
}

/** Whether an applicant has booked an interview, or may still book one. */
async function interviewOf(ctx: Context, row: ClassRow): Promise<MyClass['interview']> {
  if (row.state !== 'open' && row.state !== 'closed') return 'none';
  const slots = await openSlots(ctx, row.id);
  if (slots.some((slot) => slot.isMine && !slot.mayBookAnother)) return 'booked';
  return slots.some(({ free }) => free > 0) ? 'open' : 'none';
}

/** Who gave the same word: each of them sees the others, so that nobody is in a group unseen. */
async function groupOf(
  ctx: Context,
  classId: string,
  { id, groupCode, isWithdrawn }: { id: string; groupCode: string | null; isWithdrawn: boolean },
): Promise<MyGroup | null> {
  if (groupCode === null || isWithdrawn) return null;
  return groupView(await membersOfGroup(ctx, classId, groupCode), id);
}

function whyNotApply(ctx: Context, row: ClassRow, student: { majorCode: string }): string | null {
  return whyNot(row, ctx.actor, 'apply') ?? whyNotEligible(row, student) ?? whyNotToday(row, ctx.today);
}

/** Why the student got what they got, worked out anew from the published problem; null before or without one. */
async function resultOf(
  ctx: Context,
  row: ClassRow,
  applicationId: string,
): Promise<(ExplanationView & { round: number }) | null> {
  if (row.publishedMatchingId === null) return null;
  const runs = await ctx.db
    .selectFrom('matchingRun')
    .select(['problem', 'result', 'side', 'round'])
    .where('classId', '=', row.id)
    .where('isPublished', '=', true)
    .orderBy('round', 'desc')
    .execute();
  // The last round in which the student took part says where they stand now.
  const run = runs.find(({ problem }) => problem.applicants.some(({ id }) => id === applicationId));
  if (run === undefined) return null;
  const found = explainRun(run, applicationId);
  if (found === undefined) return null;
  return { ...explanationView(found), round: run.round };
}
