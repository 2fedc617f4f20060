import { newId } from '@dualtrack/platform/ids';
import type { OutcomeKit } from './outcome-kit.ts';

/** A student's place as it was generated, with everything that figures are made from. */
export type Place = {
  school: string;
  firm: string;
  classId: string;
  classState: string;
  teacher: string | null;
  placementId: string;
  studentId: string;
  state: string;
  choice: number | null;
  /** Major category of the student and what the post takes. */
  major: number;
  takes: number[];
  /** In a published plan at a station in the week of the test. */
  isAtStation: boolean;
  verdicts: string[];
  marks: number[];
  outcome: null | {
    trained: boolean;
    offered: string | null;
    joined: string | null;
    pay: number | null;
    left: string | null;
  };
};
export type Klass = {
  school: string;
  firm: string;
  classId: string;
  orderId: string;
  state: string;
  capacity: number;
  applied: number;
  teacher: string | null;
};
export type Order = { school: string; firm: string; orderId: string; state: string; seats: number };
export type Agreement = {
  school: string;
  firm: string;
  state: string;
  from: string | null;
  to: string | null;
};
export type World = { places: Place[]; classes: Klass[]; orders: Order[]; agreements: Agreement[] };

/** A row of numbers that is the same for the same seed. */
function chance(seed: number) {
  let state = seed >>> 0;
  const next = () => {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  return {
    is: (share: number) => next() < share,
    below: (limit: number) => Math.floor(next() * limit),
    one<T>(of: readonly [T, ...T[]]): T {
      return of[Math.floor(next() * of.length)] ?? of[0];
    },
  };
}

/** Writes `classes` each of orders, agreements, classes, placements, plans, verdicts, marks and outcomes for every pair of the kit. */
export async function generateWorld(kit: OutcomeKit, seed: number, classes = 5): Promise<World> {
  const draw = chance(seed);
  const world: World = { places: [], classes: [], orders: [], agreements: [] };
  for (const school of kit.schools) {
    for (const firm of kit.firms) {
      for (let index = 0; index < classes; index++) await addClass(kit, world, draw, school, firm);
    }
  }
  return world;
}

type Draw = ReturnType<typeof chance>;
const times = { created_at: '2026-01-01', changed_at: '2026-01-01' };

async function addClass(kit: OutcomeKit, world: World, draw: Draw, school: string, firm: string) {
  const home = { tenant_id: school, enterprise_id: firm };
  const [orderId, agreementId, classId] = [newId(), newId(), newId()];
  const seats = 5 + draw.below(20);
  const order = draw.one([
    'draft',
    'proposed',
    'accepted',
    'declined',
    'in-agreement',
    'in-class',
    'closed',
  ] as const);
  const major = { major_code: '460301', programme_name: '机电', programme_name_en: 'Mechatronics' };
  await kit.put('talent_order', {
    ...{ ...home, ...major, ...times, id: orderId, number: orderId, state: order, class_name: '订单' },
    ...{ seats, start_quarter: '2026-Q1' },
  });
  world.orders.push({ school, firm, orderId, state: order, seats });
  const agreement = draw.one(['negotiating', 'in-force', 'in-force', 'registered', 'ended'] as const);
  const from = draw.one(['2026-01-01', '2026-12-01', null] as const);
  const to = draw.one(['2026-11-21', '2026-11-22', '2027-07-31', null] as const);
  await kit.put('agreement', {
    ...{ ...home, ...times, id: agreementId, number: agreementId, kind: 'order-class', title: '协议' },
    ...{
      state: agreement,
      order_id: orderId,
      valid_from: from,
      valid_to: to,
      parties: '[]',
      variables: '{}',
    },
  });
  world.agreements.push({ school, firm, state: agreement, from, to });
  const state = draw.one(['draft', 'open', 'published', 'running', 'finished', 'running'] as const);
  const teacher = draw.is(0.7) ? draw.one(kit.teachers[school] ?? ['', '']) : null;
  await kit.put('order_class', {
    ...{
      ...home,
      ...major,
      ...times,
      id: classId,
      name: `班${world.classes.length}`,
      agreement_id: agreementId,
    },
    ...{ order_id: orderId, state, starts_on: '2026-09-01', ends_on: '2027-01-31', teacher_id: teacher },
    ...{ teacher_name: teacher === null ? '' : '教师', capacity: seats },
  });
  const klass = { school, firm, classId, orderId, state, capacity: seats, applied: 0, teacher };
  world.classes.push(klass);
  const plan = { id: newId(), isPublished: draw.is(0.7) };
  await addPlan(kit, { ...home, plan, classId });
  await kit.put('compliance_class', {
    ...{ ...home, class_id: classId, name: `班${world.classes.length}` },
    ...{ starts_on: '2026-09-01', ends_on: '2027-01-31', is_over: state === 'finished' },
  });
  await kit.put('verdict_run', {
    ...{
      ...home,
      id: newId(),
      class_id: classId,
      pack: 'p',
      on_day: '2026-11-20',
      at: '2026-11-20',
      is_latest: true,
    },
    ...{ placements: 0, breached: 0, blocking: 0, unknown: 0, met: 0, excused: 0, not_applicable: 0 },
  });
  const count = draw.below(6);
  for (let index = 0; index < count; index++) await addPlace(kit, world, draw, { klass, plan });
}

async function addPlan(
  kit: OutcomeKit,
  {
    plan,
    classId,
    ...home
  }: {
    tenant_id: string;
    enterprise_id: string;
    classId: string;
    plan: { id: string; isPublished: boolean };
  },
) {
  await kit.put('rotation_plan', {
    ...{ ...home, ...times, id: plan.id, class_id: classId, base_id: newId(), name: '轮岗' },
    ...{ state: plan.isPublished ? 'published' : 'draft', first_week: '2026-11-09', weeks: 4 },
  });
  for (const [week, kind] of [
    ['2026-11-09', 'enterprise'],
    ['2026-11-16', 'enterprise'],
    ['2026-11-23', 'school'],
  ]) {
    await kit.put('rotation_week', { ...home, plan_id: plan.id, week_start: week, kind });
  }
}

async function addPlace(
  kit: OutcomeKit,
  world: World,
  draw: Draw,
  of: { klass: Klass; plan: { id: string; isPublished: boolean } },
) {
  const { klass, plan } = of;
  const { school, firm, classId } = klass;
  const home = { tenant_id: school, enterprise_id: firm };
  const [placementId, studentId, seatId, postId] = [newId(), newId(), newId(), newId()];
  const major = draw.one([6, 7] as const);
  const takes = draw.one<number[]>([[6], [6, 7], []]);
  const hasApplied = draw.is(0.9);
  const name = `学生${world.places.length}`;
  await kit.put('class_seat', {
    ...{ ...home, id: seatId, class_id: classId, post_id: postId, capacity: 1 },
    post: JSON.stringify({ majorCategories: takes }),
  });
  if (hasApplied) {
    const isWithdrawn = draw.is(0.2);
    if (!isWithdrawn) klass.applied += 1;
    await kit.put('application', {
      ...{ ...home, id: newId(), class_id: classId, student_id: studentId, student_name: name },
      ...{ major_code: major === 6 ? '460301' : '470201', choices: [seatId], is_withdrawn: isWithdrawn },
      ...{ applied_at: '2026-05-01', changed_at: '2026-05-01' },
    });
  }
  const state = draw.one(['offered', 'accepted', 'active', 'declined', 'ended'] as const);
  const choice = draw.one([1, 1, 2, null] as const);
  await kit.put('placement', {
    ...{
      ...home,
      id: placementId,
      class_id: classId,
      student_id: studentId,
      student_name: name,
      seat_id: seatId,
    },
    ...{ post_id: postId, post_title: '岗位', choice, state, starts_on: '2026-09-01', ends_on: '2027-01-31' },
  });
  const firstWeek = draw.one(['2026-11-09', '2026-11-16', '2026-11-23'] as const);
  const weeks = 1 + draw.below(2);
  await kit.put('rotation_block', {
    ...{ ...home, id: newId(), plan_id: plan.id, placement_id: placementId, student_id: studentId },
    ...{ student_name: name, unit_id: newId(), unit_name: '单元', station_id: newId(), station_name: '工位' },
    ...{ site_id: newId(), site_name: '厂区', first_week: firstWeek, weeks },
  });
  const isNow = firstWeek === '2026-11-16' || (firstWeek === '2026-11-09' && weeks === 2);
  const verdicts: string[] = [];
  await kit.put('compliance_placement', {
    ...{ ...home, class_id: classId, placement_id: placementId, student_name: name, post_title: '岗位' },
    is_over: false,
  });
  for (const rule of ['pay', 'insurance', 'consent']) {
    const outcome = draw.one(['met', 'met', 'breached', 'unknown'] as const);
    verdicts.push(outcome);
    await kit.put('verdict', {
      ...{
        ...home,
        class_id: classId,
        placement_id: placementId,
        rule,
        outcome,
        strength: 'must',
        severity: 'high',
      },
      ...{ is_blocking: false, detail: '{}', since: '2026-11-01', digest: '' },
    });
  }
  const marks = Array.from({ length: draw.below(3) }, () => 50 + draw.below(50));
  const about = { class_id: classId, class_name: '班', student_id: studentId, student_name: name };
  for (const [index, score] of marks.entries()) {
    await kit.put('assessment', {
      ...{
        ...home,
        ...about,
        id: newId(),
        placement_id: placementId,
        kind: 'mentor',
        unit: `U${index}`,
        score,
      },
      ...{ assessed_on: '2026-10-01', recorded_at: '2026-10-01' },
    });
  }
  const outcome = draw.is(0.7) ? drawOutcome(draw) : null;
  if (outcome !== null) {
    await kit.put('outcome', {
      ...{ ...home, ...about, placement_id: placementId, order_id: klass.orderId, post_title: '岗位' },
      ...{ is_trained: outcome.trained, offered_on: outcome.offered, joined_on: outcome.joined },
      ...{ monthly_pay: outcome.pay, left_on: outcome.left, revision: 1, recorded_at: '2026-11-01' },
    });
  }
  world.places.push({
    ...{
      school,
      firm,
      classId,
      classState: klass.state,
      teacher: klass.teacher,
      placementId,
      studentId,
      state,
      choice,
    },
    ...{
      major: hasApplied ? major : 0,
      takes,
      isAtStation: plan.isPublished && isNow,
      verdicts,
      marks,
      outcome,
    },
  });
}

function drawOutcome(draw: Draw): NonNullable<Place['outcome']> {
  const trained = draw.is(0.9);
  const offered = trained && draw.is(0.8) ? '2025-10-01' : null;
  const joined =
    offered !== null && draw.is(0.8)
      ? draw.one(['2025-11-30', '2026-05-22', '2026-05-23', '2026-07-01'] as const)
      : null;
  const pay = joined !== null && draw.is(0.8) ? 500_000 + draw.below(1000) * 100 : null;
  const left =
    joined !== null && draw.is(0.4) ? draw.one(['2026-07-02', '2026-11-22', '2026-08-01'] as const) : null;
  return { trained, offered, joined, pay, left };
}
