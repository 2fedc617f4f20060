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
import { judgeCertificate, type Trust } from './trust.ts';
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
  flags: { isSelfIssued: boolean; isAnchored: boolean },
) {
  return {
    subject: certificate.subject,
    issuer: certificate.issuer,
    fingerprint: await documentDigest(certificate.der),
    notBefore: certificate.notBefore.toISOString(),
    notAfter: certificate.notAfter.toISOString(),
    isSelfIssued: flags.isSelfIssued,
    isAnchored: flags.isAnchored,
  };
}

type Judged = Pick<SignatureReport, 'certificate' | 'timestamp'> & { reasons: Reason[] };

async function judgeSigner(data: SignedData, trust: Trust, claimedAt: Date | null): Promise<Judged> {
  const token = signatureTimestampOf(data);
  const stampedDigest: DigestWith = async (hash) =>
    new Uint8Array(await crypto.subtle.digest(hash, new Uint8Array(data.signature)));
  const timestamp = token && (await checkTimestamp(token, stampedDigest, trust));
  const reasons: Reason[] = [];
  // No digest covers these: one we do not know may be a time-stamp that was made unreadable.
  for (const id of data.unsignedAttributes.keys())
    if (id !== oid.signatureTimestamp) reasons.push(reason('attribute.unknown', { id }));
  if (timestamp?.outcome === 'failed') reasons.push(reason('timestamp.broken'));
  if (claimedAt !== null && claimedAt > trust.at) reasons.push(reason('time.in-future'));
  if (data.signer === null) return { certificate: null, timestamp, reasons };
  const provenAt = timestamp?.outcome === 'passed' ? new Date(timestamp.at) : null;
  const times = { claimedAt, provenAt };
  const judged = await judgeCertificate(data.signer, data.certificates, trust, times, 'signing');
  return {
    certificate: await certificateReport(data.signer, judged),
    timestamp,
    reasons: [...reasons, ...judged.reasons],
  };
}

async function judgeContents(
  field: SignatureField,
  range: SignedRange,
  file: PdfDocument,
  trust: Trust,
  claimedAt: Date | null,
): Promise<Judged> {
  const nothing = { certificate: null, timestamp: null };
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
      const timestamp = await checkTimestamp(value, digestWith, trust);
      return { certificate: null, timestamp, reasons: [...timestamp.reasons] };
    }
    if (format !== 'ETSI.CAdES.detached' && format !== 'adbe.pkcs7.detached')
      return { ...nothing, reasons: [reason('format.unsupported', { format })] };
    const data = readSignedData(value);
    const own = await checkSignedData(data, digestWith, format === 'ETSI.CAdES.detached');
    const judged = await judgeSigner(data, trust, claimedAt);
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
      coveredBytes: 0,
      coversWholeFile: false,
      changesSince: [],
    };
    return { ...about, ...nothing, outcome: outcomeOf(reasons), reasons };
  }
  const { range } = checked;
  const judged = await judgeContents(field, range, file, trust, claimedAt);
  const since = await changeReasons(field, range, file);
  const reasons = [...judged.reasons, ...since.reasons];
  return {
    ...about,
    outcome: outcomeOf(reasons),
    reasons,
    certificate: judged.certificate,
    timestamp: judged.timestamp,
    coveredBytes: range.end - (range.close - range.open),
    coversWholeFile: range.end === file.bytes.length,
    changesSince: since.changes,
  };
}
