import { accounts } from '@dualtrack/accounts/server';
import { organisations } from '@dualtrack/organisations/server';
import { type Actor, grantPartnership } from '@dualtrack/platform/access';
import { kindOfRole, type Role } from '@dualtrack/platform/contract';
import { ownScope, transact } from '@dualtrack/platform/db';
import { newId } from '@dualtrack/platform/ids';
import type { ServerModule } from '@dualtrack/platform/operation';
import { type TestKernel, testKernel } from '@dualtrack/platform/testing';
import pg from 'pg';
import { usualRubric } from '../rubric.ts';
import { addLine } from '../server/budget.ts';
import { decideChallenge } from '../server/decide-challenge.ts';
import { addDeliverable } from '../server/deliverables.ts';
import { innovation } from '../server/index.ts';
import { addMilestone } from '../server/project-property.ts';
import { inviteMember } from '../server/project-team.ts';
import { beginProject, linkAgreement, moveProject } from '../server/projects.ts';
import { getRun } from '../server/read-run.ts';
import { declareInterests, markProposal } from '../server/review-proposal.ts';
import { addReviewer } from '../server/reviewers.ts';
import { createChallenge, moveChallenge } from '../server/write-challenge.ts';
import { createProposal, moveProposal } from '../server/write-proposal.ts';
import type { ChallengePage } from '../shapes.ts';

/** A room of which only the tables are needed. */
function tablesOf(name: string): ServerModule {
  const folder = new URL(`../../${name}/migrations/`, import.meta.url);
  return { name, contract: {}, operations: {}, migrations: { room: name, folder } };
}

/** Two schools and two enterprises; the second school has no partner. Everybody named is a member at home. */
export type InnovationKit = TestKernel & {
  admin: pg.Client;
  ids: Readonly<Record<'school' | 'otherSchool' | 'firm' | 'otherFirm', string>>;
  /** Somebody with a role, and a name by which the same person is found again. */
  actor(role: Role, options?: { tenant?: string; name?: string }): Promise<Actor>;
};

/** Makes it on a fresh database. */
export async function innovationKit(): Promise<InnovationKit> {
  const kit = await testKernel([
    ...[accounts, organisations, tablesOf('workforce'), tablesOf('compliance'), tablesOf('agreements')],
    ...[
      tablesOf('order-classes'),
      tablesOf('training-bases'),
      tablesOf('rotations'),
      tablesOf('talent-sharing'),
      innovation,
    ],
  ]);
  const admin = new pg.Client({ connectionString: kit.adminUrl });
  await admin.connect();
  const ids = { school: newId(), otherSchool: newId(), firm: newId(), otherFirm: newId() };
  for (const [key, tenant] of Object.entries(ids)) {
    const kind = key.toLowerCase().endsWith('school') ? 'school' : 'enterprise';
    await admin.query(
      `insert into organisation (tenant_id, kind, code, name, name_en, region_code, created_at)
       values ($1, $2, $3, $3, $3, '650500', '2026-01-01')`,
      [tenant, kind, key],
    );
  }
  for (const enterprise of [ids.firm, ids.otherFirm]) {
    await transact(kit.kernel.pool, ownScope(ids.school), (transaction) =>
      grantPartnership(transaction, { school: ids.school, enterprise, validFrom: '2026-01-01' }),
    );
  }
  const known = new Map<string, Actor>();
  return {
    ...kit,
    admin,
    ids,
    async actor(role, options = {}) {
      const kind = kindOfRole(role);
      const tenant = options.tenant ?? (kind === 'school' ? ids.school : ids.firm);
      const name = options.name ?? role;
      const key = `${tenant}${role}${name}`;
      const before = known.get(key);
      if (before !== undefined) return before;
      const homes = kind === 'enterprise' ? [ids.school] : [];
      const [personId, membershipId, subjectId] = [newId(), newId(), newId()];
      await admin.query(
        `insert into membership (tenant_id, id, person_id, role, name, title, subject_id, created_at)
         values ($1, $2, $3, $4, $5, '', $6, '2026-01-01')`,
        [tenant, membershipId, personId, role, name, subjectId],
      );
      const made = { personId, membershipId, name, role, tenant, kind, homes, subjectId };
      known.set(key, made);
      return made;
    },
    async close() {
      await admin.end();
      await kit.close();
    },
  };
}

