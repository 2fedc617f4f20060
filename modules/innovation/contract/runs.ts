import { done, field, route } from '@dualtrack/platform/contract';
import * as z from 'zod';
import { instalmentMoveNames, instalmentStates } from '../instalment.ts';
import { changeKinds, deliverableStates, lineKinds } from '../run.ts';
import { fen, side } from '../shapes.ts';
import { staff } from '../side.ts';
import { notNowProject, projectId } from './projects.ts';

const tag = 'Innovation: running a project';
const line = z.string().trim().min(2).max(200);
const words = (most: number) => z.string().trim().max(most).default('');
/** The largest file that is taken, in bytes. */
export const maxFile = 20 * 1024 * 1024;

const deliverable = z.object({
  id: field.id,
  milestoneId: field.id,
  title: z.string(),
  owedBy: side,
  state: z.enum(deliverableStates),
  note: z.string(),
  hasFile: z.boolean(),
  submittedBy: z.string(),
  acceptBy: field.day.nullable(),
  answeredBy: z.string(),
  isSilent: z.boolean(),
  remark: z.string(),
  /** Codes of why not, for the caller. */
  whyNotSubmit: z.string().nullable(),
  whyNotAnswer: z.string().nullable(),
});
export type Deliverable = z.infer<typeof deliverable>;

const run = z.object({
  deliverables: z.array(deliverable),
  lines: z.array(
    z.object({
      id: field.id,
      kind: z.enum(lineKinds),
      title: z.string(),
      paidBy: side,
      amount: z.number().int(),
      spent: z.number().int(),
      /** Paid over to the other side, and what that side has spent of it. */
      drawn: z.number().int(),
      drawnSpent: z.number().int(),
    }),
  ),
  instalments: z.array(
    z.object({
      id: field.id,
      lineId: field.id,
      milestoneId: field.id.nullable(),
      title: z.string(),
      amount: z.number().int(),
      dueOn: field.day,
      state: z.enum(instalmentStates),
      payer: side,
      calledBy: z.string(),
      paidBy: z.string(),
      paidOn: field.day.nullable(),
      remark: z.string(),
      hasProof: z.boolean(),
      /** Codes of why not, for the caller. */
      whyNot: z.record(z.enum(instalmentMoveNames), z.string().nullable()),
    }),
  ),
  expenses: z.array(
    z.object({
      id: field.id,
      lineId: field.id,
      amount: z.number().int(),
      spentOn: field.day,
      what: z.string(),
      recordedBy: z.string(),
      hasReceipt: z.boolean(),
      isVoid: z.boolean(),
      isMine: z.boolean(),
    }),
  ),
  risks: z.array(
    z.object({
      id: field.id,
      title: z.string(),
      likelihood: z.number().int(),
      impact: z.number().int(),
      measure: z.string(),
      owner: z.string(),
      isOpen: z.boolean(),
    }),
  ),
  changes: z.array(
    z.object({
      id: field.id,
      kind: z.enum(changeKinds),
      what: z.string(),
      newDay: field.day.nullable(),
      newAmount: z.number().int().nullable(),
      target: z.string(),
      side,
      askedBy: z.string(),
      state: z.enum(['asked', 'agreed', 'refused']),
      answer: z.string(),
      answeredBy: z.string(),
      mayAnswer: z.boolean(),
    }),
  ),
  publications: z.array(
    z.object({
      id: field.id,
      title: z.string(),
      place: z.string(),
      side,
      state: z.enum(['asked', 'cleared', 'objected']),
      askedBy: z.string(),
      answerBy: field.day,
      answer: z.string(),
      answeredBy: z.string(),
      mayAnswer: z.boolean(),
    }),
  ),
  files: z.array(
    z.object({
      id: field.id,
      name: z.string(),
      audience: z.enum(['both', 'school', 'enterprise']),
      addedBy: z.string(),
      addedAt: field.instant,
    }),
  ),
});
export type ProjectRun = z.infer<typeof run>;

