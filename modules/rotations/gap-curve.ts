/** How far a search was after so many seconds; null: nothing found, or nothing proven yet. */
export type CurvePoint = { seconds: number; score: number | null; bound: number | null };

const mostPoints = 80;

/**
 * Adds a moment to the course of a search. A moment that is like the one before adds nothing; of too many every second
 * one goes, first and last stay, so that a long search is as light as a short one.
 */
export function addToCurve(curve: readonly CurvePoint[], point: CurvePoint): CurvePoint[] {
  const last = curve.at(-1);
  if (last !== undefined && last.score === point.score && last.bound === point.bound) return [...curve];
  const longer = [...curve, point];
  if (longer.length <= mostPoints) return longer;
  return longer.filter((_, at) => at === 0 || at % 2 === 1 || at === longer.length - 1);
}

/** A corner of a drawn step line, in the units of the drawing. */
export type Corner = { x: number; y: number };

/** A course as two step lines in a box; null where there is nothing to draw yet. */
export type DrawnCurve = {
  score: Corner[];
  bound: Corner[];
  /** Lowest and highest value of the scale, and its seconds. */
  low: number;
  high: number;
  seconds: number;
};

/**
 * Lays a course into a box of `width` × `height` with y downwards. Each value lasts until the next and to the end at
 * `until` seconds. The scale leaves out what is found in the first moments where it would flatten all that follows.
 */
export function drawCurve(
  curve: readonly CurvePoint[],
  until: number,
  box: { width: number; height: number },
): DrawnCurve | null {
  const scores = curve.flatMap(({ score }) => (score === null ? [] : [score]));
  const bounds = curve.flatMap(({ bound }) => (bound === null ? [] : [bound]));
  const best = scores.at(-1);
  if (best === undefined) return null;
  const values = [...scores, ...bounds];
  const high = bounds.at(-1) === undefined ? Math.max(...values) : Math.max(...bounds, best);
  const spread = Math.max(high - Math.min(...scores), Math.abs(best) * 1e-3, 1e-6);
  const low = high - spread * 1.15;
  const top = high + spread * 0.1;
  const seconds = Math.max(until, curve.at(-1)?.seconds ?? 0, 0.1);
  const line = (of: 'score' | 'bound'): Corner[] => {
    const known = curve.flatMap((point) =>
      point[of] === null ? [] : [{ at: point.seconds, value: point[of] }],
    );
    const y = (value: number) => ((top - value) / (top - low)) * box.height;
    const x = (at: number) => (at / seconds) * box.width;
    return known.flatMap(({ at, value }, index) => [
      { x: x(at), y: y(value) },
      { x: x(known[index + 1]?.at ?? seconds), y: y(value) },
    ]);
  };
  return { score: line('score'), bound: line('bound'), low, high: top, seconds };
}
