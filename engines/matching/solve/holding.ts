import type { Market } from '../market/market.ts';
import { bindingCaps } from './binding-caps.ts';
import { createWeakest } from './weakest.ts';

/** The seats' and caps' side of deferred acceptance: whom they hold for now. */
export type Holding = {
  /**
   * An applicant (by lottery standing) asks for a seat. Returns the standing of the applicant who is without
   * a seat afterwards: the asker when refused, the one displaced when there was one, −1 when there was room
   * for all.
   */
  offer(seat: number, score: number, standing: number): number;
  /** Whether an offer is known to be refused without being made. */
  isBarred(seat: number, score: number, standing: number): boolean;
};

/**
 * Empty seats and caps. Each seat keeps its holders in a heap with the weakest on top; caps know their
 * weakest holder through {@link createWeakest}. An offer fails or displaces at the innermost full place on
 * its way up.
 */
export function createHolding(market: Market): Holding {
  const { room, parent } = bindingCaps(market);
  const { seats } = market;
  const base = new Int32Array(seats + 1);
  for (let seat = 0; seat < seats; seat++) base[seat + 1] = base[seat]! + room[seat]!;
  const heapScore = new Float64Array(base[seats]!);
  const heapStanding = new Int32Array(base[seats]!);
  const count = new Int32Array(room.length);
  const weakest = createWeakest(parent, seats);
  // Whoever was once too weak for a seat stays too weak: the bar spares most later offers the way up.
  const barScore = new Float64Array(seats).fill(Number.NEGATIVE_INFINITY);
  const barStanding = new Int32Array(seats).fill(-1);

  /** Puts a key in at the hole, or above it where the heap's order asks for that. */
  const rise = (from: number, hole: number, score: number, standing: number): void => {
    let at = hole;
    while (at > 0) {
      const up = (at - 1) >> 1;
      const upScore = heapScore[from + up]!;
      if (upScore < score || (upScore === score && heapStanding[from + up]! < standing)) break;
      heapScore[from + at] = upScore;
      heapStanding[from + at] = heapStanding[from + up]!;
      at = up;
    }
    heapScore[from + at] = score;
    heapStanding[from + at] = standing;
  };

  /** Puts a key in at the top of a heap of `size`, or below it where the heap's order asks for that. */
  const sink = (from: number, size: number, score: number, standing: number): void => {
    let at = 0;
    for (let down = 1; down < size; down = 2 * at + 1) {
      let downScore = heapScore[from + down]!;
      if (down + 1 < size) {
        const other = heapScore[from + down + 1]!;
        const isWeaker = other === downScore && heapStanding[from + down + 1]! < heapStanding[from + down]!;
        if (other < downScore || isWeaker) {
          down++;
          downScore = other;
        }
      }
      if (downScore > score || (downScore === score && heapStanding[from + down]! > standing)) break;
      heapScore[from + at] = downScore;
      heapStanding[from + at] = heapStanding[from + down]!;
      at = down;
    }
    heapScore[from + at] = score;
    heapStanding[from + at] = standing;
  };

  const noteTop = (seat: number): void => {
    if (count[seat]! === 0) weakest.change(seat, Number.POSITIVE_INFINITY, -1);
    else weakest.change(seat, heapScore[base[seat]!]!, heapStanding[base[seat]!]!);
  };

  const add = (seat: number, score: number, standing: number): void => {
    rise(base[seat]!, count[seat]!, score, standing);
    for (let place = seat; place >= 0; place = parent[place]!) count[place]!++;
    noteTop(seat);
  };

  const removeTop = (seat: number): void => {
    const from = base[seat]!;
    const last = count[seat]! - 1;
    for (let place = seat; place >= 0; place = parent[place]!) count[place]!--;
    if (last > 0) sink(from, last, heapScore[from + last]!, heapStanding[from + last]!);
    noteTop(seat);
  };

  const raiseBar = (seat: number, score: number, standing: number): void => {
    barScore[seat] = score;
    barStanding[seat] = standing;
  };

  return {
    isBarred(seat, score, standing) {
      const bar = barScore[seat]!;
      return score < bar || (score === bar && standing < barStanding[seat]!);
    },
    offer(seat, score, standing) {
      let full = seat;
      while (full >= 0 && count[full]! < room[full]!) full = parent[full]!;
      if (full < 0) {
        add(seat, score, standing);
        return -1;
      }
      const lowScore = weakest.score[full]!;
      const lowStanding = weakest.standing[full]!;
      if (score < lowScore || (score === lowScore && standing < lowStanding)) {
        raiseBar(seat, lowScore, lowStanding);
        return standing;
      }
      if (full === seat) {
        sink(base[seat]!, count[seat]!, score, standing);
        noteTop(seat);
        raiseBar(seat, weakest.score[seat]!, weakest.standing[seat]!);
      } else {
        removeTop(weakest.seatOf(full));
        add(seat, score, standing);
      }
      return lowStanding;
    },
  };
}
