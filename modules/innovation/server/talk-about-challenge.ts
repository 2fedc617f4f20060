import { notFound } from '@dualtrack/platform/errors';
import { newId } from '@dualtrack/platform/ids';
import { operationsOn } from '@dualtrack/platform/operation';
import { contract } from '../contract.ts';
import { actOnChallenge, mayReadDetails } from './act-on-challenge.ts';
import { challengeView } from './challenge-view.ts';
import { ownSide } from './parties.ts';
import type { InnovationTables } from './tables.ts';
import { tell } from './tell.ts';

const operation = operationsOn<InnovationTables>();

/** The undertaking is a person's own: whoever signs types the name that they are known by. */
export const signNda = operation(contract.challenges.signNda, async (ctx, input) => {
  const { challengeId, name, version } = input;
  const plain = (words: string) => words.normalize('NFKC').replaceAll(/\s+/g, '').toLowerCase();
  if (plain(name) !== plain(ctx.actor.name)) throw ctx.refuse('nda.name-differs');
  await actOnChallenge(ctx, challengeId, 'sign-nda', (inner, { enterpriseId }) =>
    inner.db
      .insertInto('challengeNda')
      .values({
        ...{ tenantId: inner.tenant, enterpriseId, challengeId, version },
        ...{ personId: ctx.actor.personId, name: ctx.actor.name, signedAt: ctx.now },
      })
      .onConflict((conflict) => conflict.columns(['tenantId', 'challengeId', 'personId']).doNothing())
      .execute(),
  );
  return challengeView(ctx, challengeId, ctx.actor);
});

export const askQuestion = operation(contract.challenges.ask, async (ctx, { challengeId, question }) => {
  const person = { personId: ctx.actor.personId, side: ownSide(ctx.actor) };
  await actOnChallenge(ctx, challengeId, 'ask', async (inner, challenge) => {
    if (!(await mayReadDetails(inner, challenge, person))) throw ctx.refuse('challenge.nda-not-signed');
    await inner.db
      .insertInto('challengeQuestion')
      .values({
        ...{ tenantId: inner.tenant, enterpriseId: challenge.enterpriseId, id: newId(), challengeId },
        ...{ question, askedBy: ctx.actor.name, askedAt: ctx.now, answeredAt: null },
      })
      .execute();
    const { title, titleEn, authorId } = challenge;
    await tell(inner, challenge, [authorId], {
      ...{ kind: 'question.asked', recordId: challengeId, turn: ctx.now.toISOString(), about: 'challenge' },
      ...{ aboutId: challengeId, title, titleEn },
    });
  });
  return challengeView(ctx, challengeId, ctx.actor);
});

export const answerQuestion = operation(contract.challenges.answer, async (ctx, input) => {
  const { challengeId, questionId, answer } = input;
  await actOnChallenge(ctx, challengeId, 'answer', async (inner) => {
    const done = await inner.db
      .updateTable('challengeQuestion')
      .set({ answer, answeredBy: ctx.actor.name, answeredAt: ctx.now })
      .where('id', '=', questionId)
      .where('challengeId', '=', challengeId)
      .executeTakeFirst();
    if (done.numUpdatedRows !== 1n) throw notFound('challenge_question');
  });
  return challengeView(ctx, challengeId, ctx.actor);
});
