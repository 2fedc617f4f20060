import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { seatSide, seatTable } from './seating.ts';

test('everybody has one seat, the first sits in the centre, and seats have no gap', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 60 }),
      fc.constantFrom('far' as const, 'near' as const),
      (count, row) => {
        const guests = Array.from({ length: count }, (_, index) => index);
        const seats = seatSide(guests, row);
        assert.deepEqual(
          [...seats.map((seat) => seat.guest)].sort((a, b) => a - b),
          guests,
        );
        assert.equal(seats.find((seat) => seat.rank === 1)?.offset, 0);
        for (const [index, seat] of seats.entries()) {
          assert.equal(seat.offset, (seats[0]?.offset ?? 0) + index);
        }
      },
    ),
  );
});

test('of two people the higher never sits further out', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 60 }), (count) => {
      const seats = seatSide(
        Array.from({ length: count }, (_, index) => index),
        'far',
      );
      for (const a of seats) {
        for (const b of seats) {
          if (a.rank < b.rank) assert.ok(Math.abs(a.offset) <= Math.abs(b.offset));
        }
      }
    }),
  );
});

test('the second sits at the left hand of the first, on both sides of the table', () => {
  const { far, near } = seatTable(['h1', 'h2', 'h3'], ['v1', 'v2', 'v3', 'v4']);
  // Visitors face the viewer: their left is the viewer's right.
  assert.deepEqual(
    far.map((seat) => seat.guest),
    ['v3', 'v1', 'v2', 'v4'],
  );
  assert.deepEqual(
    near.map((seat) => seat.guest),
    ['h2', 'h1', 'h3'],
  );
});
