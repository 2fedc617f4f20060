import type { Side } from './agreement.ts';
import { addDays, daysBetween } from './due.ts';
import type { Debtor, ProposedDuty } from './obligation.ts';
import type { RecordedDuty } from './shapes.ts';

/** Kinds of agreement whose duties are typed and not made by clauses of a template. */
export const recordedKinds: readonly string[] = ['registered', 'continued'];

/** Whether the side that did not type a duty stands by it. Only what is confirmed is counted. */
export const dutyConfirmations = ['waiting', 'confirmed', 'disputed'] as const;
export type DutyConfirmation = (typeof dutyConfirmations)[number];

/** The words of a paper in the languages in which it has them. */
export type RecordedWords = { zh: string | null; en: string | null };

/** A duty as it was typed from a paper. */
export type TypedDuty = {
  /** Its place in the paper, from 1. */
  number: number;
  side: Side;
  words: RecordedWords;
  /** Null where the words are only quoted. */
  duty: RecordedDuty | null;
  isDropped: boolean;
  confirmation: DutyConfirmation;
};

/** The key of a typed duty among the duties of its agreement. */
export const recordedKey = (number: number, metric: string) => `record.${number}.${metric}`;

const letters = 'RSUVWXYZ';

/** The article under which a typed duty is amended: R01, R02 … R99, S00 …; the term is R00. */
export function articleOf(number: number): string {
  const letter = letters[Math.floor(number / 100)];
  if (letter === undefined) throw new RangeError('a paper has no more than 799 duties');
  return `${letter}${String(number % 100).padStart(2, '0')}`;
}
/** The article of the term. */
export const termArticle = articleOf(0);

/** Whether an article is that of a typed duty or of the term of a typed paper. */
export const isTypedArticle = (clause: string) => clause[0] === 'N' || letters.includes(clause[0] ?? '-');

/** Typed duties that stand and have a figure, as duties of the agreement. */
export function recordedDuties(typed: readonly TypedDuty[]): ProposedDuty[] {
  return typed.flatMap(({ number, words, duty, isDropped, confirmation }) => {
    if (duty === null || isDropped) return [];
    const named = { title: words.zh ?? words.en ?? '', titleEn: words.en ?? words.zh ?? '' };
    const isUnconfirmed = confirmation !== 'confirmed';
    return [{ ...duty, ...named, key: recordedKey(number, duty.metric), isUnconfirmed }];
  });
}

/** Who answers for a typed duty, also one that is only quoted. */
export const debtorOfTyped = ({ side, duty }: Pick<TypedDuty, 'side' | 'duty'>): Debtor =>
  duty?.owedBy ?? side;

export type DutyAnswer = 'confirm' | 'dispute';

/** Why a side may not confirm or dispute a typed duty; null when it may. */
export function whyNotAnswer(
  typed: Pick<TypedDuty, 'confirmation' | 'duty' | 'isDropped'> & { typedSide: Side | null },
  side: Side,
  answer: DutyAnswer,
): 'obligation.not-your-side' | 'obligation.answered' | 'obligation.no-such-duty' | null {
  if (typed.duty === null || typed.isDropped) return 'obligation.no-such-duty';
  if (typed.typedSide === side) return 'obligation.not-your-side';
  // What was disputed may be confirmed after all; what is confirmed counts and is changed by agreement only.
  if (typed.confirmation === 'confirmed') return 'obligation.answered';
  return typed.confirmation === 'disputed' && answer === 'dispute' ? 'obligation.answered' : null;
}

/** Whether the days of a duty fit a term; what falls due yearly needs the day from which years count. */
export function isInsideTerm(
  { dueOn, cadence }: Pick<RecordedDuty, 'dueOn' | 'cadence'>,
  { validFrom, validTo }: { validFrom: string | null; validTo: string | null },
): boolean {
  const isAfterStart = validFrom === null ? cadence !== 'yearly' : dueOn >= validFrom;
  return isAfterStart && (validTo === null || dueOn <= validTo);
}

/**
 * A duty in the term of a renewal: what fell due yearly or on the last day does so again, everything else as long after
 * the first day as before, within the term.
 */
export function carriedDuty(
  duty: RecordedDuty,
  before: { validFrom: string | null; validTo: string | null },
  term: { validFrom: string; validTo: string },
): RecordedDuty {
  const isLast = duty.cadence === 'yearly' || duty.dueOn === before.validTo;
  if (isLast || before.validFrom === null) return { ...duty, dueOn: term.validTo };
  const moved = addDays(term.validFrom, daysBetween(before.validFrom, duty.dueOn));
  const [, dueOn = moved] = [term.validFrom, moved, term.validTo].sort();
  return { ...duty, dueOn };
}
