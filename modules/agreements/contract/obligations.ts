import { bothOffices, done, field, listInput, listOutput, route } from '@dualtrack/platform/contract';
import * as z from 'zod';
import { sides } from '../agreement.ts';
import { cadences, standings } from '../due.ts';
import { type Metric, metricNames } from '../metric.ts';
import { changeStates, debtors } from '../obligation.ts';
import { dutyConfirmations } from '../recorded-duty.ts';

const tag = 'Obligations';
const offices = ['school-office', 'enterprise-hr'] as const;
const side = z.enum(sides);
const metric = z.enum(metricNames as [Metric, ...Metric[]]); // there are metrics
const whole = z.number().int().min(1).max(1_000_000_000_000);
const maxFile = 20 * 1024 * 1024;

/** One due day of a duty with what has been counted towards it. */
const due = z.object({
  dueKey: z.string(),
  classId: field.id.nullable(),
  className: z.string(),
  countsFrom: field.day,
  countsTo: field.day,
  dueOn: field.day,
  target: z.number().int(),
  achieved: z.number().int(),
  whole: z.number().int(),
  /** From 0 to 1, from counted facts; null for a share of nothing. */
  score: z.number().nullable(),
  standing: z.enum(standings),
  facts: z.number().int(),
});
export type DueView = z.infer<typeof due>;

const duty = z.object({
  key: z.string(),
  clause: z.string(),
  metric,
  owedBy: z.enum(debtors),
  target: z.number().int(),
  cadence: z.enum(cadences),
  dueOn: field.day,
});

const obligation = duty.extend({
  /** Null while the agreement is not in force: then it is what the clauses will make of it. */
  id: field.id.nullable(),
  basis: z.enum(['paper', 'agreed']),
  title: z.string(),
  titleEn: z.string(),
  isWaived: z.boolean(),
  /** For a duty typed from a paper signed elsewhere: whose hand, and whether the other side stands by it. */
  recorded: z
    .object({
      number: z.number().int(),
      confirmation: z.enum(dutyConfirmations),
      typedSide: side.nullable(),
      typedName: z.string(),
      typedAt: field.instant,
      answer: z.string(),
      answeredSide: side.nullable(),
      answeredName: z.string(),
      answeredAt: field.instant.nullable(),
    })
    .nullable(),
  dues: z.array(due),
});
export type ObligationView = z.infer<typeof obligation>;

const wish = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('set'), duty, title: z.string(), titleEn: z.string() }),
  z.object({ kind: z.literal('waive') }),
]);

const change = z.object({
  id: field.id,
  key: z.string(),
  wish,
  side,
  state: z.enum(changeStates),
  reason: z.string(),
  answer: z.string(),
  name: z.string(),
  at: field.instant,
  answeredName: z.string(),
  answeredAt: field.instant.nullable(),
});
export type ChangeView = z.infer<typeof change>;

const evidence = z.object({
  id: field.id,
  obligationId: field.id,
  /** The class that it is about; empty where the duty is not owed for each class. */
  className: z.string(),
  fileName: z.string(),
  amount: z.number().int(),
  whole: z.number().int(),
  happenedOn: field.day,
  note: z.string(),
  side,
  state: z.enum(['given', 'accepted', 'refused', 'withdrawn']),
  answer: z.string(),
  name: z.string(),
  at: field.instant,
  answeredName: z.string(),
  answeredAt: field.instant.nullable(),
});
export type EvidenceView = z.infer<typeof evidence>;

export const agreementObligations = z.object({
  /** Whether they count already, or are what the clauses propose so far. */
  isInForce: z.boolean(),
  isPaused: z.boolean(),
  obligations: z.array(obligation),
  changes: z.array(change),
  evidence: z.array(evidence),
  /** Clauses that the agreement has, for adding a duty. */
  clauses: z.array(z.object({ clause: z.string(), title: z.string(), titleEn: z.string() })),
  /** Why the caller may not wish changes; null when they may. */
  whyNotChange: z.string().nullable(),
});
export type AgreementObligations = z.infer<typeof agreementObligations>;

