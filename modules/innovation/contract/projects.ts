import { done, field, listInput, listOutput, route } from '@dualtrack/platform/contract';
import * as z from 'zod';
import { duties, ipForms, memberStates, projectActions, projectStates } from '../project.ts';
import { bothNames, fen, shareShape, side, termAnswers } from '../shapes.ts';
import { leads, staff } from '../side.ts';
import { termModels } from '../terms.ts';

const tag = 'Innovation: projects';
export const projectId = z.object({ projectId: field.id });
const action = z.object({ action: z.string() });
export const notNowProject = {
  'project.not-your-role': { status: 403, data: action },
  'project.not-a-member': { status: 403, data: action },
  'project.not-in-state': { status: 409, data: action },
} as const;
export const notWhole = {
  'shares.not-whole': { status: 422, data: z.object({ percent: z.number() }) },
} as const;
const title = z.string().trim().min(2).max(60);
const kind = z.enum(['teacher', 'engineer', 'student']);

const row = z.object({
  ...bothNames,
  id: field.id,
  state: z.enum(projectStates),
  title: z.string(),
  titleEn: z.string(),
  startsOn: field.day,
  endsOn: field.day,
  budget: z.number().int(),
  people: z.number().int(),
  isMine: z.boolean(),
  changedAt: field.instant,
});
export type ProjectRow = z.infer<typeof row>;

const member = z.object({
  id: field.id,
  side,
  name: z.string(),
  kind,
  duty: z.enum(duties),
  state: z.enum(memberStates),
  department: z.string(),
  hours: z.number().int(),
  /** In hundredths. */
  credit: z.number().int(),
  isMe: z.boolean(),
  isMine: z.boolean(),
});
export type ProjectMember = z.infer<typeof member>;

const ip = z.object({
  id: field.id,
  kind: z.enum(['background', 'foreground']),
  form: z.enum(ipForms),
  title: z.string(),
  note: z.string(),
  shares: z.array(shareShape),
});
const milestone = z.object({ id: field.id, title: z.string(), titleEn: z.string(), dueOn: field.day });

export const projectDetail = row.extend({
  challengeId: field.id.nullable(),
  proposalId: field.id.nullable(),
  goal: z.string(),
  schoolShare: z.number().int(),
  acceptanceDays: z.number().int(),
  reviewDays: z.number().int(),
  isOpenToStudents: z.boolean(),
  stopReason: z.string(),
  terms: z.object({ answers: termAnswers, model: z.enum(termModels) }).nullable(),
  agreement: z.object({ id: field.id, number: z.string(), state: z.string() }).nullable(),
  members: z.array(member),
  /** Empty for who does not belong to the project. */
  ip: z.array(ip),
  milestones: z.array(milestone),
  belongs: z.boolean(),
  abilities: z.record(z.enum(projectActions), z.string().nullable()),
});
export type ProjectDetail = z.infer<typeof projectDetail>;

const frame = z.object({
  title,
  titleEn: z.string().trim().max(120).default(''),
  goal: z.string().trim().min(2).max(800),
  startsOn: field.day,
  endsOn: field.day,
  budget: fen,
  schoolShare: z.number().int().min(0).max(10_000),
  acceptanceDays: z.number().int().min(1).max(60),
  reviewDays: z.number().int().min(1).max(120),
  isOpenToStudents: z.boolean(),
});
const badFrame = { 'project.period-backwards': { status: 422 } };
const memberId = projectId.extend({ memberId: field.id });

