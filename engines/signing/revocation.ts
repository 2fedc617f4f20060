import type { Certificate } from './asn1/certificate.ts';
import { childrenOf, contentOf, type Der, derTag, expectTag, readDer } from './asn1/der.ts';
import { oid } from './asn1/oids.ts';
import type { AnsweredCertificate, RevocationAnswer } from './asn1/revocation-answer.ts';
import type { RevocationList } from './asn1/revocation-list.ts';
import { algorithmOf, verifySignature } from './asn1/signature-algorithm.ts';
import { sameBytes } from './bytes.ts';
import { type Reason, reason } from './verdict.ts';

/** Lists and answers that are at hand: from the file's security store, or given by the caller. */
export type RevocationSources = {
  lists: readonly RevocationList[];
  answers: readonly RevocationAnswer[];
};

/** What one list or answer, checked against the issuer, says of one certificate. */
export type RevocationFact = {
  source: 'list' | 'answer';
  asOf: Date;
  until: Date | null;
  /** null: not revoked. */
  revoked: { at: Date; cause: number | null } | null;
};

const onHold = 6;

type Signed = { signedPart: Uint8Array; signatureAlgorithm: Der; signature: Uint8Array };

/** True when this key made the signature over the part that is signed. */
export async function isSignedBy(thing: Signed, publicKeyDer: Uint8Array): Promise<boolean> {
  const algorithm = algorithmOf(thing.signatureAlgorithm);
  if (algorithm === null || algorithm.hash === null) return false;
  return await verifySignature(publicKeyDer, algorithm, algorithm.hash, thing.signature, thing.signedPart);
}

async function listFact(
  certificate: Certificate,
  issuer: Certificate,
  list: RevocationList,
): Promise<RevocationFact | null> {
  const maySign = issuer.keyUsage === null || issuer.keyUsage.includes(6);
  if (!maySign || !sameBytes(list.issuerDer, certificate.issuerDer)) return null;
  if (!(await isSignedBy(list, issuer.publicKeyDer))) return null;
  const listed = list.revoked.find((each) => sameBytes(each.serial, certificate.serial));
  // A list may drop certificates that have ended: from then on, not being on it says nothing.
  if (listed === undefined && list.asOf > certificate.notAfter) return null;
  const revoked = listed === undefined ? null : { at: listed.at, cause: listed.cause };
  return { source: 'list', asOf: list.asOf, until: list.until, revoked };
}

const digests: Record<string, string> = {
  [oid.sha1]: 'SHA-1',
  [oid.sha256]: 'SHA-256',
  [oid.sha384]: 'SHA-384',
  [oid.sha512]: 'SHA-512',
};

async function isAbout(
  answer: AnsweredCertificate,
  certificate: Certificate,
  issuer: Certificate,
): Promise<boolean> {
  const name = digests[answer.digestId];
  if (name === undefined || !sameBytes(answer.serial, certificate.serial)) return false;
  const digestOf = async (bytes: Uint8Array) =>
    new Uint8Array(await crypto.subtle.digest(name, new Uint8Array(bytes)));
  const keyBits = contentOf(expectTag(childrenOf(readDer(issuer.publicKeyDer))[1], derTag.bits)).subarray(1);
  return (
    sameBytes(answer.issuerNameDigest, await digestOf(issuer.subjectDer)) &&
    sameBytes(answer.issuerKeyDigest, await digestOf(keyBits))
  );
}

/** The issuer itself answers, or somebody it made a responder and nobody has to ask about (RFC 6960, 4.2.2.2). */
async function isFromResponder(answer: RevocationAnswer, issuer: Certificate): Promise<boolean> {
  if (await isSignedBy(answer, issuer.publicKeyDer)) return true;
  for (const each of answer.certificates) {
    const isDelegate =
      sameBytes(each.issuerDer, issuer.subjectDer) &&
      each.extendedKeyUsage.includes(oid.ocspSigning) &&
      (each.needsNoRevocation || !each.namesRevocationSource) &&
      each.notBefore <= answer.producedAt &&
      answer.producedAt <= each.notAfter;
    if (isDelegate && (await isSignedBy(each, issuer.publicKeyDer)))
      if (await isSignedBy(answer, each.publicKeyDer)) return true;
  }
  return false;
}

