import { operationsOn } from '@dualtrack/platform/operation';
import { conflictOf } from '../conflict.ts';
import { contract } from '../contract.ts';
import { actOnChallenge } from './act-on-challenge.ts';
import { challengeView } from './challenge-view.ts';
import { ownSide } from './parties.ts';
import { peopleOf } from './people.ts';
import type { InnovationTables } from './tables.ts';
import { tell } from './tell.ts';

const operation = operationsOn<InnovationTables>();

/** Names a reviewer. Somebody of an applicant's team or department is refused at once. */
export const addReviewer = operation(contract.challenges.addReviewer, async (ctx, input) => {
  const { challengeId, personId, department } = input;
  const person = (await peopleOf(ctx)).find((one) => one.personId === personId);
  if (person === undefined || person.kind === 'student') throw ctx.refuse('reviewer.no-such-person');
  const side = ownSide(ctx.actor);
  const reviewer = { personId, name: person.name, side, department };
  await actOnChallenge(ctx, challengeId, 'review', async (inner, challenge) => {
    const { enterpriseId } = challenge;
    const proposals = await inner.db
      .selectFrom('proposal')
      .select(['side', 'department', 'authorId', 'team'])
      .where('challengeId', '=', challengeId)
      .where('state', 'in', ['submitted', 'shortlisted'])
      .execute();
    for (const proposal of proposals) {
      const conflict = conflictOf(reviewer, proposal);
      if (conflict !== null) throw ctx.refuse(conflict);
    }
    await inner.db
      .insertInto('challengeReviewer')
      .values({
        ...{ tenantId: inner.tenant, enterpriseId, challengeId, ...reviewer },
        ...{ addedBy: ctx.actor.name, addedAt: ctx.now },
      })
      .onConflict((conflict) =>
        conflict.columns(['tenantId', 'challengeId', 'personId']).doUpdateSet({ department }),
      )
      .execute();
    const { title, titleEn } = challenge;
    await tell(
      inner,
      challenge,
      [personId],
      {
        kind: 'review.asked',
        recordId: challengeId,
        about: 'challenge',
        aboutId: challengeId,
        title,
        titleEn,
      },
      ctx.actor.personId,
    );
  });
  return challengeView(ctx, challengeId, ctx.actor);
});

export const removeReviewer = operation(contract.challenges.removeReviewer, async (ctx, input) => {
  const { challengeId, personId } = input;
  await actOnChallenge(ctx, challengeId, 'review', (inner) =>
    inner.db
      .deleteFrom('challengeReviewer')
      .where('challengeId', '=', challengeId)
      .where('personId', '=', personId)
      .where('side', '=', ownSide(ctx.actor))
      .execute(),
  );
  return { ok: true as const };
});
