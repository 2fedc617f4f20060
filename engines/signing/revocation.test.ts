import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Integer } from 'asn1js';
import { Extension } from 'pkijs';
import { addArchiveStamp } from './archive-stamp.ts';
import { addValidationData } from './pdf/add-validation-data.ts';
import { signPdf } from './sign-pdf.ts';
import type { Signer } from './signer.ts';
import { createSigningIdentity } from './signing-identity.ts';
import { exampleAuthority } from './testing/example-authority.ts';
import { original } from './testing/signed-example.ts';
import { keyedTimestampAuthority, localTimestampAuthority } from './timestamp-authority.ts';
import { trustFrom } from './trust-files.ts';
import type { ReasonCode } from './verdict.ts';
import { type VerifyOptions, verifyPdf } from './verify-pdf.ts';

const day = (text: string) => new Date(`${text}T08:00:00Z`);
const root = await exampleAuthority('Example root');
const office = await exampleAuthority('Example issuing office', root.self, 2);
const signer = await office.issue({ name: 'Wang Example', serial: 77 });
const responder = await office.issue({ name: 'Responder', serial: 78, purpose: 'answers' });
/** The office between the root and the signer is in order, unless a test says otherwise. */
const rootList = await root.list(day('2026-01-01'), day('2027-01-01'), []);

const secret = 'secret of the clock';
const clock = await createSigningIdentity({
  ...{
    commonName: 'Clock',
    country: 'CN',
    at: day('2025-01-01'),
    secret,
    purpose: 'time-stamping',
    years: 9,
  },
});
const stampsAt = (text: string) => localTimestampAuthority(clock, secret, () => day(text));

async function signed(claimed: string, stamped: string | null, by: Signer = signer, pdf = original) {
  const order = { pdf, signer: by, at: day(claimed), fieldName: `s${claimed}` };
  if (stamped === null) return signPdf(order);
  return signPdf({ ...order, level: 'B-T', timestampAuthority: await stampsAt(stamped) });
}

async function judge(pdf: Uint8Array, at: string, given: Omit<VerifyOptions, 'at' | 'anchors'>) {
  const options = { at: day(at), anchors: [root.certificate, clock.certificate] };
  const lists = [rootList, ...(given.revocationLists ?? [])];
  const found = await verifyPdf(pdf, { ...options, ...given, revocationLists: lists });
  return { found, last: found.signatures.at(-1) };
}

async function expectReason(
  pdf: Uint8Array,
  at: string,
  given: Omit<VerifyOptions, 'at' | 'anchors'>,
  code: ReasonCode | null,
  etsi?: string,
) {
  const { last } = await judge(pdf, at, given);
  assert.deepEqual(
    last?.reasons.map((reason) => [reason.code, etsi === undefined ? '' : reason.etsi]),
    code === null ? [] : [[code, etsi ?? '']],
  );
  return last;
}

const march = await signed('2026-03-10', '2026-03-10');
const marchUnstamped = await signed('2026-03-10', null);
const revokedIn = (text: string, cause?: number) =>
  office.list(day('2026-06-01'), day('2026-07-01'), [
    { serial: 77, at: day(text), ...(cause ? { cause } : {}) },
  ]);

test('nothing at hand: open, and the word is that nobody has looked', async () => {
  await expectReason(march, '2026-06-02', {}, 'revocation.not-checked', 'TRY_LATER');
});

test('a list or an answer without the certificate clears it, as far as it reaches', async () => {
  const clean = await office.list(day('2026-06-01'), day('2026-07-01'), [
    { serial: 5, at: day('2026-02-01') },
  ]);
  const passed = await expectReason(march, '2026-06-02', { revocationLists: [clean] }, null);
  assert.equal(passed?.outcome, 'passed');
  assert.deepEqual(passed?.certificate?.revocation, {
    ...{ status: 'good', source: 'list', asOf: day('2026-06-01').toISOString() },
  });
  await expectReason(marchUnstamped, '2026-06-02', { revocationLists: [clean] }, null);
  // Long after the next list was due nothing is known of today; the stamp needs to know of its own day only.
  const late = { revocationLists: [clean] };
  await expectReason(marchUnstamped, '2026-12-01', late, 'revocation.out-of-date', 'TRY_LATER');
  await expectReason(march, '2026-12-01', late, null);
  const answer = await office.answer(signer, day('2026-06-01'), day('2026-06-08'), null, responder);
  await expectReason(march, '2026-06-02', { revocationAnswers: [answer] }, null);
});

