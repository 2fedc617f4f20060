import { type Certificate, readCertificate } from './certificate.ts';
import { childrenOf, contentOf, type Der, derTag, expectTag, malformed, readDer, wholeOf } from './der.ts';
import { integerOf, oidOf, timeOf, wholeBitsOf } from './der-values.ts';
import { oid } from './oids.ts';
import { causeOf } from './revocation-list.ts';

/** What an answer says of one certificate, which it names by digests of its issuer and by serial number. */
export type AnsweredCertificate = {
  digestId: string;
  issuerNameDigest: Uint8Array;
  issuerKeyDigest: Uint8Array;
  serial: Uint8Array;
  status: 'good' | 'revoked' | 'unknown';
  revokedAt: Date | null;
  cause: number | null;
  asOf: Date;
  until: Date | null;
};

/** A basic OCSP answer (RFC 6960, 4.2). Nobody has checked its signature yet. */
export type RevocationAnswer = {
  producedAt: Date;
  answers: readonly AnsweredCertificate[];
  certificates: readonly Certificate[];
  signedPart: Uint8Array;
  signatureAlgorithm: Der;
  signature: Uint8Array;
};

const firstOf = (node: Der): Der => childrenOf(node)[0] ?? malformed(node.start, 'content');

function statusOf(node: Der | undefined): Pick<AnsweredCertificate, 'status' | 'revokedAt' | 'cause'> {
  if (node?.tag === derTag.contextPrimitive(0)) return { status: 'good', revokedAt: null, cause: null };
  if (node?.tag !== derTag.context(1)) return { status: 'unknown', revokedAt: null, cause: null };
  const [at, cause] = childrenOf(node);
  return {
    status: 'revoked',
    revokedAt: timeOf(expectTag(at, derTag.generalizedTime)),
    cause: cause === undefined ? null : causeOf(firstOf(expectTag(cause, derTag.context(0)))),
  };
}

function answerOf(node: Der): AnsweredCertificate {
  const [id, status, asOf, ...rest] = childrenOf(node, derTag.sequence);
  const [digest, name, key, serial] = childrenOf(expectTag(id, derTag.sequence));
  const until = rest.find((each) => each.tag === derTag.context(0));
  return {
    digestId: oidOf(childrenOf(expectTag(digest, derTag.sequence))[0]),
    issuerNameDigest: contentOf(expectTag(name, derTag.octets)),
    issuerKeyDigest: contentOf(expectTag(key, derTag.octets)),
    serial: integerOf(serial),
    ...statusOf(status),
    asOf: timeOf(expectTag(asOf, derTag.generalizedTime)),
    until: until === undefined ? null : timeOf(firstOf(until)),
  };
}

/** The basic answer inside a whole response, or the bytes themselves where they are one already. */
function basicIn(der: Uint8Array): Der {
  const whole = readDer(der);
  const [status, wrapped] = childrenOf(whole, derTag.sequence);
  if (status?.tag !== derTag.enumerated) return whole;
  if (contentOf(status)[0] !== 0 || wrapped === undefined) malformed(whole.start, 'successful answer');
  const [type, answer] = childrenOf(firstOf(expectTag(wrapped, derTag.context(0))), derTag.sequence);
  if (oidOf(type) !== oid.ocspBasic) malformed(whole.start, 'basic answer');
  return readDer(contentOf(expectTag(answer, derTag.octets)));
}

/** Reads an OCSP response or the basic answer in it; refuses `der.malformed`. */
export function readRevocationAnswer(der: Uint8Array): RevocationAnswer {
  const [toBeSigned, algorithm, signature, bag] = childrenOf(basicIn(der), derTag.sequence);
  const signed = expectTag(toBeSigned, derTag.sequence);
  const fields = childrenOf(signed);
  // An explicit version has the tag that a responder is never named by.
  if (fields[0]?.tag === derTag.context(0)) fields.shift();
  const [, producedAt, answers] = fields;
  return {
    producedAt: timeOf(expectTag(producedAt, derTag.generalizedTime)),
    answers: childrenOf(expectTag(answers, derTag.sequence)).map(answerOf),
    certificates: bag
      ? childrenOf(firstOf(expectTag(bag, derTag.context(0)))).map((node) => readCertificate(wholeOf(node)))
      : [],
    signedPart: wholeOf(signed),
    signatureAlgorithm: expectTag(algorithm, derTag.sequence),
    signature: wholeBitsOf(signature),
  };
}
