import type { Cutoff } from '../format/result-format.ts';
import type { Market, Outcome } from '../market/market.ts';
import { wordOf } from '../market/word.ts';
import { cutoffAt } from './cutoffs.ts';
import { type EnoughScore, enoughScore } from './enough-score.ts';
import { type Fill, fillOf, refusingPlace } from './fill.ts';

/** The seat or cap that refused an applicant, with its cutoff. */
export type Refusal = Cutoff & {
  readonly kind: 'seat' | 'cap';
  readonly capacity: number;
  /** What decided: too low a score, the lottery at an equal score, or a capacity of 0. */
  readonly by: 'score' | 'lottery' | 'closed';
};

/** One choice of an applicant's list; `choice` counts from 1. */
export type ChoiceExplanation = {
  readonly choice: number;
  readonly seat: string;
  readonly score: number;
} & (
  | { readonly state: 'got' }
  /** Not asked, because a better choice was granted. */
  | { readonly state: 'not-needed' }
  | {
      readonly state: 'refused';
      readonly refusal: Refusal;
      /** What would have changed it: null = no score would; absent when not asked for. */
      readonly enough?: EnoughScore | null;
    }
);

/** What one applicant asked and got and why, as data for phrases. */
export type Explanation = {
  readonly applicant: string;
  readonly lottery: number;
  readonly got: { readonly seat: string; readonly choice: number; readonly score: number } | null;
  readonly choices: readonly ChoiceExplanation[];
};

export type ExplainOptions = {
  /** Also find the exact score that would have been enough; costs a run per refused choice. Default true. */
  readonly enough?: boolean;
};

function refusalOf(market: Market, outcome: Outcome, fill: Fill, choice: number): Refusal | null {
  const place = refusingPlace(market, fill, market.seat[choice]!);
  if (place < 0) return null;
  const cutoff = cutoffAt(market, outcome, fill, place);
  const isTie = cutoff.score === market.score[choice];
  return {
    ...cutoff,
    kind: place < market.seats ? 'seat' : 'cap',
    capacity: market.capacity[place]!,
    by: cutoff.closed ? 'closed' : isTie ? 'lottery' : 'score',
  };
}

/**
 * Explains a stable outcome to one applicant: each choice with the place that refused it, that place's cutoff
 * and the score that would have been enough. Undefined when there is no such applicant.
 */
export function explainApplicant(
  market: Market,
  outcome: Outcome,
  id: string,
  options: ExplainOptions = {},
): Explanation | undefined {
  const applicant = market.applicantIds.find(wordOf(id));
  if (applicant < 0) return undefined;
  const fill = fillOf(market, outcome);
  const first = market.start[applicant]!;
  const own = outcome.held[applicant]!;
  const choices: ChoiceExplanation[] = [];
  for (let choice = first; choice < market.start[applicant + 1]!; choice++) {
    const facts = {
      choice: choice - first + 1,
      seat: market.placeIds.text(market.seat[choice]!),
      score: market.score[choice]!,
    };
    if (choice === own) choices.push({ ...facts, state: 'got' });
    else if (own >= 0 && choice > own) choices.push({ ...facts, state: 'not-needed' });
    else {
      const refusal = refusalOf(market, outcome, fill, choice);
      // A stable outcome has no wish without an obstacle; with another the caller learns it from the check.
      if (!refusal) continue;
      const enough = options.enough === false ? {} : { enough: enoughScore(market, applicant, choice) };
      choices.push({ ...facts, state: 'refused', refusal, ...enough });
    }
  }
  const got = choices.find((choice) => choice.state === 'got');
  return {
    applicant: id,
    lottery: market.lottery.number[applicant]!,
    got: got ? { seat: got.seat, choice: got.choice, score: got.score } : null,
    choices,
  };
}
