import type { Market } from '../market/market.ts';
import type { Round } from './asks.ts';
import { bindingCaps } from './binding-caps.ts';
import { createSeatHeaps } from './seat-heaps.ts';
import { createWeakest } from './weakest.ts';

/** The seats' and caps' side of deferred acceptance: whom they hold for now. */
export type Holding = {
  /**
   * The first `asks` entries of a round ask for their seats. Writes the lottery standing of everybody who is without a
   * seat afterwards, refused or displaced, into `without`, and returns how many they are.
   */
  take(round: Round, asks: number, without: Int32Array): number;
  /** Whether an ask is known to be refused without being made. */
  isBarred(seat: number, score: number, standing: number): boolean;
};

/** By cap: how many caps it lies in, those furthest in first; and the caps in that order. */
function inwardOrder(parent: Int32Array, seats: number): { rank: Int32Array; byRank: Int32Array } {
  const depth = (place: number): number => {
    let levels = 0;
    for (let cap = parent[place]!; cap >= 0; cap = parent[cap]!) levels++;
    return levels;
  };
  const caps = Array.from({ length: parent.length - seats }, (_, i) => ({
    cap: seats + i,
    depth: depth(seats + i),
  }));
  const byRank = Int32Array.from(
    caps.sort((a, b) => b.depth - a.depth),
    ({ cap }) => cap,
  );
  const rank = new Int32Array(parent.length);
  for (const [at, cap] of byRank.entries()) rank[cap] = at;
  return { rank, byRank };
}

/**
 * Empty seats and caps. A round first fills the seats, each keeping its strongest; then every cap that took in heads,
 * the innermost first, lets its weakest go until it holds no more than it may. Whom places choose does not depend on
 * who came first, so this gives the same as asking one by one, and walks through the caps once a seat instead of once
 * an ask.
 */
export function createHolding(market: Market): Holding {
  const { room, parent } = bindingCaps(market);
  const { seats } = market;
  const heaps = createSeatHeaps(room, seats);
  const { count, base, score: heapScore, standing: heapStanding } = heaps;
  const weakest = createWeakest(parent, seats);
  // By cap, as `count` is by seat.
  const heads = new Int32Array(room.length);
  const { rank, byRank } = inwardOrder(parent, seats);
  const touched = new Int32Array(byRank.length);
  const isTouched = new Uint8Array(room.length);
  // By cap, as the last round left it: within a round a cap may hold heads that one inside it will let go.
  const isFull = Uint8Array.from(room, (most) => (most === 0 ? 1 : 0));
  let touches = 0;
  // Whoever was once too weak for a seat stays too weak: the bar spares most later asks the way up.
  const barScore = new Float64Array(seats).fill(Number.NEGATIVE_INFINITY);
  const barStanding = new Int32Array(seats).fill(-1);

  const noteTop = (seat: number): void => {
    if (count[seat]! === 0) weakest.change(seat, Number.POSITIVE_INFINITY, -1);
    else weakest.change(seat, heapScore[base[seat]!]!, heapStanding[base[seat]!]!);
  };

  /** Tells the caps around a seat that it is done with its asks of this round. */
  const leave = (seat: number, added: number): void => {
    if (parent[seat]! < 0) return;
    noteTop(seat);
    if (added === 0) return;
    for (let cap = parent[seat]!; cap >= 0; cap = parent[cap]!) {
      heads[cap]! += added;
      if (isTouched[cap] === 1) continue;
      isTouched[cap] = 1;
      touched[touches++] = rank[cap]!;
    }
  };

  const raiseBar = (seat: number, score: number, standing: number): void => {
    barScore[seat] = score;
    barStanding[seat] = standing;
  };

  /** Whether a cap that was full before this round holds only stronger heads; the seat's bar rises to it then. */
  const isRefusedAbove = (seat: number, score: number, standing: number): boolean => {
    let full = parent[seat]!;
    while (full >= 0 && isFull[full] === 0) full = parent[full]!;
    if (full < 0) return false;
    const low = weakest.score[full]!;
    if (score > low || (score === low && standing > weakest.standing[full]!)) return false;
    raiseBar(seat, low, weakest.standing[full]!);
    return true;
  };

  /** Asks at one seat, one by one; returns the standing of whom it leaves without a seat, −1 when there was room. */
  const ask = (seat: number, score: number, standing: number): number => {
    if (count[seat]! < room[seat]!) {
      if (isRefusedAbove(seat, score, standing)) return standing;
      heaps.add(seat, score, standing);
      return -1;
    }
    if (count[seat]! === 0) {
      raiseBar(seat, Number.POSITIVE_INFINITY, -1);
      return standing;
    }
    const top = base[seat]!;
    const low = heapScore[top]!;
    const lowStanding = heapStanding[top]!;
    if (score < low || (score === low && standing < lowStanding)) {
      raiseBar(seat, low, lowStanding);
      return standing;
    }
    heaps.replaceTop(seat, score, standing);
    raiseBar(seat, heapScore[top]!, heapStanding[top]!);
    return lowStanding;
  };

  return {
    isBarred(seat, score, standing) {
      const bar = barScore[seat]!;
      return score < bar || (score === bar && standing < barStanding[seat]!);
    },
    take(round, asks, without) {
      let out = 0;
      for (let i = 0; i < asks; ) {
        const seat = round.seat[i]!;
        const before = count[seat]!;
        for (; i < asks && round.seat[i] === seat; i++) {
          const left = ask(seat, round.score[i]!, round.standing[i]!);
          if (left >= 0) without[out++] = left;
        }
        leave(seat, count[seat]! - before);
      }
      touched.subarray(0, touches).sort();
      for (let i = 0; i < touches; i++) {
        const cap = byRank[touched[i]!]!;
        isTouched[cap] = 0;
        while (heads[cap]! > room[cap]!) {
          const seat = weakest.seatOf(cap);
          without[out++] = heapStanding[base[seat]!]!;
          heaps.removeTop(seat);
          for (let above = parent[seat]!; above >= 0; above = parent[above]!) {
            heads[above]!--;
            isFull[above] = 0;
          }
          noteTop(seat);
        }
      }
      for (let i = 0; i < touches; i++) {
        const cap = byRank[touched[i]!]!;
        isFull[cap] = heads[cap]! < room[cap]! ? 0 : 1;
      }
      touches = 0;
      return out;
    },
  };
}
