import { childrenOf, contentOf, type Der, derTag, expectTag } from './asn1/der.ts';
import { oidOf } from './asn1/der-values.ts';
import { oid } from './asn1/oids.ts';
import { type HashName, hashOf, keyProblem, verifySignature } from './asn1/signature-algorithm.ts';
import type { SignedData } from './asn1/signed-data.ts';
import { sameBytes } from './bytes.ts';
import { type Reason, reason } from './verdict.ts';

/** Digest of the bytes that should have been signed. */
export type DigestWith = (hash: HashName) => Promise<Uint8Array>;

// RFC 5035: the digest of the certificate that the signer meant, under SHA-256 unless it says otherwise.
async function namesCertificate(attribute: Der, certificate: Uint8Array): Promise<boolean> {
  const [ids] = childrenOf(attribute, derTag.sequence);
  const [first] = childrenOf(expectTag(ids, derTag.sequence));
  const fields = childrenOf(expectTag(first, derTag.sequence));
  const named = fields[0]?.tag === derTag.sequence ? fields[0] : undefined;
  const hash = named ? hashOf(named) : 'SHA-256';
  const value = contentOf(expectTag(named ? fields[1] : fields[0], derTag.octets));
  if (hash === null) return false;
  return sameBytes(value, new Uint8Array(await crypto.subtle.digest(hash, new Uint8Array(certificate))));
}

// RFC 6211: the algorithms repeated inside what is signed.
function protectsAlgorithms(attribute: Der, data: SignedData): boolean {
  const [digest, signature] = childrenOf(attribute, derTag.sequence);
  const digestId = oidOf(childrenOf(expectTag(digest, derTag.sequence))[0]);
  const algorithmId = oidOf(childrenOf(expectTag(signature, derTag.context(1)))[0]);
  return digestId === data.hashId && algorithmId === data.algorithmId;
}

async function attributeReasons(data: SignedData, certificate: Uint8Array, needsCertificateId: boolean) {
  const found: Reason[] = [];
  const type = data.signedAttributes.get(oid.contentType);
  if (type === undefined || oidOf(type) !== data.contentType)
    found.push(reason('signature.malformed', { expected: 'content type' }));
  const protection = data.signedAttributes.get(oid.algorithmProtection);
  if (protection !== undefined && !protectsAlgorithms(protection, data))
    found.push(reason('algorithm.exchanged'));
  const id = data.signedAttributes.get(oid.signingCertificateV2);
  // The first version names the certificate by SHA-1 only (RFC 2634).
  if (id === undefined && data.signedAttributes.has(oid.signingCertificateV1))
    found.push(reason('algorithm.weak'));
  else if (id === undefined && needsCertificateId)
    found.push(reason('signature.malformed', { expected: 'signing certificate' }));
  if (id !== undefined && !(await namesCertificate(id, certificate)))
    found.push(reason('certificate.exchanged'));
  return found;
}

/**
 * Checks a signature itself (ETSI EN 319 102-1, 5.2.4 to 5.2.8): digest, attributes, signature value.
 * Says nothing of trust in the certificate.
 */
export async function checkSignedData(
  data: SignedData,
  digestWith: DigestWith,
  needsCertificateId: boolean,
): Promise<Reason[]> {
  const { signer, hash, algorithm } = data;
  if (signer === null) return [reason('certificate.missing')];
  const found = await attributeReasons(data, signer.der, needsCertificateId);
  if (hash === null || algorithm === null) return [...found, reason('algorithm.unsupported')];
  const digest = data.signedAttributes.get(oid.messageDigest);
  const stated = digest && contentOf(expectTag(digest, derTag.octets));
  if (stated === undefined) found.push(reason('signature.malformed', { expected: 'message digest' }));
  else if (!sameBytes(stated, await digestWith(hash))) found.push(reason('document.changed'));
  const problem = keyProblem(signer.publicKeyDer, algorithm);
  if (problem !== null) found.push(reason(`algorithm.${problem}`));
  if (problem === 'unsupported') return found;
  const { publicKeyDer } = signer;
  if (!(await verifySignature(publicKeyDer, algorithm, hash, data.signature, data.signedBytes)))
    found.push(reason('signature.forged'));
  return found;
}
