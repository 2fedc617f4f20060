import { checkStability } from '../check/check-stability.ts';
import type { Market, Outcome } from '../market/market.ts';
import { headsOf, isClosed, matchNarrowed, type Narrowing, narrowMarket } from './narrow-market.ts';
import type { Conditions } from './side-conditions.ts';

/** What the heuristic came to. */
export type Settled = {
  readonly outcome: Outcome;
  readonly narrowing: Narrowing;
  /** Places that are not run, in the order in which they were given up, with the heads they had then. */
  readonly closed: readonly { readonly place: number; readonly minimum: number; readonly heads: number }[];
  /** By group: the seat at which all its members are, or −1 when each went their own way. */
  readonly groups: readonly { readonly id: string; readonly seat: number }[];
  /** Blocking pairs among the wishes that are left: 0, counted by the independent check. */
  readonly blockingPairs: number;
  /** Wishes that seats would grant, were it not for closed places and for groups that put being together first. */
  readonly setAside: number;
  /** How many stable matchings were calculated on the way. */
  readonly runs: number;
};

type Seen = { readonly outcome: Outcome; readonly heads: Int32Array };

/** Seats that everybody in a group asked for: first the one that is worst for nobody, then the best on the whole. */
function commonSeats(market: Market, members: readonly number[]): number[] {
  const ranks = new Map<number, number[]>();
  for (const member of members) {
    for (let choice = market.start[member]!; choice < market.start[member + 1]!; choice++) {
      const seat = market.seat[choice]!;
      ranks.set(seat, [...(ranks.get(seat) ?? []), choice - market.start[member]!]);
    }
  }
  const sum = (list: readonly number[]) => list.reduce((total, rank) => total + rank, 0);
  return [...ranks]
    .filter(([, list]) => list.length === members.length)
    .sort(([a, one], [b, two]) => Math.max(...one) - Math.max(...two) || sum(one) - sum(two) || a - b)
    .map(([seat]) => seat);
}

/** The seat at which all of them are, or −1. */
function seatTogether(market: Market, { held }: Outcome, members: readonly number[]): number {
  const seats = new Set(members.map((member) => (held[member]! < 0 ? -1 : market.seat[held[member]!]!)));
  return seats.size === 1 ? [...seats][0]! : -1;
}

/**
 * Groups and least numbers by a heuristic that says it is one: stable matchings with these conditions need not
 * exist, and finding one is NP-hard. First, places with too few heads are closed one at a time, the one that
 * lacks most first, and all is matched anew. Then groups, in the order of their best lot: for each seat that
 * all members asked for they ask for that seat alone; they stay together when each of them gets it by their
 * own score and lot, no earlier group is torn apart and no place falls below its least number.
 *
 * What holds: nobody outside a group has a wish for a place that is run which that place would rather grant;
 * nobody is admitted for the sake of a group. What does not: another order of closing might have closed fewer,
 * another order of groups kept more together, and a true list need not be the best one.
 */
export function settle(market: Market, { groups, minimums }: Conditions): Settled {
  let runs = 0;
  let narrowing: Narrowing = { closed: new Set(), tied: new Map() };
  const look = (given: Narrowing): Seen => {
    runs += 1;
    const outcome = matchNarrowed(market, given);
    return { outcome, heads: headsOf(market, outcome) };
  };
  const lacking = (heads: Int32Array, closed: ReadonlySet<number>) =>
    minimums
      .filter((one) => !closed.has(one.place) && heads[one.place]! < one.heads)
      .sort((a, b) => b.heads - heads[b.place]! - (a.heads - heads[a.place]!) || a.place - b.place);

  const closed: { place: number; minimum: number; heads: number }[] = [];
  let seen = look(narrowing);
  for (
    let [worst] = lacking(seen.heads, narrowing.closed);
    worst;
    [worst] = lacking(seen.heads, narrowing.closed)
  ) {
    const { place, heads: minimum } = worst;
    closed.push({ place, minimum, heads: seen.heads[place]! });
    narrowing = { ...narrowing, closed: new Set([...narrowing.closed, place]) };
    seen = look(narrowing);
  }

  const standing = (members: readonly number[]) =>
    Math.max(...members.map((member) => market.lottery.standing[member]!));
  const together = new Map<string, readonly number[]>();
  for (const { id, members } of groups.toSorted((a, b) => standing(b.members) - standing(a.members))) {
    for (const seat of commonSeats(market, members)) {
      if (isClosed(market, narrowing.closed, seat)) continue;
      const tried = { ...narrowing, tied: new Map(narrowing.tied) };
      for (const member of members) tried.tied.set(member, seat);
      const found = look(tried);
      const isKept = [...together.values(), members].every(
        (list) => seatTogether(market, found.outcome, list) >= 0,
      );
      if (!isKept || lacking(found.heads, tried.closed).length > 0) continue;
      together.set(id, members);
      narrowing = tried;
      seen = found;
      break;
    }
  }
  const { outcome } = seen;
  return {
    outcome,
    narrowing,
    closed,
    groups: groups.map(({ id, members }) => ({
      id,
      seat: together.has(id) ? seatTogether(market, outcome, members) : -1,
    })),
    blockingPairs: blockingIn(market, outcome, narrowing),
    setAside: checkStability(market, outcome).blockingPairs,
    runs,
  };
}

/** Blocking pairs of an outcome within the wishes that are left, from the definitions. */
export function blockingIn(market: Market, { held }: Outcome, narrowing: Narrowing): number {
  const narrowed = narrowMarket(market, narrowing);
  const position = new Map(Array.from(narrowed.origin, (choice, at) => [choice, at]));
  const own = held.map((choice) => (choice < 0 ? -1 : (position.get(choice) ?? -1)));
  return checkStability(narrowed.market, { held: own }).blockingPairs;
}
