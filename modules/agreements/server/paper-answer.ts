import { notFound } from '@dualtrack/platform/errors';
import { newId } from '@dualtrack/platform/ids';
import { homeOf, operationsOn } from '@dualtrack/platform/operation';
import { type Side, sideOfRole, signersOf, whyNot } from '../agreement.ts';
import { amendmentsContract as contract } from '../contract/amendments.ts';
import { effectOf, whyNotAnswerPaper } from '../ink-paper.ts';
import type { NoticeKind } from '../notice.ts';
import { type ActContext, handOf } from './act.ts';
import { courseView } from './amend-course.ts';
import { applyAmendment, noteRenewal } from './amend-in-force.ts';
import { effectNotices } from './amend-notice.ts';
import { writeEvent } from './section-writer.ts';
import { lockAgreement } from './signing-slots.ts';
import type { AgreementsTables } from './tables.ts';

const operation = operationsOn<AgreementsTables>();

/** How a paper stands to its agreement, with the agreement locked. @throws thing.not-found */
async function lockedPaper(inner: ActContext, paperId: string) {
  const found = await inner.db
    .selectFrom('agreementRelation')
    .select('parentId')
    .where('agreementId', '=', paperId)
    .executeTakeFirst();
  if (found === undefined) throw notFound('agreement');
  const agreement = await lockAgreement(inner, found.parentId);
  const relation = await inner.db
    .selectFrom('agreementRelation')
    .selectAll()
    .where('agreementId', '=', paperId)
    .executeTakeFirstOrThrow();
  return { agreement, relation };
}
type Locked = Awaited<ReturnType<typeof lockedPaper>>;

/**
 * The side that did not register it says whether a paper signed by hand does what is said of it. Confirmed, it takes
 * effect as if it had been signed here: wording, duties and term of an amendment at once, a suspension on its day.
 */
export const answerPaper = operation(contract.answerPaper, async (ctx, input) => {
  const { agreementId, answer, reason } = input;
  const side = sideOfRole(ctx.actor.role);
  if (answer === 'dispute' && reason.length < 2) throw ctx.refuse('obligation.reason-missing');
  const home = await homeOf(ctx, 'agreement', agreementId);
  await ctx.inHome(home, async (inner) => {
    const locked = await lockedPaper(inner, agreementId);
    const { relation, agreement } = locked;
    const refused = whyNotAnswerPaper(relation, side, answer);
    if (refused !== null || side === null) throw ctx.refuse(refused ?? 'obligation.not-your-side');
    const effect = effectOf(relation.kind);
    const { state, validTo, parties } = agreement;
    const facts = { state, validTo, signedSides: [], signers: signersOf(parties), today: inner.today };
    const notNow = answer === 'confirm' ? whyNot(facts, ctx.actor, effect) : null;
    if (notNow !== null) throw ctx.refuse(notNow, { action: effect });
    await inner.db
      .updateTable('agreementRelation')
      .set({
        ...{ confirmation: answer === 'confirm' ? 'confirmed' : 'disputed', answer: reason },
        ...{ answeredSide: side, answeredName: ctx.actor.name, answeredAt: inner.now },
      })
      .where('agreementId', '=', agreementId)
      .execute();
    const kind = answer === 'confirm' ? 'paper-confirmed' : 'paper-disputed';
    const { enterpriseId } = relation;
    await writeEvent(inner, { id: agreementId, enterpriseId }, kind, handOf(ctx), { reason });
    await writeEvent(inner, agreement, kind, handOf(ctx), { paperId: agreementId, reason });
    if (answer === 'confirm') await takeEffect(inner, locked, side);
  });
  ctx.audit(agreementId, { answer });
  return courseView(ctx, agreementId);
});

const noticeOf = { suspension: 'suspend', resumption: 'resume', termination: 'terminate' } as const;

async function takeEffect(inner: ActContext, { relation, agreement }: Locked, side: Side): Promise<void> {
  const { agreementId, parentId, kind } = relation;
  if (kind === 'amendment') return applyAmendment(inner, agreementId, parentId);
  if (kind === 'renewal') {
    const record = await inner.db
      .selectFrom('registeredRecord')
      .select('facts')
      .where('agreementId', '=', agreementId)
      .executeTakeFirst();
    // The decision was made when the paper was signed, as far as its source tells the day.
    const signedOn = record?.facts.ceremony?.on ?? inner.today;
    return noteRenewal(inner, agreementId, relation, signedOn);
  }
  await agreedNotice(inner, { relation, agreement }, noticeOf[kind], side);
  await effectNotices(inner, parentId);
}

/** What both sides signed on paper is a notice that both have agreed to. */
async function agreedNotice(inner: ActContext, { relation }: Locked, kind: NoticeKind, side: Side) {
  const { tenantId, enterpriseId, parentId, typedSide, typedName, createdAt, details } = relation;
  const other: Side = side === 'school' ? 'enterprise' : 'school';
  await inner.db
    .insertInto('agreementNotice')
    .values({
      ...{ tenantId, enterpriseId, id: newId(), agreementId: parentId, kind, ground: 'consent' },
      ...{ side: typedSide ?? other, reason: details.reason ?? '', state: 'agreed' },
      effectiveOn: details.effectiveOn ?? inner.today,
      ...{ givenBy: null, givenName: typedName, givenAt: createdAt },
      ...{ answeredName: inner.actor.name, answeredAt: inner.now, paperId: relation.agreementId },
    })
    .execute();
}
