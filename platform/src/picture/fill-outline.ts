import type { Point } from './outline.ts';

/** Red, green and blue, 0 to 255. */
export type Colour = readonly [red: number, green: number, blue: number];

/** An opaque picture: three bytes a pixel, row by row from above. */
export type Drawing = { width: number; height: number; pixels: Uint8Array };

/** A white picture. */
export function newDrawing(width: number, height: number): Drawing {
  return { width, height, pixels: new Uint8Array(width * height * 3).fill(255) };
}

/** Signed cover of each pixel by the strip at the right of the edges met so far; summed along a row it is the cover. */
type Cover = { left: number; top: number; width: number; height: number; cells: Float64Array };

function coverFor(outline: readonly (readonly Point[])[]): Cover | null {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of outline.flat()) {
    left = Math.min(left, Math.floor(x));
    top = Math.min(top, Math.floor(y));
    right = Math.max(right, Math.ceil(x));
    bottom = Math.max(bottom, Math.ceil(y));
  }
  if (!(right > left && bottom > top)) return null;
  // Two more columns, because an edge also writes into the cell at its right.
  const [width, height] = [right - left + 2, bottom - top];
  return { left, top, width, height, cells: new Float64Array(width * height) };
}

/** Adds one edge: in each row it crosses, its height is shared among the cells at its right by how much of them it covers. */
function addEdge(cover: Cover, from: Point, to: Point): void {
  if (from[1] === to[1]) return;
  const direction = from[1] < to[1] ? 1 : -1;
  const [upper, lower] = direction === 1 ? [from, to] : [to, from];
  const slope = (lower[0] - upper[0]) / (lower[1] - upper[1]);
  const [x0, y0] = [upper[0] - cover.left, upper[1] - cover.top];
  const y1 = lower[1] - cover.top;
  for (let row = Math.floor(y0); row < Math.ceil(y1); row += 1) {
    const [begin, end] = [Math.max(row, y0), Math.min(row + 1, y1)];
    const [a, b] = [x0 + (begin - y0) * slope, x0 + (end - y0) * slope];
    addSpan(cover, row, Math.min(a, b), Math.max(a, b), (end - begin) * direction);
  }
}

/** How much of everything left of `x` a line from `left` to `right` leaves open: the integral of its reach. */
function openTo(x: number, left: number, right: number): number {
  if (x <= left) return 0;
  if (x >= right) return x - (left + right) / 2;
  return (x - left) ** 2 / (2 * (right - left));
}

function addSpan(cover: Cover, row: number, left: number, right: number, height: number): void {
  const base = row * cover.width;
  let before = 0;
  for (let cell = Math.floor(left); cell <= Math.floor(right) + 1; cell += 1) {
    // Of this cell, the part at the right of the edge; the cells before it have had theirs.
    const part = openTo(cell + 1, left, right) - openTo(cell, left, right);
    const at = base + cell;
    if (cell < cover.width) cover.cells[at] = (cover.cells[at] ?? 0) + height * (part - before);
    before = part;
  }
}

/** Fills polygons in one colour, edges smoothed by the share of each pixel that lies inside; the winding is not zero. */
export function fillOutline(drawing: Drawing, outline: readonly (readonly Point[])[], colour: Colour): void {
  const cover = coverFor(outline);
  if (cover === null) return;
  for (const polygon of outline) {
    for (const [at, point] of polygon.entries()) {
      const next = polygon[(at + 1) % polygon.length];
      if (next !== undefined) addEdge(cover, point, next);
    }
  }
  for (let row = 0; row < cover.height; row += 1) {
    const y = cover.top + row;
    if (y < 0 || y >= drawing.height) continue;
    let sum = 0;
    for (let cell = 0; cell < cover.width; cell += 1) {
      sum += cover.cells[row * cover.width + cell] ?? 0;
      const share = Math.min(1, Math.abs(sum));
      const x = cover.left + cell;
      if (share > 0.002 && x >= 0 && x < drawing.width) blend(drawing, x, y, colour, share);
    }
  }
}

function blend(drawing: Drawing, x: number, y: number, colour: Colour, share: number): void {
  const at = (y * drawing.width + x) * 3;
  for (const [part, value] of colour.entries()) {
    const under = drawing.pixels[at + part] ?? 255;
    drawing.pixels[at + part] = Math.round(under + (value - under) * share);
  }
}
