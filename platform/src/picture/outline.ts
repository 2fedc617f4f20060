/** A place on the picture in pixels. */
export type Point = readonly [x: number, y: number];

/** An affine map as SVG writes it: x′ = ax + cy + e, y′ = bx + dy + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

/** The map that does `inner` first, then `outer`. */
export function times(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [p, q, r, s, t, u] = inner;
  return [a * p + c * q, b * p + d * q, a * r + c * s, b * r + d * s, a * t + c * u + e, b * t + d * u + f];
}

const counts: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, Q: 4, C: 6, Z: 0 };

/** Commands of a path with their numbers; a command's numbers may be repeated. */
function* commandsOf(path: string): Generator<readonly [command: string, numbers: number[]]> {
  for (const [, command = '', rest = ''] of path.matchAll(/([a-zA-Z])([^a-zA-Z]*)/g)) {
    const numbers = (rest.match(/-?\d*\.?\d+(?:e-?\d+)?/g) ?? []).map(Number);
    const count = counts[command.toUpperCase()];
    if (count === undefined) throw new Error(`a path with a command that is not drawn: ${command}`);
    if (count === 0) yield [command, []];
    for (let at = 0; count > 0 && at + count <= numbers.length; at += count) {
      yield [command, numbers.slice(at, at + count)];
    }
  }
}

/** Points of a Bézier curve with its ends and one or two handles; its start is left out. */
function curve(points: readonly Point[]): Point[] {
  const reach = points.reduce(
    (sum, [x, y], at) => sum + Math.hypot(x - (points[at - 1]?.[0] ?? x), y - (points[at - 1]?.[1] ?? y)),
    0,
  );
  // A step of about two pixels is finer than the eye.
  const steps = Math.max(2, Math.min(64, Math.ceil(reach / 2)));
  return Array.from({ length: steps }, (_, index) => {
    const share = (index + 1) / steps;
    let left = [...points];
    while (left.length > 1) {
      left = left.slice(1).map(([x, y], at) => {
        const [fromX, fromY] = left[at] ?? [x, y];
        return [fromX + (x - fromX) * share, fromY + (y - fromY) * share];
      });
    }
    return left[0] ?? [0, 0];
  });
}

/** The closed polygons of an SVG path under a matrix; curves become short lines. */
export function outlineOf(path: string, [a, b, c, d, e, f]: Matrix): Point[][] {
  const polygons: Point[][] = [];
  const mapped = ([x, y]: Point): Point => [a * x + c * y + e, b * x + d * y + f];
  let [here, start]: Point[] = [
    [0, 0],
    [0, 0],
  ];
  for (const [command, numbers] of commandsOf(path)) {
    const kind = command.toUpperCase();
    const [x, y]: Point = here ?? [0, 0];
    const [originX, originY] = command === kind ? [0, 0] : [x, y];
    const points: Point[] = [];
    if (kind === 'H') points.push([originX + (numbers[0] ?? 0), y]);
    else if (kind === 'V') points.push([x, originY + (numbers[0] ?? 0)]);
    else {
      for (let at = 0; at + 1 < numbers.length; at += 2) {
        points.push([originX + (numbers[at] ?? 0), originY + (numbers[at + 1] ?? 0)]);
      }
    }
    if (kind === 'Z') here = start;
    else if (kind === 'M') {
      [here] = points;
      start = here;
      polygons.push(here === undefined ? [] : [mapped(here)]);
    } else {
      const isCurve = kind === 'Q' || kind === 'C';
      const drawn = isCurve ? curve([mapped([x, y]), ...points.map(mapped)]) : points.map(mapped);
      polygons.at(-1)?.push(...drawn);
      here = points.at(-1);
    }
  }
  return polygons.filter((polygon) => polygon.length > 2);
}
