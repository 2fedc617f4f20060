import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  generateRotationProblem,
  parseRotationProblem,
  type RotationProblem,
  type RotationProblemInput,
  scorePlan,
  solveRotation,
} from '@dualtrack/rotation';
import fc from 'fast-check';
import { type LearnerGroup, mergeGroups, splitGroups } from './group-learners.ts';

type Learner = RotationProblem['learners'][number];

function sound(problem: RotationProblemInput): RotationProblem {
  const parsed = parseRotationProblem(problem);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.problem;
}

/** Learners of a made-up problem that stand for several heads, as that many students with wishes of their own. */
function apart(seed: string, odd: (salt: number) => number) {
  const { problem, planted } = generateRotationProblem({
    ...{ seed, learners: 5, units: 4, sites: 2, periods: 14, longest: 3, largest: 3 },
    ...{ tightness: 0.6, minimums: 0.2, pools: 1, fairness: 1 },
  });
  const groups: LearnerGroup[] = [];
  const learners = problem.learners.flatMap((learner, at): Learner[] => {
    if (learner.size === 1) return [learner];
    const members = Array.from({ length: learner.size }, (_, one) => `${learner.id}-${one}`);
    groups.push({ id: learner.id, name: learner.id, members });
    return members.map((id, one) => ({
      ...{ ...learner, id, size: 1 },
      units: Object.fromEntries(
        Object.keys(learner.units).map((unit, n) => [unit, odd(at * 31 + one * 7 + n)]),
      ),
      sites: Object.fromEntries(
        problem.sites.slice(one % 2).map(({ id: site }, n) => [site, odd(one * 13 + n)]),
      ),
      away: learner.away.filter((_, n) => n % members.length === one),
      cannot: learner.cannot.filter((_, n) => n % members.length === one),
      weights: { unit: 1 + odd(one), site: 1 + odd(at), siteChange: -odd(one + 2), wait: -odd(one + 3) },
    }));
  });
  return { problem: { ...problem, learners, pins: [] }, groups, planted };
}

const anyCase = fc.record({ seed: fc.integer({ min: 0, max: 400 }), salt: fc.integer({ min: 1, max: 97 }) });

describe('groups that move together', () => {
  test('a programme scores for its group what it scores for the members on average', () => {
    fc.assert(
      fc.property(anyCase, fc.integer({ min: -2, max: 2 }), ({ seed, salt }, shift) => {
        const { problem, groups, planted } = apart(String(seed), (n) => ((n * salt) % 7) / 2);
        const merged = sound(mergeGroups(problem, groups).problem);
        // Also plans that break rules: some blocks stand elsewhere than planted.
        const learners = planted.map(({ learner: { id }, blocks }) => ({
          ...{ id, score: 0 },
          blocks: blocks.map((block, at) =>
            at === 1 ? { ...block, start: Math.max(0, block.start + shift) } : block,
          ),
        }));
        const whole = scorePlan(merged, { learners });
        const each = scorePlan(problem, splitGroups({ learners }, groups));
        const scoreOf = (id: string) => each.learners.find((one) => one.id === id)?.score ?? Number.NaN;
        for (const { id, members } of groups) {
          const mean = members.reduce((sum, one) => sum + scoreOf(one), 0) / members.length;
          const own = whole.learners.find((one) => one.id === id)?.score ?? Number.NaN;
          assert.ok(Math.abs(own - mean) < 1e-9, `${own} is not ${mean}`);
        }
        // The heads are the same, and a rule of one member is a rule of the group.
        const heads = (found: typeof whole) =>
          found.violations
            .filter(({ code }) => /over|under/.test(code))
            .map((one) => JSON.stringify(one))
            .sort();
        assert.deepEqual(heads(whole), heads(each));
        assert.equal(whole.violations.length === 0, each.violations.length === 0);
      }),
      { numRuns: 60 },
    );
  });

  test('a plan that is found for groups is a plan for all their members', async () => {
    for (const seed of ['one', 'two', 'three']) {
      const { problem, groups } = apart(seed, (n) => (n % 5) / 2);
      assert.ok(groups.length > 0);
      const merged = sound(mergeGroups(problem, groups).problem);
      const plan = await solveRotation(merged, { seconds: 5, seed, now: () => performance.now() / 1_000 });
      assert.ok(plan.score !== null);
      assert.deepEqual(scorePlan(problem, splitGroups(plan, groups)).violations, []);
    }
  });

  test('pins of one member bind the group; where members are kept apart, both are named', () => {
    const { problem, groups } = apart('one', () => 1);
    const [group] = groups;
    const [unit] = problem.units;
    assert.ok(group && unit);
    const [first = '', second = ''] = group.members;
    const pin = { learner: first, unit: unit.id, site: 's1', start: 0 };
    const one = mergeGroups({ ...problem, pins: [pin] }, groups);
    assert.deepEqual(one.problem.pins, [{ ...pin, learner: group.id }]);
    assert.deepEqual(one.clashes, []);
    const both = mergeGroups({ ...problem, pins: [pin, { ...pin, learner: second }] }, groups);
    assert.deepEqual([both.problem.pins?.length, both.clashes], [1, []]);
    const clash = mergeGroups({ ...problem, pins: [pin, { ...pin, learner: second, start: 4 }] }, groups);
    assert.deepEqual(clash.clashes, [{ group, unit: unit.id, learners: [first, second] }]);
  });

  test('a group whose members take different units is left apart', () => {
    const { problem, groups } = apart('one', () => 1);
    const [group] = groups;
    assert.ok(group);
    const learners = problem.learners.map((learner) =>
      learner.id === group.members[0] ? { ...learner, take: { ...learner.take, rest: 1 } } : learner,
    );
    const merged = mergeGroups({ ...problem, learners }, groups);
    assert.deepEqual(
      merged.groups,
      groups.filter((one) => one !== group),
    );
    assert.ok(merged.problem.learners.some(({ id }) => id === group.members[0]));
  });
});
