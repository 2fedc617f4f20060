import { joined } from '../bytes.ts';
import { childrenOf, contentOf, type Der, derTag, expectTag, malformed, readDer } from './der.ts';
import { integerOf, oidOf, smallIntegerOf } from './der-values.ts';
import { oid } from './oids.ts';

export type HashName = 'SHA-256' | 'SHA-384' | 'SHA-512';

/** How a signature was made, as far as WebCrypto can check it. */
export type SignatureAlgorithm =
  | { kind: 'ecdsa'; hash: HashName | null }
  | { kind: 'rsa'; hash: HashName | null }
  | { kind: 'rsa-pss'; hash: HashName; saltLength: number };

const hashes: Record<string, HashName> = {
  [oid.sha256]: 'SHA-256',
  [oid.sha384]: 'SHA-384',
  [oid.sha512]: 'SHA-512',
};

const algorithms: Record<string, SignatureAlgorithm> = {
  [oid.ecdsaSha256]: { kind: 'ecdsa', hash: 'SHA-256' },
  [oid.ecdsaSha384]: { kind: 'ecdsa', hash: 'SHA-384' },
  [oid.ecdsaSha512]: { kind: 'ecdsa', hash: 'SHA-512' },
  // Without a digest of its own: CMS names the digest beside it.
  [oid.ec]: { kind: 'ecdsa', hash: null },
  [oid.rsa]: { kind: 'rsa', hash: null },
  [oid.rsaSha256]: { kind: 'rsa', hash: 'SHA-256' },
  [oid.rsaSha384]: { kind: 'rsa', hash: 'SHA-384' },
  [oid.rsaSha512]: { kind: 'rsa', hash: 'SHA-512' },
};

/** The digest of an AlgorithmIdentifier, or null when it is none of SHA-256, SHA-384, SHA-512. */
export function hashOf(identifier: Der): HashName | null {
  const [id, parameters, extra] = childrenOf(identifier, derTag.sequence);
  if (extra !== undefined) malformed(extra.start, 'algorithm identifier');
  if (parameters !== undefined && (parameters.tag !== derTag.null || parameters.end !== parameters.content))
    malformed(parameters.start, 'no parameters');
  return hashes[oidOf(id)] ?? null;
}

function pssOf(parameters: Der | undefined): SignatureAlgorithm | null {
  const fields = childrenOf(expectTag(parameters, derTag.sequence));
  const field = (n: number) => {
    const found = fields.find((each) => each.tag === derTag.context(n));
    return found && childrenOf(found)[0];
  };
  const [digest, mask, salt] = [field(0), field(1), field(2)];
  const hash = digest && hashOf(digest);
  const maskHash = mask && hashOf(childrenOf(mask)[1] ?? malformed(mask.start, 'mask digest'));
  return hash && hash === maskHash && salt
    ? { kind: 'rsa-pss', hash, saltLength: smallIntegerOf(salt) }
    : null;
}

/** The algorithm of an AlgorithmIdentifier, or null when it is not supported (SHA-1, DSA, SM2 and others). */
export function algorithmOf(identifier: Der): SignatureAlgorithm | null {
  const [id, parameters] = childrenOf(identifier, derTag.sequence);
  return oidOf(id) === oid.rsaPss ? pssOf(parameters) : (algorithms[oidOf(id)] ?? null);
}

const curves: Record<string, { name: string; size: number }> = {
  [oid.p256]: { name: 'P-256', size: 32 },
  [oid.p384]: { name: 'P-384', size: 48 },
  [oid.p521]: { name: 'P-521', size: 66 },
};

// WebCrypto takes r and s as two numbers of the curve's size, CMS and X.509 a SEQUENCE of two INTEGERs.
function plainEcdsa(signature: Uint8Array, size: number): Uint8Array<ArrayBuffer> {
  const numbers = childrenOf(readDer(signature), derTag.sequence).map((node) => {
    const value = integerOf(node);
    const digits = value[0] === 0 ? value.subarray(1) : value;
    if ((value[0] ?? 0) >= 0x80 || digits.length > size) malformed(node.start, 'number of the curve');
    return joined(new Uint8Array(size - digits.length), digits);
  });
  if (numbers.length !== 2) malformed(0, 'two numbers');
  return joined(...numbers);
}

/** A public key's own weakness or strangeness, before anything is checked with it. */
export type KeyProblem = 'weak' | 'unsupported';

/** Strength and kind of a SubjectPublicKeyInfo. RSA below 2048 bits counts as weak (ETSI TS 119 312). */
export function keyProblem(publicKeyDer: Uint8Array, algorithm: SignatureAlgorithm): KeyProblem | null {
  const [identifier, bits] = childrenOf(readDer(publicKeyDer), derTag.sequence);
  const [id, curve] = childrenOf(expectTag(identifier, derTag.sequence));
  if (algorithm.kind === 'ecdsa')
    return oidOf(id) === oid.ec && curve && curves[oidOf(curve)] ? null : 'unsupported';
  if (oidOf(id) !== oid.rsa) return 'unsupported';
  const [modulus] = childrenOf(readDer(contentOf(expectTag(bits, derTag.bits)).subarray(1)));
  return integerOf(modulus).length < 256 ? 'weak' : null;
}

/**
 * Checks a signature over `data` with a SubjectPublicKeyInfo. `hash` applies where the algorithm names none.
 * False for a wrong signature, also for a malformed one.
 */
export async function verifySignature(
  publicKeyDer: Uint8Array,
  algorithm: SignatureAlgorithm,
  hash: HashName,
  signature: Uint8Array,
  data: Uint8Array,
): Promise<boolean> {
  const digest = algorithm.hash ?? hash;
  const key = new Uint8Array(publicKeyDer);
  const message = new Uint8Array(data);
  try {
    if (algorithm.kind === 'ecdsa') {
      const [, curveNode] = childrenOf(childrenOf(readDer(publicKeyDer))[0] ?? malformed(0, 'algorithm'));
      const curve = curves[oidOf(curveNode)] ?? malformed(0, 'known curve');
      const parameters = { name: 'ECDSA', namedCurve: curve.name };
      const imported = await crypto.subtle.importKey('spki', key, parameters, false, ['verify']);
      const plain = plainEcdsa(signature, curve.size);
      return await crypto.subtle.verify({ name: 'ECDSA', hash: digest }, imported, plain, message);
    }
    const name = algorithm.kind === 'rsa' ? 'RSASSA-PKCS1-v1_5' : 'RSA-PSS';
    const saltLength = algorithm.kind === 'rsa-pss' ? algorithm.saltLength : 0;
    const imported = await crypto.subtle.importKey('spki', key, { name, hash: digest }, false, ['verify']);
    return await crypto.subtle.verify({ name, saltLength }, imported, new Uint8Array(signature), message);
  } catch {
    return false;
  }
}
