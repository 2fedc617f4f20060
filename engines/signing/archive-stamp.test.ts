import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addArchiveStamp } from './archive-stamp.ts';
import { createSigningIdentity } from './signing-identity.ts';
import { anchors, fixture, once, signAs, signedAt, twice } from './testing/signed-example.ts';
import { localTimestampAuthority } from './timestamp-authority.ts';
import { requestedDigest, timestampRequest, timestampResponse, timestampToken } from './timestamp-request.ts';
import { verifyPdf } from './verify-pdf.ts';

const secret = 'secret of the clock';
const clock = await createSigningIdentity({
  ...{ commonName: 'Clock', country: 'CN', at: signedAt, secret, purpose: 'time-stamping', years: 20 },
});
const authority = await localTimestampAuthority(clock, secret, () => signedAt);
const trusted = [...anchors, clock.certificate];
const stamped = (side: 'school' | 'enterprise', pdf: Uint8Array) =>
  signAs(side, pdf, { level: 'B-T', timestampAuthority: authority });
const judge = (pdf: Uint8Array, year: number) =>
  verifyPdf(pdf, { at: new Date(`${year}-06-01T00:00:00Z`), anchors: trusted });

test('long-term level: data and an archive stamp over everything, twice over, and every earlier byte stays', async () => {
  const both = await stamped('enterprise', await stamped('school', fixture('agreement.pdf')));
  const archived = await addArchiveStamp({ pdf: both, timestampAuthority: authority, at: signedAt });
  assert.deepEqual(archived.subarray(0, both.length), both);
  const found = await judge(archived, 2026);
  assert.equal(found.outcome, 'passed', JSON.stringify(found.reasons));
  assert.deepEqual(
    found.signatures.map(({ field, kind }) => [field, kind]),
    [
      ['school', 'signature'],
      ['enterprise', 'signature'],
      ['archive-1', 'document-timestamp'],
    ],
  );
  // The signers' certificates end in 2031; the stamps prove that they were valid when they signed.
  assert.equal((await judge(archived, 2040)).outcome, 'passed');
  const again = await addArchiveStamp({ pdf: archived, timestampAuthority: authority, at: signedAt });
  const renewed = await judge(again, 2040);
  assert.equal(renewed.outcome, 'passed', JSON.stringify(renewed.signatures.map((one) => one.reasons)));
  assert.equal(renewed.signatures.at(-1)?.field, 'archive-2');
});

test('without stamps a certificate that has ended leaves the outcome open; a stamp of strangers proves nothing', async () => {
  assert.equal((await judge(twice, 2040)).outcome, 'indeterminate');
  const pdf = await addArchiveStamp({ pdf: once, timestampAuthority: authority, at: signedAt });
  const { outcome, signatures } = await verifyPdf(pdf, { at: new Date('2026-06-01'), anchors });
  assert.equal(outcome, 'indeterminate');
  assert.deepEqual(
    signatures.at(-1)?.reasons.map((one) => one.code),
    ['certificate.self-issued'],
  );
});

test('every changed bit of an archived file that any signature covers is found', async () => {
  const pdf = await addArchiveStamp({
    ...{
      pdf: await stamped('school', fixture('agreement.pdf')),
      timestampAuthority: authority,
      at: signedAt,
    },
  });
  for (let i = 0; i < 120; i += 1) {
    const copy = new Uint8Array(pdf);
    const at = (i * 7_919 * 31) % pdf.length;
    copy[at] = (copy[at] ?? 0) ^ (1 << (i % 8));
    assert.equal((await judge(copy, 2026)).outcome, 'failed', `byte ${at}`);
  }
});

test('a request and its answer say what they should, and anything else is refused', async () => {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(once)));
  assert.deepEqual(requestedDigest(timestampRequest(digest)), digest);
  const token = await authority.timestamp(digest);
  assert.deepEqual(timestampToken(timestampResponse(token)), token);
  for (const bytes of [new Uint8Array(), digest, Uint8Array.of(0x30, 5, 0x30, 3, 2, 1, 2)])
    assert.throws(() => timestampToken(bytes), { code: 'timestamp.refused' });
});
