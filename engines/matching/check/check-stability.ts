import type { Market, Outcome } from '../market/market.ts';

/** An applicant and a seat, by id. */
export type Pair = { readonly applicant: string; readonly seat: string };

/** What an independent pass found. The outcome is sound when every count but `inwardWishes` is 0. */
export type StabilityReport = {
  readonly matched: number;
  readonly unmatched: number;
  /** Wishes that seat and caps would grant: see README, "What stable means". */
  readonly blockingPairs: number;
  /** Places that hold more heads than they may. */
  readonly overfullPlaces: number;
  /** Applicants who hold something that is not in their list. */
  readonly foreignChoices: number;
  /**
   * Wishes to move to another seat inside a full cap where only the applicant's own, higher ranked place in
   * that cap stands in the way. Not blocking, and impossible where an applicant's score is the same at all
   * seats of a cap.
   */
  readonly inwardWishes: number;
  /** The first blocking pairs, at most ten. */
  readonly examples: readonly Pair[];
};

const EXAMPLES = 10;

/** Heads per place, and the weakest of them as a score and a standing. */
function tally(market: Market, held: Int32Array) {
  const places = market.capacity.length;
  const heads = new Int32Array(places);
  const lowScore = new Float64Array(places).fill(Number.POSITIVE_INFINITY);
  const lowStanding = new Int32Array(places).fill(market.applicants);
  for (let applicant = 0; applicant < held.length; applicant++) {
    const choice = held[applicant]!;
    if (choice < 0) continue;
    const score = market.score[choice]!;
    const standing = market.lottery.standing[applicant]!;
    for (let place = market.seat[choice]!; place !== -1; place = market.parent[place]!) {
      heads[place]!++;
      if (score > lowScore[place]! || (score === lowScore[place] && standing > lowStanding[place]!)) continue;
      lowScore[place] = score;
      lowStanding[place] = standing;
    }
  }
  return { heads, lowScore, lowStanding };
}

/**
 * By seat: the innermost full place on its way up, or −1. Only this one can stand in the way of a newcomer.
 */
function obstacles(market: Market, heads: Int32Array): Int32Array {
  const obstacle = new Int32Array(market.seats);
  for (let seat = 0; seat < market.seats; seat++) {
    let place = seat;
    while (place !== -1 && heads[place]! < market.capacity[place]!) place = market.parent[place]!;
    obstacle[seat] = place;
  }
  return obstacle;
}

function liesWithin(market: Market, seat: number, cap: number): boolean {
  for (let place = seat; place !== -1; place = market.parent[place]!) if (place === cap) return true;
  return false;
}

/**
 * Checks an outcome against its market from the definitions, without any of the matcher's code: capacities,
 * own choices, and every wish of every applicant for something better. One pass over the choices.
 */
export function checkStability(market: Market, outcome: Outcome): StabilityReport {
  const { start, seat, score, capacity, seats } = market;
  const { standing } = market.lottery;
  const { held } = outcome;
  const { heads, lowScore, lowStanding } = tally(market, held);
  const obstacle = obstacles(market, heads);
  const examples: Pair[] = [];
  let matched = 0;
  let blockingPairs = 0;
  let foreignChoices = 0;
  let inwardWishes = 0;
  for (let applicant = 0; applicant < market.applicants; applicant++) {
    const own = held[applicant]!;
    const end = start[applicant + 1]!;
    if (own !== -1) matched++;
    if (own !== -1 && (own < start[applicant]! || own >= end)) foreignChoices++;
    const better = own === -1 ? end : Math.min(own, end);
    for (let choice = start[applicant]!; choice < better; choice++) {
      const wished = seat[choice]!;
      const place = obstacle[wished]!;
      const isWanted =
        place === -1 ||
        score[choice]! > lowScore[place]! ||
        (score[choice] === lowScore[place] && standing[applicant]! > lowStanding[place]!);
      if (isWanted) {
        blockingPairs++;
        if (examples.length < EXAMPLES) {
          examples.push({
            applicant: market.applicantIds.text(applicant),
            seat: market.placeIds.text(wished),
          });
        }
      } else if (place >= seats && own !== -1 && liesWithin(market, seat[own]!, place)) inwardWishes++;
    }
  }
  let overfullPlaces = 0;
  for (let place = 0; place < heads.length; place++) if (heads[place]! > capacity[place]!) overfullPlaces++;
  const unmatched = market.applicants - matched;
  return { matched, unmatched, blockingPairs, overfullPlaces, foreignChoices, inwardWishes, examples };
}
