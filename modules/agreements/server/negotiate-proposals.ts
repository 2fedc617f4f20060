import { notFound } from '@dualtrack/platform/errors';
import { newId } from '@dualtrack/platform/ids';
import { operationsOn } from '@dualtrack/platform/operation';
import { sideOfRole } from '../agreement.ts';
import { negotiationContract as contract } from '../contract/negotiation.ts';
import { paragraphsOf } from '../paper.ts';
import { type ProposalAction, proposalTransitions, whyNotAnswer } from '../proposal.ts';
import { type ActContext, act, changeAgreement, handOf, type LockedAgreement } from './act.ts';
import { negotiationView } from './negotiation-view.ts';
import { routeOf } from './route-of.ts';
import { reviseSection, writeEvent } from './section-writer.ts';
import type { AgreementsTables } from './tables.ts';

const operation = operationsOn<AgreementsTables>();

async function sectionOf(inner: ActContext, agreementId: string, clause: string) {
  return inner.db
    .selectFrom('agreementSection')
    .select(['clause', 'revision', 'body', 'bodyEn'])
    .where('agreementId', '=', agreementId)
    .where('clause', '=', clause)
    .executeTakeFirst();
}

export const openNegotiation = operation(contract.open, async (ctx, { agreementId }) => {
  await act(ctx, agreementId, 'edit', async (inner, agreement) => {
    if ((await routeOf(inner, agreement.id)) === 'negotiated') return;
    await inner.db
      .updateTable('agreementRoute')
      .set({ route: 'negotiated' })
      .where('agreementId', '=', agreement.id)
      .execute();
    await writeEvent(inner, agreement, 'negotiation-opened', handOf(ctx));
  });
  return negotiationView(ctx, agreementId, sideOfRole(ctx.actor.role));
});

export const proposeWording = operation(contract.propose, async (ctx, input) => {
  const { agreementId, clause, revision, reason } = input;
  const zh = paragraphsOf(input.body);
  const en = paragraphsOf(input.bodyEn);
  if (zh.length !== en.length) {
    throw ctx.refuse('section.paragraphs-differ', { zh: zh.length, en: en.length });
  }
  const body = zh.join('\n');
  const bodyEn = en.join('\n');
  const side = sideOfRole(ctx.actor.role);
  await act(ctx, agreementId, 'edit', async (inner, agreement) => {
    if ((await routeOf(inner, agreement.id)) === 'standard') {
      throw ctx.refuse('section.standard-route', { clause });
    }
    const section = await sectionOf(inner, agreement.id, clause);
    if (section?.revision !== revision) throw ctx.refuse('section.changed', { clause });
    if (section.body === body && section.bodyEn === bodyEn) throw ctx.refuse('proposal.same');
    const { tenantId, enterpriseId } = agreement;
    await inner.db
      .insertInto('sectionProposal')
      .values({
        ...{ tenantId, enterpriseId, agreementId, clause, body, bodyEn, reason, state: 'open' },
        id: newId(),
        baseRevision: revision,
        side: side ?? 'school',
        personId: ctx.actor.personId,
        personName: ctx.actor.name,
        at: inner.now,
        ...{ answer: '', answeredBy: null, answeredName: '', answeredAt: null },
      })
      .execute();
    await writeEvent(inner, agreement, 'proposal-made', handOf(ctx), { clause });
  });
  return negotiationView(ctx, agreementId, side);
});

/** Puts an accepted wording in: its author is who proposed it, and neither side has confirmed it yet. */
async function putIn(
  inner: ActContext,
  agreement: LockedAgreement,
  proposal: { clause: string; baseRevision: number; body: string; bodyEn: string },
  author: Parameters<typeof reviseSection>[2],
): Promise<void> {
  const { clause, baseRevision: revision, body, bodyEn } = proposal;
  await reviseSection(inner, agreement, author, { clause, revision, body, bodyEn }, true);
  await changeAgreement(inner, agreement, { state: 'negotiating' });
}

const eventOf = {
  accept: 'proposal-accepted',
  decline: 'proposal-declined',
  withdraw: 'proposal-withdrawn',
} as const satisfies Record<ProposalAction, string>;

export const answerProposal = operation(contract.answer, async (ctx, input) => {
  const { agreementId, proposalId, action, answer } = input;
  const side = sideOfRole(ctx.actor.role);
  await act(ctx, agreementId, 'edit', async (inner, agreement) => {
    const proposal = await inner.db
      .selectFrom('sectionProposal')
      .selectAll()
      .where('agreementId', '=', agreement.id)
      .where('id', '=', proposalId)
      .forUpdate()
      .executeTakeFirst();
    if (proposal === undefined || side === null) throw notFound('sectionProposal');
    const section = await sectionOf(inner, agreement.id, proposal.clause);
    const reason = whyNotAnswer(proposal, side, section?.revision ?? 0, action);
    if (reason !== null) throw ctx.refuse(reason);
    await inner.db
      .updateTable('sectionProposal')
      .set({
        ...{ state: proposalTransitions[action].to, answer, answeredAt: inner.now },
        answeredBy: ctx.actor.personId,
        answeredName: ctx.actor.name,
      })
      .where('id', '=', proposal.id)
      .where('state', '=', 'open')
      .execute();
    if (action === 'accept') {
      const { personId, personName: name } = proposal;
      await putIn(inner, agreement, proposal, { personId, name, side: proposal.side });
    }
    await writeEvent(inner, agreement, eventOf[action], handOf(ctx), { clause: proposal.clause });
  });
  return negotiationView(ctx, agreementId, side);
});
