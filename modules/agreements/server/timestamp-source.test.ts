import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { closePdf } from '@dualtrack/platform/pdf';
import { refusal } from '@dualtrack/platform/testing';
import {
  createSigningIdentity,
  localTimestampAuthority,
  requestedDigest,
  timestampResponse,
  verifyPdf,
} from '@dualtrack/signing';
import { type TestPair, testPair } from '../testing/test-pair.ts';
import { getDocument, verifyKept } from './documents.ts';
import { getAgreement } from './read-agreements.ts';
import { signAgreement } from './sign-agreement.ts';

let pair: TestPair;
let authority: Server;
let isOpen = true;
let anchor: Uint8Array;

before(async () => {
  pair = await testPair();
  const now = () => pair.kit.clock.now();
  const at = new Date(now().getTime() - 86_400_000);
  const secret = 'secret of the clock';
  const identity = await createSigningIdentity({
    ...{ commonName: 'Clock', country: 'CN', at, secret, purpose: 'time-stamping' },
  });
  anchor = identity.certificate;
  const local = await localTimestampAuthority(identity, secret, now);
  authority = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    if (!isOpen) return response.writeHead(503).end();
    const token = await local.timestamp(requestedDigest(new Uint8Array(Buffer.concat(parts))));
    return response
      .writeHead(200, { 'content-type': 'application/timestamp-reply' })
      .end(timestampResponse(token));
  });
  await new Promise<void>((resolve) => authority.listen(0, '127.0.0.1', resolve));
  // Listening on a port gives an address with one.
  const { port } = authority.address() as AddressInfo;
  pair.kit.kernel.config.tsaUrl = `http://127.0.0.1:${port}/`;
});
after(async () => {
  authority.close();
  await closePdf();
  await pair.kit.close();
});

test('with a time-stamp authority every signature is stamped and the file archived; without its answer nothing is signed', async () => {
  const { kit, office, hr } = pair;
  const { id: agreementId, digest } = await pair.fixed();
  const input = { agreementId, digest, secret: 'signing word' };
  isOpen = false;
  await assert.rejects(kit.call(signAgreement, office, input), refusal('signing.timestamp-refused'));
  assert.deepEqual((await kit.call(getAgreement, office, { agreementId })).signatures, []);
  isOpen = true;
  await kit.call(signAgreement, office, input);
  isOpen = false;
  // The last signature, seal and archive stamp come together or not at all.
  await assert.rejects(kit.call(signAgreement, hr, input), refusal('signing.timestamp-refused'));
  assert.equal((await kit.call(getAgreement, office, { agreementId })).state, 'signing');
  isOpen = true;
  assert.equal((await kit.call(signAgreement, hr, input)).state, 'in-force');
  const { signatures, record } = await kit.call(verifyKept, office, { agreementId });
  assert.equal(record.hasRecordedSigners, true);
  assert.equal(signatures.at(-1)?.kind, 'document-timestamp');
  const file = await kit.call(getDocument, office, { agreementId });
  const bytes = new Uint8Array(await file.arrayBuffer());
  const found = await verifyPdf(bytes, { at: kit.clock.now(), anchors: [anchor] });
  assert.ok(found.signatures.slice(0, 3).every((one) => one.timestamp?.outcome === 'passed'));
  assert.equal(found.signatures.at(-1)?.outcome, 'passed');
});
