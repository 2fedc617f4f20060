import { homeOf, operationsOn } from '@dualtrack/platform/operation';
import { contract } from '../contract.ts';
import { type InstalmentMove, whyNotInstalment } from '../instalment.ts';
import { belongs, whyNotProject } from '../project.ts';
import { whyNotDeliverable } from '../run.ts';
import { hasJoined } from './act-on-project.ts';
import { ownSide } from './parties.ts';
import type { InnovationTables } from './tables.ts';

const operation = operationsOn<InnovationTables>();

/** How a project goes: everything that members and the leads of both sides see of it. */
export const getRun = operation(contract.runs.get, async (ctx, { projectId }) => {
  const home = await homeOf(ctx, 'innovation_project', projectId);
  return ctx.inHome(home, async ({ db }) => {
    const project = await db
      .selectFrom('innovationProject')
      .select(['id', 'tenantId', 'state'])
      .where('id', '=', projectId)
      .executeTakeFirstOrThrow();
    const isIn = await hasJoined(ctx, project, ctx.actor);
    const { role } = ctx.actor;
    if (!belongs(role, isIn)) throw ctx.refuse('project.not-a-member');
    const side = ownSide(ctx.actor);
    const may = (action: 'deliver' | 'ask-change' | 'spend') =>
      whyNotProject(project, { role, hasJoined: isIn }, action) === null;
    const deliverables = await db
      .selectFrom('projectDeliverable')
      .selectAll()
      .where('projectId', '=', projectId)
      .orderBy('id')
      .execute();
    const lines = await db
      .selectFrom('projectLine')
      .select(['id', 'kind', 'title', 'paidBy', 'amount', 'spent', 'drawn', 'drawnSpent'])
      .where('projectId', '=', projectId)
      .orderBy('id')
      .execute();
    const instalments = await db
      .selectFrom('projectInstalment')
      .selectAll()
      .where('projectId', '=', projectId)
      .orderBy('dueOn')
      .orderBy('id')
      .execute();
    const expenses = await db
      .selectFrom('projectExpense')
      .selectAll()
      .where('projectId', '=', projectId)
      .orderBy('spentOn', 'desc')
      .orderBy('id')
      .execute();
    const risks = await db
      .selectFrom('projectRisk')
      .select(['id', 'title', 'likelihood', 'impact', 'measure', 'owner', 'isOpen'])
      .where('projectId', '=', projectId)
      .orderBy('isOpen', 'desc')
      .orderBy('addedAt')
      .execute();
    const changes = await db
      .selectFrom('projectChange')
      .selectAll()
      .where('projectId', '=', projectId)
      .orderBy('askedAt', 'desc')
      .execute();
    const milestones = await db
      .selectFrom('projectMilestone')
      .select(['id', 'title'])
      .where('projectId', '=', projectId)
      .execute();
    const publications = await db
      .selectFrom('projectPublication')
      .selectAll()
      .where('projectId', '=', projectId)
      .orderBy('askedAt', 'desc')
      .execute();
    const files = await db
      .selectFrom('projectFile')
      .selectAll()
      .where('projectId', '=', projectId)
      .where('audience', 'in', ['both', side])
      .orderBy('addedAt', 'desc')
      .execute();
    const targets = new Map([...milestones, ...lines].map((one) => [one.id, one.title]));
    return {
      deliverables: deliverables.map((one) => ({
        ...{ id: one.id, milestoneId: one.milestoneId, title: one.title, owedBy: one.owedBy },
        ...{ state: one.state, note: one.note, hasFile: one.fileId !== null, submittedBy: one.submittedBy },
        ...{ acceptBy: one.acceptBy, answeredBy: one.answeredBy, isSilent: one.isSilent, remark: one.remark },
        whyNotSubmit: may('deliver') ? whyNotDeliverable(one, side, 'submit') : 'project.not-in-state',
        whyNotAnswer: may('deliver') ? whyNotDeliverable(one, side, 'accept') : 'project.not-in-state',
      })),
      lines,
      instalments: instalments.map((one) => {
        const payer = lines.find((line) => line.id === one.lineId)?.paidBy ?? 'enterprise';
        const { id, lineId, milestoneId, title, amount, dueOn, state, calledBy, paidBy, paidOn } = one;
        const whyNot = (move: InstalmentMove) =>
          may('spend') ? whyNotInstalment({ state, paidBy: payer }, side, move) : 'project.not-in-state';
        return {
          ...{ id, lineId, milestoneId, title, amount, dueOn, state, payer, calledBy, paidBy, paidOn },
          ...{ remark: one.remark, hasProof: one.proofId !== null },
          whyNot: { call: whyNot('call'), pay: whyNot('pay'), return: whyNot('return') },
        };
      }),
      expenses: expenses.map((one) => ({
        ...{ id: one.id, lineId: one.lineId, amount: one.amount, spentOn: one.spentOn, what: one.what },
        ...{ recordedBy: one.recordedBy, hasReceipt: one.receiptId !== null },
        ...{ isVoid: one.voidedAt !== null, isMine: one.side === side },
      })),
      risks,
      changes: changes.map((one) => ({
        ...{ id: one.id, kind: one.kind, what: one.what, newDay: one.newDay, newAmount: one.newAmount },
        target: targets.get(one.targetId ?? '') ?? '',
        ...{ side: one.side, askedBy: one.askedBy, state: one.state, answer: one.answer },
        answeredBy: one.answeredBy,
        mayAnswer: one.state === 'asked' && one.side !== side && may('ask-change'),
      })),
      publications: publications.map((one) => ({
        ...{ id: one.id, title: one.title, place: one.place, side: one.side, state: one.state },
        ...{ askedBy: one.askedBy, answerBy: one.answerBy, answer: one.answer, answeredBy: one.answeredBy },
        mayAnswer: one.state === 'asked' && one.side !== side && may('ask-change'),
      })),
      files: files.map((one) => ({
        ...{ id: one.id, name: one.name, audience: one.audience, addedBy: one.addedBy },
        addedAt: one.addedAt.toISOString(),
      })),
    };
  });
});
