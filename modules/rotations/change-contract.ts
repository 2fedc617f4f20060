import { bothOffices, bothStaff, done, field, route } from '@dualtrack/platform/contract';
import * as z from 'zod';

const tag = 'Rotations';
const planId = z.object({ planId: field.id });
const notNow = {
  'plan.not-your-role': { status: 403, data: z.object({ action: z.string() }) },
  'plan.not-in-state': { status: 409, data: z.object({ action: z.string() }) },
};
const flaw = z.object({
  code: z.enum([
    'wrong-unit',
    'outside',
    'past',
    'away',
    'absent',
    'overlap',
    'full',
    'law',
    'mentor',
    'order',
    'site-limit',
    'least',
    'group',
  ]),
  week: field.day,
});
const cannotStand = { 'plan.cannot-stand': { status: 409, data: z.object({ flaws: z.array(flaw) }) } };
const place = z.object({
  unitId: field.id,
  /** Makes up for missed weeks of the unit. */
  isRest: z.boolean(),
  unitName: z.string(),
  unitNameEn: z.string(),
  siteName: z.string(),
  siteNameEn: z.string(),
  firstWeek: field.day,
  weeks: z.number().int(),
});

/** Changing a plan by hand and again: what moves, who gets the best places, what a new round starts from. */
export const changeContract = {
  move: route('PUT', '/rotation-plans/{planId}/blocks/{blockId}', {
    may: bothOffices,
    summary: 'Move a block to a workstation and a first week, and keep it there',
    tag,
  })
    .errors({ ...notNow, ...cannotStand })
    .input(
      planId.extend({
        ...{ blockId: field.id, stationId: field.id, firstWeek: field.day },
        /** Who is to look after the learner; absent: who has room, the present mentor first. */
        mentorId: field.id.optional(),
      }),
    )
    .output(done),
  swap: route('POST', '/rotation-plans/{planId}/swaps', {
    may: bothOffices,
    summary: 'Let two blocks of one unit change places',
    tag,
  })
    .errors({ ...notNow, ...cannotStand })
    .input(planId.extend({ blockId: field.id, otherId: field.id }))
    .output(done),
  best: route('GET', '/rotation-plans/{planId}/learners/{placementId}/best', {
    may: bothOffices,
    summary: 'The best places for one student while everybody else stays',
    tag,
  })
    .input(planId.extend({ placementId: field.id }))
    .output(
      z.object({
        /** Points of the student now and there; `best` null: no whole programme is possible. */
        score: z.number().nullable(),
        best: z.number().nullable(),
        places: z.array(place),
      }),
    ),
  takeBest: route('POST', '/rotation-plans/{planId}/learners/{placementId}/best', {
    may: bothOffices,
    summary: 'Give one student the best places that are free',
    tag,
  })
    .errors({ ...notNow, 'plan.no-places': { status: 409 } })
    .input(planId.extend({ placementId: field.id }))
    .output(done),
  swaps: route('GET', '/rotation-plans/{planId}/blocks/{blockId}/swaps', {
    may: bothStaff,
    summary: 'What changing places with others of the same unit would cost whom',
    tag,
  })
    .input(planId.extend({ blockId: field.id }))
    .output(
      z.object({
        /** Possible ones first, the best for both together on top. Points: change of each one's own programme. */
        items: z.array(
          z.object({
            otherId: field.id,
            studentName: z.string(),
            stationName: z.string(),
            stationNameEn: z.string(),
            firstWeek: field.day,
            own: z.number(),
            theirs: z.number(),
            isPossible: z.boolean(),
          }),
        ),
      }),
    ),
  revise: route('POST', '/rotation-plans/{planId}/revisions', {
    may: bothOffices,
    summary: 'Begin a new plan that changes this one as little as possible; what is past stays',
    tag,
    created: true,
  })
    .errors({ 'plan.not-in-state': { status: 409, data: z.object({ action: z.string() }) } })
    .input(planId)
    .output(z.object({ id: field.id })),
};

const wishes = z.array(field.id).max(40);

/** What students would like to take of the optional units. */
export const wishContract = {
  mine: route('GET', '/my-unit-wishes', {
    may: ['student'],
    summary: 'Optional units of the own bases, and which ones are wished for',
    tag,
  })
    .input(z.object({}))
    .output(
      z.object({
        items: z.array(
          z.object({
            baseId: field.id,
            baseName: z.string(),
            baseNameEn: z.string(),
            units: z.array(z.object({ id: field.id, name: z.string(), nameEn: z.string() })),
            wishes,
          }),
        ),
      }),
    ),
  set: route('PUT', '/my-unit-wishes/{baseId}', {
    may: ['student'],
    summary: 'Say which optional units are wished for, best first',
    tag,
  })
    .errors({ 'wish.no-such-unit': { status: 422 } })
    .input(z.object({ baseId: field.id, wishes }))
    .output(done),
};
