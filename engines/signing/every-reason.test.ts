import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fromBER } from 'asn1js';
import {
  AlgorithmIdentifier,
  Attribute,
  Certificate,
  ContentInfo,
  SignedAndUnsignedAttributes,
  SignedData,
} from 'pkijs';
import { readCertificate } from './asn1/certificate.ts';
import { oid } from './asn1/oids.ts';
import { indexOfText, joined, toHex } from './bytes.ts';
import { freshKeyPair } from './fresh.ts';
import { signPdf } from './sign-pdf.ts';
import { createPassingSigner } from './signing-identity.ts';
import { anatomyOf, repointed, updated } from './testing/pdf-updates.ts';
import {
  anchors,
  judgedAt,
  once,
  original,
  school,
  secrets,
  signAs,
  signedAt,
} from './testing/signed-example.ts';
import { localTimestampAuthority } from './timestamp-authority.ts';
import { type ReasonCode, reasons } from './verdict.ts';
import { type PdfVerification, verifyPdf } from './verify-pdf.ts';
import { writeCertificate } from './write-certificate.ts';

const text = (words: string) => new TextEncoder().encode(words);
const buffer = (bytes: Uint8Array) => new Uint8Array(bytes).buffer;

/** The file with words exchanged for others of the same length, after `from`. */
function exchanged(bytes: Uint8Array, words: string, others: string, from = 0): Uint8Array {
  const at = indexOfText(bytes, words, from);
  assert.ok(at !== -1 && words.length === others.length);
  return joined(bytes.subarray(0, at), text(others), bytes.subarray(at + words.length));
}

/** The signed file with another signature value in its reserved room, which no digest covers. */
function withValue(edit: (value: Uint8Array) => Uint8Array, pdf = once): Uint8Array {
  const open = indexOfText(pdf, '<', indexOfText(pdf, '/Contents', original.length)) + 1;
  const close = indexOfText(pdf, '>', open);
  const digits = new TextDecoder('latin1').decode(pdf.subarray(open, close));
  const room = Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  const size = 4 + ((room[2] ?? 0) << 8) + (room[3] ?? 0);
  const value = edit(room.slice(0, size));
  return joined(pdf.subarray(0, open), text(toHex(value).padEnd(close - open, '0')), pdf.subarray(close));
}

/** Takes a signature value apart, changes it and writes it again. */
function edited(change: (data: SignedData) => void): (value: Uint8Array) => Uint8Array {
  return (value) => {
    const outer = ContentInfo.fromBER(buffer(value));
    const data = new SignedData({ schema: outer.content });
    change(data);
    const content = data.toSchema(true);
    return new Uint8Array(new ContentInfo({ contentType: oid.signedData, content }).toSchema().toBER());
  };
}
const signerIn = (data: SignedData) => {
  const [signer] = data.signerInfos;
  assert.ok(signer);
  return signer;
};
const unsigned = (type: string, value: ArrayBuffer) =>
  edited((data) => {
    const attributes = [new Attribute({ type, values: [fromBER(value).result] })];
    signerIn(data).unsignedAttrs = new SignedAndUnsignedAttributes({ type: 1, attributes });
  });
const algorithm = (algorithmId: string) =>
  edited((data) => {
    signerIn(data).signatureAlgorithm = new AlgorithmIdentifier({ algorithmId });
  });

/** A certificate that says all that the school's says, for another key. */
async function namesake(): Promise<Certificate> {
  const { commonName = '', organisation, organisationId } = readCertificate(school.certificate).subject;
  const known = Certificate.fromBER(buffer(school.certificate));
  const der = await writeCertificate({
    ...{
      commonName,
      country: 'CN',
      notBefore: school.notBefore,
      notAfter: school.notAfter,
      purpose: 'signing',
    },
    ...(organisation === undefined ? {} : { organisation }),
    ...(organisationId === undefined ? {} : { organisationId }),
    serial: new Uint8Array(known.serialNumber.valueBlock.valueHexView),
    keys: await freshKeyPair(false),
  });
  return Certificate.fromBER(buffer(der));
}

async function forgedCertificate(): Promise<Uint8Array> {
  const signer = await createPassingSigner({ commonName: 'Forged', country: 'CN', at: signedAt });
  const certificate = new Uint8Array(signer.certificate);
  const last = certificate.length - 1;
  certificate[last] = (certificate[last] ?? 0) ^ 1;
  return signPdf({ pdf: original, signer: { ...signer, certificate }, at: signedAt, fieldName: 'school' });
}

const stampBy = async (digest: Uint8Array) =>
  (await localTimestampAuthority(school, secrets.school, () => signedAt)).timestamp(digest);
const { root, bodyOf } = anatomyOf(once);
const other = await namesake();
const flippedLast = (value: Uint8Array) => {
  const last = value.length - 1;
  return joined(value.subarray(0, last), Uint8Array.of((value[last] ?? 0) ^ 1));
};
const encrypted = repointed(once, {});

