import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addToCurve, type CurvePoint, drawCurve } from './gap-curve.ts';

const rising = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 50 })), { maxLength: 400 })
  .map((steps) => {
    let [score, bound, seconds] = [0, 5_000, 0];
    return steps.map(([up, down]): CurvePoint => {
      score += up;
      bound -= down;
      seconds += 0.25;
      return { seconds, score, bound };
    });
  });

test('a course keeps its first and last values, its order and a bounded length', () => {
  fc.assert(
    fc.property(rising, (points) => {
      const curve = points.reduce<CurvePoint[]>((all, point) => addToCurve(all, point), []);
      assert.ok(curve.length <= 80);
      const [first, last] = [points[0], points.at(-1)];
      if (first === undefined || last === undefined) return;
      assert.deepEqual(curve[0], first);
      assert.deepEqual([curve.at(-1)?.score, curve.at(-1)?.bound], [last.score, last.bound]);
      assert.deepEqual(
        curve.map((one) => one.seconds),
        curve.map((one) => one.seconds).sort((a, b) => a - b),
      );
    }),
  );
});

test('the drawing stays in its box, and the bound never lies under the score', () => {
  fc.assert(
    fc.property(rising, fc.double({ min: 0, max: 500, noNaN: true }), (points, until) => {
      // No score above the bound, as a search promises.
      const sound = points.filter((one) => (one.score ?? 0) <= (one.bound ?? 0));
      const drawn = drawCurve(sound, until, { width: 300, height: 100 });
      if (sound.length === 0) return assert.equal(drawn, null);
      assert.ok(drawn);
      for (const { x, y } of [...drawn.score, ...drawn.bound]) {
        assert.ok(x >= -1e-6 && x <= 300 + 1e-6 && y >= -1e-6 && y <= 100 + 1e-6, `${x}, ${y}`);
      }
      const [score, bound] = [drawn.score.at(-1), drawn.bound.at(-1)];
      assert.ok(score && bound && bound.y <= score.y + 1e-6);
      assert.equal(Math.round(score.x), 300);
    }),
  );
});

test('before a first plan there is nothing to draw', () => {
  assert.equal(drawCurve([{ seconds: 1, score: null, bound: 9 }], 5, { width: 10, height: 10 }), null);
});
