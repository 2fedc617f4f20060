import { signedRange } from './pdf/byte-range.ts';
import type { PdfDocument } from './pdf/document.ts';
import type { SignatureField } from './pdf/signature-field.ts';
import type { Trust } from './trust.ts';
import { type SignatureReport, verifySignatureField } from './verify-signature.ts';

type Placed = { field: SignatureField; end: number };
/** A trusted time-stamp in the file: everything up to `end` existed at `at`, and what covers more is younger. */
type Proof = { end: number; at: Date };

function placed(fields: readonly SignatureField[], file: PdfDocument): Placed[] {
  return fields.map((field) => {
    const checked = signedRange(field.signature, file.bytes);
    return { field, end: 'range' in checked ? checked.range.end : 0 };
  });
}

function isStamp({ field }: Placed): boolean {
  const format = field.signature.get('SubFilter');
  return format?.type === 'name' && format.value === 'ETSI.RFC3161';
}

const extreme = (times: readonly Date[], pick: 'min' | 'max'): Date | null =>
  times.length === 0 ? null : new Date(Math[pick](...times.map((time) => time.getTime())));

/**
 * Verifies all signatures of an open file, each in the light of the others (ETSI EN 319 102-1, 5.6): document time-stamps
 * from the outermost inwards, since each proves that what it covers existed; then the signatures from the innermost
 * outwards, since each is younger than the time-stamps that it signs. In the order they were made.
 */
export async function verifySignatures(
  fields: readonly SignatureField[],
  file: PdfDocument,
  trust: Trust,
): Promise<SignatureReport[]> {
  const inOrder = placed(fields, file).sort((left, right) => left.end - right.end);
  const proofs: Proof[] = [];
  const reports = new Map<SignatureField, SignatureReport>();
  const provenAt = ({ end }: Placed) =>
    extreme(
      proofs.filter((proof) => end > 0 && proof.end > end).map((proof) => proof.at),
      'min',
    );
  for (const each of inOrder.filter(isStamp).reverse()) {
    const around = { provenAt: provenAt(each), notBefore: null };
    const report = await verifySignatureField(each.field, file, trust, around);
    reports.set(each.field, report);
    if (report.outcome === 'passed' && report.timestamp !== null)
      proofs.push({ end: each.end, at: new Date(report.timestamp.at) });
  }
  const stamped = [...proofs];
  for (const each of inOrder.filter((one) => !isStamp(one))) {
    const inside = stamped.filter(({ end }) => end < each.end).map(({ at }) => at);
    const around = { provenAt: provenAt(each), notBefore: extreme(inside, 'max') };
    const report = await verifySignatureField(each.field, file, trust, around);
    reports.set(each.field, report);
    const { timestamp } = report;
    if (timestamp?.outcome === 'passed') stamped.push({ end: each.end, at: new Date(timestamp.at) });
  }
  return [...reports.values()];
}
