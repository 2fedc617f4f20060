import { bothOffices, field, route } from '@dualtrack/platform/contract';
import * as z from 'zod';
import { agreementStates, sides } from '../agreement.ts';
import { signReasons } from '../amendment.ts';
import { paperEffects, relationKinds } from '../ink-paper.ts';
import { noticeGrounds, noticeKinds, noticeStates } from '../notice.ts';
import { dutyConfirmations } from '../recorded-duty.ts';
import { agreementTerms, recordedDuty, recordedWords } from '../shapes.ts';

const tag = 'Amendments';
const offices = ['school-office', 'enterprise-hr'] as const;
const side = z.enum(sides);
const agreementId = z.object({ agreementId: field.id });
const reason = z.string().trim().min(2).max(1_000);

const segment = z.object({ kind: z.enum(['same', 'gone', 'new']), text: z.string() });
const clauseDiff = z.object({
  clause: z.string(),
  position: z.number().int(),
  title: z.string(),
  titleEn: z.string(),
  isChanged: z.boolean(),
  /** Nothing of it stood in the text before. */
  isAdded: z.boolean(),
  /** Wording of the signed text as the amendment knows it has changed since. */
  isOvertaken: z.boolean(),
  zh: z.array(segment),
  en: z.array(segment),
});
export type ClauseDiff = z.infer<typeof clauseDiff>;

const carried = z.object({
  clause: z.string(),
  metric: z.string(),
  owedBy: z.string(),
  dueOn: field.day,
  target: z.number().int(),
  achieved: z.number().int(),
});

const related = z.object({
  id: field.id,
  number: z.string(),
  title: z.string(),
  titleEn: z.string(),
  state: z.enum(agreementStates),
  kind: z.enum(relationKinds),
  /** A paper that was signed elsewhere, by hand. */
  isInk: z.boolean(),
  /** Of a paper signed by hand: whether the other side stands by it. */
  confirmation: z.enum(dutyConfirmations).nullable(),
  createdAt: field.instant,
});

/** A typed duty that an amendment of a paper signed elsewhere changes, ends or adds. */
export const amendedDutyInput = z
  .object({
    /** Its place in the paper; absent for one that is added. */
    number: z.number().int().min(1).max(799).optional(),
    side: side.optional(),
    words: recordedWords.optional(),
    /** Null: from now on only quoted; absent: as it was. */
    duty: recordedDuty.nullable().optional(),
    /** Ends it. */
    drop: z.boolean().default(false),
  })
  .refine(
    ({ number, side: of, words }) => number !== undefined || (of !== undefined && words !== undefined),
    {
      error: 'an added duty needs its side and its words',
    },
  );

const notice = z.object({
  id: field.id,
  kind: z.enum(noticeKinds),
  ground: z.enum(noticeGrounds),
  side,
  reason: z.string(),
  effectiveOn: field.day,
  state: z.enum(noticeStates),
  name: z.string(),
  at: field.instant,
  answeredName: z.string(),
  answeredAt: field.instant.nullable(),
  /** The paper signed by hand by which both sides agreed to it. */
  paperId: field.id.nullable(),
});
export type NoticeView = z.infer<typeof notice>;

/** What a paper signed by hand does with an agreement that stands. */
export const paperFollows = z.object({
  agreementId: field.id,
  effect: z.enum(paperEffects),
  /** From which day it suspends, resumes or ends. */
  effectiveOn: field.day.optional(),
  /** Of an amendment of a paper with typed duties: those that change, end or are added. */
  duties: z.array(amendedDutyInput).max(100).default([]),
  /** Of an amendment of an agreement made here: its clauses as the paper words them. */
  wordings: z
    .array(
      z
        .object({
          clause: z.string().max(10),
          zh: z.string().trim().max(20_000).default(''),
          en: z.string().trim().max(20_000).default(''),
        })
        .refine(({ zh, en }) => zh !== '' || en !== '', { error: 'a text in at least one language' }),
    )
    .max(100)
    .default([]),
  /** Of an amendment of an agreement made here: figures that change. */
  terms: agreementTerms.partial().default({}),
  reason: z.string().trim().max(1_000).default(''),
});
export type PaperFollows = z.infer<typeof paperFollows>;

/** Of a paper signed by hand that follows from an agreement: who registered it, and what the other side says of it. */
const paperStanding = z.object({
  confirmation: z.enum(dutyConfirmations),
  typedSide: side.nullable(),
  typedName: z.string(),
  typedAt: field.instant,
  effectiveOn: field.day.nullable(),
  answer: z.string(),
  answeredSide: side.nullable(),
  answeredName: z.string(),
  answeredAt: field.instant.nullable(),
});
export type PaperStanding = z.infer<typeof paperStanding>;

