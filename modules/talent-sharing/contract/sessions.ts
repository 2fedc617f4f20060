import { bothStaff, done, field, listInput, listOutput, route } from '@dualtrack/platform/contract';
import * as z from 'zod';
import { heldAts } from '../held-at.ts';
import { answers, sessionActions, sessionStates } from '../session.ts';
import { clock, parties, sessionForm, side, words } from '../shapes.ts';
import { roomErrors, zone } from './rooms.ts';

const tag = 'Sessions of sharing';
const sessionId = z.object({ sessionId: field.id });

const participant = z.object({
  expertId: field.id,
  side,
  name: z.string(),
  isLeading: z.boolean(),
  minutes: z.number().int(),
  answer: z.enum(answers),
  reason: z.string(),
  /** Who looks after the learners of a mentor meanwhile. */
  cover: z.string(),
  /** Whether the caller can answer for this person now. */
  mayAnswer: z.boolean(),
  isMine: z.boolean(),
});

export const sessionRow = z.object({
  id: field.id,
  enterpriseId: field.id,
  agreementId: field.id,
  needId: field.id.nullable(),
  courseId: field.id.nullable(),
  ...parties,
  form: sessionForm,
  forSide: side,
  title: z.string(),
  startsAt: field.instant,
  endsAt: field.instant,
  place: z.string(),
  heldAt: z.enum(heldAts),
  /** The clock on the wall there; empty: that of the deployment. */
  zone: z.string(),
  roomName: z.string(),
  className: z.string(),
  seats: z.number().int().nullable(),
  seated: z.number().int(),
  waiting: z.number().int(),
  state: z.enum(sessionStates),
  experts: z.array(participant),
});
export type SessionRow = z.infer<typeof sessionRow>;

export const sessionDetail = sessionRow.extend({
  message: z.string(),
  byName: z.string(),
  classId: field.id.nullable(),
  roomId: field.id.nullable(),
  roomSide: side.nullable(),
  roomSeats: z.number().int().nullable(),
  noticeHours: z.number().int(),
  cancelledBy: z.string(),
  cancelledSide: side.nullable(),
  cancelReason: z.string(),
  isLateCancel: z.boolean(),
  attested: z.object({
    school: z.object({ by: z.string(), at: field.instant }).nullable(),
    enterprise: z.object({ by: z.string(), at: field.instant }).nullable(),
  }),
  attended: z.number().int().nullable(),
  people: z.array(z.object({ name: z.string(), side, isWaiting: z.boolean(), isMine: z.boolean() })),
  feedback: z.array(z.object({ side, rating: z.number().int(), note: z.string(), by: z.string() })),
  /** Calling off now would break the agreed notice. */
  isLate: z.boolean(),
  abilities: z.record(z.enum(sessionActions), z.string().nullable()),
});
export type SessionDetail = z.infer<typeof sessionDetail>;

/** Refusals of time and people, whoever asks for a booking. */
export const bookingErrors = {
  'session.no-such-time': { status: 422 },
  'session.time-twice': { status: 422 },
  'session.over-midnight': { status: 422 },
  'session.past': { status: 422 },
  'session.on-holiday': { status: 422, data: z.object({ day: field.day, holiday: z.string() }) },
  'session.no-expert': { status: 422 },
  'session.no-class': { status: 422 },
  'session.class-away': {
    status: 409,
    data: z.object({ name: z.string(), why: z.enum(['exam', 'holiday', 'enterprise']) }),
  },
  'session.class-booked': {
    status: 409,
    data: z.object({ name: z.string(), title: z.string(), startsAt: field.instant, endsAt: field.instant }),
  },
  'expert.left': { status: 409 },
  'expert.not-listed': { status: 409 },
  'expert.away': { status: 409, data: z.object({ name: z.string() }) },
  'expert.no-slot': { status: 409, data: z.object({ name: z.string() }) },
  'expert.booked': {
    status: 409,
    data: z.object({ name: z.string(), startsAt: field.instant, endsAt: field.instant }),
  },
  'expert.on-stay': { status: 409, data: z.object({ name: z.string(), from: field.day, to: field.day }) },
  'expert.on-rotation': {
    status: 409,
    data: z.object({ name: z.string(), learners: z.number().int(), unit: z.string() }),
  },
  'expert.over-limit': {
    status: 409,
    data: z.object({ name: z.string(), limit: z.number().int(), hours: z.number() }),
  },
} as const;

