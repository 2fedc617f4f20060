import { Refusal } from '@dualtrack/platform/errors';
import { newId } from '@dualtrack/platform/ids';
import type { PaperFollows } from '../contract/amendments.ts';
import { datedEffects, relationOf } from '../ink-paper.ts';
import { type ActContext, act, handOf, type LockedAgreement } from './act.ts';
import { draftAmendment, inAmendment, insertFollowing, keepAmendment } from './amend-draft.ts';
import { missedDuties } from './amend-renew.ts';
import { keepRecord, type RegisteredAgreement, registerAgreement } from './register-agreement.ts';
import { insertSections, writeEvent } from './section-writer.ts';

/**
 * Registers a paper signed by hand that amends, renews, suspends, resumes or ends an agreement. It is linked both ways
 * and kept with what it says, and changes nothing before the other side has confirmed it.
 * @throws what beginning the same thing here would be refused for; paper.other-pair, paper.day-missing
 */
export async function registerFollowing(
  ctx: ActContext,
  given: RegisteredAgreement,
  follows: PaperFollows,
): Promise<string> {
  const id = newId();
  const { effect, agreementId } = follows;
  await act(ctx, agreementId, effect, async (inner, agreement) => {
    if (agreement.enterpriseId !== given.enterpriseId) throw new Refusal('paper.other-pair', 422);
    if (agreement.kind === 'amendment') throw ctx.refuse('agreement.not-in-state', { action: effect });
    if (effect === 'renew') await registerRenewal(inner, agreement, id, given, follows);
    else await registerChange(inner, agreement, id, given, follows);
    const { number } = await inner.db
      .selectFrom('agreement')
      .select('number')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    await writeEvent(inner, agreement, 'paper-named', handOf(ctx), { paperId: id, number, effect });
  });
  ctx.audit(id);
  return id;
}

/** A renewal is an agreement of its own, with its own term and typed duties. */
async function registerRenewal(
  inner: ActContext,
  agreement: LockedAgreement,
  id: string,
  given: RegisteredAgreement,
  { reason }: PaperFollows,
): Promise<void> {
  if (given.validFrom === null) throw new Refusal('paper.day-missing', 422);
  if (agreement.validTo !== null && given.validFrom <= agreement.validTo) {
    throw new Refusal('renewal.overlaps', 422);
  }
  const { title, titleEn, tenantId, enterpriseId } = agreement;
  const isNamed = given.title !== '' || given.titleEn !== '';
  const titled = isNamed
    ? given
    : { ...given, title: `${title || titleEn}（续签）`, titleEn: `${titleEn || title} (renewal)` };
  const hand = handOf(inner);
  await registerAgreement(inner, titled, hand, id);
  const missed = (await missedDuties(inner, agreement.id)).map(
    ({ clause, metric, owedBy, dueOn, target, achieved }) => ({
      ...{ clause, metric, owedBy, dueOn, target, achieved },
    }),
  );
  await inner.db
    .insertInto('agreementRelation')
    .values({
      ...{ tenantId, enterpriseId, agreementId: id, parentId: agreement.id, kind: 'renewal' },
      details: JSON.stringify({ reason, missed }),
      createdAt: inner.now,
      ...{ confirmation: 'waiting', typedSide: hand.side, typedName: hand.name },
    })
    .execute();
}

/** An amendment, suspension, resumption or early end belongs to the agreement that it is about. */
async function registerChange(
  inner: ActContext,
  agreement: LockedAgreement,
  id: string,
  given: RegisteredAgreement,
  follows: PaperFollows,
): Promise<void> {
  const { effect, effectiveOn, reason, duties, wordings, terms } = follows;
  const { title, titleEn, validTo } = given;
  const { enterpriseId } = agreement;
  const hand = handOf(inner);
  const ink = { title, titleEn };
  if (effect === 'amend') {
    const wanted = { reason, duties, wordings, terms, clauses: [], validTo: validTo ?? undefined };
    const draft = await draftAmendment(inner, agreement, wanted);
    await keepAmendment(inner, agreement, id, draft, ink);
    const sections = draft.changed.map((section, index) => inAmendment(section, index + 1));
    await insertSections(inner, { id, enterpriseId }, hand, sections);
  } else if (effect !== 'renew') {
    if (effectiveOn === undefined && datedEffects.includes(effect)) {
      throw new Refusal('paper.day-missing', 422);
    }
    await insertFollowing(inner, agreement, {
      ...{ id, ink, kind: relationOf[effect], terms: agreement.variables.terms },
      validTo: agreement.validTo,
      details: { reason, ...(effectiveOn === undefined ? {} : { effectiveOn }) },
    });
  }
  await keepRecord(inner, { id, enterpriseId }, given);
  await writeEvent(inner, { id, enterpriseId }, 'registered', hand, { source: given.source });
}