export const agreementCourse = z.object({
  /** What this paper changes or renews; null for one that stands by itself. */
  parent: related.nullable(),
  /** Null for what was made and signed here. */
  paper: paperStanding.nullable(),
  /** Amendments and renewals made from it, and papers that suspend, resume or end it, oldest first. */
  children: z.array(related),
  notices: z.array(notice),
  /** Of a paper with typed duties, such as one signed elsewhere: those that stand, which an amendment may change. */
  typed: z.array(
    z.object({
      number: z.number().int(),
      side,
      words: z.object({ zh: z.string().nullable(), en: z.string().nullable() }),
      duty: recordedDuty.nullable(),
    }),
  ),
  /** For an amendment: what it changes in the signed text, word by word. */
  diff: z.array(clauseDiff),
  /** Who must sign and why. */
  signers: z.array(
    z.object({ side, reasons: z.array(z.object({ clause: z.string(), code: z.enum(signReasons) })) }),
  ),
  /** Whether students or guardians have to be told or asked before. */
  concernsStudents: z.array(z.string()),
  /** For a renewal: duties of the agreement before it that were not met. */
  missed: z.array(carried),
  reason: z.string(),
  /** First days on which a notice given today may take effect, by ground. */
  earliest: z.record(z.enum(noticeGrounds), field.day),
  /** Why the caller may not amend, renew or give notice now; null when they may. */
  whyNot: z.object({
    amend: z.string().nullable(),
    renew: z.string().nullable(),
    suspend: z.string().nullable(),
    resume: z.string().nullable(),
    terminate: z.string().nullable(),
  }),
});
export type AgreementCourse = z.infer<typeof agreementCourse>;

const action = z.object({ action: z.string() });
const notNow = {
  'agreement.not-your-role': { status: 403, data: action },
  'agreement.not-in-state': { status: 409, data: action },
  'agreement.already-signed': { status: 409, data: action },
  'agreement.party-incomplete': { status: 409, data: action },
  'agreement.not-the-signer': { status: 403, data: action },
  'agreement.not-over': { status: 409, data: action },
};

export const amendmentsContract = {
  course: route('GET', '/agreements/{agreementId}/course', {
    may: bothOffices,
    summary: 'What an agreement came from and what became of it: amendments, renewal, notices',
    tag,
  })
    .input(agreementId)
    .output(agreementCourse),
  amend: route('POST', '/agreements/{agreementId}/amendments', {
    may: offices,
    summary:
      'Begin an amendment against the signed text; it is worded, confirmed and signed like an agreement',
    tag,
    created: true,
  })
    .errors({
      ...notNow,
      'amendment.nothing-changes': { status: 422 },
      'amendment.no-such-clause': { status: 422, data: z.object({ clause: z.string() }) },
      'agreement.period-backwards': { status: 422 },
      'obligation.outside-term': { status: 422 },
    })
    .input(
      agreementId.extend({
        /** Clauses that are to be reworded. */
        clauses: z.array(z.string().max(10)).max(100).default([]),
        /** Figures that are to change; clauses of the template follow them. */
        terms: agreementTerms.partial().default({}),
        /** Of a paper signed elsewhere: its typed duties that change. */
        duties: z.array(amendedDutyInput).max(100).default([]),
        validTo: field.day.optional(),
        reason,
      }),
    )
    .output(z.object({ id: field.id })),
  renew: route('POST', '/agreements/{agreementId}/renewals', {
    may: offices,
    summary: 'Begin the agreement that follows this one, prefilled from it, with its missed duties named',
    tag,
    created: true,
  })
    .errors({
      ...notNow,
      'agreement.period-backwards': { status: 422 },
      'renewal.overlaps': { status: 422 },
      'agreement.order-not-accepted': { status: 409 },
    })
    .input(
      agreementId.extend({
        validFrom: field.day,
        validTo: field.day,
        /** An accepted order for the next class; without one the seats and posts of the old order are repeated. */
        orderId: field.id.optional(),
      }),
    )
    .output(z.object({ id: field.id })),
  giveNotice: route('POST', '/agreements/{agreementId}/notices', {
    may: offices,
    summary: 'Give notice to suspend, resume or end the agreement',
    tag,
    created: true,
  })
    .errors({
      ...notNow,
      'notice.too-early': { status: 422, data: z.object({ earliest: z.string() }) },
      'notice.waiting-already': { status: 409 },
    })
    .input(
      agreementId.extend({
        kind: z.enum(noticeKinds),
        ground: z.enum(noticeGrounds),
        reason,
        effectiveOn: field.day,
      }),
    )
    .output(agreementCourse),
  answerNotice: route('POST', '/agreements/{agreementId}/notices/{noticeId}/answer', {
    may: offices,
    summary: 'Agree to or refuse a notice of the other side, or withdraw the own',
    tag,
  })
    .errors({
      'notice.not-your-side': { status: 403 },
      'notice.answered': { status: 409 },
      'notice.needs-no-answer': { status: 409 },
    })
    .input(agreementId.extend({ noticeId: field.id, action: z.enum(['agree', 'refuse', 'withdraw']) }))
    .output(agreementCourse),
  answerPaper: route('POST', '/agreements/{agreementId}/paper-answer', {
    may: offices,
    summary: 'Confirm or dispute what a paper signed by hand is said to do; confirmed, it takes effect',
    tag,
  })
    .errors({
      ...notNow,
      'obligation.not-your-side': { status: 403 },
      'obligation.answered': { status: 409 },
      'obligation.reason-missing': { status: 422 },
    })
    .input(
      agreementId.extend({
        answer: z.enum(['confirm', 'dispute']),
        reason: z.string().trim().max(1_000).default(''),
      }),
    )
    .output(agreementCourse),
};
