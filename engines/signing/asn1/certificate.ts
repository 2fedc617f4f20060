import { sameBytes } from '../bytes.ts';
import { childrenOf, contentOf, type Der, derTag, expectTag, malformed, readDer, wholeOf } from './der.ts';
import { integerOf, oidOf, smallIntegerOf, textOf, timeOf, wholeBitsOf } from './der-values.ts';
import { oid } from './oids.ts';

/** The parts of a name that we show; the last of each kind counts. */
export type DistinguishedName = {
  commonName?: string;
  organisation?: string;
  country?: string;
  /** Registration number of the organisation (ETSI EN 319 412-1), such as a unified social credit code. */
  organisationId?: string;
};

/** An X.509 version 3 certificate (RFC 5280), as far as verification needs it. Byte fields are views of `der`. */
export type Certificate = {
  der: Uint8Array;
  serial: Uint8Array;
  issuerDer: Uint8Array;
  subjectDer: Uint8Array;
  subject: DistinguishedName;
  issuer: DistinguishedName;
  notBefore: Date;
  notAfter: Date;
  publicKeyDer: Uint8Array;
  isAuthority: boolean;
  /** Key usage bits by number (0 digitalSignature, 1 nonRepudiation, 5 keyCertSign); none when the extension is absent. */
  keyUsage: readonly number[] | null;
  extendedKeyUsage: readonly string[];
  /** It names a place where revocation could be asked. */
  namesRevocationSource: boolean;
  /** A responder's certificate that need not be asked about itself (RFC 6960, 4.2.2.2.1). */
  needsNoRevocation: boolean;
  /** What its issuer signed, how, and the signature. */
  signedPart: Uint8Array;
  signatureAlgorithm: Der;
  signature: Uint8Array;
};

const nameKeys: Record<string, keyof DistinguishedName> = {
  [oid.commonName]: 'commonName',
  [oid.organisation]: 'organisation',
  [oid.country]: 'country',
  [oid.organisationIdentifier]: 'organisationId',
};

function readName(node: Der): DistinguishedName {
  const name: DistinguishedName = {};
  for (const set of childrenOf(node, derTag.sequence))
    for (const pair of childrenOf(set, derTag.set)) {
      const [type, value] = childrenOf(pair, derTag.sequence);
      const key = nameKeys[oidOf(type)];
      if (key !== undefined && value !== undefined) name[key] = textOf(value);
    }
  return name;
}

type Extensions = Pick<
  Certificate,
  'isAuthority' | 'keyUsage' | 'extendedKeyUsage' | 'namesRevocationSource' | 'needsNoRevocation'
>;

function bitNumbers(node: Der): number[] {
  const [unused = 0, ...octets] = contentOf(expectTag(node, derTag.bits));
  const count = octets.length * 8 - unused;
  return Array.from({ length: count }, (_, i) => i).filter(
    (i) => ((octets[i >> 3] ?? 0) & (0x80 >> (i & 7))) !== 0,
  );
}

const known: ReadonlySet<string> = new Set([oid.basicConstraints, oid.keyUsage, oid.extendedKeyUsage]);
// Names and policies restrict chains in ways that do not matter to a chain of one authority.
const harmlessWhenCritical: ReadonlySet<string> = new Set(['2.5.29.32', '2.5.29.17']);

function readExtensions(node: Der | undefined): Extensions {
  const found: Extensions = {
    isAuthority: false,
    keyUsage: null,
    extendedKeyUsage: [],
    namesRevocationSource: false,
    needsNoRevocation: false,
  };
  if (node === undefined) return found;
  const [list] = childrenOf(node);
  for (const extension of childrenOf(expectTag(list, derTag.sequence), derTag.sequence)) {
    const parts = childrenOf(extension, derTag.sequence);
    const id = oidOf(parts[0]);
    const isCritical = parts.length === 3;
    const value = readDer(contentOf(expectTag(parts.at(-1), derTag.octets)));
    if (id === oid.basicConstraints) found.isAuthority = childrenOf(value)[0]?.tag === derTag.boolean;
    else if (id === oid.keyUsage) found.keyUsage = bitNumbers(value);
    else if (id === oid.extendedKeyUsage) found.extendedKeyUsage = childrenOf(value).map(oidOf);
    else if (id === oid.crlDistributionPoints || id === oid.authorityInfoAccess)
      found.namesRevocationSource = true;
    else if (id === oid.ocspNoCheck) found.needsNoRevocation = true;
    if (isCritical && !known.has(id) && !harmlessWhenCritical.has(id))
      malformed(extension.start, `understood critical extension, not ${id}`);
  }
  return found;
}

/** Reads one certificate; refuses `der.malformed` for anything it does not understand and would have to. */
export function readCertificate(der: Uint8Array): Certificate {
  const [toBeSigned, algorithm, signature] = childrenOf(readDer(der), derTag.sequence);
  const signed = expectTag(toBeSigned, derTag.sequence);
  const fields = childrenOf(signed);
  const [version] = childrenOf(expectTag(fields[0], derTag.context(0)));
  if (smallIntegerOf(version) !== 2) malformed(signed.start, 'version 3');
  const [, serial, innerAlgorithm, issuer, validity, subject, publicKey, ...more] = fields;
  const outer = expectTag(algorithm, derTag.sequence);
  if (!sameBytes(wholeOf(expectTag(innerAlgorithm, derTag.sequence)), wholeOf(outer)))
    malformed(outer.start, 'the same algorithm inside and outside');
  const [notBefore, notAfter] = childrenOf(expectTag(validity, derTag.sequence));
  const issuerNode = expectTag(issuer, derTag.sequence);
  const subjectNode = expectTag(subject, derTag.sequence);
  return {
    der,
    serial: integerOf(serial),
    issuerDer: wholeOf(issuerNode),
    subjectDer: wholeOf(subjectNode),
    subject: readName(subjectNode),
    issuer: readName(issuerNode),
    notBefore: timeOf(notBefore ?? malformed(signed.start, 'validity')),
    notAfter: timeOf(notAfter ?? malformed(signed.start, 'validity')),
    publicKeyDer: wholeOf(expectTag(publicKey, derTag.sequence)),
    ...readExtensions(more.find((node) => node.tag === derTag.context(3))),
    signedPart: wholeOf(signed),
    signatureAlgorithm: outer,
    signature: wholeBitsOf(signature),
  };
}
