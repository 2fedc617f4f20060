import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCertificate } from './asn1/certificate.ts';
import { documentDigest } from './document-digest.ts';
import { signPdf } from './sign-pdf.ts';
import { openIdentity } from './signer.ts';
import { createOpenIdentity, createPassingSigner, createSigningIdentity } from './signing-identity.ts';
import {
  anchors,
  enterprise,
  fixture,
  judgedAt,
  once,
  original,
  school,
  secrets,
  signAs,
  signedAt,
  twice,
} from './testing/signed-example.ts';
import { localTimestampAuthority } from './timestamp-authority.ts';
import { verifyPdf } from './verify-pdf.ts';

const refuses = (code: string, more: object = {}) => ({ name: 'SigningError', code, ...more });

test('each signature leaves the bytes before it as they were', () => {
  assert.deepEqual(once.subarray(0, original.length), original);
  assert.deepEqual(twice.subarray(0, once.length), once);
});

test('two signers one after another are both intact, named, and know what came after', async () => {
  const found = await verifyPdf(twice, { at: judgedAt, anchors });
  assert.equal(found.outcome, 'passed');
  assert.equal(found.digest, await documentDigest(twice));
  const [first, second] = found.signatures;
  assert.equal(first?.certificate?.subject.commonName, 'ئايگۈل مىسال');
  assert.equal(first?.certificate?.subject.organisation, '伊州职业技术学院');
  assert.equal(first?.certificate?.subject.organisationId, '12650500MA000001XD');
  assert.equal(first?.certificate?.fingerprint, school.fingerprint);
  assert.deepEqual([first?.reason, first?.location], ['甲方签署 (第一份\\)', '哈密']);
  assert.equal(first?.claimedAt, signedAt.toISOString());
  assert.equal(first?.coversWholeFile, false);
  assert.deepEqual(first?.changesSince, [{ kind: 'signature-added', field: 'enterprise', isVisible: false }]);
  assert.equal(second?.certificate?.subject.commonName, '李范例');
  assert.equal(second?.certificate?.fingerprint, enterprise.fingerprint);
  assert.equal(second?.coversWholeFile, true);
  assert.deepEqual(second?.changesSince, []);
});

test('without anchors a self-issued certificate leaves the outcome open, and says why', async () => {
  const found = await verifyPdf(twice, { at: judgedAt });
  assert.equal(found.outcome, 'indeterminate');
  for (const { outcome, reasons, certificate } of found.signatures) {
    assert.equal(outcome, 'indeterminate');
    assert.deepEqual(
      reasons.map(({ code, etsi }) => [code, etsi]),
      [['certificate.self-issued', 'NO_CERTIFICATE_CHAIN_FOUND']],
    );
    assert.equal(certificate?.isSelfIssued, true);
  }
  const half = await verifyPdf(twice, { at: judgedAt, anchors: [school.certificate] });
  assert.deepEqual(
    half.signatures.map((each) => each.outcome),
    ['passed', 'indeterminate'],
  );
  assert.equal(half.outcome, 'indeterminate');
});

test('a new identity signs at once and later with its secret; a passing one once; neither key can be taken out', async () => {
  const names = { commonName: '林知远', country: 'CN', at: signedAt };
  const { identity, signer } = await createOpenIdentity({ ...names, secret: 'a signing password' });
  const later = await openIdentity(identity, 'a signing password');
  const passing = await createPassingSigner(names);
  const order = { pdf: original, at: signedAt, fieldName: 'school' };
  for (const one of [signer, later, passing]) {
    const pdf = await signPdf({ ...order, signer: one });
    const found = await verifyPdf(pdf, { at: judgedAt, anchors: [one.certificate] });
    assert.equal(found.outcome, 'passed');
    await assert.rejects(crypto.subtle.exportKey('pkcs8', one.key), { name: 'InvalidAccessError' });
  }
  assert.deepEqual(signer.certificate, later.certificate);
  assert.notDeepEqual(signer.certificate, passing.certificate);
  await assert.rejects(openIdentity(identity, 'another password'), refuses('secret.wrong'));
  const bad = { ...names, country: 'china', secret: 'short' };
  await assert.rejects(createOpenIdentity(bad), (error: { issues: { pointer: string }[] }) => {
    assert.deepEqual(
      error.issues.map((one) => one.pointer),
      ['/country', '/secret'],
    );
    return true;
  });
  await assert.rejects(createPassingSigner({ ...names, country: 'china' }), refuses('input.invalid'));
});

