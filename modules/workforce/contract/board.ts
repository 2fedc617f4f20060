import {
  bothOffices,
  done,
  enterpriseLeads,
  field,
  listInput,
  listOutput,
  route,
  schoolLeads,
} from '@dualtrack/platform/contract';
import * as z from 'zod';
import { noticeActions, noticeStates } from '../demand-notice.ts';

const tag = 'Talent demand board';
const pay = z.number().int().min(0).max(1_000_000_000);
const majorCode = z.string().regex(/^\d{6}$/);

/** One published demand as one school has it. Pay in minor units a month. */
export const noticeShape = z.object({
  id: field.id,
  home: field.id,
  enterpriseId: field.id,
  school: z.string(),
  schoolEn: z.string(),
  enterprise: z.string(),
  enterpriseEn: z.string(),
  state: z.enum(noticeStates),
  silentSide: z.enum(['school', 'enterprise']).nullable(),
  occupation: z.string(),
  title: z.string(),
  titleEn: z.string(),
  people: z.number().int(),
  place: z.string(),
  fromQuarter: field.quarter,
  payMin: z.number().int(),
  payMax: z.number().int(),
  hazards: z.array(z.string()),
  isNightShift: z.boolean(),
  note: z.string(),
  publishedAt: field.instant,
  /** From when the school has it on its desk; null for the moment until the day is given out. */
  opensOn: field.day.nullable(),
  answerBy: field.day.nullable(),
  offeredSeats: z.number().int().nullable(),
  offeredMajorCode: z.string().nullable(),
  answer: z.string(),
  answeredBy: z.string(),
  orderId: field.id.nullable(),
  poolId: field.id.nullable(),
  abilities: z.record(z.enum(noticeActions), z.string().nullable()),
});
export type NoticeView = z.infer<typeof noticeShape>;

const noticeId = z.object({ noticeId: field.id });
const notNow = {
  'demand.not-your-role': { status: 403, data: z.object({ action: z.string() }) },
  'demand.not-in-state': { status: 409, data: z.object({ action: z.string() }) },
};
const reply = z.discriminatedUnion('decision', [
  z.object({
    decision: z.literal('offer'),
    seats: z.number().int().min(1).max(500),
    majorCode,
    answer: z.string().trim().max(2_000).default(''),
  }),
  z.object({ decision: z.literal('decline'), answer: z.string().trim().min(2).max(2_000) }),
]);
export type NoticeReply = z.infer<typeof reply>;
const badReply = { 'demand.no-such-programme': { status: 422 } };
const token = z.object({ token: z.string().max(200) });

export const board = {
  list: route('GET', '/demand-notices', { may: bothOffices, summary: 'Published talent demand', tag })
    .input(listInput.extend({ state: z.enum(noticeStates).optional() }))
    .output(listOutput(noticeShape)),
  get: route('GET', '/demand-notices/{noticeId}', { may: bothOffices, summary: 'One published demand', tag })
    .input(noticeId)
    .output(noticeShape),
  publish: route('POST', '/demand-notices', {
    may: enterpriseLeads,
    summary: 'Publish demand to partner schools',
    tag,
    created: true,
  })
    .errors({
      'order.no-such-post': { status: 422 },
      'order.no-such-partner': { status: 422 },
      'demand.school-paused': { status: 409, data: z.object({ school: z.string() }) },
      'demand.pay-inverted': { status: 422 },
    })
    .input(
      z.object({
        postId: field.id,
        people: z.number().int().min(1).max(500),
        fromQuarter: field.quarter,
        payMin: pay,
        payMax: pay,
        note: z.string().trim().max(2_000).default(''),
        schoolIds: z.array(field.id).min(1).max(50),
      }),
    )
    .output(z.object({ ids: z.array(field.id) })),
  answer: route('POST', '/demand-notices/{noticeId}/answer', {
    may: bothOffices,
    summary: 'Answer published demand: seats, or no',
    tag,
  })
    .errors({ ...notNow, ...badReply })
    .input(noticeId.extend({ reply }))
    .output(noticeShape),
  take: route('POST', '/demand-notices/{noticeId}/take', {
    may: bothOffices,
    summary: 'Take an offer up: a draft of an order is made from it',
    tag,
  })
    .errors({ ...notNow, 'order.no-such-post': { status: 422 }, 'order.no-such-programme': { status: 422 } })
    .input(noticeId.extend({ className: field.line, startQuarter: field.quarter }))
    .output(z.object({ orderId: field.id })),
  close: route('POST', '/demand-notices/{noticeId}/close', {
    may: bothOffices,
    summary: 'Take demand back',
    tag,
  })
    .errors(notNow)
    .input(noticeId)
    .output(noticeShape),
  link: route('POST', '/demand-notices/{noticeId}/link', {
    may: schoolLeads,
    summary: 'A link from which this demand can be answered without signing in',
    tag,
  })
    .errors(notNow)
    .input(noticeId)
    .output(z.object({ address: z.string(), until: field.day })),
  open: route('GET', '/demand-answers/{token}', {
    may: 'anyone',
    summary: 'What an answering link shows',
    tag,
  })
    .input(token)
    .output(
      z.object({
        notice: noticeShape.omit({ abilities: true }),
        mayAnswer: z.boolean(),
        programmes: z.array(z.object({ majorCode: z.string(), name: z.string(), nameEn: z.string() })),
      }),
    ),
  answerByLink: route('POST', '/demand-answers/{token}', {
    may: 'anyone',
    summary: 'Answer published demand from a link',
    tag,
  })
    .errors({ 'demand.not-in-state': { status: 409, data: z.object({ action: z.string() }) }, ...badReply })
    .input(token.extend({ name: field.line, reply }))
    .output(done),
};

const settings = z.object({
  monthlyLimit: z.number().int().min(1).max(1_000),
  answerDays: z.number().int().min(1).max(90),
  opinionsRequired: z.boolean(),
});
const state = { nextFreeOn: field.day, pausedOn: field.day.nullable() };

export const intake = {
  get: route('GET', '/school-intake', {
    may: schoolLeads,
    summary: 'How much demand the school takes in',
    tag,
  }).output(settings.extend({ ...state, waiting: z.number().int() })),
  put: route('PUT', '/school-intake', {
    may: schoolLeads,
    summary: 'Change how much demand the school takes in',
    tag,
  })
    .input(settings)
    .output(done),
  schools: route('GET', '/demand-schools', {
    may: enterpriseLeads,
    summary: 'Partner schools, when each is free next and how long it takes to answer',
    tag,
  }).output(
    z.array(
      z.object({
        id: field.id,
        name: z.string(),
        nameEn: z.string(),
        answerDays: z.number().int(),
        ...state,
      }),
    ),
  ),
};
