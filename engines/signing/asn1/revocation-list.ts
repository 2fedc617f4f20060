import { childrenOf, contentOf, type Der, derTag, expectTag, malformed, readDer, wholeOf } from './der.ts';
import { integerOf, oidOf, timeOf, wholeBitsOf } from './der-values.ts';
import { oid } from './oids.ts';

/** One certificate on a list. `cause` is the number of RFC 5280, 5.3.1 (6: on hold), null when none is given. */
export type ListedCertificate = { serial: Uint8Array; at: Date; cause: number | null };

/** A complete list of revoked certificates (CRL, RFC 5280, 5). Nobody has checked its signature yet. */
export type RevocationList = {
  issuerDer: Uint8Array;
  asOf: Date;
  /** When the next list was promised. */
  until: Date | null;
  revoked: readonly ListedCertificate[];
  signedPart: Uint8Array;
  signatureAlgorithm: Der;
  signature: Uint8Array;
};

const isTime = (node: Der | undefined): node is Der =>
  node?.tag === derTag.utcTime || node?.tag === derTag.generalizedTime;

/** Extensions by identifier; one that is critical and not in `known` is refused: it could turn the meaning round. */
function extensionsOf(list: Der, known: readonly string[]): Map<string, Der> {
  const found = new Map<string, Der>();
  for (const extension of childrenOf(list, derTag.sequence)) {
    const parts = childrenOf(extension, derTag.sequence);
    const id = oidOf(parts[0]);
    if (parts.length === 3 && !known.includes(id))
      malformed(extension.start, `understood critical extension, not ${id}`);
    found.set(id, readDer(contentOf(expectTag(parts.at(-1), derTag.octets))));
  }
  return found;
}

/** The number of a cause of revocation. */
export function causeOf(node: Der): number {
  return contentOf(expectTag(node, derTag.enumerated))[0] ?? malformed(node.start, 'cause');
}

function listedOf(node: Der): ListedCertificate {
  const [serial, at, extensions] = childrenOf(node, derTag.sequence);
  const found = extensions && extensionsOf(extensions, [oid.revocationCause, oid.revocationInvalidity]);
  const cause = found?.get(oid.revocationCause);
  return {
    serial: integerOf(serial),
    at: timeOf(at ?? malformed(node.start, 'time of revocation')),
    cause: cause === undefined ? null : causeOf(cause),
  };
}

/** Reads a list; refuses `der.malformed`, also for lists that cover a part only (delta, indirect, by distribution point). */
export function readRevocationList(der: Uint8Array): RevocationList {
  const [toBeSigned, algorithm, signature] = childrenOf(readDer(der), derTag.sequence);
  const signed = expectTag(toBeSigned, derTag.sequence);
  const outer = expectTag(algorithm, derTag.sequence);
  const fields = childrenOf(signed);
  if (fields[0]?.tag === derTag.integer) fields.shift();
  const [inner, issuer, asOf, ...rest] = fields;
  if (inner === undefined || !isTime(asOf)) return malformed(signed.start, 'list of revoked certificates');
  const until = isTime(rest[0]) ? timeOf(rest[0]) : null;
  const listed = rest.find((node) => node.tag === derTag.sequence);
  const extensions = rest.find((node) => node.tag === derTag.context(0));
  if (extensions !== undefined)
    extensionsOf(childrenOf(extensions)[0] ?? malformed(extensions.start, 'extensions'), []);
  return {
    issuerDer: wholeOf(expectTag(issuer, derTag.sequence)),
    asOf: timeOf(asOf),
    until,
    revoked: listed === undefined ? [] : childrenOf(listed).map(listedOf),
    signedPart: wholeOf(signed),
    signatureAlgorithm: outer,
    signature: wholeBitsOf(signature),
  };
}