test('a certificate that is out of its time leaves the outcome open', async () => {
  const late = await verifyPdf(once, { at: new Date('2040-01-01'), anchors });
  assert.deepEqual(
    late.signatures[0]?.reasons.map(({ code }) => code),
    ['certificate.out-of-validity'],
  );
  const early = await verifyPdf(once, { at: new Date('2026-01-01'), anchors });
  assert.deepEqual(
    early.signatures[0]?.reasons.map(({ code }) => code),
    ['time.in-future', 'certificate.out-of-validity'],
  );
});

test('files with object and cross-reference streams are signed and verified', async () => {
  const signed = await signAs('school', await signAs('enterprise', fixture('object-streams.pdf')));
  const found = await verifyPdf(signed, { at: judgedAt, anchors });
  assert.equal(found.outcome, 'passed');
  assert.deepEqual(
    found.signatures.map((each) => each.field),
    ['enterprise', 'school'],
  );
});

test('a trusted time-stamp proves the time and carries the signature over the end of its certificate', async () => {
  const secret = 'secret of the clock';
  const clock = await createSigningIdentity({
    commonName: 'Clock',
    country: 'CN',
    at: signedAt,
    secret,
    purpose: 'time-stamping',
    years: 20,
  });
  const stampedAt = new Date('2026-03-12T04:00:05Z');
  const timestampAuthority = await localTimestampAuthority(clock, secret, () => stampedAt);
  const signed = await signAs('school', original, { level: 'B-T', timestampAuthority });
  const trusted = [school.certificate, clock.certificate];
  const found = await verifyPdf(signed, { at: new Date('2035-01-01'), anchors: trusted });
  assert.equal(found.outcome, 'passed');
  assert.equal(found.signatures[0]?.timestamp?.at, stampedAt.toISOString());
  assert.equal(found.signatures[0]?.timestamp?.authority, 'Clock');
  const untrusted = await verifyPdf(signed, { at: new Date('2035-01-01'), anchors: [school.certificate] });
  assert.equal(untrusted.outcome, 'indeterminate');
  assert.equal(untrusted.signatures[0]?.timestamp?.isAnchored, false);
  const lying = { timestamp: async () => await timestampAuthority.timestamp(new Uint8Array(32)) };
  await assert.rejects(
    signAs('school', original, { level: 'B-T', timestampAuthority: lying }),
    refuses('timestamp.refused'),
  );
  const broken = { timestamp: async () => new Uint8Array([0x30, 0x80]) };
  await assert.rejects(
    signAs('school', original, { level: 'B-T', timestampAuthority: broken }),
    refuses('timestamp.refused'),
  );
});

test('a wrong secret is refused, and so is a key beside another certificate', async () => {
  await assert.rejects(signAs('school', original, { secret: 'another secret' }), refuses('secret.wrong'));
  const mixed = { certificate: enterprise.certificate, sealedKey: school.sealedKey };
  await assert.rejects(signAs('school', original, { identity: mixed }), refuses('secret.wrong'));
});

