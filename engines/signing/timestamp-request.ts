import { Boolean as DerBoolean, Integer, OctetString, Sequence } from 'asn1js';
import { AlgorithmIdentifier } from 'pkijs';
import { childrenOf, derTag, expectTag, readDer, wholeOf } from './asn1/der.ts';
import { smallIntegerOf } from './asn1/der-values.ts';
import { oid } from './asn1/oids.ts';
import { SigningError } from './signing-error.ts';

/**
 * A request for a time-stamp over a SHA-256 digest, with the authority's certificate asked for (RFC 3161, 2.4.1). DER.
 * Without a nonce: the token is checked against the digest, which is new with every signature.
 */
export function timestampRequest(digest: Uint8Array): Uint8Array {
  const imprint = new Sequence({
    value: [
      new AlgorithmIdentifier({ algorithmId: oid.sha256 }).toSchema(),
      new OctetString({ valueHex: new Uint8Array(digest).buffer }),
    ],
  });
  const request = new Sequence({
    value: [new Integer({ value: 1 }), imprint, new DerBoolean({ value: true })],
  });
  return new Uint8Array(request.toBER());
}

/** The token of an authority's answer (RFC 3161, 2.4.2). Refuses `timestamp.refused` with the status it gave. */
export function timestampToken(response: Uint8Array): Uint8Array {
  try {
    const [info, token] = childrenOf(readDer(response), derTag.sequence);
    const [status] = childrenOf(expectTag(info, derTag.sequence));
    const code = smallIntegerOf(status);
    // Granted, or granted with changes; everything else has no token.
    if (code > 1 || token === undefined) throw new SigningError('timestamp.refused', { status: code });
    return wholeOf(expectTag(token, derTag.sequence));
  } catch (error) {
    if (error instanceof SigningError && error.code === 'timestamp.refused') throw error;
    throw new SigningError('timestamp.refused', { cause: 'not an answer of an authority' });
  }
}

/** The digest that a request asks to stamp, for an authority that answers it. Refuses `timestamp.refused`. */
export function requestedDigest(request: Uint8Array): Uint8Array {
  try {
    const [, imprint] = childrenOf(readDer(request), derTag.sequence);
    const [, digest] = childrenOf(expectTag(imprint, derTag.sequence));
    const node = expectTag(digest, derTag.octets);
    return node.bytes.subarray(node.content, node.end);
  } catch {
    throw new SigningError('timestamp.refused', { cause: 'not a request' });
  }
}

/** An answer that grants a token (RFC 3161, 2.4.2). DER. */
export function timestampResponse(token: Uint8Array): Uint8Array {
  const status = new Sequence({ value: [new Integer({ value: 0 })] });
  const granted = new Uint8Array(status.toBER());
  const length = granted.length + token.length;
  const octets: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) octets.unshift(rest % 256);
  const header = length < 128 ? [0x30, length] : [0x30, 0x80 + octets.length, ...octets];
  return Uint8Array.from([...header, ...granted, ...token]);
}