/** Every file with exactly the reasons for which it does not pass. */
const cases: Record<string, { pdf: Uint8Array; codes: ReasonCode[] }> = {
  'the signature value was changed': { pdf: withValue(flippedLast), codes: ['signature.forged'] },
  'the signature value is none': {
    pdf: withValue((value) => joined(Uint8Array.of(0x31), value.subarray(1))),
    codes: ['signature.malformed'],
  },
  'the signer’s certificate was taken out': {
    pdf: withValue(
      edited((data) => {
        data.certificates = [];
      }),
    ),
    codes: ['certificate.missing'],
  },
  'a namesake’s certificate was put in its place': {
    pdf: withValue(
      edited((data) => {
        data.certificates = [other];
      }),
    ),
    codes: ['certificate.exchanged', 'certificate.self-issued', 'signature.forged'],
  },
  'another algorithm is named': {
    pdf: withValue(algorithm(oid.ecdsaSha384)),
    codes: ['algorithm.exchanged', 'signature.forged'],
  },
  'an algorithm is named that nobody here knows': {
    pdf: withValue(algorithm('1.2.156.10197.1.501')),
    codes: ['algorithm.exchanged', 'algorithm.unsupported'],
  },
  'an attribute was added beside the signature': {
    pdf: withValue(unsigned('1.2.3.4', Uint8Array.of(5, 0).buffer)),
    codes: ['attribute.unknown'],
  },
  'a time-stamp of something else was added': {
    pdf: withValue(unsigned(oid.signatureTimestamp, buffer(await stampBy(new Uint8Array(32))))),
    codes: ['timestamp.broken'],
  },
  'the form of the signature is another': {
    pdf: exchanged(once, 'ETSI.CAdES.detached', 'ETSI.XAdES.detached', original.length),
    codes: ['format.unsupported'],
  },
  'the certificate does not bear its own signature': {
    pdf: await forgedCertificate(),
    codes: ['certificate.forged', 'certificate.self-issued'],
  },
  'the form no longer leads to the signature': {
    pdf: updated(once, { [root]: bodyOf(root).replace(/\/AcroForm\s+\d+ 0 R/, '') }),
    codes: ['signature.unreachable'],
  },
  'the end was cut off': { pdf: once.subarray(0, once.length - 12), codes: ['structure.unreadable'] },
  'it says that it is encrypted': {
    pdf: joined(
      encrypted.subarray(0, once.length),
      exchanged(encrypted.subarray(once.length), '/Size 9100', '/Encrypt 1'),
    ),
    codes: ['structure.encrypted'],
  },
  'a line end follows that nobody signed': {
    pdf: joined(once, text('\n')),
    codes: ['range.uncovered-bytes'],
  },
};

const codesOf = ({ reasons: whole, signatures }: PdfVerification) =>
  [...new Set([...whole, ...signatures.flatMap((one) => one.reasons)].map((one) => one.code))].sort();

for (const [what, { pdf, codes }] of Object.entries(cases)) {
  test(`${what}: ${codes.join(', ')}`, async () => {
    const found = await verifyPdf(pdf, { at: judgedAt, anchors });
    assert.deepEqual(codesOf(found), [...codes].sort());
    const isFailed = codes.some((code) => reasons[code].outcome === 'failed');
    assert.equal(found.outcome, isFailed ? 'failed' : 'indeterminate');
  });
}

test('a stamp by somebody who is no clock proves nothing, and says why', async () => {
  const timestampAuthority = { timestamp: stampBy };
  const pdf = await signAs('school', original, { level: 'B-T', timestampAuthority });
  const found = await verifyPdf(pdf, { at: judgedAt, anchors });
  const [signature] = found.signatures;
  assert.deepEqual(
    signature?.timestamp?.reasons.map((one) => one.code),
    ['certificate.wrong-usage'],
  );
  assert.equal(signature?.provenAt, null);
});

test('every reason of the table is brought about here or in the tests named', () => {
  const here = new Set<string>([
    ...Object.values(cases).flatMap((one) => one.codes),
    'certificate.wrong-usage',
  ]);
  const elsewhere: Record<string, ReasonCode[]> = {
    'verify-pdf.test.ts': [
      ...(['document.changed', 'range.inconsistent', 'content.changed-since', 'signature.none'] as const),
      ...(['appearance.added-since', 'metadata.changed-since', 'algorithm.weak'] as const),
      'certificate.not-anchored',
    ],
    'sign-pdf.test.ts': ['certificate.out-of-validity', 'time.in-future'],
    'revocation.test.ts': [
      ...(['certificate.revoked', 'certificate.revoked-unproven', 'certificate.on-hold'] as const),
      ...(['authority.revoked-unproven', 'revocation.not-checked', 'revocation.out-of-date'] as const),
    ],
  };
  const all = [...here, ...Object.values(elsewhere).flat()].sort();
  assert.deepEqual(all, Object.keys(reasons).sort());
  for (const [file, codes] of Object.entries(elsewhere)) {
    const words = readFileSync(new URL(file, import.meta.url), 'utf8');
    for (const code of codes) assert.ok(words.includes(`'${code}'`), `${file}: ${code}`);
  }
});
