import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Actor } from '../access/index.ts';
import { createActorCache } from './actor-cache.ts';

const actor: Actor = {
  personId: 'p',
  name: 'n',
  membershipId: 'm',
  role: 'teacher',
  tenant: 't',
  kind: 'school',
  homes: [],
  subjectId: null,
};

test('a word is looked up once in two seconds, and again after a write', async () => {
  let lookups = 0;
  const cache = createActorCache(async () => {
    lookups += 1;
    return actor;
  });
  await cache.actorOf('w', 0);
  await cache.actorOf('w', 1_999);
  assert.equal(lookups, 1);
  await cache.actorOf('w', 2_000);
  assert.equal(lookups, 2);
  cache.forgetAll();
  await cache.actorOf('w', 2_001);
  assert.equal(lookups, 3);
});

test('nobody is not remembered', async () => {
  const answers = [null, actor];
  const cache = createActorCache(async () => answers.shift() ?? null);
  assert.equal(await cache.actorOf('w', 0), null);
  assert.equal(await cache.actorOf('w', 0), actor);
});

test('what was read before a write ended is not kept after it', async () => {
  let release = (_: Actor | null) => {};
  const gates = [new Promise<Actor | null>((resolve) => (release = resolve)), Promise.resolve(null)];
  const cache = createActorCache(() => gates.shift() ?? Promise.resolve(null));
  const early = cache.actorOf('w', 0);
  cache.forgetAll();
  release(actor);
  assert.equal(await early, actor);
  assert.equal(await cache.actorOf('w', 1), null);
});
