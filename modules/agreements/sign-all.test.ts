import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { signAll } from './sign-all.ts';

type Answer = 'ok' | { code: string; status: number };

/** Signs papers of which each answers as it is told; gives the outcomes, the papers asked and the steps reported. */
async function signed(answers: readonly Answer[], stopAfter = Number.POSITIVE_INFINITY) {
  const asked: number[] = [];
  const steps: number[] = [];
  const results = await signAll([...answers.keys()], {
    sign: async (index) => {
      asked.push(index);
      const answer = answers[index];
      if (answer !== undefined && answer !== 'ok') throw new Error(JSON.stringify(answer));
    },
    problemOf: (error): { code: string; status: number } =>
      JSON.parse(error instanceof Error ? error.message : ''),
    isStopped: () => asked.length >= stopAfter,
    onEach: (done) => steps.push(done),
  });
  return { outcomes: results.map((one) => one.outcome), results, asked, steps };
}

describe('signing many papers', () => {
  test('a paper that cannot be signed keeps nobody from the next', async () => {
    const changed = { code: 'signing.digest-differs', status: 409 };
    const { outcomes, results, steps } = await signed(['ok', changed, 'ok']);
    assert.deepEqual(outcomes, ['signed', 'failed', 'signed']);
    assert.deepEqual(results[1], { outcome: 'failed', problem: changed });
    assert.deepEqual(steps, [1, 2, 3]);
  });

  test('what is signed already is no failure', async () => {
    const { outcomes } = await signed([{ code: 'signing.already-signed', status: 409 }, 'ok']);
    assert.deepEqual(outcomes, ['already', 'signed']);
  });

  for (const [code, status] of [
    ['signing.secret-wrong', 403],
    ['signing.secret-locked', 429],
    ['session.required', 401],
    ['signing.timestamp-refused', 503],
    ['defect.unreachable', 0],
  ] as const) {
    test(`${code} ends the work: no further paper is tried`, async () => {
      const { outcomes, asked } = await signed(['ok', { code, status }, 'ok', 'ok']);
      assert.deepEqual(outcomes, ['signed', 'failed', 'left', 'left']);
      assert.deepEqual(asked, [0, 1]);
    });
  }

  test('whoever stops it leaves the rest untouched', async () => {
    const { outcomes, asked } = await signed(['ok', 'ok', 'ok'], 1);
    assert.deepEqual(outcomes, ['signed', 'left', 'left']);
    assert.deepEqual(asked, [0]);
  });
});
