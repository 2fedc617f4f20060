import {
  bothOffices,
  bothStaff,
  done,
  field,
  listInput,
  listOutput,
  route,
} from '@dualtrack/platform/contract';
import * as z from 'zod';
import { patternForm } from './alternation.ts';
import { blockReason } from './block-reason.ts';
import { calendarContract } from './calendar-contract.ts';
import { changeContract, wishContract } from './change-contract.ts';
import { noticeContract } from './notice-contract.ts';
import { regionForm } from './region.ts';
import { planActions, planStates } from './rotation-plan.ts';
import { planRules, ruleFault, setRulesRoute } from './rules-contract.ts';

const tag = 'Rotations';
export const weekKinds = ['school', 'enterprise', 'exam', 'holiday'] as const;
const week = z.object({ weekStart: field.day, kind: z.enum(weekKinds), note: z.string() });

const shift = z.object({
  weekdays: z.array(z.number().int()),
  start: z.string(),
  end: z.string(),
  breakMinutes: z.number().int(),
});
export const block = z.object({
  id: field.id,
  placementId: field.id,
  studentName: z.string(),
  unitId: field.id,
  unitName: z.string(),
  unitNameEn: z.string(),
  stationId: field.id,
  stationName: z.string(),
  stationNameEn: z.string(),
  siteId: field.id,
  siteName: z.string(),
  siteNameEn: z.string(),
  mentorId: field.id.nullable(),
  mentorName: z.string(),
  firstWeek: field.day,
  weeks: z.number().int(),
  isPinned: z.boolean(),
  /** Makes up for missed weeks of its unit. */
  isRest: z.boolean(),
  /** Why here and then; null where it was not worked out. */
  reason: blockReason.nullable(),
  /** Working hours: as published, or as they stand at the base now. */
  shift: shift.nullable(),
});
/** Days, both included, on which a student cannot be there. */
export const absence = z.object({
  from: field.day,
  to: field.day,
  /** Weeks of a block under way that are missed are made up for later; else they are let go. */
  isMadeUp: z.boolean(),
});
const misfit = z.object({
  code: z.enum([
    'outside-class',
    'student-absent',
    'student-missing',
    'rest-open',
    'rest-over',
    'station-full',
    'station-gone',
    'mentor-full',
    'mentor-absent',
    'mentor-certificate',
    'mentor-gone',
    'group-parted',
  ]),
  name: z.string(),
  unitId: field.id.nullable(),
  week: field.day,
  heads: z.number().int(),
  places: z.number().int(),
});
/** What makes a search pointless before it starts: which students, units, weeks and kept blocks contradict each other. */
const fault = z.object({
  code: z.enum([
    'unit-too-long',
    'too-few-weeks',
    'rest-no-room',
    'too-few-units',
    'least-over-places',
    'kept-outside',
    'kept-no-place',
    'kept-barred',
    'kept-away',
    'kept-twice',
    'kept-overlap',
    'kept-too-many',
    'kept-order',
    'kept-full',
    'kept-mentors',
    'kept-site',
    'group-kept-apart',
    'order-circle',
    'rule',
    'other',
  ]),
  placementIds: z.array(field.id),
  unitIds: z.array(field.id),
  siteId: field.id.nullable(),
  weeks: z.array(field.day),
  /** Kept blocks of the plan of which one has to go. */
  blockIds: z.array(field.id),
  needed: z.number().nullable(),
  available: z.number().nullable(),
  /** Of `rule`: what is wrong with which rule of the plan. */
  rule: ruleFault.nullable(),
});
const planHead = z.object({
  id: field.id,
  home: field.id,
  enterpriseId: field.id,
  classId: field.id,
  className: z.string(),
  baseId: field.id,
  name: z.string(),
  state: z.enum(planStates),
  firstWeek: field.day,
  weeks: z.number().int(),
  status: z.string().nullable(),
  score: z.number().nullable(),
  bound: z.number().nullable(),
  gap: z.number().nullable(),
  changedAt: field.instant,
  publishedAt: field.instant.nullable(),
});
export const planDetail = planHead.extend({
  baseName: z.string(),
  baseNameEn: z.string(),
  /** Days of the class: no student is planned before the first or after the last. */
  classStartsOn: field.day,
  classEndsOn: field.day,
  school: z.string(),
  schoolEn: z.string(),
  enterprise: z.string(),
  enterpriseEn: z.string(),
  /** Optional units that each student takes, and how many the base has. */
  electives: z.number().int(),
  /** The published plan that this one changes as little as possible. */
  basedOn: field.id.nullable(),
  /** The plan published since this change of an earlier one was begun: it can no longer be published. */
  overtakenBy: field.id.nullable(),
  /** In a change of a published plan, the Monday of the week up to which everything is past. */
  heldUntil: field.day.nullable(),
  /** Blocks of students who have not passed the safety exam of the unit. */
  withoutInduction: z.array(z.object({ blockId: field.id, studentName: z.string(), unitId: field.id })),
  optionalUnits: z.number().int(),
  /** What was set for this plan; `revision` counts how often. */
  rules: planRules.extend({ revision: z.number().int() }),
  runId: field.id.nullable(),
  calendar: z.array(week),
  blocks: z.array(block),
  /** Weeks of blocks under way without their student; made up for by a block of their own, or let go. */
  missed: z.array(
    z.object({
      ...{ placementId: field.id, unitId: field.id, week: field.day },
      cause: z.enum(['absent', 'no-place']),
      isMadeUp: z.boolean(),
    }),
  ),
  learners: z.array(
    z.object({
      placementId: field.id,
      studentName: z.string(),
      postTitle: z.string(),
      postTitleEn: z.string(),
      /** Own points, and what they would be if nobody else were there; null where no search worked them out. */
      score: z.number().nullable(),
      ideal: z.number().nullable(),
      /** Was further from the own ideal than the average in an earlier round, and so counts three times in this one. */
      isOwed: z.boolean(),
      absences: z.array(absence),
      /** Mondays of the weeks of the plan in which the student is absent. */
      absentWeeks: z.array(field.day),
      /** Optional units that were wished for and are not in the plan. */
      unmetWishes: z.array(z.object({ name: z.string(), nameEn: z.string() })),
    }),
  ),
  stations: z.array(
    z.object({
      id: field.id,
      name: z.string(),
      nameEn: z.string(),
      unitId: field.id,
      unitName: z.string(),
      siteId: field.id,
      siteName: z.string(),
      siteNameEn: z.string(),
      places: z.number().int(),
      /** Places in each week of the plan. */
      weekPlaces: z.array(z.number().int()),
    }),
  ),
  /** Who looks after learners; `weekRoom`: how many at most in each week of the plan; without units: in all. */
  mentors: z.array(
    z.object({
      id: field.id,
      name: z.string(),
      unitIds: z.array(field.id),
      weekRoom: z.array(z.number().int()),
    }),
  ),
  /** Whom one more place of a unit at a site would help in a month (`YYYY-MM`), one of them at a time. */
  bottlenecks: z.array(
    z.object({
      unitId: field.id,
      siteName: z.string(),
      siteNameEn: z.string(),
      month: z.string(),
      weeks: z.number().int(),
      placementIds: z.array(field.id),
      gain: z.number(),
    }),
  ),
  /** How the last search went, for a drawing. */
  curve: z.array(
    z.object({ seconds: z.number(), score: z.number().nullable(), bound: z.number().nullable() }),
  ),
  /** What one more place for a unit would be worth in a week, where the search proved it. */
  prices: z.array(z.object({ unitId: field.id, week: field.day, gain: z.number() })),
  /** Where the blocks no longer fit class, workstations and mentors as they are now. */
  misfits: z.array(misfit),
  /** What the law in force for these students sets, with the rule that says so. */
  law: z.object({
    /** Learners that one mentor may have at once; `binds`: mentors whose own figure is higher. */
    mentorLimit: z
      .object({
        atMost: z.number(),
        rule: z.string(),
        article: z.string().nullable(),
        binds: z.array(z.string()),
      })
      .nullable(),
    /** Stations whose working hours the law forbids to these students. */
    bars: z.array(
      z.object({
        stationId: field.id,
        rule: z.string(),
        article: z.string().nullable(),
        placementIds: z.array(field.id),
      }),
    ),
  }),
  /** What has to be mended before a search can start; none: it can. */
  faults: z.array(fault),
  unmet: z.array(z.object({ code: z.string(), params: z.record(z.string(), z.unknown()) })).nullable(),
  /** Heads that the class needs against places there are, over all enterprise weeks. */
  balance: z.array(
    z.object({
      unitId: field.id,
      unitName: z.string(),
      unitNameEn: z.string(),
      lengthWeeks: z.number().int(),
      isRequired: z.boolean(),
      /** Units that have to be begun before this one. */
      after: z.array(field.id),
      /** Of an optional unit 0: who takes it is found by the search. */
      headWeeks: z.number().int(),
      placeWeeks: z.number().int(),
    }),
  ),
  abilities: z.record(z.enum(planActions), z.string().nullable()),
});
export type PlanDetail = z.infer<typeof planDetail>;
const planId = z.object({ planId: field.id });

