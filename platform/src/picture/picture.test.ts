import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { drawSvg } from './draw-svg.ts';
import { type Drawing, fillOutline, newDrawing } from './fill-outline.ts';
import { type Matrix, outlineOf, type Point, times } from './outline.ts';
import { writePng } from './png.ts';

const point = fc.tuple(
  fc.double({ min: -3, max: 15, noNaN: true }),
  fc.double({ min: -3, max: 15, noNaN: true }),
);

/** Whether a place lies inside a triangle, by the side of each edge on which it lies. */
function isInside([a, b, c]: readonly [Point, Point, Point], [x, y]: Point): boolean {
  const side = (from: Point, to: Point) =>
    (to[0] - from[0]) * (y - from[1]) - (to[1] - from[1]) * (x - from[0]) > 0;
  return side(a, b) === side(b, c) && side(b, c) === side(c, a);
}

const pixel = (drawing: Drawing, x: number, y: number) => drawing.pixels[(y * drawing.width + x) * 3] ?? -1;

test('each pixel is as dark as the share of it that lies inside, also where a shape leaves the picture', () => {
  const grid = 12;
  fc.assert(
    fc.property(fc.tuple(point, point, point), (triangle) => {
      const drawing = newDrawing(12, 12);
      fillOutline(drawing, [triangle], [0, 0, 0]);
      for (let y = 0; y < 12; y += 1) {
        for (let x = 0; x < 12; x += 1) {
          let inside = 0;
          for (let at = 0; at < grid * grid; at += 1) {
            const place: Point = [x + ((at % grid) + 0.5) / grid, y + (Math.floor(at / grid) + 0.5) / grid];
            if (isInside(triangle, place)) inside += 1;
          }
          const expected = 255 * (1 - inside / grid ** 2);
          // Samples of a pixel that an edge crosses are off by about one row or column of them.
          assert.ok(Math.abs(pixel(drawing, x, y) - expected) < 255 * (2.5 / grid), `${x} ${y}`);
        }
      }
    }),
    { numRuns: 60 },
  );
});

test('a hole whose edge runs the other way stays open', () => {
  const drawing = newDrawing(10, 10);
  fillOutline(drawing, outlineOf('M 1 1h 8v 8h -8Z M 3 3v 4h 4v -4Z', [1, 0, 0, 1, 0, 0]), [10, 20, 30]);
  assert.deepEqual([...drawing.pixels.subarray((2 * 10 + 2) * 3, (2 * 10 + 2) * 3 + 3)], [10, 20, 30]);
  assert.equal(pixel(drawing, 5, 5), 255);
  assert.equal(pixel(drawing, 0, 0), 255);
});

test('curves end where they say, and a path may name its points from the last one or from the corner', () => {
  const still: Matrix = [1, 0, 0, 1, 0, 0];
  const [far] = outlineOf('M 1 1 L 5 1 Q 9 1 9 5 C 9 9 5 9 1 9 Z', still);
  const [near] = outlineOf('m 1 1 h 4 q 4 0 4 4 c 0 4 -4 4 -8 4 z', still);
  assert.deepEqual(near, far);
  assert.deepEqual(far?.at(-1), [1, 9]);
});

test('maps one after the other are one map', () => {
  const number = fc.integer({ min: -9, max: 9 });
  const matrix: fc.Arbitrary<Matrix> = fc.tuple(number, number, number, number, number, number);
  fc.assert(
    fc.property(matrix, matrix, (outer, inner) => {
      const path = 'M 0 0 L 3 1 L 1 4 Z';
      const [once] = outlineOf(path, times(outer, inner));
      const [first] = outlineOf(path, inner);
      const back = `M ${first?.map((one) => one.join(' ')).join(' L ')} Z`;
      assert.deepEqual(once, outlineOf(back, outer)[0]);
    }),
  );
});

test('what is not drawn is an error, never left out', () => {
  const size = { width: 4, height: 4, scale: 1 };
  const svg = (inner: string) => `<svg viewBox="0 0 4 4"><g>${inner}</g></svg>`;
  assert.ok(drawSvg(svg('<path fill="#000000" d="M 0 0v 4h 4Z"/>'), size));
  for (const inner of [
    '<image x="0"/>',
    '<path stroke="#000000" d="M 0 0v 4"/>',
    '<path fill="url(#a)" d="M 0 0v 4h 4Z"/>',
    '<g transform="rotate(3)"></g>',
    '<use xlink:href="#nobody"/>',
  ]) {
    assert.throws(() => drawSvg(svg(inner), size), inner);
  }
});

test('a PNG read back row by row holds the same pixels', () => {
  const drawing = newDrawing(7, 5);
  for (const [at] of drawing.pixels.entries()) drawing.pixels[at] = (at * 37) % 251;
  const file = Buffer.from(writePng(drawing));
  assert.equal(file.subarray(1, 4).toString('latin1'), 'PNG');
  assert.deepEqual([file.readUInt32BE(16), file.readUInt32BE(20)], [7, 5]);
  const length = file.readUInt32BE(33);
  const rows = inflateSync(file.subarray(41, 41 + length));
  const back = new Uint8Array(7 * 5 * 3);
  for (let y = 0; y < 5; y += 1) {
    for (let x = 0; x < 21; x += 1) {
      back[y * 21 + x] = (rows[y * 22 + 1 + x] ?? 0) + (y === 0 ? 0 : (back[(y - 1) * 21 + x] ?? 0));
    }
  }
  assert.deepEqual(back, drawing.pixels);
});
