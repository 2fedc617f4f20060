import { readCertificate } from './asn1/certificate.ts';
import { derAt, wholeOf } from './asn1/der.ts';
import { readSignedData } from './asn1/signed-data.ts';
import { joined, toHex } from './bytes.ts';
import { documentDigest } from './document-digest.ts';
import { addValidationData } from './pdf/add-validation-data.ts';
import { signedRange } from './pdf/byte-range.ts';
import { openDocument } from './pdf/document.ts';
import { reserveSignature } from './pdf/reserve-signature.ts';
import { signatureFields } from './pdf/signature-field.ts';
import { SigningError } from './signing-error.ts';
import { checkedToken, signatureTimestampOf, type TimestampAuthority } from './timestamp.ts';

export type ArchiveOrder = {
  pdf: Uint8Array;
  timestampAuthority: TimestampAuthority;
  at: Date;
  /** Lists of revoked certificates (X.509 CRL, DER) and OCSP answers, fetched by the caller. */
  revocationLists?: readonly Uint8Array[];
  revocationAnswers?: readonly Uint8Array[];
  /** Name of the time-stamp's field; the next free one unless told. */
  fieldName?: string;
};

/** Every certificate that verifying the file's signatures and time-stamps needs, each once. */
async function certificatesIn(pdf: Uint8Array): Promise<{ certificates: Uint8Array[]; names: string[] }> {
  const fields = await signatureFields(await openDocument(pdf));
  const found = new Map<string, Uint8Array>();
  for (const { signature } of fields) {
    const checked = signedRange(signature, pdf);
    if (!('range' in checked)) throw new SigningError('pdf.unreadable', { blocker: 'a damaged signature' });
    const data = readSignedData(wholeOf(derAt(checked.range.contents, 0)));
    const token = signatureTimestampOf(data);
    const all = [...data.certificates, ...(token ? readSignedData(token).certificates : [])];
    for (const { der } of all) found.set(await documentDigest(der), der);
  }
  return { certificates: [...found.values()], names: fields.map((field) => field.name) };
}

function freeName(names: readonly string[]): string {
  for (let i = 1; ; i += 1) if (!names.includes(`archive-${i}`)) return `archive-${i}`;
}

/**
 * Brings a signed file to PAdES B-LTA (ETSI EN 319 142-1): adds the certificates (and given revocation data) that its
 * signatures need, and a document time-stamp over everything. May be repeated before the stamp's certificate ends.
 * Refuses `timestamp.refused`, `pdf.unreadable`, `signature.too-large`.
 */
export async function addArchiveStamp(order: ArchiveOrder): Promise<Uint8Array> {
  const { certificates, names } = await certificatesIn(order.pdf);
  for (const certificate of certificates) readCertificate(certificate);
  const stored = await addValidationData(order.pdf, {
    certificates,
    lists: order.revocationLists ?? [],
    answers: order.revocationAnswers ?? [],
  });
  const room = 12_288;
  const fieldName = order.fieldName ?? freeName(names);
  const reserved = await reserveSignature({
    ...{ pdf: stored, fieldName, at: order.at, name: '', room },
    isTimestamp: true,
  });
  const covered = joined(reserved.pdf.subarray(0, reserved.open), reserved.pdf.subarray(reserved.close));
  const token = await checkedToken(order.timestampAuthority, covered);
  if (token.length > room) throw new SigningError('signature.too-large', { room, size: token.length });
  reserved.pdf.set(new TextEncoder().encode(toHex(token)), reserved.open + 1);
  return reserved.pdf;
}
