import type { Certificate } from './asn1/certificate.ts';
import { oid } from './asn1/oids.ts';
import { sameBytes } from './bytes.ts';
import {
  isSignedBy,
  type RevocationFact,
  type RevocationSources,
  revocationFacts,
  revocationReason,
  type SignatureTimes,
} from './revocation.ts';
import { type Reason, reason } from './verdict.ts';

/** What the verifier trusts, what it knows, and when it judges. */
export type Trust = {
  anchors: readonly Certificate[];
  /** Certificates at hand to build chains with; none of them is trusted. */
  others: readonly Certificate[];
  revocation: RevocationSources;
  at: Date;
};

export type CertificateJudgement = {
  isSelfIssued: boolean;
  isAnchored: boolean;
  /** The latest word on the certificate's revocation; null when there is none or its own anchor answers for it. */
  revocation: RevocationFact | null;
  reasons: readonly Reason[];
};

const isSame = (left: Certificate, right: Certificate) => sameBytes(left.der, right.der);

async function isIssuedBy(certificate: Certificate, issuer: Certificate): Promise<boolean> {
  if (!sameBytes(certificate.issuerDer, issuer.subjectDer)) return false;
  return await isSignedBy(certificate, issuer.publicKeyDer);
}

const mayIssue = (certificate: Certificate) =>
  certificate.isAuthority && (certificate.keyUsage === null || certificate.keyUsage.includes(5));

/** Certificates from the signer's to the anchor's; null when no chain of at most 8 is found. */
async function chainOf(
  certificate: Certificate,
  others: readonly Certificate[],
  anchors: readonly Certificate[],
): Promise<readonly Certificate[] | null> {
  const chain = [certificate];
  for (let last = certificate; chain.length <= 8; ) {
    if (anchors.some((anchor) => isSame(anchor, last))) return chain;
    const candidates = [...anchors, ...others].filter((each) => mayIssue(each) && !chain.includes(each));
    const issued = await Promise.all(candidates.map((each) => isIssuedBy(last, each)));
    const issuer = candidates[issued.indexOf(true)];
    if (issuer === undefined) return null;
    chain.push(issuer);
    last = issuer;
  }
  return null;
}

function usageReasons(certificate: Certificate, purpose: 'signing' | 'time-stamping'): Reason[] {
  const { keyUsage, extendedKeyUsage } = certificate;
  const maySign = keyUsage === null || keyUsage.includes(0) || keyUsage.includes(1);
  // RFC 3161, 2.3: a time-stamp authority's certificate says so and says nothing else.
  const mayStamp = extendedKeyUsage.length === 1 && extendedKeyUsage[0] === oid.timeStamping;
  return maySign && (purpose === 'signing' || mayStamp) ? [] : [reason('certificate.wrong-usage')];
}

/** Judges every certificate below the anchor, which itself needs no revocation: whoever trusts it can stop to. */
async function judgeRevocation(
  chain: readonly Certificate[],
  trust: Trust,
  times: SignatureTimes,
  purpose: 'signing' | 'time-stamping',
): Promise<{ reasons: Reason[]; latest: RevocationFact | null }> {
  const reasons: Reason[] = [];
  let latest: RevocationFact | null = null;
  for (const [place, certificate] of chain.slice(0, -1).entries()) {
    const issuer = chain[place + 1] ?? certificate;
    const facts = await revocationFacts(certificate, issuer, trust.revocation, trust.at);
    const signing = purpose === 'signing' ? 'signer' : purpose;
    const found = revocationReason(certificate, facts, times, trust.at, place === 0 ? signing : 'authority');
    if (found !== null) reasons.push(found);
    const [newest] = facts.sort((left, right) => right.asOf.getTime() - left.asOf.getTime());
    if (place === 0) latest = facts.find((fact) => fact.revoked !== null) ?? newest ?? null;
  }
  return { reasons, latest };
}

/** Judges the certificate of a signer or a time-stamp authority (ETSI EN 319 102-1, 5.2.6, shell model). */
export async function judgeCertificate(
  certificate: Certificate,
  others: readonly Certificate[],
  trust: Trust,
  times: SignatureTimes,
  purpose: 'signing' | 'time-stamping',
): Promise<CertificateJudgement> {
  const isSelfIssued = sameBytes(certificate.issuerDer, certificate.subjectDer);
  const found = usageReasons(certificate, purpose);
  if (isSelfIssued && !(await isIssuedBy(certificate, certificate))) found.push(reason('certificate.forged'));
  const chain = await chainOf(certificate, [...others, ...trust.others], trust.anchors);
  if (chain === null)
    found.push(reason(isSelfIssued ? 'certificate.self-issued' : 'certificate.not-anchored'));
  const judgedAt = [times.provenAt ?? trust.at, ...(times.claimedAt ? [times.claimedAt] : [])];
  const isOut = (chain ?? [certificate]).some((each) =>
    judgedAt.some((time) => time < each.notBefore || time > each.notAfter),
  );
  if (isOut)
    found.push(
      reason('certificate.out-of-validity', {
        notBefore: certificate.notBefore.toISOString(),
        notAfter: certificate.notAfter.toISOString(),
      }),
    );
  const revocation = await judgeRevocation(chain ?? [], trust, times, purpose);
  found.push(...revocation.reasons);
  return { isSelfIssued, isAnchored: chain !== null, revocation: revocation.latest, reasons: found };
}
