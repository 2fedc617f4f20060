import type { Market, Outcome } from '../market/market.ts';
import { wordOf } from '../market/word.ts';
import { type ChoiceExplanation, type Explanation, explainApplicant } from '../report/explain-applicant.ts';
import { isClosed, narrowMarket } from './narrow-market.ts';

/** A choice that no score decided about. */
export type SetAside = {
  readonly choice: number;
  readonly seat: string;
  readonly score: number;
  readonly state: 'set-aside';
  /** The place is not run with so few; the group put being together first; the seat went so that more get one. */
  readonly why: 'closed' | 'together' | 'filled';
};

/** An explanation in which some choices were set aside. */
export type SettledExplanation = Omit<Explanation, 'choices'> & {
  readonly choices: readonly (ChoiceExplanation | SetAside)[];
};

/** What was taken out before the outcome came about, by ids; `isFilled`: more seats were filled than is stable. */
export type SettledFacts = {
  readonly closed: readonly string[];
  readonly groups: readonly { readonly members: readonly string[]; readonly seat: string | null }[];
  readonly isFilled: boolean;
};

/** Whether a refusal is one that scores and lots account for. */
function isJust(one: ChoiceExplanation, lottery: number): boolean {
  if (one.state !== 'refused') return true;
  const { score, lottery: lot } = one.refusal;
  if (score === null || one.score < score) return true;
  return one.score === score && lot !== null && lottery < lot;
}

/**
 * Explains an outcome with side conditions to one applicant: as `explainApplicant` does, and for what was set aside
 * why. Of a filled outcome no score is named that would have been enough, because there is none that surely is.
 */
export function explainSettled(
  market: Market,
  outcome: Outcome,
  facts: SettledFacts,
  id: string,
): SettledExplanation | undefined {
  const placeOf = (name: string) => market.placeIds.find(wordOf(name));
  const closed = new Set(facts.closed.map(placeOf));
  const tied = new Map<number, number>();
  for (const { members, seat } of facts.groups) {
    if (seat === null) continue;
    for (const member of members) tied.set(market.applicantIds.find(wordOf(member)), placeOf(seat));
  }
  const { market: narrowed, origin } = narrowMarket(market, { closed, tied });
  const position = new Map(Array.from(origin, (choice, at) => [choice, at]));
  const held = outcome.held.map((choice) => (choice < 0 ? -1 : (position.get(choice) ?? -1)));
  const found = explainApplicant(narrowed, { held }, id, { enough: !facts.isFilled });
  if (found === undefined) return undefined;
  const applicant = market.applicantIds.find(wordOf(id));
  const first = market.start[applicant]!;
  const own = outcome.held[applicant]!;
  const choices = Array.from({ length: market.start[applicant + 1]! - first }, (_, at) => {
    const choice = first + at;
    const seat = market.placeIds.text(market.seat[choice]!);
    const base = { choice: at + 1, seat, score: market.score[choice]! };
    const told = found.choices.find((one) => one.seat === seat);
    if (told !== undefined && isJust(told, found.lottery)) return { ...told, choice: at + 1 };
    if (own >= 0 && choice > own) return { ...base, state: 'not-needed' as const };
    const why = isClosed(market, closed, market.seat[choice]!)
      ? ('closed' as const)
      : tied.has(applicant)
        ? ('together' as const)
        : ('filled' as const);
    return { ...base, state: 'set-aside' as const, why };
  });
  const got = choices.find((one) => one.state === 'got');
  return {
    ...found,
    got: got === undefined ? null : { seat: got.seat, choice: got.choice, score: got.score },
    choices,
  };
}

/** The outcome that a list of assignments says, in a market's positions. */
export function outcomeOf(
  market: Market,
  assignments: readonly { readonly applicant: string; readonly choice: number }[],
): Outcome {
  const held = new Int32Array(market.applicants).fill(-1);
  for (const { applicant, choice } of assignments) {
    const at = market.applicantIds.find(wordOf(applicant));
    held[at] = market.start[at]! + choice - 1;
  }
  return { held };
}
