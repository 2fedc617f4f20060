import { Refusal } from '@dualtrack/platform/errors';
import type { TransactionContext } from '@dualtrack/platform/operation';
import type * as z from 'zod';
import type { amendedDutyInput } from '../contract/amendments.ts';
import type { Debtor } from '../obligation.ts';
import { articleOf, debtorOfTyped, isInsideTerm, type TypedDuty } from '../recorded-duty.ts';
import type { AmendedDuty } from './amendment-tables.ts';
import { ownDb } from './own-db.ts';
import { insertTyped, typedDuties } from './recorded-rows.ts';
import { dutySection, ensureRecordedSections, termSection } from './recorded-sections.ts';
import { type Hand, insertSections } from './section-writer.ts';

type Given = z.infer<typeof amendedDutyInput>;
type Paper = { id: string; enterpriseId: string; validFrom: string | null; validTo: string | null };

/** A duty that an amendment adds stands under an article of its own until it has a place in the paper. */
const newArticle = (index: number) => `N${String(index + 1).padStart(2, '0')}`;

/** What was given about one duty, made whole by what is known of it. */
function amended(given: Given, typed: readonly TypedDuty[], added: number): AmendedDuty {
  if (given.number === undefined) {
    const { side, words, duty = null } = given;
    if (side === undefined || words === undefined) throw new Error('the contract asks for side and words');
    return { number: null, article: newArticle(added), side, words, duty, isDropped: false };
  }
  const known = typed.find((one) => one.number === given.number && !one.isDropped);
  if (known === undefined)
    throw new Refusal('amendment.no-such-clause', 422, { clause: articleOf(given.number) });
  const { number, side, words, duty } = known;
  return {
    ...{ number, article: articleOf(number), isDropped: given.drop },
    ...{ side: given.side ?? side, words: given.words ?? words },
    duty: given.duty === undefined ? duty : given.duty,
  };
}

/** Everything that an amendment of a typed paper changes, as it will stand. @throws obligation.outside-term */
export function amendedDuties(
  given: readonly Given[],
  typed: readonly TypedDuty[],
  term: Pick<Paper, 'validFrom' | 'validTo'>,
): AmendedDuty[] {
  let added = 0;
  const found = given.map((one) => amended(one, typed, one.number === undefined ? added++ : added));
  const left = typed.filter((one) => !found.some(({ number }) => number === one.number));
  // A shorter term must not leave other duties due after it.
  for (const { duty, isDropped } of [...found, ...left]) {
    if (duty !== null && !isDropped && !isInsideTerm(duty, term))
      throw new Refusal('obligation.outside-term', 422);
  }
  return found;
}

/** Wordings that an amendment of a typed paper brings with it, by article; those of added duties come last. */
export function amendedSections(duties: readonly AmendedDuty[], term: Pick<Paper, 'validFrom' | 'validTo'>) {
  const sections = duties.map((one) => ({
    ...dutySection({ ...one, number: one.number ?? 0, confirmation: 'confirmed' }),
    clause: one.article,
  }));
  return [termSection(term), ...sections];
}

/** Who answers for the typed duties, before or after an amendment, by their articles. */
export async function typedDebtors<Tables>(
  context: TransactionContext<Tables>,
  paperId: string,
  duties: readonly AmendedDuty[],
) {
  const typed = await typedDuties(context, paperId);
  const all = [...typed.map((one) => ({ ...one, article: articleOf(one.number) })), ...duties];
  return (article: string): Debtor | null => {
    const own = new Set(all.filter((one) => one.article === article).map(debtorOfTyped));
    if (own.size === 0) return null;
    return own.size === 1 ? ([...own][0] ?? null) : 'both';
  };
}

/** A signed amendment changes the typed duties of its paper; both sides have signed, so they are confirmed. */
export async function applyAmendedDuties<Tables>(
  context: TransactionContext<Tables>,
  paper: Paper,
  duties: readonly AmendedDuty[],
  hand: Hand,
): Promise<void> {
  if (duties.length === 0) return;
  await ensureRecordedSections(context, paper);
  const typed = await typedDuties(context, paper.id);
  let next = Math.max(0, ...typed.map((one) => one.number)) + 1;
  for (const { number, side, words, duty, isDropped } of duties) {
    if (number === null) {
      const fresh = { number: next++, side, words, duty };
      await insertTyped(context, paper, [fresh], hand, 'confirmed');
      const section = dutySection({ ...fresh, isDropped, confirmation: 'confirmed' });
      await insertSections(context, paper, hand, [section]);
      continue;
    }
    await ownDb(context)
      .updateTable('recordedDuty')
      .set({
        ...{ side, words: JSON.stringify(words), duty: duty === null ? null : JSON.stringify(duty) },
        ...{ isDropped, confirmation: 'confirmed', answer: '', answeredSide: null },
        ...{ answeredName: hand.name, answeredAt: context.now },
      })
      .where('agreementId', '=', paper.id)
      .where('number', '=', number)
      .execute();
  }
}
