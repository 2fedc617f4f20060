import type { MatchingProblem } from '../format/problem-format.ts';
import { lotteryNumber } from '../market/lottery.ts';

/** By applicant, in the problem's order: the index of the choice held, or −1. */
export type Matching = readonly number[];

type Contract = {
  readonly applicant: number;
  readonly choice: number;
  /** Place in the order of all contracts: by score, then by lottery; 0 is the weakest. */
  readonly strength: number;
  /** Ids of the seat and every cap around it. */
  readonly places: readonly string[];
};

/**
 * A problem with everything a brute-force check looks up. Shares nothing with the engine but the lottery
 * number.
 */
export type Small = {
  readonly contracts: readonly (readonly Contract[])[];
  readonly capacity: ReadonlyMap<string, number>;
};

/** Looks a problem's capacities and contracts up once. */
export function smallOf(problem: MatchingProblem): Small {
  const all = [...problem.seats, ...(problem.caps ?? [])];
  const within = new Map(all.map((place) => [place.id, place.within]));
  const around = (id: string | undefined): string[] =>
    id === undefined ? [] : [id, ...around(within.get(id))];
  const order = problem.applicants
    .flatMap(({ id, choices }) =>
      choices.map((choice) => ({ choice, lot: lotteryNumber(problem.lottery, id) })),
    )
    .sort((a, b) => a.choice.score - b.choice.score || a.lot - b.lot)
    .map(({ choice }) => choice);
  return {
    contracts: problem.applicants.map(({ choices }, applicant) =>
      choices.map((one, choice) => ({
        applicant,
        choice,
        strength: order.indexOf(one),
        places: around(one.seat),
      })),
    ),
    capacity: new Map(all.map((place) => [place.id, place.capacity])),
  };
}

/** Contracts taken one by one, strongest first, wherever seat and caps still have room. */
function chosen(small: Small, contracts: readonly Contract[]): Set<Contract> {
  const left = new Map(small.capacity);
  const taken = new Set<Contract>();
  for (const contract of [...contracts].sort((a, b) => b.strength - a.strength)) {
    if (contract.places.some((place) => left.get(place) === 0)) continue;
    for (const place of contract.places) left.set(place, (left.get(place) ?? 0) - 1);
    taken.add(contract);
  }
  return taken;
}

const heldIn = (small: Small, matching: Matching): Contract[] =>
  matching.flatMap((choice, applicant) => (choice < 0 ? [] : [small.contracts[applicant]![choice]!]));

/** Whether no seat and no cap holds more than it may. */
export function isFeasible(small: Small, matching: Matching): boolean {
  const held = heldIn(small, matching);
  return chosen(small, held).size === held.length;
}

/** Every wish for something better that seats and caps together would choose when added to what they hold. */
export function blockingPairs(small: Small, matching: Matching): Contract[] {
  const held = heldIn(small, matching);
  return small.contracts.flatMap((contracts, applicant) => {
    const own = matching[applicant]!;
    const wished = own < 0 ? contracts : contracts.slice(0, own);
    return wished.filter((wish) => chosen(small, [...held, wish]).has(wish));
  });
}

/** All matchings within all capacities. */
export function* feasibleMatchings(small: Small): Generator<Matching> {
  const left = new Map(small.capacity);
  const picked: number[] = [];
  function* from(applicant: number): Generator<Matching> {
    const contracts = small.contracts[applicant];
    if (!contracts) {
      yield [...picked];
      return;
    }
    picked.push(-1);
    yield* from(applicant + 1);
    for (const { choice, places } of contracts) {
      if (places.some((place) => left.get(place) === 0)) continue;
      for (const place of places) left.set(place, (left.get(place) ?? 0) - 1);
      picked[applicant] = choice;
      yield* from(applicant + 1);
      for (const place of places) left.set(place, (left.get(place) ?? 0) + 1);
    }
    picked.pop();
  }
  yield* from(0);
}

/** All stable matchings. */
export function stableMatchings(small: Small): Matching[] {
  return [...feasibleMatchings(small)].filter((matching) => blockingPairs(small, matching).length === 0);
}
