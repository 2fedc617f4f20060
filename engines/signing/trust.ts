import type { Certificate } from './asn1/certificate.ts';
import { oid } from './asn1/oids.ts';
import { algorithmOf, verifySignature } from './asn1/signature-algorithm.ts';
import { sameBytes } from './bytes.ts';
import { type Reason, reason } from './verdict.ts';

/** What the verifier trusts, and when it judges. */
export type Trust = { anchors: readonly Certificate[]; at: Date };

export type CertificateJudgement = { isSelfIssued: boolean; isAnchored: boolean; reasons: readonly Reason[] };

const isSame = (left: Certificate, right: Certificate) => sameBytes(left.der, right.der);

async function isIssuedBy(certificate: Certificate, issuer: Certificate): Promise<boolean> {
  if (!sameBytes(certificate.issuerDer, issuer.subjectDer)) return false;
  const algorithm = algorithmOf(certificate.signatureAlgorithm);
  if (algorithm === null || algorithm.hash === null) return false;
  const { signature, signedPart } = certificate;
  return await verifySignature(issuer.publicKeyDer, algorithm, algorithm.hash, signature, signedPart);
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

/**
 * Judges a signer's certificate (ETSI EN 319 102-1, 5.2.6, shell model).
 * `provenAt` is a time shown by a trusted time-stamp, `claimedAt` only the signer's word.
 */
export async function judgeCertificate(
  certificate: Certificate,
  others: readonly Certificate[],
  trust: Trust,
  times: { claimedAt: Date | null; provenAt: Date | null },
  purpose: 'signing' | 'time-stamping',
): Promise<CertificateJudgement> {
  const isSelfIssued = sameBytes(certificate.issuerDer, certificate.subjectDer);
  const found = usageReasons(certificate, purpose);
  if (isSelfIssued && !(await isIssuedBy(certificate, certificate))) found.push(reason('certificate.forged'));
  const chain = await chainOf(certificate, others, trust.anchors);
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
  // The anchor itself needs no revocation: whoever trusts it can stop to.
  if (chain?.slice(0, -1).some((each) => each.namesRevocationSource))
    found.push(reason('revocation.not-checked'));
  return { isSelfIssued, isAnchored: chain !== null, reasons: found };
}
