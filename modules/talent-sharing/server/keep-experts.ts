import { newId } from '@dualtrack/platform/ids';
import { type InputOf, operationsOn } from '@dualtrack/platform/operation';
import { contract } from '../contract.ts';
import { isLead } from '../side.ts';
import { ownExpertIds, sideOf, type TalentContext } from './asking.ts';
import { publishListing } from './listing.ts';
import { expertView } from './read-experts.ts';
import type { TalentTables } from './tables.ts';

const operation = operationsOn<TalentTables>();
/** What a card says, without whose it is. */
export type CardFacts = Omit<InputOf<typeof contract.experts.create>, 'isMine' | 'name'>;

/** Columns of a card; lists are written as JSON. */
function columnsOf(facts: CardFacts) {
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
  facts: CardFacts,
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
  const id = await insertCard(ctx, { ...facts, name, isMine });
  ctx.audit(id);
  return { id };
});

/** Writes a new card and shows it to partners as far as it says. @throws expert.consent-missing */
export async function insertCard(
  ctx: TalentContext<'expert.consent-missing'>,
  { isMine, name, ...facts }: CardFacts & { isMine: boolean; name: string },
): Promise<string> {
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
  return id;
}

export const saveExpert = operation(contract.experts.save, async (ctx, input) => {
  const { expertId, revision, ...facts } = input;
  const row = await lockedCard(ctx, expertId);
  const isMine = (await ownExpertIds(ctx)).includes(expertId);
  if (!isMine && !isLead(ctx.actor.role)) throw ctx.refuse('expert.not-yours');
  if (row.leftOn !== null) throw ctx.refuse('expert.left');
  if (row.revision !== revision) throw ctx.refuse('expert.changed');
  // Only the person widens what others see; an office may narrow it.
  const shown = isMine ? facts.shown : facts.shown.filter((part) => row.shown.includes(part));
  await updateCard(ctx, row, { ...facts, shown }, isMine);
  ctx.audit(expertId);
  return expertView(ctx, expertId);
});

/** Writes a card anew that the caller has locked. @throws expert.consent-missing */
export async function updateCard(
  ctx: TalentContext<'expert.consent-missing'>,
  row: { id: string; revision: number; listedSince: Date | null; consentBy: string; consentNote: string },
  facts: CardFacts,
  isMine: boolean,
): Promise<void> {
  await ctx.db
    .updateTable('expert')
    .set({
      ...columnsOf(facts),
      ...consentOf(ctx, facts, isMine, row),
      ...{ revision: row.revision + 1, changedAt: ctx.now },
    })
    .where('id', '=', row.id)
    .execute();
  await publishListing(ctx, sideOf(ctx), row.id);
}

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