const blockedVerdict = z.object({
  placementId: field.id,
  rule: z.string(),
  article: z.string().nullable(),
  remedy: z.string(),
});
const notNow = {
  'plan.not-your-role': { status: 403, data: z.object({ action: z.string() }) },
  'plan.not-in-state': { status: 409, data: z.object({ action: z.string() }) },
};

export const contract = {
  calendar: calendarContract,
  change: changeContract,
  wishes: wishContract,
  notices: noticeContract,
  list: route('GET', '/rotation-plans', { may: bothStaff, summary: 'Rotation plans of both sides', tag })
    .input(listInput.extend({ classId: field.id.optional(), state: z.enum(planStates).optional() }))
    .output(listOutput(planHead)),
  get: route('GET', '/rotation-plans/{planId}', { may: bothStaff, summary: 'One rotation plan', tag })
    .input(planId)
    .output(planDetail),
  create: route('POST', '/rotation-plans', {
    may: ['school-office', 'programme-head'],
    summary: 'Begin a rotation plan for a class at a base',
    tag,
    created: true,
  })
    .errors({
      'plan.no-such-class': { status: 422 },
      'plan.no-such-base': { status: 422 },
      'plan.no-placements': { status: 409 },
      'plan.first-week-not-monday': { status: 422 },
      'plan.unknown-region': { status: 422 },
      'plan.outside-class': { status: 422, data: z.object({ startsOn: field.day, endsOn: field.day }) },
    })
    .input(
      z.object({
        classId: field.id,
        baseId: field.id,
        name: field.line,
        firstWeek: field.day,
        weeks: z.number().int().min(1).max(104),
        pattern: z.string().regex(patternForm).default('calendar'),
        /** Whose statutory days are free: a Chinese division (its festivals too; empty: none) or one abroad. */
        region: z.string().regex(regionForm).default(''),
      }),
    )
    .output(z.object({ id: field.id })),
  regions: route('GET', '/holiday-regions', {
    may: bothOffices,
    summary: 'Countries outside China and their parts whose statutory days are known',
    tag,
  })
    .input(z.object({}))
    .output(
      z.object({ items: z.array(z.object({ code: z.string(), name: z.string(), nameEn: z.string() })) }),
    ),
  setWeeks: route('PUT', '/rotation-plans/{planId}/weeks', {
    may: bothOffices,
    summary: 'Change what weeks are for',
    tag,
  })
    .errors(notNow)
    .input(
      planId.extend({
        weeks: z
          .array(
            z.object({
              weekStart: field.day,
              kind: z.enum(weekKinds),
              note: z.string().max(100).default(''),
            }),
          )
          .min(1)
          .max(104),
      }),
    )
    .output(planDetail),
  setElectives: route('PUT', '/rotation-plans/{planId}/electives', {
    may: bothOffices,
    summary: 'Set how many optional units each student takes',
    tag,
  })
    .errors({ ...notNow, 'plan.too-few-optional': { status: 422, data: z.object({ count: z.number() }) } })
    .input(planId.extend({ electives: z.number().int().min(0).max(40) }))
    .output(planDetail),
  setRules: setRulesRoute
    .input(planId.extend({ revision: z.number().int().min(0), rules: planRules }))
    .output(planDetail),
  setAbsences: route('PUT', '/rotation-plans/{planId}/learners/{placementId}/absences', {
    may: bothOffices,
    summary: 'Set the days on which a student of the class cannot be at the enterprise',
    tag,
  })
    .errors({ 'plan.absence-misplaced': { status: 422, data: z.object({ from: field.day }) } })
    .input(
      planId.extend({
        placementId: field.id,
        absences: z.array(absence.extend({ isMadeUp: z.boolean().default(true) })).max(40),
      }),
    )
    .output(planDetail),
  solve: route('POST', '/rotation-plans/{planId}/solve', {
    may: bothOffices,
    summary: 'Search the best rotation',
    tag,
  })
    .errors({ ...notNow, 'plan.not-sound': { status: 422, data: z.object({ faults: z.array(fault) }) } })
    .input(planId.extend({ seconds: z.number().int().min(1).max(600).default(20) }))
    .output(z.object({ runId: field.id })),
  pin: route('PUT', '/rotation-plans/{planId}/pins', {
    may: bothOffices,
    summary: 'Keep or free a block for the next search',
    tag,
  })
    .errors(notNow)
    .input(planId.extend({ blockId: field.id, isPinned: z.boolean() }))
    .output(done),
  check: route('POST', '/rotation-plans/{planId}/check', {
    may: bothOffices,
    summary: 'Check a plan against the law without publishing it',
    tag,
  })
    .errors(notNow)
    .input(planId)
    .output(
      z.object({
        runId: field.id,
        blocking: z.array(blockedVerdict),
        counts: z.record(z.string(), z.number().int()),
      }),
    ),
  publish: route('POST', '/rotation-plans/{planId}/publish', {
    may: bothOffices,
    summary: 'Publish a plan that the law allows',
    tag,
  })
    .errors({
      ...notNow,
      'plan.stale': { status: 409 },
      'plan.misfits': { status: 409, data: z.object({ misfits: z.array(misfit) }) },
      'compliance.blocked': { status: 422, data: z.object({ verdicts: z.array(blockedVerdict) }) },
    })
    .input(planId)
    .output(planDetail),
  book: route('GET', '/rotation-plans/{planId}/book', {
    may: bothStaff,
    summary: 'The plan as a workbook: by student, workstation and mentor, and all blocks',
    tag,
    audit: 'read',
  })
    .input(planId.extend({ language: z.enum(['zh', 'en']).default('zh') }))
    .output(z.file()),
  wall: route('GET', '/rotation-plans/{planId}/wall', {
    may: bothStaff,
    summary: 'The plan as an A3 page for the wall, by student, workstation or mentor',
    tag,
    audit: 'read',
  })
    .input(
      planId.extend({
        by: z.enum(['student', 'station', 'mentor']).default('student'),
        language: z.enum(['zh', 'en', 'zh-en']).default('zh'),
      }),
    )
    .output(z.file()),
  usage: route('GET', '/training-bases/{baseId}/usage', {
    may: bothStaff,
    summary: 'Places taken and free at a base, week by week, by published plans',
    tag,
  })
    .input(
      z.object({
        baseId: field.id,
        from: field.day.optional(),
        weeks: z.coerce.number().int().min(1).max(52).default(26),
      }),
    )
    .output(
      z.object({
        firstWeek: field.day,
        weeks: z.array(field.day),
        rows: z.array(
          z.object({
            stationId: field.id,
            name: z.string(),
            nameEn: z.string(),
            unitName: z.string(),
            unitNameEn: z.string(),
            siteName: z.string(),
            siteNameEn: z.string(),
            heads: z.array(z.number().int()),
            places: z.array(z.number().int()),
          }),
        ),
      }),
    ),
  remove: route('DELETE', '/rotation-plans/{planId}', {
    may: bothOffices,
    summary: 'Delete a plan that was not published',
    tag,
  })
    .errors(notNow)
    .input(planId)
    .output(done),
  mine: route('GET', '/my-weeks', {
    may: ['student', 'guardian', 'mentor'],
    summary: 'Own weeks of the published rotation',
    tag,
  })
    .input(z.object({ from: field.day.optional(), to: field.day.optional() }))
    .output(
      z.object({
        today: field.day,
        weeks: z.array(week.extend({ className: z.string() })),
        blocks: z.array(block.extend({ className: z.string() })),
      }),
    ),
};

/** Events of this room: name → payload. */
export const events = {
  'rotation.published': z.object({ planId: field.id, classId: field.id, enterpriseId: field.id }),
};
