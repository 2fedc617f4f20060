/** Whom every seat holds: a heap a seat in one flat stretch of memory, the weakest on top. */
export type SeatHeaps = {
  /** By seat: heads held. */
  readonly count: Int32Array;
  /** Where a seat's top stands in `score` and `standing`; meaningless while nobody is held. */
  readonly base: Int32Array;
  readonly score: Float64Array;
  readonly standing: Int32Array;
  /** Puts in one more; there must be room. */
  add(seat: number, score: number, standing: number): void;
  /** Takes out the weakest. */
  removeTop(seat: number): void;
  /** Puts in somebody stronger for the weakest. */
  replaceTop(seat: number, score: number, standing: number): void;
};

/** Empty heaps for so many heads a seat. */
export function createSeatHeaps(room: Int32Array, seats: number): SeatHeaps {
  const base = new Int32Array(seats + 1);
  for (let seat = 0; seat < seats; seat++) base[seat + 1] = base[seat]! + room[seat]!;
  const heapScore = new Float64Array(base[seats]!);
  const heapStanding = new Int32Array(base[seats]!);
  const count = new Int32Array(seats);

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

  return {
    count,
    base,
    score: heapScore,
    standing: heapStanding,
    add(seat, score, standing) {
      const from = base[seat]!;
      let at = count[seat]!++;
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
    },
    removeTop(seat) {
      const from = base[seat]!;
      const last = --count[seat]!;
      if (last > 0) sink(from, last, heapScore[from + last]!, heapStanding[from + last]!);
    },
    replaceTop(seat, score, standing) {
      sink(base[seat]!, count[seat]!, score, standing);
    },
  };
}