/** A whole page of a challenge. */
export const aPage: ChallengePage = {
  title: '回转窑尾气余热回收',
  titleEn: 'Waste heat of the kiln',
  keywords: '余热, 回转窑',
  summary: '窑尾烟气三百度直接排放，希望回收一半热量。',
  detail: '二号窑，烟气量每小时四万标方，含尘较高。',
  limits: '不停产改造。',
  expected: '样机连续运行三十天。',
  readinessFrom: 3,
  readinessTo: 6,
  budgetMin: 10_000_000,
  budgetMax: 30_000_000,
  deadline: '2026-12-31',
  isConfidential: true,
  origin: 'downtime',
  originNote: '二号窑十月停机记录',
  rubric: usualRubric,
};

/** A short form of a proposal. */
export const aForm = {
  title: '热管换热器方案',
  approach: '用可拆洗的热管换热器，先做一组样机。',
  benefit: '每年节约标煤四百吨。',
  hurdles: '积灰',
  department: '机电工程系',
  weeks: 26,
  cost: 20_000_000,
  team: [],
};

/** A project of the school's proposal for the firm's challenge, with a milestone, something owed and a budget line. */
export type RunningProject = Record<'projectId' | 'milestoneId' | 'deliverableId' | 'lineId', string> & {
  office: Actor;
  lead: Actor;
};

/** Plays it from the call on; without `begins` it is still being prepared. */
export async function runningProject(kit: InnovationKit, { begins = true } = {}): Promise<RunningProject> {
  const office = await kit.actor('school-office');
  const lead = await kit.actor('project-lead');
  const teacher = await kit.actor('teacher', { name: '阿依' });
  const page = { ...aPage, isConfidential: false };
  const { id: challengeId } = await kit.call(createChallenge, lead, {
    ...{ ...page, reach: 'invited' as const, partnerIds: [kit.ids.school] },
  });
  await kit.call(moveChallenge, lead, { challengeId, action: 'publish' });
  const { id: proposalId } = await kit.call(createProposal, teacher, { ...aForm, challengeId });
  await kit.call(moveProposal, teacher, { proposalId, action: 'submit' });
  await kit.call(addReviewer, lead, { challengeId, personId: lead.personId, department: '技术部' });
  await kit.call(declareInterests, lead, { proposalId, hasConflict: false });
  const marks = { relevance: 8, feasibility: 8, novelty: 8, team: 8, value: 8 };
  await kit.call(markProposal, lead, { proposalId, marks });
  await kit.call(moveChallenge, lead, { challengeId, action: 'end-call' });
  await kit.call(moveProposal, lead, { proposalId, action: 'shortlist' });
  const reasons = [{ proposalId, reason: '切实可行' }];
  await kit.call(decideChallenge, lead, { challengeId, proposalId, reasons });
  const begin = () => kit.call(beginProject, office, { proposalId, startsOn: '2026-09-01' });
  const [first, second] = await Promise.allSettled([begin(), begin()]);
  const done = [first, second].flatMap((one) => (one.status === 'fulfilled' ? [one.value.id] : []));
  const projectId = done[0] ?? '';
  if (done.length !== 1) throw new Error(`${done.length} projects of one proposal`);
  const member = { name: '韩工', personId: null, kind: 'engineer' as const, duty: 'lead' as const };
  await kit.call(inviteMember, lead, { projectId, ...member });
  const planned = await kit.call(addMilestone, office, { projectId, title: '样机', dueOn: '2026-12-01' });
  const milestoneId = planned.milestones[0]?.id ?? '';
  await kit.call(addDeliverable, office, { projectId, milestoneId, title: '样机报告', owedBy: 'school' });
  const line = { kind: 'materials' as const, title: '换热管', paidBy: 'enterprise' as const };
  await kit.call(addLine, lead, { projectId, ...line, amount: 10_000_000 });
  const run = await kit.call(getRun, office, { projectId });
  if (begins) {
    const agreementId = newId();
    await kit.admin.query(
      `insert into agreement (tenant_id, enterprise_id, id, number, kind, title, title_en, state, parties, variables, created_at, changed_at)
       values ($1, $2, $3, 'X', 'joint-innovation', '协议', 'Agreement', 'in-force', '[]', '{}', '2026-01-01', '2026-01-01')`,
      [kit.ids.school, kit.ids.firm, agreementId],
    );
    await kit.call(linkAgreement, office, { projectId, agreementId });
    await kit.call(moveProject, office, { projectId, action: 'begin' });
  }
  const deliverableId = run.deliverables[0]?.id ?? '';
  return { projectId, milestoneId, deliverableId, lineId: run.lines[0]?.id ?? '', office, lead };
}