const notYours = {
  'deliverable.not-your-side': { status: 403 },
  'deliverable.not-in-state': { status: 409 },
} as const;
const otherSide = {
  'change.not-your-side': { status: 403 },
  'change.not-in-state': { status: 409 },
} as const;
const overdrawn = { 'budget.overdrawn': { status: 409, data: z.object({ left: z.number() }) } } as const;

export const runs = {
  get: route('GET', '/innovation-projects/{projectId}/run', {
    may: staff,
    summary: 'How a project goes',
    tag,
  })
    .errors({ 'project.not-a-member': { status: 403 } })
    .input(projectId)
    .output(run),
  addDeliverable: route('POST', '/innovation-projects/{projectId}/deliverables', {
    may: staff,
    summary: 'Plan something that a side owes at a milestone',
    tag,
  })
    .errors({ ...notNowProject, 'project.no-such-part': { status: 422 } })
    .input(projectId.extend({ milestoneId: field.id, title: line, owedBy: side }))
    .output(done),
  submit: route('POST', '/innovation-projects/{projectId}/deliverables/{deliverableId}/submission', {
    may: staff,
    summary: 'Hand in what the own side owes',
    tag,
  })
    .errors({ ...notNowProject, ...notYours })
    .input(
      projectId.extend({
        deliverableId: field.id,
        note: words(1_000),
        file: z.file().max(maxFile).optional(),
      }),
    )
    .output(z.object({ acceptBy: field.day })),
  answer: route('POST', '/innovation-projects/{projectId}/deliverables/{deliverableId}/answer', {
    may: staff,
    summary: 'Accept or return what the other side handed in',
    tag,
  })
    .errors({ ...notNowProject, ...notYours, 'deliverable.remark-missing': { status: 422 } })
    .input(
      projectId.extend({
        deliverableId: field.id,
        answer: z.enum(['accept', 'return']),
        remark: words(1_000),
      }),
    )
    .output(done),
  addLine: route('POST', '/innovation-projects/{projectId}/lines', {
    may: staff,
    summary: 'Add a line to the budget',
    tag,
  })
    .errors({ ...notNowProject, 'budget.over-frame': { status: 409, data: z.object({ left: z.number() }) } })
    .input(projectId.extend({ kind: z.enum(lineKinds), title: line, paidBy: side, amount: fen.min(1) }))
    .output(done),
  spend: route('POST', '/innovation-projects/{projectId}/expenses', {
    may: staff,
    summary: 'Record an expense with its receipt; a line cannot be overdrawn',
    tag,
  })
    .errors({
      ...notNowProject,
      ...overdrawn,
      'project.no-such-part': { status: 422 },
      'budget.other-side': { status: 403 },
      'budget.day-ahead': { status: 422 },
    })
    .input(
      projectId.extend({
        lineId: field.id,
        amount: z.coerce.number().int().min(1).max(1_000_000_000_000),
        spentOn: field.day,
        what: line,
        receipt: z.file().max(maxFile).optional(),
      }),
    )
    .output(done),
  voidExpense: route('DELETE', '/innovation-projects/{projectId}/expenses/{expenseId}', {
    may: staff,
    summary: 'Take an expense of the own side back; it stays on record',
    tag,
  })
    .errors({ ...notNowProject, 'budget.other-side': { status: 403 } })
    .input(projectId.extend({ expenseId: field.id }))
    .output(done),
  addInstalment: route('POST', '/innovation-projects/{projectId}/instalments', {
    may: staff,
    summary: 'Plan a part of a line that its payer hands over to the other side',
    tag,
  })
    .errors({
      ...notNowProject,
      ...overdrawn,
      'project.no-such-part': { status: 422 },
      'instalment.not-your-side': { status: 403 },
      'milestone.outside': { status: 422 },
    })
    .input(
      projectId.extend({
        lineId: field.id,
        milestoneId: field.id.nullable().default(null),
        title: line,
        amount: fen.min(1),
        dueOn: field.day,
      }),
    )
    .output(done),
  moveInstalment: route('POST', '/innovation-projects/{projectId}/instalments/{instalmentId}', {
    may: staff,
    summary: 'Call an instalment, pay it with a proof, or send the call back',
    tag,
  })
    .errors({
      ...notNowProject,
      ...overdrawn,
      'instalment.not-your-side': { status: 403 },
      'instalment.not-in-state': { status: 409 },
      'deliverable.remark-missing': { status: 422 },
      'budget.day-ahead': { status: 422 },
    })
    .input(
      projectId.extend({
        instalmentId: field.id,
        move: z.enum(instalmentMoveNames),
        remark: words(500),
        paidOn: field.day.optional(),
        proof: z.file().max(maxFile).optional(),
      }),
    )
    .output(done),
  addRisk: route('POST', '/innovation-projects/{projectId}/risks', {
    may: staff,
    summary: 'Note a risk',
    tag,
  })
    .errors(notNowProject)
    .input(
      projectId.extend({
        title: line,
        likelihood: z.number().int().min(1).max(5),
        impact: z.number().int().min(1).max(5),
        measure: words(500),
        owner: words(60),
      }),
    )
    .output(done),
  closeRisk: route('DELETE', '/innovation-projects/{projectId}/risks/{riskId}', {
    may: staff,
    summary: 'Close a risk',
    tag,
  })
    .errors(notNowProject)
    .input(projectId.extend({ riskId: field.id }))
    .output(done),
  askChange: route('POST', '/innovation-projects/{projectId}/changes', {
    may: staff,
    summary: 'Ask for a change of the plan',
    tag,
  })
    .errors({
      ...notNowProject,
      'project.no-such-part': { status: 422 },
      'change.incomplete': { status: 422 },
    })
    .input(
      projectId.extend({
        kind: z.enum(changeKinds),
        targetId: field.id.nullable().default(null),
        newDay: field.day.nullable().default(null),
        newAmount: fen.min(1).nullable().default(null),
        what: line,
      }),
    )
    .output(done),
  answerChange: route('POST', '/innovation-projects/{projectId}/changes/{changeId}', {
    may: staff,
    summary: 'Agree to a change of the plan, which is done at once, or refuse it',
    tag,
  })
    .errors({ ...notNowProject, ...otherSide, 'change.below-spent': { status: 409 } })
    .input(projectId.extend({ changeId: field.id, answer: z.enum(['agree', 'refuse']), words: words(500) }))
    .output(done),
  askPublication: route('POST', '/innovation-projects/{projectId}/publications', {
    may: staff,
    summary: 'Show the other side what is to be published; silence clears it',
    tag,
  })
    .errors(notNowProject)
    .input(projectId.extend({ title: line, place: words(200) }))
    .output(done),
  answerPublication: route('POST', '/innovation-projects/{projectId}/publications/{publicationId}', {
    may: staff,
    summary: 'Clear a publication, or object with a reason',
    tag,
  })
    .errors({ ...notNowProject, ...otherSide, 'deliverable.remark-missing': { status: 422 } })
    .input(
      projectId.extend({ publicationId: field.id, answer: z.enum(['clear', 'object']), words: words(500) }),
    )
    .output(done),
  addFile: route('POST', '/innovation-projects/{projectId}/files', {
    may: staff,
    summary: 'Put a file into the data room, for both sides or the own one',
    tag,
  })
    .errors(notNowProject)
    .input(projectId.extend({ file: z.file().max(maxFile), isForBoth: z.enum(['yes', 'no']) }))
    .output(done),
  file: route('GET', '/innovation-projects/{projectId}/files/{fileId}', {
    may: staff,
    summary: 'A file of the data room, a receipt, or what was handed in',
    tag,
  })
    .errors({ 'project.not-a-member': { status: 403 } })
    .input(projectId.extend({ fileId: field.id }))
    .output(z.file()),
};
