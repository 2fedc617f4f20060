import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { closePdf } from '@dualtrack/platform/pdf';
import pg from 'pg';
import { copyAgreement } from '../testing/copy-agreement.ts';
import { type TestPair, testPair } from '../testing/test-pair.ts';
import { verifyKept } from './documents.ts';
import { signAgreement } from './sign-agreement.ts';

// Rounds of the build; the figure of a release is taken with 500 (DUALTRACK_ROUNDS).
const rounds = Number(process.env['DUALTRACK_ROUNDS'] ?? 10);
let pair: TestPair;
let admin: pg.Client;
before(async () => {
  pair = await testPair();
  admin = new pg.Client({ connectionString: pair.kit.adminUrl });
  await admin.connect();
});
after(async () => {
  await closePdf();
  await admin.end();
  await pair.kit.close();
});

test('two sign at the same instant, round after round: both count, in one file, and the seal comes last', async (t) => {
  const { kit, office, hr } = pair;
  const { id: first, digest } = await pair.fixed();
  for (let round = 0; round < rounds; round += 1) {
    const agreementId = await copyAgreement(admin, first);
    const order = round % 2 === 0 ? [office, hr] : [hr, office];
    const input = { agreementId, digest, secret: 'signing word' };
    const both = await Promise.all(order.map((who) => kit.call(signAgreement, who, input)));
    assert.equal(both.filter((one) => one.state === 'in-force').length, 1);
    const { signatures, record, reasons } = await kit.call(verifyKept, hr, { agreementId });
    assert.deepEqual(reasons, []);
    assert.deepEqual(signatures.map((one) => one.field).sort(), ['enterprise', 'platform', 'school']);
    assert.equal(signatures.at(-1)?.field, 'platform');
    assert.equal(record.hasRecordedSigners, true);
  }
  t.diagnostic(`${rounds} rounds, none lost`);
});
