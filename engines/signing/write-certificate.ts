import {
  BitString,
  Set as DerSet,
  Integer,
  ObjectIdentifier,
  OctetString,
  PrintableString,
  Sequence,
  Utf8String,
} from 'asn1js';
import {
  BasicConstraints,
  Certificate,
  CryptoEngine,
  Extension,
  RelativeDistinguishedNames,
  Time,
} from 'pkijs';
import { oid } from './asn1/oids.ts';

/** What a self-issued certificate says. Times in whole seconds. */
export type CertificateOrder = {
  commonName: string;
  organisation?: string;
  organisationId?: string;
  /** ISO 3166-1, two letters. */
  country: string;
  notBefore: Date;
  notAfter: Date;
  /** Positive, at most 20 octets. */
  serial: Uint8Array<ArrayBuffer>;
  purpose: 'signing' | 'time-stamping';
  keys: CryptoKeyPair;
};

/** pkijs keeps to this generator and hashing instead of looking for one. */
export const cryptoEngine = new CryptoEngine({ name: 'webcrypto', crypto });

// One attribute a step, from country to person. (The library alone would put all of them into a single step.)
function nameOf(order: CertificateOrder): RelativeDistinguishedNames {
  const parts = [
    { type: oid.country, value: new PrintableString({ value: order.country }) },
    ...[
      { type: oid.organisation, text: order.organisation },
      { type: oid.organisationIdentifier, text: order.organisationId },
      { type: oid.commonName, text: order.commonName },
    ].flatMap(({ type, text }) =>
      text === undefined ? [] : [{ type, value: new Utf8String({ value: text }) }],
    ),
  ];
  const steps = parts.map(({ type, value }) => {
    const pair = new Sequence({ value: [new ObjectIdentifier({ value: type }), value] });
    return new DerSet({ value: [pair] });
  });
  return RelativeDistinguishedNames.fromBER(new Sequence({ value: steps }).toBER());
}

// X.509 wants two-digit years up to 2049 and four-digit years from then on (RFC 5280, 4.1.2.5).
const timeOf = (value: Date) => new Time({ type: value.getUTCFullYear() < 2050 ? 0 : 1, value });

const extension = (extnID: string, critical: boolean, value: { toBER(): ArrayBuffer }) =>
  new Extension({ extnID, critical, extnValue: value.toBER() });

async function extensionsOf(order: CertificateOrder, publicKey: ArrayBuffer): Promise<Extension[]> {
  const keyId = await crypto.subtle.digest('SHA-1', publicKey);
  // Signing alone for a time-stamp authority; signer's certificates also commit (digitalSignature, nonRepudiation).
  const usage = order.purpose === 'signing' ? { bits: 0xc0, unused: 6 } : { bits: 0x80, unused: 7 };
  const keyUsage = new BitString({ valueHex: Uint8Array.of(usage.bits).buffer, unusedBits: usage.unused });
  const found = [
    extension(oid.basicConstraints, true, new BasicConstraints({ cA: false }).toSchema()),
    extension(oid.keyUsage, true, keyUsage),
    extension(oid.subjectKeyIdentifier, false, new OctetString({ valueHex: keyId })),
  ];
  if (order.purpose === 'time-stamping') {
    const purposes = new Sequence({ value: [new ObjectIdentifier({ value: oid.timeStamping })] });
    found.push(extension(oid.extendedKeyUsage, true, purposes));
  }
  return found;
}

/** Makes a self-issued X.509 version 3 certificate (RFC 5280), ECDSA with SHA-256; names in UTF-8. DER. */
export async function writeCertificate(order: CertificateOrder): Promise<Uint8Array> {
  const certificate = new Certificate();
  certificate.version = 2;
  certificate.serialNumber = new Integer({ valueHex: order.serial });
  certificate.issuer = nameOf(order);
  certificate.subject = nameOf(order);
  certificate.notBefore = timeOf(order.notBefore);
  certificate.notAfter = timeOf(order.notAfter);
  await certificate.subjectPublicKeyInfo.importKey(order.keys.publicKey, cryptoEngine);
  const publicKey = await crypto.subtle.exportKey('raw', order.keys.publicKey);
  certificate.extensions = await extensionsOf(order, publicKey);
  await certificate.sign(order.keys.privateKey, 'SHA-256', cryptoEngine);
  return new Uint8Array(certificate.toSchema(true).toBER());
}
