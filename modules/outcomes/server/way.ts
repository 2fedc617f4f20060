import { notFound } from '@dualtrack/platform/errors';
import { type OperationContext, operationsOn } from '@dualtrack/platform/operation';
import { type RawBuilder, sql } from 'kysely';
import type { Way, WayPerson } from '../contract/way.ts';
import { contract } from '../contract.ts';
import { monthsAfter } from '../outcome.ts';
import { type LeavingSide, stayStages, type WayStage, wayStages } from '../way.ts';
import { orderFunnels } from './funnel.ts';
import { placeOf } from './place.ts';
import type { OutcomesTables } from './tables.ts';

const operation = operationsOn<OutcomesTables>();
type Context = OperationContext<OutcomesTables>;

type Result = {
  id: string;
  studentName: string;
  postTitle: string;
  postTitleEn: string;
  isTrained: boolean | null;
  offeredOn: string | null;
  joinedOn: string | null;
  leftOn: string | null;
  leftBy: 'graduate' | 'enterprise' | null;
  leftReason: string | null;
};
type Exit = {
  id: string;
  studentName: string;
  postTitle: string;
  postTitleEn: string;
  reason: string;
  day: string;
};
type Applicant = { id: string; studentName: string; day: string };

/** Everything an order's way is counted from; each number is the length of a list of people. */
type Records = { applicants: Applicant[]; results: Result[]; exits: Exit[] };

/** The order as the caller may see it; a school does not see drafts. @throws thing.not-found */
async function orderHead(ctx: Context, orderId: string) {
  const isShown: RawBuilder<unknown> = ctx.actor.kind === 'school' ? sql`o.state <> 'draft'` : sql`true`;
  const where = sql`o.order_id = ${orderId} and ${isShown}`;
  const [found] = (await orderFunnels(ctx, where, { page: 1, size: 1 })).items;
  if (found === undefined) throw notFound('talent-order');
  return found;
}

async function recordsOf(ctx: Context, classId: string | null): Promise<Records> {
  if (classId === null) return { applicants: [], results: [], exits: [] };
  const applicants = await sql<Applicant>`
    select a.application_id as id, a.student_name, a.applied_on as day from order_classes_application a
    where ${placeOf(ctx, 'a')} and a.class_id = ${classId} order by a.student_name, a.application_id`.execute(
    ctx.db,
  );
  const results = await sql<Result>`
    select p.placement_id as id, p.student_name, p.post_title, p.post_title_en, r.is_trained, r.offered_on, r.joined_on,
      r.left_on, r.left_by, r.left_reason
    from order_classes_placement p
    left join outcome r on r.tenant_id = p.tenant_id and r.placement_id = p.placement_id
    where ${placeOf(ctx, 'p')} and p.class_id = ${classId} and p.state <> 'declined'
    order by p.student_name, p.placement_id`.execute(ctx.db);
  const exits = await sql<Exit>`
    select e.change_id as id, e.student_name, e.post_title, e.post_title_en, e.reason, e.changed_on as day
    from order_classes_exit e
    where ${placeOf(ctx, 'e')} and e.class_id = ${classId} order by e.changed_on, e.student_name, e.change_id`.execute(
    ctx.db,
  );
  return { applicants: applicants.rows, results: results.rows, exits: exits.rows };
}

const plain = { postTitle: '', postTitleEn: '', side: null, reason: '' };
const person = (row: Result, day: string | null): WayPerson => {
  const { id, studentName, postTitle, postTitleEn } = row;
  return { id, studentName, postTitle, postTitleEn, day, side: null, reason: '' };
};
const sideOf = (row: Result): LeavingSide => row.leftBy ?? 'unknown';

/** The day on which a check after some months is due; null for who never joined. */
const dueDay = (row: Result, months: number): string | null =>
  row.joinedOn === null ? null : monthsAfter(row.joinedOn, months);

/** The people of one step. */
function peopleAt(stage: WayStage, { applicants, results, exits }: Records, today: string): WayPerson[] {
  const having = (day: (row: Result) => string | null) =>
    results.flatMap((row) => {
      const on = day(row);
      return on === null ? [] : [person(row, on)];
    });
  switch (stage) {
    case 'applied':
      return applicants.map((row) => ({ ...plain, ...row }));
    case 'admitted':
      return results.map((row) => person(row, null));
    case 'trained':
      return results.filter((row) => row.isTrained === true).map((row) => person(row, null));
    case 'offered':
      return having((row) => row.offeredOn);
    case 'joined':
      return having((row) => row.joinedOn);
    case 'exited':
      return exits.map((row) => ({ ...row, side: 'class' as const }));
    case 'left':
      return results.flatMap((row) =>
        row.leftOn === null || row.leftOn > today
          ? []
          : [{ ...person(row, row.leftOn), side: sideOf(row), reason: row.leftReason ?? '' }],
      );
    default:
      return having((row) => {
        const due = dueDay(row, stayStages[stage]);
        const isThere = due !== null && due <= today && (row.leftOn === null || row.leftOn >= due);
        return isThere ? due : null;
      });
  }
}

/** Of how many a step could have been: of a check only those whose day has come. */
function wholeOf(stage: WayStage, records: Records, today: string): number {
  if (stage === 'applied') return records.applicants.length;
  if (stage === 'stay6' || stage === 'stay12' || stage === 'stay24') {
    return records.results.filter((row) => {
      const due = dueDay(row, stayStages[stage]);
      return due !== null && due <= today;
    }).length;
  }
  return stage === 'left'
    ? records.results.filter((row) => row.joinedOn !== null).length
    : records.results.length;
}

/** An order's way in numbers, each of which `people` lists by name; and why people went, by side. */
export const getWay = operation(contract.way.get, async (ctx, input): Promise<Way> => {
  const head = await orderHead(ctx, input.orderId);
  const records = await recordsOf(ctx, head.classId);
  const { orderId, classId, name, school, schoolEn, enterprise, enterpriseEn, funnel } = head;
  const gone = new Map<string, Way['leaving'][number]>();
  for (const stage of ['exited', 'left'] as const) {
    for (const { side, reason } of peopleAt(stage, records, ctx.today)) {
      const key = `${side} ${reason}`;
      const people = (gone.get(key)?.people ?? 0) + 1;
      gone.set(key, { side: side ?? 'unknown', reason, people });
    }
  }
  return {
    ...{ orderId, classId, name, school, schoolEn, enterprise, enterpriseEn, seats: funnel.seats },
    steps: wayStages.map((stage) => ({
      stage,
      people: peopleAt(stage, records, ctx.today).length,
      of: wholeOf(stage, records, ctx.today),
    })),
    leaving: [...gone.values()].sort((a, b) => b.people - a.people || (a.reason < b.reason ? -1 : 1)),
  };
});

export const listWayPeople = operation(contract.way.people, async (ctx, input) => {
  const head = await orderHead(ctx, input.orderId);
  const people = peopleAt(input.stage, await recordsOf(ctx, head.classId), ctx.today);
  ctx.audit(input.orderId, { stage: input.stage, people: people.length });
  return people;
});
