import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { PlanDetail } from '../contract.ts';
import { weekAfter } from '../week.ts';
import { noMentor, planGrid } from './plan-grid.ts';

const firstWeek = '2027-03-01';
const weeks = 12;

/** A plan of which only what the grid reads is filled in. */
function planOf(spans: readonly (readonly [number, number, number, number])[]): PlanDetail {
  const kinds = ['school', 'enterprise', 'holiday'] as const;
  const part = {
    ...{ firstWeek, weeks },
    calendar: Array.from({ length: weeks }, (_, at) => ({
      ...{ weekStart: weekAfter(firstWeek, at), note: '' },
      kind: kinds[at % 3] ?? 'school',
    })),
    learners: [0, 1, 2].map((id) => ({ placementId: `p${id}` })),
    stations: [0, 1].map((id) => ({ id: `s${id}` })),
    blocks: spans.map(([learner, station, from, length], at) => ({
      ...{ id: `b${at}`, placementId: `p${learner}`, stationId: `s${station}` },
      ...{ firstWeek: weekAfter(firstWeek, from), weeks: Math.min(length, weeks - from) },
    })),
  };
  // The rest of a plan is not read here.
  return part as unknown as PlanDetail;
}

const span = fc.tuple(
  fc.nat({ max: 2 }),
  fc.nat({ max: 1 }),
  fc.nat({ max: weeks - 1 }),
  fc.integer({ min: 1, max: 4 }),
);

test('rows fill all weeks without a gap, and every block stands once where it belongs', () => {
  fc.assert(
    fc.property(fc.array(span, { maxLength: 14 }), fc.boolean(), (spans, isByStudent) => {
      const plan = planOf(spans);
      const rows = planGrid(plan, isByStudent ? 'student' : 'station');
      const seen: string[] = [];
      for (const row of rows) {
        let at = 0;
        for (const stretch of row.stretches) {
          assert.equal(stretch.from, at);
          at += stretch.length;
          if (stretch.block === undefined) {
            for (let week = stretch.from; week < at; week += 1)
              assert.equal(plan.calendar[week]?.kind, stretch.kind);
            continue;
          }
          seen.push(stretch.block.id);
          assert.equal(weekAfter(firstWeek, stretch.from), stretch.block.firstWeek);
          assert.equal(isByStudent ? stretch.block.placementId : stretch.block.stationId, row.id);
        }
        assert.equal(at, weeks);
      }
      assert.deepEqual(seen.sort(), plan.blocks.map((block) => block.id).sort());
      assert.equal(new Set(rows.map((row) => row.id)).size, isByStudent ? 3 : 2);
    }),
  );
});

test('mentors have as many rows as students at once; who was withdrawn and blocks without a mentor have theirs', () => {
  const plan = planOf([
    [0, 0, 0, 3],
    [1, 0, 1, 3],
    [2, 0, 4, 2],
    [0, 1, 6, 2],
  ]);
  const mentors = ['m', 'm', 'gone', null];
  const rows = planGrid(
    {
      ...plan,
      mentors: [
        { id: 'm', name: '马师傅', unitIds: [], weekRoom: [] },
        { id: 'idle', name: '牛师傅', unitIds: [], weekRoom: [] },
      ],
      blocks: plan.blocks.map((block, at) => ({ ...block, mentorId: mentors[at] ?? null })),
    },
    'mentor',
  );
  assert.deepEqual(
    rows.map((row) => [row.id, row.place, row.stretches.flatMap(({ block }) => block?.id ?? [])]),
    [
      ['m', 0, ['b0']],
      ['m', 1, ['b1']],
      ['idle', 0, []],
      ['gone', 0, ['b2']],
      [noMentor, 0, ['b3']],
    ],
  );
});
