import type { Certificate, DistinguishedName } from './asn1/certificate.ts';
import { derAt, wholeOf } from './asn1/der.ts';
import { oid } from './asn1/oids.ts';
import { readSignedData, type SignedData } from './asn1/signed-data.ts';
import { joined } from './bytes.ts';
import { checkSignedData, type DigestWith } from './check-signed-data.ts';
import { documentDigest } from './document-digest.ts';
import { type SignedRange, signedRange } from './pdf/byte-range.ts';
import { type Change, changesSince } from './pdf/changes.ts';
import { openDocument, type PdfDocument } from './pdf/document.ts';
import { type SignatureField, signatureFields } from './pdf/signature-field.ts';
import { PdfStructureError, type PdfValue, pdfText } from './pdf/values.ts';
import { SigningError } from './signing-error.ts';
import { checkTimestamp, signatureTimestampOf, type TimestampReport } from './timestamp.ts';
import { type CertificateJudgement, judgeCertificate, type Trust } from './trust.ts';
import { type Outcome, outcomeOf, type Reason, reason } from './verdict.ts';

/** The certificate that a signature names. */
export type CertificateReport = {
  subject: DistinguishedName;
  issuer: DistinguishedName;
  /** SHA-256, lower-case hexadecimal. */
  fingerprint: string;
  notBefore: string;
  notAfter: string;
  isSelfIssued: boolean;
  /** It is one of the trust anchors or leads to one. */
  isAnchored: boolean;
  /** The latest word on its revocation, with the time it was said; null when nothing is at hand or nothing is needed. */
  revocation: { status: 'good' | 'revoked'; source: 'list' | 'answer'; asOf: string } | null;
};

/** One signature (or document time-stamp) of a file. */
export type SignatureReport = {
  field: string;
  kind: 'signature' | 'document-timestamp';
  outcome: Outcome;
  /** Why the outcome is not `passed`; empty when it is. */
  reasons: readonly Reason[];
  certificate: CertificateReport | null;
  /** The time the signer claims (ISO 8601); proven only by `timestamp`. */
  claimedAt: string | null;
  timestamp: TimestampReport | null;
  /** The earliest time at which a trusted time-stamp, its own or a later one over the file, shows it to exist. */
  provenAt: string | null;
  reason: string | null;
  location: string | null;
  /** Bytes from the beginning of the file that this signature covers, its own value apart. */
  coveredBytes: number;
  coversWholeFile: boolean;
  changesSince: readonly Change[];
};

const textOf = (value: PdfValue | undefined): string | null =>
  value?.type === 'string' ? pdfText(value.bytes) : null;
const nameOf = (value: PdfValue | undefined): string => (value?.type === 'name' ? value.value : '');

/** A PDF date (ISO 32000-1, 7.9.4) as an instant; null when it is none. */
export function pdfInstant(text: string | null): Date | null {
  const match = /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:Z.*|([+-])(\d\d)'?(\d\d)?'?)?$/.exec(text ?? '');
  if (match === null) return null;
  const [year = 0, month = 1, ...rest] = match.slice(1, 7).map(Number);
  const away = (Number(match[8] ?? 0) * 60 + Number(match[9] ?? 0)) * (match[7] === '-' ? -1 : 1);
  return new Date(Date.UTC(year, month - 1, ...rest) - away * 60_000);
}

async function changeReasons(
  field: SignatureField,
  range: SignedRange,
  file: PdfDocument,
): Promise<{ changes: Change[]; reasons: Reason[] }> {
  let revision: PdfDocument;
  try {
    revision = await openDocument(file.bytes.subarray(0, range.end));
    const signed = (await signatureFields(revision)).find((each) => each.name === field.name);
    const contents = signed?.signature.get('Contents');
    if (
      signed?.valueNumber !== field.valueNumber ||
      contents?.type !== 'string' ||
      contents.start !== range.open
    )
      return {
        changes: [],
        reasons: [reason('range.inconsistent', { expected: 'signature in its own revision' })],
      };
  } catch (error) {
    if (!(error instanceof PdfStructureError)) throw error;
    return { changes: [], reasons: [reason('range.inconsistent', { expected: 'whole revision' })] };
  }
  let changes: Change[];
  try {
    changes = await changesSince(revision, file);
  } catch (error) {
    if (!(error instanceof PdfStructureError)) throw error;
    // An update that leads to places where no object stands: what a reader shows of it nobody can tell.
    const { at, expected } = error;
    return { changes: [], reasons: [reason('structure.unreadable', { at, expected })] };
  }
  const reasons = changes.flatMap((change) => {
    if (change.kind === 'content-changed')
      return [reason('content.changed-since', { objects: change.objects.join(' ') })];
    if (change.kind === 'history-rewritten') return [reason('content.changed-since', {})];
    if (change.kind === 'metadata-changed') return [reason('metadata.changed-since')];
    const isSeen = change.kind !== 'validation-data-added' && change.isVisible;
    return isSeen ? [reason('appearance.added-since', { field: change.field })] : [];
  });
  return { changes, reasons };
}

// What follows the signature in its reserved room must be zeros, or bytes could hide there.
function signatureValueIn(contents: Uint8Array): Uint8Array | null {
  const value = wholeOf(derAt(contents, 0));
  return contents.subarray(value.length).every((byte) => byte === 0) ? value : null;
}

