import { draftStandardAgreement } from '@dualtrack/agreements/server';
import { findPhrase } from '@dualtrack/locales';
import { operationsOn } from '@dualtrack/platform/operation';
import { contract } from '../contract.ts';
import { chooseTerms, type TermAnswers, type TermModel } from '../terms.ts';
import { actOnProject, type ProjectRecord } from './act-on-project.ts';
import { ownSide } from './parties.ts';
import { projectView } from './project-view.ts';
import type { InnovationTables } from './tables.ts';

const operation = operationsOn<InnovationTables>();

/** Answers choose the model terms, and are kept with the project. */
export const setTerms = operation(contract.projects.setTerms, async (ctx, { projectId, answers }) => {
  await actOnProject(ctx, projectId, 'edit', (inner, { schoolShare }) =>
    inner.db
      .updateTable('innovationProject')
      .set({
        terms: JSON.stringify({ answers, model: chooseTerms(answers, schoolShare).model }),
        changedAt: ctx.now,
      })
      .where('id', '=', projectId)
      .execute(),
  );
  return projectView(ctx, projectId, ctx.actor);
});

/** What the agreement says of results, in one language. */
function rightsIn(
  locale: 'zh-CN' | 'en',
  project: Pick<ProjectRecord, 'schoolShare' | 'reviewDays'>,
  terms: { answers: TermAnswers; model: TermModel },
): string {
  const percent = project.schoolShare / 100;
  const owned = findPhrase(locale, 'innovation', `terms.${terms.model}`, {
    school: percent,
    enterprise: 100 - percent,
  });
  const published = findPhrase(locale, 'innovation', `publish.${terms.answers.publish}`, {
    days: project.reviewDays,
  });
  return `${owned ?? ''}${locale === 'en' ? ' ' : ''}${published ?? ''}`;
}

/** Drafts the joint-innovation agreement from the project; both sides negotiate and sign it in the agreements' room. */
export const draftAgreement = operation(contract.projects.draftAgreement, async (ctx, { projectId }) =>
  actOnProject(ctx, projectId, 'draft-agreement', async (inner, project) => {
    if (project.agreementId !== null) throw ctx.refuse('project.agreement-exists');
    const { terms } = project;
    if (terms === null) throw ctx.refuse('project.terms-missing');
    const members = await inner.db
      .selectFrom('projectMember')
      .select(['side', 'name', 'duty', 'kind'])
      .where('projectId', '=', projectId)
      .where('state', '=', 'joined')
      .execute();
    const leadOf = (side: string) => members.find((one) => one.side === side && one.duty === 'lead')?.name;
    const [schoolLead, enterpriseLead] = [leadOf('school'), leadOf('enterprise')];
    if (schoolLead === undefined || enterpriseLead === undefined) throw ctx.refuse('project.lead-missing');
    const milestones = await inner.db
      .selectFrom('projectMilestone')
      .select(['title', 'titleEn', 'dueOn'])
      .where('projectId', '=', projectId)
      .orderBy('dueOn')
      .execute();
    if (milestones.length === 0) throw ctx.refuse('project.milestones-missing');
    const students = members.filter((one) => one.kind === 'student').length;
    const both = (zh: string, en: string) => ({ zh, en: en || zh });
    const made = await draftStandardAgreement(
      inner,
      {
        kind: 'joint-innovation',
        enterpriseId: project.enterpriseId,
        title: `“${project.title}”协同创新项目协议`,
        titleEn: `Joint Innovation Agreement: ${project.titleEn || project.title}`,
        ...{ validFrom: project.startsOn, validTo: project.endsOn },
        given: {
          projectName: both(project.title, project.titleEn),
          projectGoal: both(project.goal, ''),
          budget: project.budget,
          schoolShare: project.schoolShare / 10_000,
          ...{ schoolLead, enterpriseLead, studentCount: students === 0 ? null : students },
          resultRights: {
            zh: rightsIn('zh-CN', project, terms),
            en: rightsIn('en', project, terms),
          },
          milestones: milestones.map((one) => ({ due: one.dueOn, result: both(one.title, one.titleEn) })),
        },
      },
      { personId: ctx.actor.personId, name: ctx.actor.name, side: ownSide(ctx.actor) },
    );
    if ('missing' in made) throw new Error(`the template asks for more: ${made.missing.join(', ')}`);
    await inner.db
      .updateTable('innovationProject')
      .set({ agreementId: made.id, changedAt: ctx.now })
      .where('id', '=', projectId)
      .execute();
    return { agreementId: made.id };
  }),
);