export const projects = {
  list: route('GET', '/innovation-projects', { may: staff, summary: 'Joint projects', tag })
    .input(
      listInput.extend({
        state: z.enum(projectStates).optional(),
        /** Only what ran or was completed in this year, as the figures of a year count it. */
        year: z.coerce.number().int().min(1990).max(2200).optional(),
      }),
    )
    .output(listOutput(row)),
  get: route('GET', '/innovation-projects/{projectId}', { may: staff, summary: 'One joint project', tag })
    .input(projectId)
    .output(projectDetail),
  begin: route('POST', '/proposals/{proposalId}/project', {
    may: leads,
    summary: 'Make a project from the chosen proposal',
    tag,
    created: true,
  })
    .errors({
      'proposal.not-your-role': { status: 403, data: action },
      'proposal.not-yours': { status: 403, data: action },
      'proposal.not-your-side': { status: 403, data: action },
      'proposal.not-a-reviewer': { status: 403, data: action },
      'proposal.not-in-state': { status: 409, data: action },
      'project.exists': { status: 409 },
    })
    .input(z.object({ proposalId: field.id, startsOn: field.day }))
    .output(z.object({ id: field.id })),
  edit: route('PUT', '/innovation-projects/{projectId}', {
    may: leads,
    summary: 'Change the frame of a project that has not begun',
    tag,
  })
    .errors({ ...notNowProject, ...badFrame })
    .input(frame.extend(projectId.shape))
    .output(projectDetail),
  move: route('POST', '/innovation-projects/{projectId}/moves', {
    may: leads,
    summary: 'Begin, complete or stop a project',
    tag,
  })
    .errors({
      ...notNowProject,
      'project.agreement-not-in-force': { status: 409 },
      'project.reason-missing': { status: 422 },
      'project.deliverables-open': { status: 409, data: z.object({ count: z.number() }) },
    })
    .input(
      projectId.extend({
        action: z.enum(['begin', 'complete', 'stop']),
        reason: z.string().trim().max(500).default(''),
      }),
    )
    .output(projectDetail),
  invite: route('POST', '/innovation-projects/{projectId}/members', {
    may: leads,
    summary: 'Invite somebody of the own organisation, or write down who has no sign-in',
    tag,
  })
    .errors({ ...notNowProject, 'team.no-such-person': { status: 422 }, 'member.exists': { status: 409 } })
    .input(
      projectId.extend({
        name: z.string().trim().min(1).max(60),
        personId: field.id.nullable(),
        kind,
        duty: z.enum(duties),
        department: z.string().trim().max(60).default(''),
      }),
    )
    .output(projectDetail),
  apply: route('POST', '/innovation-projects/{projectId}/applications', {
    may: staff,
    summary: 'Ask to join a project',
    tag,
  })
    .errors({ ...notNowProject, 'member.exists': { status: 409 } })
    .input(projectId.extend({ duty: z.enum(duties) }))
    .output(projectDetail),
  answer: route('POST', '/innovation-projects/{projectId}/members/{memberId}/answers', {
    may: staff,
    summary: 'Accept or decline: an invitation by the person, an application by a lead; or leave',
    tag,
  })
    .errors({ ...notNowProject, 'member.not-yours': { status: 403 }, 'member.not-in-state': { status: 409 } })
    .input(memberId.extend({ answer: z.enum(['accept', 'decline', 'leave']) }))
    .output(projectDetail),
  setMember: route('PUT', '/innovation-projects/{projectId}/members/{memberId}', {
    may: leads,
    summary: 'Duty, hours and credit of a member of the own side',
    tag,
  })
    .errors({ ...notNowProject, 'member.not-yours': { status: 403 } })
    .input(
      memberId.extend({
        duty: z.enum(duties),
        hours: z.number().int().min(0).max(100_000),
        credit: z.number().int().min(0).max(10_000),
      }),
    )
    .output(projectDetail),
  addIp: route('POST', '/innovation-projects/{projectId}/ip', {
    may: staff,
    summary: 'Write down intellectual property that is brought in or comes out, with shares',
    tag,
  })
    .errors({ ...notNowProject, ...notWhole })
    .input(
      projectId.extend({
        kind: z.enum(['background', 'foreground']),
        form: z.enum(ipForms),
        title,
        note: z.string().trim().max(500).default(''),
        shares: z.array(shareShape).min(1).max(20),
      }),
    )
    .output(projectDetail),
  removeIp: route('DELETE', '/innovation-projects/{projectId}/ip/{ipId}', {
    may: staff,
    summary: 'Take intellectual property off the list',
    tag,
  })
    .errors(notNowProject)
    .input(projectId.extend({ ipId: field.id }))
    .output(done),
  addMilestone: route('POST', '/innovation-projects/{projectId}/milestones', {
    may: staff,
    summary: 'Add a milestone to the plan',
    tag,
  })
    .errors({ ...notNowProject, 'milestone.outside': { status: 422 } })
    .input(projectId.extend({ title, titleEn: z.string().trim().max(120).default(''), dueOn: field.day }))
    .output(projectDetail),
  removeMilestone: route('DELETE', '/innovation-projects/{projectId}/milestones/{milestoneId}', {
    may: staff,
    summary: 'Take a milestone off the plan',
    tag,
  })
    .errors(notNowProject)
    .input(projectId.extend({ milestoneId: field.id }))
    .output(done),
  setTerms: route('PUT', '/innovation-projects/{projectId}/terms', {
    may: leads,
    summary: 'Answer the questions that choose the model terms',
    tag,
  })
    .errors(notNowProject)
    .input(projectId.extend({ answers: termAnswers }))
    .output(projectDetail),
  draftAgreement: route('POST', '/innovation-projects/{projectId}/agreement', {
    may: ['school-office', 'enterprise-hr'],
    summary: 'Draft the joint-innovation agreement from what the project knows',
    tag,
    created: true,
  })
    .errors({
      ...notNowProject,
      'project.terms-missing': { status: 409 },
      'project.lead-missing': { status: 409 },
      'project.milestones-missing': { status: 409 },
      'project.agreement-exists': { status: 409 },
    })
    .input(projectId)
    .output(z.object({ agreementId: field.id })),
  linkAgreement: route('PUT', '/innovation-projects/{projectId}/agreement', {
    may: ['school-office', 'enterprise-hr'],
    summary: 'Put the project under an agreement of both sides that is in force',
    tag,
  })
    .errors({ ...notNowProject, 'project.agreement-not-in-force': { status: 409 } })
    .input(projectId.extend({ agreementId: field.id }))
    .output(projectDetail),
  mine: route('GET', '/my-innovation', {
    may: ['student'],
    summary: "A student's own projects, and those that students may join",
    tag,
  })
    .input(z.object({}))
    .output(
      z.array(
        row
          .pick({ id: true, title: true, titleEn: true, enterprise: true, enterpriseEn: true, state: true })
          .extend({
            startsOn: field.day,
            endsOn: field.day,
            goal: z.string(),
            own: member.pick({ id: true, state: true, duty: true, hours: true, credit: true }).nullable(),
          }),
      ),
    ),
  applyAsStudent: route('POST', '/my-innovation/{projectId}', {
    may: ['student'],
    summary: 'A student asks to join, or answers an invitation',
    tag,
  })
    .errors({ ...notNowProject, 'member.not-in-state': { status: 409 } })
    .input(projectId.extend({ answer: z.enum(['apply', 'accept', 'decline']) }))
    .output(done),
};