async function certificateReport(
  certificate: Certificate,
  judged: CertificateJudgement,
): Promise<CertificateReport> {
  const { revocation } = judged;
  return {
    subject: certificate.subject,
    issuer: certificate.issuer,
    fingerprint: await documentDigest(certificate.der),
    notBefore: certificate.notBefore.toISOString(),
    notAfter: certificate.notAfter.toISOString(),
    isSelfIssued: judged.isSelfIssued,
    isAnchored: judged.isAnchored,
    revocation: revocation && {
      status: revocation.revoked === null ? 'good' : 'revoked',
      source: revocation.source,
      asOf: revocation.asOf.toISOString(),
    },
  };
}

type Judged = Pick<SignatureReport, 'certificate' | 'timestamp' | 'provenAt'> & { reasons: Reason[] };

/** What the other time-stamps of the file prove of one signature. */
export type Surroundings = {
  /** A trusted time-stamp over it says that it existed then. */
  provenAt: Date | null;
  /** It signs a trusted time-stamp of this time, so it is younger. */
  notBefore: Date | null;
};

const earlier = (left: Date | null, right: Date | null): Date | null =>
  left === null || (right !== null && right < left) ? right : left;

async function judgeSigner(
  data: SignedData,
  trust: Trust,
  claimedAt: Date | null,
  around: Surroundings,
): Promise<Judged> {
  const token = signatureTimestampOf(data);
  const stampedDigest: DigestWith = async (hash) =>
    new Uint8Array(await crypto.subtle.digest(hash, new Uint8Array(data.signature)));
  const timestamp = token && (await checkTimestamp(token, stampedDigest, trust, around.provenAt));
  const reasons: Reason[] = [];
  // No digest covers these: one we do not know may be a time-stamp that was made unreadable.
  for (const id of data.unsignedAttributes.keys())
    if (id !== oid.signatureTimestamp) reasons.push(reason('attribute.unknown', { id }));
  if (timestamp?.outcome === 'failed') reasons.push(reason('timestamp.broken'));
  if (claimedAt !== null && claimedAt > trust.at) reasons.push(reason('time.in-future'));
  const stampedAt = timestamp?.outcome === 'passed' ? new Date(timestamp.at) : null;
  const provenAt = earlier(stampedAt, around.provenAt);
  const about = { timestamp, provenAt: provenAt?.toISOString() ?? null };
  if (data.signer === null) return { ...about, certificate: null, reasons };
  const times = { claimedAt, provenAt, notBefore: around.notBefore };
  const judged = await judgeCertificate(data.signer, data.certificates, trust, times, 'signing');
  return {
    ...about,
    certificate: await certificateReport(data.signer, judged),
    reasons: [...reasons, ...judged.reasons],
  };
}

async function judgeContents(
  field: SignatureField,
  range: SignedRange,
  file: PdfDocument,
  trust: Trust,
  claimedAt: Date | null,
  around: Surroundings,
): Promise<Judged> {
  const provenAt = around.provenAt?.toISOString() ?? null;
  const nothing = { certificate: null, timestamp: null, provenAt };
  const format = nameOf(field.signature.get('SubFilter'));
  const digestWith: DigestWith = async (hash) => {
    const covered = joined(file.bytes.subarray(0, range.open), file.bytes.subarray(range.close, range.end));
    return new Uint8Array(await crypto.subtle.digest(hash, covered));
  };
  try {
    const value = signatureValueIn(range.contents);
    if (value === null)
      return { ...nothing, reasons: [reason('signature.malformed', { expected: 'zeros' })] };
    if (format === 'ETSI.RFC3161') {
      const timestamp = await checkTimestamp(value, digestWith, trust, around.provenAt);
      return { certificate: null, timestamp, provenAt, reasons: [...timestamp.reasons] };
    }
    if (format !== 'ETSI.CAdES.detached' && format !== 'adbe.pkcs7.detached')
      return { ...nothing, reasons: [reason('format.unsupported', { format })] };
    const data = readSignedData(value);
    const own = await checkSignedData(data, digestWith, format === 'ETSI.CAdES.detached');
    const judged = await judgeSigner(data, trust, claimedAt, around);
    return { ...judged, reasons: [...own, ...judged.reasons] };
  } catch (error) {
    if (!(error instanceof SigningError)) throw error;
    return { ...nothing, reasons: [reason('signature.malformed', error.params)] };
  }
}

/** Verifies one signature of an open file. */
export async function verifySignatureField(
  field: SignatureField,
  file: PdfDocument,
  trust: Trust,
  around: Surroundings,
): Promise<SignatureReport> {
  const { signature } = field;
  const claimedAt = pdfInstant(textOf(signature.get('M')));
  const about = {
    field: field.name,
    kind: nameOf(signature.get('SubFilter')) === 'ETSI.RFC3161' ? 'document-timestamp' : 'signature',
    claimedAt: claimedAt?.toISOString() ?? null,
    reason: textOf(signature.get('Reason')),
    location: textOf(signature.get('Location')),
  } as const;
  const checked = signedRange(signature, file.bytes);
  if ('broken' in checked) {
    const reasons = [reason('range.inconsistent', { expected: checked.broken })];
    const nothing = {
      certificate: null,
      timestamp: null,
      provenAt: null,
      coveredBytes: 0,
      coversWholeFile: false,
      changesSince: [],
    };
    return { ...about, ...nothing, outcome: outcomeOf(reasons), reasons };
  }
  const { range } = checked;
  const judged = await judgeContents(field, range, file, trust, claimedAt, around);
  const since = await changeReasons(field, range, file);
  const reasons = [...judged.reasons, ...since.reasons];
  return {
    ...about,
    outcome: outcomeOf(reasons),
    reasons,
    certificate: judged.certificate,
    timestamp: judged.timestamp,
    provenAt: judged.provenAt,
    coveredBytes: range.end - (range.close - range.open),
    coversWholeFile: range.end === file.bytes.length,
    changesSince: since.changes,
  };
}
