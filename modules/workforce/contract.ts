import { changeListShape, forecastPlanShape, forecastResultShape } from '@dualtrack/forecast';
import {
  bothOffices,
  done,
  enterpriseLeads,
  field,
  listInput,
  listOutput,
  route,
} from '@dualtrack/platform/contract';
import * as z from 'zod';
import { board, intake } from './contract/board.ts';
import {
  assumptions,
  backTests,
  forecastAsked,
  forecastRunKinds,
  history,
  scenarios,
} from './contract/planning.ts';
import { acceptErrors, opinions, pooledErrors, pools, president, supply } from './contract/school-side.ts';
import { opinionSteps } from './opinion.ts';
import { orderActions, orderStates } from './talent-order.ts';

export type { NoticeReply, NoticeView } from './contract/board.ts';
export type { BackTestCaseView, HeadcountRecord, ScenarioColumn, Score } from './contract/planning.ts';
export type { OpinionView } from './contract/school-side.ts';

const tag = 'Talent demand';
export const forecastNames = z.object({
  occupations: z.array(z.object({ id: z.string(), title: z.string(), titleEn: z.string() })),
  lines: z.array(z.object({ id: z.string(), name: z.string() })),
  projects: z.array(z.object({ id: z.string(), name: z.string(), nameEn: z.string() })),
  programmes: z.array(
    z.object({
      id: z.string(),
      schoolId: field.id,
      school: z.string(),
      schoolEn: z.string(),
      name: z.string(),
      nameEn: z.string(),
    }),
  ),
});
export type ForecastNames = z.infer<typeof forecastNames>;

const forecastHead = z.object({
  id: field.id,
  name: z.string(),
  startQuarter: field.quarter,
  quarters: z.number().int(),
  madeAt: field.instant,
  changeCount: z.number().int(),
  kind: z.string(),
  baseId: field.id.nullable(),
});

/** A post as an order offers it: a snapshot. Money in minor units a month. */
export const offeredPost = z.object({
  code: z.string(),
  title: z.string(),
  titleEn: z.string(),
  occupation: z.string(),
  siteName: z.string(),
  headcount: z.number().int(),
  monthlyPay: z.number().int(),
  internPay: z.number().int(),
  hazards: z.array(z.string()),
  nightShift: z.boolean(),
  majorCategories: z.array(z.number().int()),
  labourGrade: z.number().int().nullable(),
});
export const orderReason = z.object({
  occupation: z.string(),
  occupationTitle: z.string(),
  occupationTitleEn: z.string(),
  quarter: field.quarter,
  gap: z.number(),
  shortageProbability: z.number(),
  expectedJoiners: z.number(),
  covered: z.number(),
  costOfDoingNothing: z.number(),
  code: z.string(),
  params: z.record(z.string(), z.unknown()),
});
export type OrderReason = z.infer<typeof orderReason>;

const order = z.object({
  id: field.id,
  home: field.id,
  enterpriseId: field.id,
  number: z.string(),
  state: z.enum(orderStates),
  className: z.string(),
  majorCode: z.string(),
  programmeName: z.string(),
  programmeNameEn: z.string(),
  seats: z.number().int(),
  startQuarter: field.quarter,
  school: z.string(),
  schoolEn: z.string(),
  enterprise: z.string(),
  enterpriseEn: z.string(),
  changedAt: field.instant,
});
export const orderDetail = order.extend({
  reason: orderReason.nullable(),
  note: z.string(),
  answer: z.string(),
  forecastId: field.id.nullable(),
  poolId: field.id.nullable(),
  lines: z.array(z.object({ postId: field.id, seats: z.number().int(), post: offeredPost })),
  /** What the caller may do now, and the code of why not. */
  abilities: z.record(z.enum(orderActions), z.string().nullable()),
});
export type OrderDetail = z.infer<typeof orderDetail>;

const orderInput = z.object({
  schoolId: field.id,
  majorCode: z.string().regex(/^\d{6}$/),
  className: field.line,
  startQuarter: field.quarter,
  note: field.text.default(''),
  lines: z
    .array(z.object({ postId: field.id, seats: z.number().int().min(1).max(500) }))
    .min(1)
    .max(30),
});
const orderId = z.object({ orderId: field.id });
const answerInput = orderId.extend({ answer: field.text.default('') });
const notNow = {
  'order.not-your-role': { status: 403, data: z.object({ action: z.string() }) },
  'order.not-in-state': { status: 409, data: z.object({ action: z.string() }) },
};
const badOrder = {
  'order.no-such-post': { status: 422 },
  'order.no-such-programme': { status: 422 },
  'order.no-such-partner': { status: 422 },
};

