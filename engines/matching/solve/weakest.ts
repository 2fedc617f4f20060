/** The weakest holder of every place: seats report theirs, caps follow. */
export type Weakest = {
  /** By place: score of the weakest holder, infinite when nobody is held. */
  readonly score: Float64Array;
  /** By place: lottery standing of the weakest holder, −1 when nobody is held. */
  readonly standing: Int32Array;
  /** A seat has another weakest holder. */
  change(seat: number, score: number, standing: number): void;
  /** The seat at which the weakest holder of a place sits. */
  seatOf(place: number): number;
};

/** Where the members of each cap stand in one flat array, and the place of each in its cap's stretch. */
function stretches(parent: Int32Array): { base: Int32Array; member: Int32Array; position: Int32Array } {
  const base = new Int32Array(parent.length + 1);
  for (const above of parent) if (above >= 0) base[above + 1]!++;
  for (let place = 0; place < parent.length; place++) base[place + 1]! += base[place]!;
  const member = new Int32Array(base[parent.length]!);
  const position = new Int32Array(parent.length);
  const next = base.slice();
  for (let place = 0; place < parent.length; place++) {
    const above = parent[place]!;
    if (above < 0) continue;
    position[place] = next[above]! - base[above]!;
    member[next[above]!++] = place;
  }
  return { base, member, position };
}

/**
 * Nobody held yet. Each cap keeps its members (seats or caps) in a heap by their own weakest holder, so a
 * change costs a few steps per level and stops where a cap's weakest stays the same.
 */
export function createWeakest(parent: Int32Array, seats: number): Weakest {
  const score = new Float64Array(parent.length).fill(Number.POSITIVE_INFINITY);
  const standing = new Int32Array(parent.length).fill(-1);
  const { base, member, position } = stretches(parent);

  const isWeaker = (one: number, other: number): boolean => {
    const difference = score[one]! - score[other]!;
    return difference < 0 || (score[one] === score[other] && standing[one]! < standing[other]!);
  };

  const put = (from: number, at: number, place: number): void => {
    member[from + at] = place;
    position[place] = at;
  };

  /** Brings a member whose weakest holder changed back to its place in its cap's heap. */
  const settle = (place: number, cap: number): void => {
    const from = base[cap]!;
    const size = base[cap + 1]! - from;
    let at = position[place]!;
    while (at > 0) {
      const up = member[from + ((at - 1) >> 1)]!;
      if (!isWeaker(place, up)) break;
      put(from, at, up);
      at = (at - 1) >> 1;
    }
    for (let down = 2 * at + 1; down < size; down = 2 * at + 1) {
      if (down + 1 < size && isWeaker(member[from + down + 1]!, member[from + down]!)) down++;
      if (!isWeaker(member[from + down]!, place)) break;
      put(from, at, member[from + down]!);
      at = down;
    }
    put(from, at, place);
  };

  return {
    score,
    standing,
    change(seat, newScore, newStanding) {
      score[seat] = newScore;
      standing[seat] = newStanding;
      let place = seat;
      for (let cap = parent[place]!; cap >= 0; cap = parent[place]!) {
        settle(place, cap);
        const top = member[base[cap]!]!;
        if (score[cap] === score[top] && standing[cap] === standing[top]) return;
        score[cap] = score[top]!;
        standing[cap] = standing[top]!;
        place = cap;
      }
    },
    seatOf(place) {
      let found = place;
      while (found >= seats) found = member[base[found]!]!;
      return found;
    },
  };
}