/** Refusals of an answer beside those of booking. */
export const answerErrors = {
  ...bookingErrors,
  'session.not-in-state': { status: 409 },
  'session.answered': { status: 409 },
  'session.begun': { status: 409 },
  'session.no-reason': { status: 422 },
} as const;

const notNow = {
  'session.not-in-state': { status: 409 },
  'session.not-your-role': { status: 403 },
  'session.begun': { status: 409 },
  'session.not-over': { status: 409 },
  'session.attested': { status: 409 },
  'session.late-needs-reason': { status: 422 },
} as const;

/** What the link in a mail shows to whoever opens it. */
export const answerView = z.object({
  title: z.string(),
  form: sessionForm,
  ...parties,
  forSide: side,
  startsAt: field.instant,
  endsAt: field.instant,
  place: z.string(),
  zone: z.string(),
  message: z.string(),
  expert: z.string(),
  asker: z.string(),
  answer: z.enum(answers),
  state: z.enum(sessionStates),
});
const token = z.object({ token: z.string().min(1).max(200) });
const feed = z.object({ id: field.id, createdAt: field.instant });

/** Sessions: asked, answered, held, attested by both sides, rated by both. */
export const sessions = {
  list: route('GET', '/talent-sessions', { may: bothStaff, summary: 'Sessions of both sides', tag })
    .input(
      listInput.extend({
        state: z.enum(sessionStates).optional(),
        form: sessionForm.optional(),
        courseId: field.id.optional(),
        needId: field.id.optional(),
        scope: z.enum(['to-answer', 'coming', 'to-attest']).optional(),
      }),
    )
    .output(listOutput(sessionRow)),
  get: route('GET', '/talent-sessions/{sessionId}', { may: bothStaff, summary: 'One session', tag })
    .input(sessionId)
    .output(sessionDetail),
  plan: route('POST', '/talent-sessions', {
    may: bothStaff,
    summary: 'Ask experts for a session at a time and a place',
    tag,
    created: true,
  })
    .errors({
      ...answerErrors,
      ...roomErrors,
      'sharing.no-agreement': { status: 422 },
      'session.no-course': { status: 422 },
    })
    .input(
      z.object({
        agreementId: field.id,
        needId: field.id.nullable().default(null),
        courseId: field.id.nullable().default(null),
        form: sessionForm,
        /** Side that benefits; the own one when not said. */
        forSide: side.optional(),
        title: field.line,
        message: z.string().trim().max(2_000).default(''),
        on: field.day,
        at: clock,
        minutes: z.number().int().min(15).max(1_080),
        place: words.default(''),
        /** Where it is held; with the side that benefits when not said. A room says it, too. */
        heldAt: z.enum(heldAts).optional(),
        /** Whose clock the hour is read from; a room has its own. */
        zone: zone.optional(),
        /** A room of the own side. */
        roomId: field.id.nullable().default(null),
        /** The class for which it is. */
        classId: field.id.nullable().default(null),
        /** Who looks after learners while an own mentor is away. */
        cover: words.default(''),
        seats: z.number().int().min(1).max(2_000).nullable().default(null),
        noticeHours: z.number().int().min(0).max(720).default(48),
        experts: z
          .array(
            z.object({
              expertId: field.id,
              isLeading: z.boolean().default(true),
              minutes: z.number().int().min(1).max(1_080).nullable().default(null),
            }),
          )
          .min(1)
          .max(8),
      }),
    )
    .output(z.object({ id: field.id })),
  answer: route('POST', '/talent-sessions/{sessionId}/answers', {
    may: bothStaff,
    summary: 'Say yes or no to a session: the expert, or who speaks for the side',
    tag,
  })
    .errors({ ...answerErrors, ...notNow })
    .input(
      sessionId.extend({
        expertId: field.id,
        accept: z.boolean(),
        reason: z.string().trim().max(500).default(''),
        cover: words.default(''),
      }),
    )
    .output(sessionDetail),
  setRoom: route('PUT', '/talent-sessions/{sessionId}/room', {
    may: bothStaff,
    summary: 'Give a session a room of the own side, or give the room back',
    tag,
  })
    .errors({ ...notNow, ...roomErrors })
    .input(sessionId.extend({ roomId: field.id.nullable() }))
    .output(sessionDetail),
  cancel: route('POST', '/talent-sessions/{sessionId}/cancellation', {
    may: bothStaff,
    summary: 'Call a session off; with reason when the agreed notice is over',
    tag,
  })
    .errors(notNow)
    .input(sessionId.extend({ reason: z.string().trim().max(500).default('') }))
    .output(sessionDetail),
  attest: route('POST', '/talent-sessions/{sessionId}/attestations', {
    may: bothStaff,
    summary: 'Attest that a session took place; with the yes of both it enters the ledger',
    tag,
  })
    .errors({
      ...notNow,
      'session.other-number': { status: 409, data: z.object({ attended: z.number().int() }) },
    })
    .input(sessionId.extend({ attended: z.number().int().min(0).max(5_000) }))
    .output(sessionDetail),
  takeSeat: route('POST', '/talent-sessions/{sessionId}/seats', {
    may: bothStaff,
    summary: 'Take a seat, or a place on the waiting list when all are taken',
    tag,
  })
    .errors({ ...notNow, 'session.no-seats': { status: 409 }, 'session.seated': { status: 409 } })
    .input(sessionId)
    .output(sessionDetail),
  leaveSeat: route('DELETE', '/talent-sessions/{sessionId}/seats', {
    may: bothStaff,
    summary: 'Give the own seat back; the first who waits moves up',
    tag,
  })
    .errors(notNow)
    .input(sessionId)
    .output(sessionDetail),
  rate: route('PUT', '/talent-sessions/{sessionId}/feedback', {
    may: bothStaff,
    summary: 'Say how it was, once for each side',
    tag,
  })
    .errors(notNow)
    .input(sessionId.extend({ rating: z.number().int().min(1).max(5), note: words.default('') }))
    .output(sessionDetail),
  link: {
    show: route('GET', '/talent-answers/{token}', { may: 'anyone', summary: 'What a mail asks', tag })
      .errors({ 'link.unknown': { status: 404 } })
      .input(token)
      .output(answerView),
    answer: route('POST', '/talent-answers/{token}', {
      may: 'anyone',
      summary: 'Answer by the link of a mail',
      tag,
    })
      .errors({ ...answerErrors, 'link.unknown': { status: 404 } })
      .input(
        token.extend({
          accept: z.boolean(),
          reason: z.string().trim().max(500).default(''),
          cover: words.default(''),
        }),
      )
      .output(answerView),
  },
  feeds: {
    list: route('GET', '/talent-feeds', {
      may: bothStaff,
      summary: 'Own calendar feeds of sessions',
      tag,
    }).output(z.object({ items: z.array(feed) })),
    create: route('POST', '/talent-feeds', {
      may: bothStaff,
      summary: 'Make a calendar feed of the own sessions; its address is told once',
      tag,
      created: true,
    })
      .errors({ 'expert.no-card': { status: 409 } })
      .output(z.object({ id: field.id, address: z.string() })),
    revoke: route('DELETE', '/talent-feeds/{feedId}', { may: bothStaff, summary: 'End a feed', tag })
      .input(z.object({ feedId: field.id }))
      .output(done),
  },
};
