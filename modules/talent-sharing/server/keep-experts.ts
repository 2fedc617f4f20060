import { newId } from '@dualtrack/platform/ids';
import { type InputOf, operationsOn } from '@dualtrack/platform/operation';
import { contract } from '../contract.ts';
import { isLead } from '../side.ts';
import { ownExpertIds, sideOf, type TalentContext } from './asking.ts';
import { publishListing } from './listing.ts';
import { expertView } from './read-experts.ts';
import type { TalentTables } from './tables.ts';

const operation = operationsOn<TalentTables>();
type Facts = Omit<InputOf<typeof contract.experts.create>, 'isMine' | 'name'>;

/** Columns of a card; lists are written as JSON. */
function columnsOf(facts: Facts) {
  const { nameEn, title, titleEn, monthlyHours, needsApproval, approver, mail, region } = facts;
  return {
    ...{ nameEn, title, titleEn, monthlyHours, needsApproval, approver, mail, region },
    certificates: JSON.stringify(facts.certificates),
    occupations: JSON.stringify([...new Set(facts.occupations)]),
    tags: JSON.stringify([...new Set(facts.tags)]),
    languages: JSON.stringify([...new Set(facts.languages)]),
    slots: JSON.stringify([...new Set(facts.slots)]),
    absences: JSON.stringify(facts.absences),
    shown: JSON.stringify([...new Set(facts.shown)]),
  };
}

/**
 * Consent to be listed: the person's own word, or, written by an office for somebody, a paper that it names.
 * @throws expert.consent-missing
 */
function consentOf(
  ctx: TalentContext<'expert.consent-missing'>,
  facts: Facts,
  isMine: boolean,
  before: { listedSince: Date | null; consentBy: string; consentNote: string },
) {
  if (!facts.isListed) return { listedSince: null, consentBy: '', consentNote: '' };
  const { listedSince, consentBy, consentNote } = before;
  if (listedSince !== null && (isMine || facts.consentNote === consentNote))
    return { listedSince, consentBy, consentNote };
  if (!isMine && facts.consentNote === '') throw ctx.refuse('expert.consent-missing');
  return { listedSince: ctx.now, consentBy: ctx.actor.name, consentNote: isMine ? '' : facts.consentNote };
}

export const createExpert = operation(contract.experts.create, async (ctx, input) => {
  const { isMine, name, ...facts } = input;
  if (!isMine && !isLead(ctx.actor.role)) throw ctx.refuse('expert.not-yours');
  if (!isMine && name === '') throw ctx.refuse('expert.name-missing');
  if (isMine && (await ownExpertIds(ctx)).length > 0) throw ctx.refuse('expert.exists');
  const id = newId();
  await ctx.db
    .insertInto('expert')
    .values({
      ...{ tenantId: ctx.tenant, id, name: name || ctx.actor.name, ...columnsOf(facts) },
      ...{ personId: isMine ? ctx.actor.personId : null, subjectId: isMine ? ctx.actor.subjectId : null },
      ...consentOf(ctx, facts, isMine, { listedSince: null, consentBy: '', consentNote: '' }),
      ...{ leftOn: null, createdAt: ctx.now, changedAt: ctx.now },
    })
    .execute();
  await publishListing(ctx, sideOf(ctx), id);
  ctx.audit(id);
  return { id };
});

export const saveExpert = operation(contract.experts.save, async (ctx, input) => {
  const { expertId, revision, ...facts } = input;
  const row = await lockedCard(ctx, expertId);
  const isMine = (await ownExpertIds(ctx)).includes(expertId);
  if (!isMine && !isLead(ctx.actor.role)) throw ctx.refuse('expert.not-yours');
  if (row.leftOn !== null) throw ctx.refuse('expert.left');
  if (row.revision !== revision) throw ctx.refuse('expert.changed');
  // Only the person widens what others see; an office may narrow it.
  const shown = isMine ? facts.shown : facts.shown.filter((part) => row.shown.includes(part));
  await ctx.db
    .updateTable('expert')
    .set({
      ...columnsOf({ ...facts, shown }),
      ...consentOf(ctx, facts, isMine, row),
      ...{ revision: revision + 1, changedAt: ctx.now },
    })
    .where('id', '=', expertId)
    .execute();
  await publishListing(ctx, sideOf(ctx), expertId);
  ctx.audit(expertId);
  return expertView(ctx, expertId);
});

async function lockedCard(ctx: TalentContext, expertId: string) {
  const view = await ctx.db
    .selectFrom('expert')
    .selectAll()
    .where('id', '=', expertId)
    .forUpdate()
    .executeTakeFirst();
  if (view === undefined) {
    // A partner's expert is seen, not changed; anybody else's is not found.
    await expertView(ctx, expertId);
    throw ctx.refuse('expert.not-yours');
  }
  return view;
}
