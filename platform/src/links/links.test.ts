import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import type { KernelTables } from '../db/index.ts';
import { newId, newSecret } from '../ids.ts';
import { asSystem } from '../operation/index.ts';
import { refusal, type TestKernel, testKernel } from '../testing/index.ts';
import { createLink, openLink, revokeLink } from './index.ts';
import { tokenOf, tokenParts } from './token.ts';

let kit: TestKernel;
before(async () => {
  kit = await testKernel([]);
});
after(() => kit.close());

const unknown = refusal('link.unknown');

function make(tenant: string, expiresAt: Date | null = null) {
  const link = { kind: 'feed', subjectId: newId(), enterpriseId: null, expiresAt, details: { of: 'me' } };
  return asSystem<KernelTables, { id: string; token: string }>(kit.kernel, tenant, (ctx) =>
    createLink(ctx, link),
  );
}

test('a token carries its home and secret, and nothing else passes for one', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.uuid(), fc.base64String({ maxLength: 90 }), (tenant, id, noise) => {
      const secret = newSecret();
      assert.deepEqual(tokenParts(tokenOf(tenant, id, secret)), { tenant, id, secret });
      assert.equal(tokenParts(noise.slice(0, 80)), null);
    }),
  );
});

test('a link opens what it was made for, once revoked never again', async () => {
  const tenant = newId();
  const { id, token } = await make(tenant);
  const opened = await openLink(kit.kernel, 'feed', token);
  assert.equal(opened.tenant, tenant);
  assert.deepEqual(opened.details, { of: 'me' });
  await assert.rejects(openLink(kit.kernel, 'signing', token), unknown);
  await asSystem<KernelTables, void>(kit.kernel, tenant, (ctx) => revokeLink(ctx, id));
  await assert.rejects(openLink(kit.kernel, 'feed', token), unknown);
});

test('an expired link, a foreign secret and another home are the same unknown link', async () => {
  const [tenant, other] = [newId(), newId()];
  const expired = await make(tenant, new Date(kit.kernel.clock.now().getTime() - 1));
  const good = await make(tenant);
  const parts = tokenParts(good.token);
  assert.ok(parts);
  await assert.rejects(openLink(kit.kernel, 'feed', expired.token), unknown);
  await assert.rejects(openLink(kit.kernel, 'feed', tokenOf(tenant, good.id, newSecret())), unknown);
  await assert.rejects(openLink(kit.kernel, 'feed', tokenOf(other, good.id, parts.secret)), unknown);
});