test('revoked after the proven time does no harm; without proof it stays open', async () => {
  const given = { revocationLists: [await revokedIn('2026-04-01', 1)] };
  const passed = await expectReason(march, '2026-06-02', given, null);
  assert.equal(passed?.outcome, 'passed');
  assert.equal(passed?.provenAt, day('2026-03-10').toISOString());
  assert.equal(passed?.certificate?.revocation?.status, 'revoked');
  const unproven = 'certificate.revoked-unproven';
  const open = await expectReason(marchUnstamped, '2026-06-02', given, unproven, 'REVOKED_NO_POE');
  assert.equal(open?.outcome, 'indeterminate');
});

test('revoked before the stamp proves nothing, whether the signer claims a time before or after', async () => {
  const given = { revocationLists: [await revokedIn('2026-03-01')] };
  const unproven = 'certificate.revoked-unproven';
  const open = await expectReason(march, '2026-06-02', given, unproven, 'REVOKED_NO_POE');
  assert.equal(open?.outcome, 'indeterminate');
  const claimsEarlier = await signed('2026-02-20', '2026-03-10');
  await expectReason(claimsEarlier, '2026-06-02', given, unproven, 'REVOKED_NO_POE');
  const said = await office.answer(signer, day('2026-06-01'), null, { at: day('2026-03-01'), cause: 4 });
  await expectReason(march, '2026-06-02', { revocationAnswers: [said] }, unproven, 'REVOKED_NO_POE');
});

test('whoever signs a stamp that is younger than the revocation signed too late, whatever they claim', async () => {
  const { self } = await exampleAuthority('Somebody else');
  const stamped = await signed('2026-03-10', '2026-03-10', { ...self, chain: [] });
  const dated = await signed('2026-02-20', null, signer, stamped);
  const given = { revocationLists: [await revokedIn('2026-03-01')] };
  const last = await expectReason(dated, '2026-06-02', given, 'certificate.revoked', 'REVOKED');
  assert.equal(last?.field, 's2026-02-20');
});

test('a later time-stamp over the whole file is a proof as well', async () => {
  const given = { revocationLists: [await revokedIn('2026-05-01')] };
  const archive = (text: string) => async () =>
    addArchiveStamp({ pdf: marchUnstamped, at: day(text), timestampAuthority: await stampsAt(text) });
  const [early, late] = [await archive('2026-04-01')(), await archive('2026-05-20')()];
  const [kept, lost] = await Promise.all([early, late].map((pdf) => judge(pdf, '2026-06-02', given)));
  assert.equal(kept?.found.outcome, 'passed', JSON.stringify(kept?.found));
  assert.equal(kept?.found.signatures[0]?.provenAt, day('2026-04-01').toISOString());
  assert.deepEqual(
    lost?.found.signatures[0]?.reasons.map(({ code }) => code),
    ['certificate.revoked-unproven'],
  );
});

test('what the file itself carries is used, and only if its issuer signed it', async () => {
  const clean = await office.list(day('2026-03-11'), day('2026-04-11'), []);
  const carrying = (lists: Uint8Array[], answers: Uint8Array[] = []) =>
    addValidationData(march, { certificates: [office.certificate], lists: [rootList, ...lists], answers });
  const options = { at: day('2028-01-01'), anchors: [root.certificate, clock.certificate] };
  const passed = await verifyPdf(await carrying([clean]), options);
  assert.equal(passed.outcome, 'passed', JSON.stringify(passed.signatures[0]?.reasons));
  const foreign = await office.list(day('2026-03-11'), day('2026-04-11'), [], [], signer);
  const answer = await office.answer(signer, day('2026-03-11'), null, null, signer);
  const rubbish = Uint8Array.of(0x30, 3, 1, 1, 0);
  const open = await verifyPdf(await carrying([foreign, rubbish], [answer, rubbish]), options);
  assert.deepEqual(
    open.signatures[0]?.reasons.map(({ code }) => code),
    ['revocation.not-checked'],
  );
});

test('every changed bit of a list or an answer makes it worthless', async () => {
  const list = await revokedIn('2026-03-01');
  const answer = await office.answer(signer, day('2026-06-01'), null, { at: day('2026-03-01') }, responder);
  const pdf = (lists: Uint8Array[], answers: Uint8Array[]) =>
    addValidationData(march, { certificates: [], lists: [rootList, ...lists], answers });
  for (let i = 0; i < 40; i += 1) {
    const flip = (bytes: Uint8Array) => {
      const copy = new Uint8Array(bytes);
      const at = (i * 7_919) % copy.length;
      copy[at] = (copy[at] ?? 0) ^ (1 << (i % 8));
      return copy;
    };
    const options = { at: day('2026-06-02'), anchors: [root.certificate, clock.certificate] };
    const [byList, byAnswer] = [await pdf([flip(list)], []), await pdf([], [flip(answer)])];
    for (const file of [byList, byAnswer]) {
      const found = await verifyPdf(file, options);
      assert.notEqual(found.signatures[0]?.certificate?.revocation?.status, 'good', `byte ${i}`);
      assert.notEqual(found.outcome, 'passed');
    }
  }
});