async function answerFacts(
  certificate: Certificate,
  issuer: Certificate,
  answer: RevocationAnswer,
): Promise<RevocationFact[]> {
  const found: RevocationFact[] = [];
  for (const each of answer.answers) {
    if (each.status === 'unknown' || !(await isAbout(each, certificate, issuer))) continue;
    if (!(await isFromResponder(answer, issuer))) return [];
    const revoked = each.revokedAt === null ? null : { at: each.revokedAt, cause: each.cause };
    found.push({ source: 'answer', asOf: each.asOf, until: each.until, revoked });
  }
  return found;
}

/** Everything that lists and answers signed for this issuer say of the certificate; what lies after `at` is left out. */
export async function revocationFacts(
  certificate: Certificate,
  issuer: Certificate,
  sources: RevocationSources,
  at: Date,
): Promise<RevocationFact[]> {
  const lists = await Promise.all(sources.lists.map((list) => listFact(certificate, issuer, list)));
  const answers = await Promise.all(
    sources.answers.map((answer) => answerFacts(certificate, issuer, answer)),
  );
  return [...lists.filter((fact) => fact !== null), ...answers.flat()].filter((fact) => fact.asOf <= at);
}

/** What is known of when a signature was made. */
export type SignatureTimes = {
  /** The signer's word. */
  claimedAt: Date | null;
  /** It existed then: a trusted time-stamp over it says so. */
  provenAt: Date | null;
  /** It was made after this: what it signs holds a trusted time-stamp. */
  notBefore: Date | null;
};

/** The revocation that counts: the earliest, except a hold that a later word has lifted. */
function revocationIn(facts: readonly RevocationFact[]): { at: Date; cause: number | null } | null {
  const standing = facts.flatMap(({ revoked, asOf }) => {
    const isLifted = facts.some((other) => other.revoked === null && other.asOf > asOf);
    return revoked === null || (revoked.cause === onHold && isLifted) ? [] : [revoked];
  });
  return standing.sort((left, right) => left.at.getTime() - right.at.getTime())[0] ?? null;
}

function revokedReason(
  revoked: { at: Date; cause: number | null },
  times: SignatureTimes,
  role: 'signer' | 'authority' | 'time-stamping',
): Reason | null {
  const { provenAt, notBefore } = times;
  if (provenAt !== null && provenAt < revoked.at) return null;
  const params = { at: revoked.at.toISOString(), cause: revoked.cause ?? 0 };
  if (revoked.cause === onHold) return reason('certificate.on-hold', params);
  if (role === 'authority') return reason('authority.revoked-unproven', params);
  // Only what it signs proves that it came after; the signer's own word is no proof, for or against.
  const isAfter = notBefore !== null && notBefore >= revoked.at;
  const isFailed = role === 'signer' && isAfter;
  return reason(isFailed ? 'certificate.revoked' : 'certificate.revoked-unproven', params);
}

/**
 * Judges one certificate by what is known of its revocation (ETSI EN 319 102-1, 5.2.6 and 5.5.4): revoked after a proven
 * time does no harm, revoked before what the signature is proven to follow fails, without proof it stays open. "Not
 * revoked" counts when it was said at or after the best known time of the signature, or held until then.
 */
export function revocationReason(
  certificate: Certificate,
  facts: readonly RevocationFact[],
  times: SignatureTimes,
  at: Date,
  role: 'signer' | 'authority' | 'time-stamping',
): Reason | null {
  const revoked = revocationIn(facts);
  if (revoked !== null) return revokedReason(revoked, times, role);
  const best = times.provenAt ?? at;
  const [latest] = [...facts].sort((left, right) => right.asOf.getTime() - left.asOf.getTime());
  if (latest === undefined)
    return certificate.namesRevocationSource ? reason('revocation.not-checked') : null;
  const isFresh = facts.some((fact) => fact.asOf >= best || (fact.until !== null && fact.until >= best));
  return isFresh ? null : reason('revocation.out-of-date', { asOf: latest.asOf.toISOString() });
}
