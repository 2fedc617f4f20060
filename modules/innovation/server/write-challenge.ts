import { partnersOf } from '@dualtrack/platform/access';
import { newId } from '@dualtrack/platform/ids';
import { type OperationContext, operationsOn } from '@dualtrack/platform/operation';
import { challengeTransitions } from '../challenge.ts';
import { contract } from '../contract.ts';
import { criteria, isWholeRubric } from '../rubric.ts';
import type { ChallengePage } from '../shapes.ts';
import { otherSide } from '../side.ts';
import { type ActContext, actOnChallenge, type ChallengeRecord, lockChallenge } from './act-on-challenge.ts';
import { challengeView } from './challenge-view.ts';
import { originFacts } from './origin.ts';
import { ownSide } from './parties.ts';
import type { InnovationTables } from './tables.ts';
import { leadsOf, tell } from './tell.ts';

const operation = operationsOn<InnovationTables>();
type BadPage =
  | 'challenge.levels-backwards'
  | 'challenge.budget-backwards'
  | 'challenge.deadline-past'
  | 'challenge.rubric-not-whole';

/** Refuses a page whose figures contradict each other. */
function checkPage(
  ctx: Pick<OperationContext<InnovationTables, BadPage>, 'refuse' | 'today'>,
  page: ChallengePage,
): void {
  if (page.readinessTo < page.readinessFrom) throw ctx.refuse('challenge.levels-backwards');
  if (page.budgetMax < page.budgetMin) throw ctx.refuse('challenge.budget-backwards');
  if (page.deadline < ctx.today) throw ctx.refuse('challenge.deadline-past');
  if (isWholeRubric(page.rubric)) return;
  const sum = criteria.reduce((total, criterion) => total + page.rubric[criterion], 0);
  throw ctx.refuse('challenge.rubric-not-whole', { sum });
}

/** Writes one copy for each partner: everybody who is one today, or those who are invited. */
export const createChallenge = operation(contract.challenges.create, async (ctx, input) => {
  const { reach, partnerIds, rubric, originRecord, ...page } = input;
  checkPage(ctx, input);
  const origin = await originFacts(ctx, page.origin, originRecord);
  const partners = await partnersOf(ctx.transaction, ctx.today);
  const wanted = reach === 'open' ? partners : [...new Set(partnerIds)];
  if (wanted.length === 0 || wanted.some((id) => !partners.includes(id)))
    throw ctx.refuse('challenge.no-such-partner');
  const ownerSide = ownSide(ctx.actor);
  const postingId = newId();
  const ids: string[] = [];
  for (const partner of wanted) {
    const [home, enterpriseId] = ownerSide === 'school' ? [ctx.tenant, partner] : [partner, ctx.tenant];
    const id = newId();
    ids.push(id);
    await ctx.inHome(home, (inner) =>
      inner.db
        .insertInto('challenge')
        .values({
          ...{ ...page, ...origin },
          ...{ tenantId: inner.tenant, enterpriseId, id, postingId, ownerSide, reach, state: 'draft' },
          rubric: JSON.stringify(rubric),
          ...{ authorId: ctx.actor.personId, authorName: ctx.actor.name },
          ...{ publishedAt: null, decidedAt: null, createdAt: ctx.now, changedAt: ctx.now },
        })
        .execute(),
    );
  }
  ctx.audit(postingId, { partners: ids.length });
  return { id: ids[0] ?? '' };
});

/** All copies of the posting that a challenge belongs to, which the caller sees. */
async function copiesOf(ctx: ActContext, challengeId: string) {
  const { postingId } = await ctx.db
    .selectFrom('challenge')
    .select('postingId')
    .where('id', '=', challengeId)
    .executeTakeFirstOrThrow();
  return ctx.db
    .selectFrom('challenge')
    .select(['id', 'tenantId'])
    .where('postingId', '=', postingId)
    .where('id', '!=', challengeId)
    .orderBy('id')
    .execute();
}

export const editChallenge = operation(contract.challenges.edit, async (ctx, input) => {
  const { challengeId, rubric, ...page } = input;
  const values = { ...page, rubric: JSON.stringify(rubric), changedAt: ctx.now };
  await actOnChallenge(ctx, challengeId, 'edit', async (inner) => {
    checkPage(ctx, input);
    await inner.db.updateTable('challenge').set(values).where('id', '=', challengeId).execute();
  });
  for (const copy of await copiesOf(ctx, challengeId)) {
    await ctx.inHome(copy.tenantId, (inner) =>
      inner.db
        .updateTable('challenge')
        .set(values)
        .where('id', '=', copy.id)
        .where('state', '=', 'draft')
        .execute(),
    );
  }
  return challengeView(ctx, challengeId, ctx.actor);
});

/** Who speaks for the other side learns that there is a challenge, and until when. */
async function tellOfChallenge(inner: ActContext, row: ChallengeRecord): Promise<void> {
  const { id, title, titleEn, deadline, ownerSide } = row;
  await tell(inner, row, await leadsOf(inner, row, otherSide(ownerSide)), {
    ...{ kind: 'challenge.published', recordId: id, about: 'challenge', aboutId: id },
    ...{ title, titleEn, onDay: deadline },
  });
}

/** Publishing and withdrawing concern all partners; the selection begins with each by itself. */
export const moveChallenge = operation(contract.challenges.move, async (ctx, { challengeId, action }) => {
  const { to, from } = challengeTransitions[action];
  if (to === null) throw new Error('a move leads somewhere');
  const values = {
    state: to,
    changedAt: ctx.now,
    ...(action === 'publish' ? { publishedAt: ctx.now } : {}),
  };
  await actOnChallenge(ctx, challengeId, action, async (inner, row) => {
    if (action === 'publish' && row.deadline < ctx.today) throw ctx.refuse('challenge.deadline-past');
    await inner.db.updateTable('challenge').set(values).where('id', '=', row.id).execute();
    if (action === 'publish') await tellOfChallenge(inner, row);
  });
  if (action !== 'end-call') {
    for (const copy of await copiesOf(ctx, challengeId)) {
      await ctx.inHome(copy.tenantId, async (inner) => {
        const row = await lockChallenge(inner, copy.id, ownSide(ctx.actor));
        const moved = await inner.db
          .updateTable('challenge')
          .set(values)
          .where('id', '=', copy.id)
          .where('state', 'in', [...from])
          .executeTakeFirst();
        if (action === 'publish' && moved.numUpdatedRows === 1n) await tellOfChallenge(inner, row);
      });
    }
  }
  return challengeView(ctx, challengeId, ctx.actor);
});
