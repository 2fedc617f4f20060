import { childrenOf, contentOf, derTag, expectTag, malformed, readDer } from './asn1/der.ts';
import { smallIntegerOf, timeOf } from './asn1/der-values.ts';
import { oid } from './asn1/oids.ts';
import { hashOf } from './asn1/signature-algorithm.ts';
import { readSignedData, type SignedData } from './asn1/signed-data.ts';
import { sameBytes } from './bytes.ts';
import { checkSignedData, type DigestWith } from './check-signed-data.ts';
import { SigningError } from './signing-error.ts';
import { judgeCertificate, type Trust } from './trust.ts';
import { type Outcome, outcomeOf, type Reason, reason } from './verdict.ts';

/** A time-stamp authority (RFC 3161): a SHA-256 digest in, a DER TimeStampToken out. */
export type TimestampAuthority = { timestamp(digest: Uint8Array): Promise<Uint8Array> };

/** What a time-stamp says and how far it can be believed. */
export type TimestampReport = {
  at: string;
  authority: string;
  isAnchored: boolean;
  outcome: Outcome;
  reasons: readonly Reason[];
};

function infoOf(data: SignedData) {
  if (data.contentType !== oid.timestampInfo || data.content === null) return malformed(0, 'time-stamp');
  const [version, , imprint, , time] = childrenOf(readDer(data.content), derTag.sequence);
  if (smallIntegerOf(version) !== 1) return malformed(0, 'time-stamp version 1');
  const [algorithm, digest] = childrenOf(expectTag(imprint, derTag.sequence));
  return {
    hash: hashOf(expectTag(algorithm, derTag.sequence)),
    imprint: contentOf(expectTag(digest, derTag.octets)),
    at: timeOf(expectTag(time, derTag.generalizedTime)),
  };
}

/**
 * Reads a token and checks it over what it should stamp. `provenAt`: a later trusted time-stamp covers the token; without
 * one its authority is judged as of now. Refuses `der.malformed`.
 */
export async function checkTimestamp(
  token: Uint8Array,
  stampedDigest: DigestWith,
  trust: Trust,
  provenAt: Date | null,
): Promise<TimestampReport> {
  const data = readSignedData(token);
  const info = infoOf(data);
  const content = data.content ?? new Uint8Array();
  const ownDigest: DigestWith = async (hash) =>
    new Uint8Array(await crypto.subtle.digest(hash, new Uint8Array(content)));
  const found = [...(await checkSignedData(data, ownDigest, true))];
  const isAboutThis = info.hash !== null && sameBytes(info.imprint, await stampedDigest(info.hash));
  if (!isAboutThis) found.push(reason('document.changed'));
  if (info.at > (provenAt ?? trust.at)) found.push(reason('time.in-future'));
  const times = { claimedAt: info.at, provenAt, notBefore: null };
  const judged =
    data.signer && (await judgeCertificate(data.signer, data.certificates, trust, times, 'time-stamping'));
  const reasons = [...found, ...(judged?.reasons ?? [])];
  return {
    at: info.at.toISOString(),
    authority: data.signer?.subject.commonName ?? '',
    isAnchored: judged?.isAnchored ?? false,
    outcome: outcomeOf(reasons),
    reasons,
  };
}

/** The token in a signature's unsigned attributes, as bytes. */
export function signatureTimestampOf(data: SignedData): Uint8Array | null {
  const value = data.unsignedAttributes.get(oid.signatureTimestamp);
  return value === undefined ? null : value.bytes.subarray(value.start, value.end);
}

/** Asks an authority for a token over these bytes; refuses `timestamp.refused` unless it is about them. */
export async function checkedToken(authority: TimestampAuthority, stamped: Uint8Array): Promise<Uint8Array> {
  const digestWith: DigestWith = async (hash) =>
    new Uint8Array(await crypto.subtle.digest(hash, new Uint8Array(stamped)));
  try {
    const token = await authority.timestamp(await digestWith('SHA-256'));
    const trust = { anchors: [], others: [], revocation: { lists: [], answers: [] }, at: new Date(0) };
    const report = await checkTimestamp(token, digestWith, trust, null);
    if (report.outcome !== 'failed') return token;
  } catch (cause) {
    throw new SigningError('timestamp.refused', {
      cause: cause instanceof Error ? cause.message : String(cause),
    });
  }
  throw new SigningError('timestamp.refused', { cause: 'token of something else' });
}