test('every damaged byte of a sealed key or certificate is refused', async () => {
  const places = [0, 3, 4, 7, 8, 23, 24, 35, 36, 90, school.sealedKey.length - 1];
  for (const at of places) {
    const sealedKey = new Uint8Array(school.sealedKey);
    sealedKey[at] = (sealedKey[at] ?? 0) ^ 0x01;
    await assert.rejects(
      signAs('school', original, { identity: { certificate: school.certificate, sealedKey } }),
      (error: Error & { code?: string }) =>
        error.code === 'secret.wrong' || error.code === 'identity.damaged',
    );
  }
  const certificate = school.certificate.subarray(0, 100);
  await assert.rejects(
    signAs('school', original, { identity: { certificate, sealedKey: school.sealedKey } }),
    refuses('identity.damaged'),
  );
});

test('a secret opens the key however its letters are composed', async () => {
  const identity = await createSigningIdentity({
    commonName: 'Zoé',
    country: 'CN',
    at: signedAt,
    secret: 'caf\u00e9 secret',
  });
  const signed = await signPdf({
    pdf: original,
    identity,
    secret: 'cafe\u0301 secret',
    at: signedAt,
    fieldName: 'a',
  });
  assert.equal(
    (await verifyPdf(signed, { at: judgedAt, anchors: [identity.certificate] })).outcome,
    'passed',
  );
});

test('signing refuses what it cannot sign, each with its code', async () => {
  await assert.rejects(signAs('school', once), refuses('field.taken', { params: { field: 'school' } }));
  await assert.rejects(signAs('school', new TextEncoder().encode('no pdf')), refuses('pdf.not-a-pdf'));
  await assert.rejects(
    signAs('school', original.subarray(0, original.length - 40)),
    refuses('pdf.unreadable'),
  );
  await assert.rejects(
    signAs('school', new TextEncoder().encode('%PDF-1.7\nhello')),
    refuses('pdf.unreadable'),
  );
  await assert.rejects(
    signAs('school', original, { at: new Date('2020-01-01') }),
    refuses('identity.out-of-validity'),
  );
  await assert.rejects(
    signAs('school', original, { at: new Date('2050-01-01') }),
    refuses('identity.out-of-validity'),
  );
  await assert.rejects(
    signAs('school', original, {
      fieldName: 'a.b',
      reason: 'two\nlines',
      level: 'B-T',
      at: new Date(Number.NaN),
    }),
    (error: Error & { issues?: { pointer: string }[] }) => {
      assert.deepEqual(
        error.issues?.map(({ pointer }) => pointer),
        ['/fieldName', '/reason', '/at', '/timestampAuthority'],
      );
      return true;
    },
  );
});

test('an identity that breaks rules is refused with every issue at once', async () => {
  const wrong = {
    commonName: '',
    organisation: 'ئايگۈل A',
    organisationId: ' x',
    country: 'cn',
    at: new Date(Number.NaN),
    secret: 'short',
    years: 0,
  };
  await assert.rejects(
    createSigningIdentity(wrong),
    (error: Error & { code?: string; issues?: { pointer: string }[] }) => {
      assert.equal(error.code, 'input.invalid');
      const pointers = error.issues?.map(({ pointer }) => pointer);
      assert.deepEqual(pointers, [
        '/commonName',
        '/organisation',
        '/organisationId',
        '/country',
        '/at',
        '/secret',
        '/years',
      ]);
      return true;
    },
  );
});

test('no two identities share a key, and the certificate says what was asked', async () => {
  const order = { commonName: 'Ürümqi 学校', country: 'CN', at: signedAt, secret: secrets.school, years: 30 };
  const [left, right] = [await createSigningIdentity(order), await createSigningIdentity(order)];
  assert.notEqual(left.fingerprint, right.fingerprint);
  const certificate = readCertificate(left.certificate);
  assert.equal(certificate.subject.commonName, 'Ürümqi 学校');
  assert.equal(certificate.notBefore.toISOString(), '2026-03-12T04:00:00.000Z');
  // Beyond 2049 the encoding of the year changes.
  assert.equal(certificate.notAfter.toISOString(), '2056-03-12T04:00:00.000Z');
  assert.deepEqual(certificate.keyUsage, [0, 1]);
  assert.equal(certificate.isAuthority, false);
});
