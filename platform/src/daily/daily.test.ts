import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type TestKernel, testKernel } from '../testing/index.ts';
import { startDaily } from './index.ts';

let kit: TestKernel;
before(async () => {
  kit = await testKernel([]);
});
after(() => kit.close());

test('the work of a day is done once at the start; one that fails holds up no other', async () => {
  const done: string[] = [];
  const daily = startDaily(kit.kernel, [
    { name: 'broken', daily: async () => Promise.reject(new Error('no')) },
    { name: 'none' },
    { name: 'good', daily: async () => done.push('good') },
  ]);
  await daily.idle();
  await daily.stop();
  assert.deepEqual(done, ['good']);
});
