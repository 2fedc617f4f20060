import { newId } from '@dualtrack/platform/ids';
import { operationsOn } from '@dualtrack/platform/operation';
import { contract } from '../contract.ts';
import { proposalTransitions } from '../proposal.ts';
import { actOnChallenge, mayReadDetails } from './act-on-challenge.ts';
import { actOnProposal } from './act-on-proposal.ts';
import { ownSide } from './parties.ts';
import { areOwn } from './people.ts';
import { proposalView } from './proposal-view.ts';
import type { InnovationTables } from './tables.ts';
import { tell } from './tell.ts';

const operation = operationsOn<InnovationTables>();

export const createProposal = operation(contract.proposals.create, async (ctx, input) => {
  const { challengeId, team, ...form } = input;
  const isOwn = await areOwn(
    ctx,
    team.map((one) => one.personId),
  );
  if (!isOwn) throw ctx.refuse('team.no-such-person');
  const side = ownSide(ctx.actor);
  return actOnChallenge(ctx, challengeId, 'propose', async (inner, challenge) => {
    const person = { personId: ctx.actor.personId, side };
    if (!(await mayReadDetails(inner, challenge, person))) throw ctx.refuse('challenge.nda-not-signed');
    const id = newId();
    await inner.db
      .insertInto('proposal')
      .values({
        ...form,
        ...{ tenantId: inner.tenant, enterpriseId: challenge.enterpriseId, id, challengeId, side },
        ...{ state: 'draft', team: JSON.stringify(team) },
        ...{ authorId: ctx.actor.personId, authorName: ctx.actor.name },
        ...{ submittedAt: null, decidedAt: null, createdAt: ctx.now, changedAt: ctx.now },
      })
      .execute();
    return { id };
  });
});

export const getProposal = operation(contract.proposals.get, (ctx, { proposalId }) =>
  proposalView(ctx, proposalId, ctx.actor),
);

export const editProposal = operation(contract.proposals.edit, async (ctx, input) => {
  const { proposalId, team, ...form } = input;
  const isOwn = await areOwn(
    ctx,
    team.map((one) => one.personId),
  );
  if (!isOwn) throw ctx.refuse('team.no-such-person');
  await actOnProposal(ctx, proposalId, 'edit', (inner) =>
    inner.db
      .updateTable('proposal')
      .set({ ...form, team: JSON.stringify(team), changedAt: ctx.now })
      .where('id', '=', proposalId)
      .execute(),
  );
  return proposalView(ctx, proposalId, ctx.actor);
});

export const moveProposal = operation(contract.proposals.move, async (ctx, { proposalId, action }) => {
  await actOnProposal(ctx, proposalId, action, async (inner, { row, challenge }) => {
    if (action === 'submit') {
      if (challenge.deadline < ctx.today) throw ctx.refuse('proposal.deadline-passed');
      if (row.cost > challenge.budgetMax)
        throw ctx.refuse('proposal.over-budget', { most: challenge.budgetMax });
    }
    if (action === 'submit') {
      await tell(inner, challenge, [challenge.authorId], {
        ...{ kind: 'proposal.submitted', recordId: proposalId, about: 'proposal', aboutId: proposalId },
        title: row.title,
      });
    }
    const { to } = proposalTransitions[action];
    await inner.db
      .updateTable('proposal')
      .set({
        ...(to === null ? {} : { state: to }),
        ...(action === 'submit' ? { submittedAt: ctx.now } : {}),
        changedAt: ctx.now,
      })
      .where('id', '=', proposalId)
      .execute();
  });
  return proposalView(ctx, proposalId, ctx.actor);
});
