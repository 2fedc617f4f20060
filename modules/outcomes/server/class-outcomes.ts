import { notFound } from '@dualtrack/platform/errors';
import { type OperationContext, operationsOn } from '@dualtrack/platform/operation';
import { sql } from 'kysely';
import { type ClassOutcomes, contract, type OutcomePerson } from '../contract.ts';
import { stayChecks, whyNotRecord } from '../outcome.ts';
import { chargeOf, orderFunnels } from './funnel.ts';
import { placeOf } from './place.ts';
import type { OutcomesTables } from './tables.ts';

const operation = operationsOn<OutcomesTables>();
type Context = OperationContext<OutcomesTables>;

type Row = Pick<OutcomePerson, 'placementId' | 'studentName' | 'postTitle' | 'postTitleEn'> & {
  classId: string;
  className: string;
  startsOn: string;
  endsOn: string;
} & NonNullable<OutcomePerson['outcome']> & { recorded: boolean };

/** Placements that the context may read, with what became of each. */
export async function peopleWith(ctx: Context, of: { classId: string } | { studentId: string }) {
  const which = 'classId' in of ? sql`p.class_id = ${of.classId}` : sql`p.student_id = ${of.studentId}`;
  const found = await sql<Row>`
    select p.placement_id, p.student_name, p.post_title, p.post_title_en, p.class_id, p.class_name, p.starts_on, p.ends_on,
      o.placement_id is not null as recorded, o.is_trained, o.offered_on, o.joined_on, o.monthly_pay, o.left_on, o.left_by,
      o.left_reason, o.revision
    from order_classes_placement p
    left join outcome o on o.tenant_id = p.tenant_id and o.placement_id = p.placement_id
    where ${placeOf(ctx, 'p')} and ${which} and p.state <> 'declined'
      and p.class_state in ('published', 'running', 'finished')
    order by p.starts_on desc, p.student_name, p.placement_id`.execute(ctx.db);
  return found.rows.map(({ placementId, studentName, postTitle, postTitleEn, ...row }) => {
    const { recorded, isTrained, offeredOn, joinedOn, monthlyPay, leftOn, leftBy, leftReason, revision } =
      row;
    const facts = { isTrained, offeredOn, joinedOn, monthlyPay, leftOn, leftBy, leftReason, revision };
    return {
      ...{ placementId, studentName, postTitle, postTitleEn },
      ...{ classId: row.classId, className: row.className, startsOn: row.startsOn, endsOn: row.endsOn },
      outcome: recorded ? facts : null,
      stay: recorded && joinedOn !== null ? stayChecks(joinedOn, leftOn, ctx.today) : [],
    };
  });
}

/** The outcomes of one class as the caller sees them. @throws thing.not-found */
export async function classOutcomes(ctx: Context, classId: string): Promise<ClassOutcomes> {
  const where = sql`c.class_id = ${classId} and c.state <> 'draft' and ${chargeOf(ctx)}`;
  const [head] = (await orderFunnels(ctx, where, { page: 1, size: 1 })).items;
  if (head === undefined) throw notFound('order-class');
  const marks = await ctx.db
    .selectFrom('assessment')
    .select(({ fn }) => ['placementId', fn.countAll().as('count'), fn.avg('score').as('mean')])
    .where('classId', '=', classId)
    .groupBy('placementId')
    .execute();
  const of = new Map(marks.map((row) => [row.placementId, row]));
  const people = await peopleWith(ctx, { classId });
  return {
    head,
    whyNotRecord: whyNotRecord({ state: head.state ?? '' }, ctx.actor),
    people: people.map(({ classId: _class, className: _name, startsOn: _from, endsOn: _to, ...one }) => {
      const known = of.get(one.placementId);
      return {
        ...one,
        marks: Number(known?.count ?? 0),
        meanScore: known === undefined ? null : Number(known.mean),
      };
    }),
  };
}

export const getClassOutcomes = operation(contract.classes.get, async (ctx, input) => {
  ctx.audit(input.classId);
  return classOutcomes(ctx, input.classId);
});

/** What a student (or the guardian) reads of the own results. */
export const getMyOutcomes = operation(contract.mine, async (ctx) => {
  const studentId = ctx.actor.subjectId;
  if (studentId === null) return [];
  const marks = await ctx.db
    .selectFrom('assessment')
    .select(['placementId', 'kind', 'unit', 'score', 'assessorName', 'assessedOn'])
    .where('studentId', '=', studentId)
    .orderBy('assessedOn')
    .orderBy('unit')
    .execute();
  const people = await peopleWith(ctx, { studentId });
  return people.map(({ classId: _class, ...one }) => {
    const own = marks.filter((mark) => mark.placementId === one.placementId);
    const sum = own.reduce((total, mark) => total + mark.score, 0);
    return {
      ...one,
      marks: own.map(({ placementId: _placement, ...mark }) => mark),
      meanScore: own.length === 0 ? null : sum / own.length,
    };
  });
});