test('a revoked office takes its signers along, except for what is proven to be older', async () => {
  const clean = await office.list(day('2026-06-01'), day('2026-07-01'), []);
  const cut = (text: string) =>
    root.list(day('2026-05-01'), day('2026-09-01'), [{ serial: 2, at: day(text) }]);
  const after = { revocationLists: [clean, await cut('2026-04-01')] };
  await expectReason(march, '2026-06-02', after, null);
  await expectReason(marchUnstamped, '2026-06-02', after, 'authority.revoked-unproven', 'REVOKED_CA_NO_POE');
});

test('a certificate on hold is open until a later word lifts it', async () => {
  const held = await office.list(day('2026-03-05'), day('2026-07-01'), [
    { serial: 77, at: day('2026-03-01'), cause: 6 },
  ]);
  await expectReason(march, '2026-06-02', { revocationLists: [held] }, 'certificate.on-hold', 'TRY_LATER');
  const lifted = await office.list(day('2026-04-01'), day('2026-07-01'), []);
  await expectReason(march, '2026-06-02', { revocationLists: [held, lifted] }, null);
});

test('lists of a part, of the future, or of a time after the certificate ended clear nobody', async () => {
  const options = [day('2026-06-01'), day('2026-07-01')] as const;
  const partial = new Extension({
    ...{ extnID: '2.5.29.27', critical: true, extnValue: new Integer({ value: 1 }).toBER() },
  });
  const pdf = await addValidationData(march, {
    ...{ certificates: [], answers: [], lists: [await office.list(...options, [], [partial])] },
  });
  await expectReason(pdf, '2026-06-02', {}, 'revocation.not-checked');
  const future = await office.list(day('2026-06-10'), day('2026-07-01'), []);
  await expectReason(march, '2026-06-02', { revocationLists: [future] }, 'revocation.not-checked');
  const brief = await office.issue({ name: 'Brief', serial: 79, to: day('2026-04-01') });
  const file = await signed('2026-03-10', '2026-03-10', brief);
  const after = await office.list(...options, []);
  await expectReason(file, '2026-06-02', { revocationLists: [after] }, 'revocation.not-checked');
});

test('a revoked clock proves nothing of its own day', async () => {
  const authority = await root.issue({ name: 'Official clock', serial: 9, purpose: 'time-stamping' });
  const clean = await office.list(day('2026-06-01'), day('2026-07-01'), []);
  const pdf = await signPdf({
    ...{ pdf: original, signer, at: day('2026-03-10'), fieldName: 's', level: 'B-T' },
    timestampAuthority: keyedTimestampAuthority(authority, () => day('2026-03-10')),
  });
  const broken = await root.list(day('2026-05-01'), day('2026-09-01'), [
    { serial: 9, at: day('2026-04-01') },
  ]);
  const fine = await root.list(day('2026-05-01'), day('2026-09-01'), []);
  const options = { at: day('2026-06-02'), anchors: [root.certificate] };
  const kept = await verifyPdf(pdf, { ...options, revocationLists: [fine, clean] });
  assert.equal(kept.signatures[0]?.timestamp?.outcome, 'passed');
  assert.equal(kept.signatures[0]?.provenAt, day('2026-03-10').toISOString());
  const lost = await verifyPdf(pdf, { ...options, revocationLists: [fine, broken, clean] });
  assert.deepEqual(
    lost.signatures[0]?.timestamp?.reasons.map(({ etsi }) => etsi),
    ['REVOKED_NO_POE'],
  );
  assert.equal(lost.signatures[0]?.provenAt, null);
});

test('what the caller gives must be readable', async () => {
  const options = { at: day('2026-06-02'), revocationLists: [new Uint8Array(4)] };
  await assert.rejects(verifyPdf(march, options), { code: 'input.invalid' });
});

test('a folder of trust is told apart by content, in DER and PEM; what is none of it is named', async () => {
  const pem = (label: string, der: Uint8Array) =>
    `-----BEGIN ${label}-----\n${Buffer.from(der).toString('base64')}\n-----END ${label}-----\n`;
  const answer = await office.answer(signer, day('2026-06-01'), null, null);
  const text = pem('CERTIFICATE', root.certificate) + pem('X509 CRL', rootList);
  const both = { name: 'both.pem', bytes: new TextEncoder().encode(text) };
  const found = trustFrom([both, { name: 'answer', bytes: answer }]);
  assert.deepEqual(found, {
    anchors: [root.certificate],
    revocationLists: [rootList],
    revocationAnswers: [answer],
  });
  assert.throws(() => trustFrom([both, { name: 'note.txt', bytes: new Uint8Array(9) }]), {
    issues: [{ pointer: '/note.txt', expected: 'certificate, CRL or OCSP answer' }],
  });
});