export const contract = {
  assumptions,
  scenarios,
  history,
  backTests,
  board,
  intake,
  opinions,
  president,
  pools,
  supply,
  forecasts: {
    make: route('POST', '/forecasts', {
      may: enterpriseLeads,
      summary: 'Forecast the talent gap from the capacity plan',
      tag,
      created: true,
    })
      .errors({
        'forecast.no-demand': { status: 409 },
        'forecast.bad-plan': { status: 422, data: z.object({ count: z.number(), list: z.string() }) },
      })
      .input(
        z.object({
          name: z.string().trim().max(100).default(''),
          start: field.quarter.optional(),
          quarters: z.number().int().min(1).max(40).default(12),
          runs: z.number().int().min(100).max(20_000).default(2_000),
          seed: z.string().max(100).default('dualtrack'),
          changes: changeListShape.default([]),
        }),
      )
      .output(forecastAsked),
    underWay: route('GET', '/forecast-runs', {
      may: enterpriseLeads,
      summary:
        'Forecasts, scenarios or back-tests that are being calculated, and the newest one when it failed',
      tag,
    })
      .input(z.object({ kind: z.enum(forecastRunKinds), baseId: field.id.optional() }))
      .output(z.object({ items: z.array(z.object({ runId: field.id, askedAt: field.instant })) })),
    list: route('GET', '/forecasts', { may: enterpriseLeads, summary: 'Forecasts made so far', tag })
      .input(listInput.extend({ kind: z.enum(['plan', 'what-if', 'back-test']).optional() }))
      .output(listOutput(forecastHead)),
    get: route('GET', '/forecasts/{forecastId}', {
      may: enterpriseLeads,
      summary: 'One forecast with gap and recommended orders',
      tag,
    })
      .input(z.object({ forecastId: field.id }))
      .output(
        forecastHead.extend({ names: forecastNames, result: forecastResultShape, plan: forecastPlanShape }),
      ),
    explain: route('GET', '/forecasts/{forecastId}/gap', {
      may: enterpriseLeads,
      summary: 'The parts that sum to one gap',
      tag,
    })
      .errors({ 'forecast.no-such-figure': { status: 404 } })
      .input(z.object({ forecastId: field.id, occupation: z.string().max(100), quarter: field.quarter }))
      .output(
        z.object({
          gap: z.number(),
          parts: z.array(z.object({ kind: z.string(), id: z.string().nullable(), heads: z.number() })),
          lines: z.array(
            z.object({ id: z.string(), units: z.number(), perUnit: z.number(), heads: z.number() }),
          ),
        }),
      ),
    remove: route('DELETE', '/forecasts/{forecastId}', {
      may: enterpriseLeads,
      summary: 'Delete a forecast',
      tag,
    })
      .input(z.object({ forecastId: field.id }))
      .output(done),
  },
  orders: {
    list: route('GET', '/talent-orders', { may: bothOffices, summary: 'Talent orders of both sides', tag })
      .input(listInput.extend({ state: z.enum(orderStates).optional() }))
      .output(listOutput(order)),
    get: route('GET', '/talent-orders/{orderId}', { may: bothOffices, summary: 'One talent order', tag })
      .input(orderId)
      .output(orderDetail),
    create: route('POST', '/talent-orders', {
      may: enterpriseLeads,
      summary: 'Draft an order, by hand or from a recommendation',
      tag,
      created: true,
    })
      .errors({ ...badOrder, 'forecast.no-such-figure': { status: 404 } })
      .input(
        orderInput.extend({
          from: z.object({ forecastId: field.id, index: z.number().int().min(0) }).optional(),
        }),
      )
      .output(z.object({ id: field.id })),
    edit: route('PUT', '/talent-orders/{orderId}', { may: enterpriseLeads, summary: 'Change a draft', tag })
      .errors({ ...notNow, ...badOrder })
      .input(orderInput.omit({ schoolId: true, majorCode: true }).extend({ orderId: field.id }))
      .output(orderDetail),
    propose: route('POST', '/talent-orders/{orderId}/propose', {
      may: bothOffices,
      summary: 'Propose an order to the school',
      tag,
    })
      .errors(notNow)
      .input(orderId)
      .output(orderDetail),
    accept: route('POST', '/talent-orders/{orderId}/accept', {
      may: bothOffices,
      summary: 'Accept an order',
      tag,
    })
      .errors({ ...notNow, ...acceptErrors })
      .input(answerInput)
      .output(orderDetail),
    decline: route('POST', '/talent-orders/{orderId}/decline', {
      may: bothOffices,
      summary: 'Decline an order with a reason',
      tag,
    })
      .errors({ ...notNow, ...pooledErrors })
      .input(orderId.extend({ answer: z.string().trim().min(2).max(2_000) }))
      .output(orderDetail),
    withdraw: route('POST', '/talent-orders/{orderId}/withdraw', {
      may: bothOffices,
      summary: 'Withdraw an order',
      tag,
    })
      .errors(notNow)
      .input(orderId)
      .output(orderDetail),
  },
  posts: route('GET', '/orderable-posts', {
    may: enterpriseLeads,
    summary: 'Own posts and the programmes of partner schools that an order can name',
    tag,
  }).output(
    z.object({
      posts: z.array(offeredPost.extend({ id: field.id })),
      programmes: z.array(
        z.object({
          schoolId: field.id,
          school: z.string(),
          schoolEn: z.string(),
          majorCode: z.string(),
          name: z.string(),
          nameEn: z.string(),
          occupations: z.array(z.string()),
        }),
      ),
    }),
  ),
};

/** Events of this room: name → payload. */
export const events = {
  'order.proposed': z.object({ orderId: field.id, enterpriseId: field.id }),
  'order.accepted': z.object({ orderId: field.id, enterpriseId: field.id }),
  'order.declined': z.object({ orderId: field.id, enterpriseId: field.id }),
  'demand.published': z.object({ noticeId: field.id, enterpriseId: field.id }),
  'demand.answered': z.object({ noticeId: field.id, enterpriseId: field.id }),
  'demand.paused': z.object({ noticeId: field.id, enterpriseId: field.id }),
  'order.opinion-due': z.object({ orderId: field.id, round: z.number().int(), step: z.enum(opinionSteps) }),
};