/** A due of any agreement, for lists over all of them. */
const openDue = z.object({
  agreementId: field.id,
  agreementTitle: z.string(),
  agreementTitleEn: z.string(),
  agreementNumber: z.string(),
  obligationId: field.id,
  dueKey: z.string(),
  clause: z.string(),
  metric,
  title: z.string(),
  titleEn: z.string(),
  owedBy: z.enum(debtors),
  className: z.string(),
  dueOn: field.day,
  target: z.number().int(),
  achieved: z.number().int(),
  whole: z.number().int(),
  score: z.number().nullable(),
  standing: z.enum(standings),
});
export type OpenDue = z.infer<typeof openDue>;

const agreementId = z.object({ agreementId: field.id });
const obligationId = agreementId.extend({ obligationId: field.id });
const notYet = {
  'obligation.not-your-side': { status: 403 },
  'obligation.not-in-state': { status: 409 },
  'obligation.answered': { status: 409 },
};

/** What a calendar feed tells: one's own dates, all of one's side, or everything of one agreement. */
export const feedScopes = ['mine', 'side', 'agreement'] as const;

export const obligationsContract = {
  /** Before `/agreements/{agreementId}/…`: duties of all agreements that are not met yet. */
  open: route('GET', '/obligations', {
    may: bothOffices,
    summary: 'Duties of all agreements that are open, by due day',
    tag,
  })
    .input(
      listInput.extend({
        side: z.enum(debtors).optional(),
        standing: z.enum(['missed', 'at-risk']).optional(),
        /** Only what falls due within so many days; what is overdue always. */
        within: z.coerce.number().int().min(0).max(3_650).optional(),
      }),
    )
    .output(listOutput(openDue)),
  asked: route('GET', '/obligation-questions', {
    may: offices,
    summary:
      'Agreements in which the other side waits for an answer about a paper, duties, evidence or a notice',
    tag,
  })
    .input(z.object({}))
    .output(
      z.object({
        items: z.array(
          z.object({
            agreementId: field.id,
            title: z.string(),
            titleEn: z.string(),
            number: z.string(),
            /** Papers signed by hand, duties typed from a paper, wished changes, evidence and notices that wait for the caller's side. */
            papers: z.number().int(),
            duties: z.number().int(),
            wishes: z.number().int(),
            evidence: z.number().int(),
            notices: z.number().int(),
          }),
        ),
      }),
    ),
  list: route('GET', '/agreements/{agreementId}/obligations', {
    may: bothOffices,
    summary: 'Who owes what to whom, what is counted, and what either side wishes to change',
    tag,
  })
    .input(agreementId)
    .output(agreementObligations),
  facts: route('GET', '/agreements/{agreementId}/obligations/{obligationId}/facts', {
    may: bothOffices,
    summary: 'The facts behind a figure',
    tag,
  })
    .input(obligationId.extend({ dueKey: z.string().max(60) }))
    .output(
      z.object({
        items: z.array(
          z.object({
            happenedOn: field.day,
            amount: z.number().int(),
            whole: z.number().int(),
            label: z.string(),
            labelEn: z.string(),
            path: z.string(),
            source: z.string(),
            record: z.string(),
          }),
        ),
        achieved: z.number().int(),
        whole: z.number().int(),
      }),
    ),
  wish: route('POST', '/agreements/{agreementId}/obligation-changes', {
    may: offices,
    summary: 'Wish to add, adjust or waive a duty; it counts once the other side has agreed',
    tag,
    created: true,
  })
    .errors({
      ...notYet,
      'obligation.no-such-clause': { status: 422 },
      'obligation.outside-term': { status: 422 },
      'obligation.no-such-duty': { status: 422 },
    })
    .input(
      agreementId.extend({
        /** The duty that is to change; absent to add one. */
        key: z.string().max(80).optional(),
        waive: z.boolean().default(false),
        clause: z.string().max(10).optional(),
        metric: metric.optional(),
        owedBy: z.enum(debtors).optional(),
        target: whole.optional(),
        cadence: z.enum(cadences).optional(),
        dueOn: field.day.optional(),
        title: z.string().trim().max(200).default(''),
        titleEn: z.string().trim().max(200).default(''),
        reason: z.string().trim().min(2).max(1_000),
      }),
    )
    .output(agreementObligations),
  answer: route('POST', '/agreements/{agreementId}/obligation-changes/{changeId}/answer', {
    may: offices,
    summary: 'Agree to or refuse what the other side wishes; the own wish can be withdrawn',
    tag,
  })
    .errors(notYet)
    .input(
      agreementId.extend({
        changeId: field.id,
        answer: z.enum(['agree', 'refuse', 'withdraw']),
        reason: z.string().trim().max(1_000).default(''),
      }),
    )
    .output(agreementObligations),
  answerRecorded: route('POST', '/agreements/{agreementId}/recorded-duties/answer', {
    may: offices,
    summary:
      'Confirm or dispute duties that the other side typed from a paper; only what is confirmed counts',
    tag,
  })
    .errors({
      ...notYet,
      'obligation.no-such-duty': { status: 422 },
      'obligation.reason-missing': { status: 422 },
    })
    .input(
      agreementId.extend({
        numbers: z.array(z.number().int().min(1)).min(1).max(100),
        answer: z.enum(['confirm', 'dispute']),
        /** What is wrong with them, for a dispute. */
        reason: z.string().trim().max(1_000).default(''),
      }),
    )
    .output(agreementObligations),
  giveEvidence: route('POST', '/agreements/{agreementId}/obligations/{obligationId}/evidence', {
    may: offices,
    summary: 'Show by a document that something was done; counted once the other side has accepted it',
    tag,
    created: true,
  })
    .errors({
      ...notYet,
      'evidence.day-ahead': { status: 422 },
      'evidence.share-over-whole': { status: 422 },
      'evidence.class-missing': { status: 422 },
    })
    .input(
      obligationId.extend({
        file: z.file().max(maxFile),
        amount: z.coerce.number().int().min(1).max(1_000_000_000_000),
        /** Of how many, where the duty is a share. */
        whole: z.coerce.number().int().min(0).max(1_000_000_000_000).default(0),
        happenedOn: field.day,
        note: z.string().trim().max(1_000).default(''),
        /** For which class, where the duty is owed for each. */
        classId: field.id.optional(),
      }),
    )
    .output(agreementObligations),
  answerEvidence: route('POST', '/agreements/{agreementId}/evidence/{evidenceId}/answer', {
    may: offices,
    summary: 'Accept or refuse evidence of the other side; the own can be withdrawn while it waits',
    tag,
  })
    .errors(notYet)
    .input(
      agreementId.extend({
        evidenceId: field.id,
        answer: z.enum(['accept', 'refuse', 'withdraw']),
        reason: z.string().trim().max(1_000).default(''),
      }),
    )
    .output(agreementObligations),
  evidenceFile: route('GET', '/agreements/{agreementId}/evidence/{evidenceId}/file', {
    may: bothOffices,
    summary: 'The document of a piece of evidence',
    tag,
  })
    .input(agreementId.extend({ evidenceId: field.id }))
    .output(z.file()),
  feeds: {
    list: route('GET', '/calendar-feeds', {
      may: 'signed-in',
      summary: 'Own calendar feeds that are open',
      tag: 'Calendar',
    })
      .input(z.object({}))
      .output(
        z.object({
          items: z.array(
            z.object({
              id: field.id,
              scope: z.enum(feedScopes),
              agreementId: field.id.nullable(),
              title: z.string(),
              createdAt: field.instant,
            }),
          ),
        }),
      ),
    create: route('POST', '/calendar-feeds', {
      may: bothOffices,
      summary: 'Make the address of a calendar feed; it is shown once and can be revoked',
      tag: 'Calendar',
      created: true,
    })
      .input(
        z.object({
          /** Own dates unless said otherwise; with an agreement, everything dated of it. */
          scope: z.enum(['mine', 'side']).default('mine'),
          agreementId: field.id.optional(),
        }),
      )
      .output(z.object({ id: field.id, address: z.string() })),
    revoke: route('DELETE', '/calendar-feeds/{feedId}', {
      may: 'signed-in',
      summary: 'End a calendar feed',
      tag: 'Calendar',
    })
      .input(z.object({ feedId: field.id }))
      .output(done),
  },
};
