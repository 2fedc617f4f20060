import type { Market } from '../market/market.ts';

/** What some applicants ask for in one round, one entry each. */
export type Round = {
  readonly seat: Int32Array;
  readonly score: Float64Array;
  readonly standing: Int32Array;
};

/** Where every applicant is in their list. */
export type Asks = {
  /**
   * By applicant: the choice they ask for or hold, or the end of their list when every choice was refused.
   */
  readonly current: Int32Array;
  /** Moves the first `size` waiting applicants on to their next choice; `asks` entries of `round` count. */
  next(waiting: Int32Array, size: number): { asks: number; round: Round };
};

const roundOf = (size: number): Round => ({
  seat: new Int32Array(size),
  score: new Float64Array(size),
  standing: new Int32Array(size),
});

/** Fewer asks than one in so many seats are not worth sorting. */
const SPARSE = 8;

/**
 * Everybody before their first choice. Choices behind `isBarred` are passed over without asking. Large rounds
 * come ordered by seat: on a million applicants most of the time is waiting for memory, and this halves it.
 */
export function createAsks(
  market: Market,
  isBarred: (seat: number, score: number, standing: number) => boolean,
): Asks {
  const { applicants, start, seat, score, seats } = market;
  const { standing } = market.lottery;
  const current = start.slice(0, applicants);
  for (let applicant = 0; applicant < applicants; applicant++) current[applicant]!--;
  const gathered = roundOf(applicants);
  const sorted = roundOf(applicants);
  const position = new Int32Array(seats + 1);

  const gather = (waiting: Int32Array, size: number): number => {
    let asks = 0;
    for (let i = 0; i < size; i++) {
      const applicant = waiting[i]!;
      const own = standing[applicant]!;
      const end = start[applicant + 1]!;
      let choice = current[applicant]! + 1;
      while (choice < end && isBarred(seat[choice]!, score[choice]!, own)) choice++;
      current[applicant] = choice;
      if (choice === end) continue;
      gathered.seat[asks] = seat[choice]!;
      gathered.score[asks] = score[choice]!;
      gathered.standing[asks] = own;
      asks++;
    }
    return asks;
  };

  const sort = (asks: number): void => {
    position.fill(0);
    for (let i = 0; i < asks; i++) position[gathered.seat[i]! + 1]!++;
    for (let one = 0; one < seats; one++) position[one + 1]! += position[one]!;
    for (let i = 0; i < asks; i++) {
      const at = position[gathered.seat[i]!]!++;
      sorted.seat[at] = gathered.seat[i]!;
      sorted.score[at] = gathered.score[i]!;
      sorted.standing[at] = gathered.standing[i]!;
    }
  };

  return {
    current,
    next(waiting, size) {
      const asks = gather(waiting, size);
      if (asks * SPARSE < seats) return { asks, round: gathered };
      sort(asks);
      return { asks, round: sorted };
    },
  };
}
