import { done, field, route, schoolLeads } from '@dualtrack/platform/contract';
import * as z from 'zod';
import { opinionSteps, verdicts } from '../opinion.ts';

const tag = 'Talent demand';
const orderId = z.object({ orderId: field.id });

export const opinionShape = z.object({
  /** Whether this order waits for opinions: asked for, or required by the school for every order. */
  isAsked: z.boolean(),
  /** The round that goes on; opinions of earlier ones are on record only. */
  round: z.number().int(),
  next: z.enum(opinionSteps).nullable(),
  /** Whose opinion is the president's; null until the office has named somebody. */
  president: z.string().nullable(),
  given: z.array(
    z.object({
      round: z.number().int(),
      step: z.enum(opinionSteps),
      verdict: z.enum(verdicts),
      words: z.string(),
      name: z.string(),
      at: field.instant,
    }),
  ),
  /** Why the caller may not speak at the next step; null: they may. */
  whyNot: z.string().nullable(),
});
export type OpinionView = z.infer<typeof opinionShape>;

export const opinions = {
  get: route('GET', '/talent-orders/{orderId}/opinions', {
    may: schoolLeads,
    summary: 'Opinions of faculty, office and president on an order',
    tag,
  })
    .input(orderId)
    .output(opinionShape),
  ask: route('POST', '/talent-orders/{orderId}/opinions', {
    may: schoolLeads,
    summary: 'Ask faculty, office and president before the order is accepted, or again after a no',
    tag,
  })
    .errors({ 'order.not-in-state': { status: 409, data: z.object({ action: z.string() }) } })
    .input(orderId)
    .output(opinionShape),
  give: route('PUT', '/talent-orders/{orderId}/opinions/{step}', {
    may: schoolLeads,
    summary: 'Give the opinion of one step',
    tag,
  })
    .errors({
      'order.not-in-state': { status: 409, data: z.object({ action: z.string() }) },
      'opinion.not-your-role': { status: 403 },
      'opinion.not-your-turn': { status: 409 },
      'opinion.same-person': { status: 409 },
      'opinion.no-president': { status: 409 },
      'opinion.not-president': { status: 403 },
      'opinion.first-step': { status: 409 },
    })
    .input(
      orderId.extend({
        step: z.enum(opinionSteps),
        verdict: z.enum(verdicts),
        words: z.string().trim().min(2).max(2_000),
      }),
    )
    .output(opinionShape),
};

const person = z.object({ personId: field.id, name: z.string() });

export const president = {
  get: route('GET', '/school-president', {
    may: schoolLeads,
    summary: 'Whose opinion is the president’s, and who can be named',
    tag,
  }).output(
    z.object({
      named: person.nullable(),
      candidates: z.array(person.extend({ title: z.string() })),
    }),
  ),
  name: route('PUT', '/school-president', {
    may: ['school-office'],
    summary: 'Name the person whose opinion is the president’s',
    tag,
  })
    .errors({ 'president.not-in-office': { status: 422 } })
    .input(z.object({ personId: field.id }))
    .output(done),
};

/** Demand that a programme could answer. */
const answerable = z.object({
  kind: z.enum(['notice', 'order']),
  id: field.id,
  enterprise: z.string(),
  enterpriseEn: z.string(),
  title: z.string(),
  titleEn: z.string(),
  people: z.number().int(),
  fromQuarter: field.quarter,
  state: z.string(),
});

export const supply = route('GET', '/school-supply', {
  may: schoolLeads,
  summary: 'Graduates of the programmes, what is promised, and which demand they could answer',
  tag,
}).output(
  z.object({
    quarters: z.array(field.quarter),
    programmes: z.array(
      z.object({
        id: field.id,
        majorCode: z.string(),
        name: z.string(),
        nameEn: z.string(),
        graduates: z.array(z.number().int()),
        promised: z.array(z.number().int()),
        answerable: z.array(answerable),
      }),
    ),
  }),
);

export const pools = {
  list: route('GET', '/demand-pools', {
    may: schoolLeads,
    summary: 'Demand of several enterprises in one class',
    tag,
  }).output(
    z.array(
      z.object({
        id: field.id,
        /** Number of the joint order, from its day and id. */
        number: z.string(),
        name: z.string(),
        majorCode: z.string(),
        startQuarter: field.quarter,
        classMin: z.number().int(),
        members: z.array(
          z.object({
            noticeId: field.id,
            enterprise: z.string(),
            enterpriseEn: z.string(),
            seats: z.number().int(),
            state: z.string(),
            orderId: field.id.nullable(),
          }),
        ),
        /** Seats of orders that are proposed or further. */
        ready: z.number().int(),
        /** Seats of orders that wait for the school's one decision. */
        proposed: z.number().int(),
      }),
    ),
  ),
  make: route('POST', '/demand-pools', {
    may: schoolLeads,
    summary: 'Pool demand of several enterprises into one class',
    tag,
    created: true,
  })
    .errors({
      'pool.one-enterprise': { status: 422 },
      'pool.not-open': { status: 409 },
      'demand.no-such-programme': { status: 422 },
      'pool.too-small': { status: 422, data: z.object({ have: z.number(), need: z.number() }) },
    })
    .input(
      z.object({
        name: field.line,
        noticeIds: z.array(field.id).min(2).max(30),
        majorCode: z.string().regex(/^\d{6}$/),
        startQuarter: field.quarter,
        classMin: z.number().int().min(1).max(500),
      }),
    )
    .output(z.object({ id: field.id })),
  decide: route('POST', '/demand-pools/{poolId}/decision', {
    may: schoolLeads,
    summary: 'Accept or decline a joint order as a whole',
    tag,
  })
    .errors({
      'order.not-your-role': { status: 403, data: z.object({ action: z.string() }) },
      'order.not-in-state': { status: 409, data: z.object({ action: z.string() }) },
      'pool.too-small': { status: 409, data: z.object({ have: z.number(), need: z.number() }) },
      'order.opinions-missing': { status: 409 },
      'order.opinion-against': { status: 409 },
    })
    .input(
      z.object({
        poolId: field.id,
        accept: z.boolean(),
        answer: z.string().trim().max(2_000).default(''),
      }),
    )
    .output(z.object({ orders: z.number().int() })),
};

/** An order of a pool is not decided about alone, only with the others. */
export const pooledErrors = { 'pool.decide-together': { status: 409 } };

/** Why an order cannot be accepted yet. */
export const acceptErrors = {
  ...pooledErrors,
  'order.opinions-missing': { status: 409 },
  'order.opinion-against': { status: 409 },
};
