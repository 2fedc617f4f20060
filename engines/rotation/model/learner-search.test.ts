import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Block } from '../format/plan-format.ts';
import type { RotationProblem } from '../format/problem-format.ts';
import { type Random, randomFrom } from '../random.ts';
import { scorePlan } from '../score-plan.ts';
import { columnOf } from '../search/column.ts';
import { programmesOf } from '../testing/brute-force.ts';
import { tinyProblem } from '../testing/tiny-problem.ts';
import { withoutMinima } from '../testing/without-minima.ts';
import { compileModel } from './compile-model.ts';
import { enumeratePaths } from './enumerate-paths.ts';
import { fillGains, type LearnerSearch, prepareSearch, searchBest } from './learner-search.ts';
import { rememberNothing } from './penalised-search.ts';
import { emptyTable, fillValueToGo, type Gains } from './value-to-go.ts';

const noGains = (): Gains => ({ block: new Float64Array(0), siteChange: 0, wait: 0 });

/** A charge for every cell, and the same as sums over periods. */
function randomCharges(
  problem: RotationProblem,
  random: Random,
): { charges: number[][]; sums: Float64Array } {
  const charges = problem.places.map(() =>
    Array.from({ length: problem.periods }, () => random.below(9) - 3),
  );
  const sums = charges.flatMap((row) =>
    [0, ...row].map((_, t) => row.slice(0, t).reduce((sum, n) => sum + n, 0)),
  );
  return { charges, sums: Float64Array.from(sums) };
}

function worthOf(
  problem: RotationProblem,
  id: string,
  blocks: Block[],
  scale: number,
  charges: number[][],
): number {
  const learner = problem.learners.find((l) => l.id === id)!;
  const { learners } = scorePlan({ ...problem, learners: [learner] }, { learners: [{ id, blocks }] });
  let value = scale * learners[0]!.score;
  for (const { unit, site, start } of blocks) {
    const place = problem.places.findIndex((p) => p.unit === unit && p.site === site);
    const length = problem.units.find((u) => u.id === unit)!.length;
    for (let t = start; t < start + length; t++) value -= learner.size * charges[place]![t]!;
  }
  return value;
}

/** All programmes that the places are wide enough for. */
function reachable(problem: RotationProblem, index: number): Block[][] {
  const learner = problem.learners[index]!;
  const alone = { ...withoutMinima(problem), learners: [learner], pins: [] };
  return programmesOf(problem, learner).filter(
    (blocks) => !scorePlan(alone, { learners: [{ id: learner.id, blocks }] }).violations.length,
  );
}

for (const [name, rememberAll] of [
  ['remembering every unit', 14],
  ['remembering only what it must', -1],
] as const) {
  test(`${name}, the search finds the best of all programmes, and lists all that are good enough`, () => {
    let refined = 0;
    for (let seed = 0; seed < 150; seed++) {
      const problem = tinyProblem(String(seed), seed % 2 === 0);
      const random = randomFrom(String(seed));
      const model = compileModel(problem);
      for (const learner of model.learners) {
        const { charges, sums } = randomCharges(problem, random);
        const scale = 1 + random.real();
        const id = problem.learners[learner.index]!.id;
        const values = reachable(problem, learner.index).map((b) => worthOf(problem, id, b, scale, charges));
        const search = prepareSearch(model, learner, rememberAll);
        const before = search.space;
        const gains = noGains();
        const table = emptyTable();
        fillGains(model, learner, sums, scale, gains);
        const { value, path } = searchBest(search, model.periods, gains, table);
        const best = Math.max(-Infinity, ...values);
        assert.ok(value === best || Math.abs(value - best) < 1e-9, `seed ${seed}: ${value} against ${best}`);
        assert.equal(path === null, best === -Infinity);
        if (search.space !== before) refined++;
        if (best === -Infinity) continue;
        fillValueToGo(learner, search.space, gains, table);
        let listed = 0;
        enumeratePaths(learner, search.space, gains, table, best - 4 - 1e-9, (_, isProgramme) => {
          if (isProgramme) listed++;
          return true;
        });
        assert.equal(listed, values.filter((v) => v >= best - 4 - 1e-9).length, `seed ${seed}`);
      }
    }
    assert.ok(refined > (rememberAll < 0 ? 30 : 0), `${refined} refined`);
  });
}

test('paying penalties, the search names a programme, and no programme is worth more than its bound', () => {
  let exact = 0;
  let searched = 0;
  for (let seed = 0; seed < 150; seed++) {
    const problem = tinyProblem(String(seed), seed % 2 === 0);
    const random = randomFrom(String(seed));
    const model = compileModel(problem);
    for (const learner of model.learners) {
      const { charges, sums } = randomCharges(problem, random);
      const id = problem.learners[learner.index]!.id;
      const values = reachable(problem, learner.index).map((b) => worthOf(problem, id, b, 1, charges));
      const search: LearnerSearch = {
        ...prepareSearch(model, learner, -1),
        memory: rememberNothing(learner),
      };
      const gains = noGains();
      fillGains(model, learner, sums, 1, gains);
      const best = Math.max(-Infinity, ...values);
      // The second search begins with the penalties of the first.
      for (let round = 0; round < 2; round++) {
        const { value, path } = searchBest(search, model.periods, gains, emptyTable());
        assert.ok(value >= best - 1e-9, `seed ${seed}: ${value} under ${best}`);
        assert.equal(path === null, best === -Infinity, `seed ${seed}`);
        if (path === null) continue;
        const { score, cells } = columnOf(model, learner, path);
        const paid = [...cells].reduce((sum, cell) => sum + chargeAt(problem, charges, cell), 0);
        const worth = score - learner.size * paid;
        assert.ok(
          values.some((one) => Math.abs(one - worth) < 1e-9),
          `seed ${seed}: no programme is worth ${worth}`,
        );
        searched++;
        if (worth > best - 1e-9) exact++;
      }
    }
  }
  assert.ok(exact > searched * 0.95 && searched > 200, `${exact} of ${searched}`);
});

/** What a cell costs; pools cost nothing here. */
function chargeAt(problem: RotationProblem, charges: number[][], cell: number): number {
  return charges[Math.floor(cell / problem.periods)]?.[cell % problem.periods] ?? 0;
}
