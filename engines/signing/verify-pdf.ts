import { readCertificate } from './asn1/certificate.ts';
import { readRevocationAnswer } from './asn1/revocation-answer.ts';
import { readRevocationList } from './asn1/revocation-list.ts';
import { indexOfText } from './bytes.ts';
import { documentDigest } from './document-digest.ts';
import { openDocument, type PdfDocument } from './pdf/document.ts';
import { type SignatureField, signatureFields } from './pdf/signature-field.ts';
import { type ValidationStore, validationStore } from './pdf/validation-store.ts';
import { PdfStructureError } from './pdf/values.ts';
import { SigningError } from './signing-error.ts';
import type { Trust } from './trust.ts';
import { type Outcome, outcomeOf, type Reason, reason } from './verdict.ts';
import type { SignatureReport } from './verify-signature.ts';
import { verifySignatures } from './verify-signatures.ts';

export type VerifyOptions = {
  /** When the judgement is made: certificates must be valid then unless a trusted time-stamp proves an earlier time. */
  at: Date;
  /** Certificates (DER) that are trusted: a signer's own or its issuer's. None: every signer stays indeterminate. */
  anchors?: readonly Uint8Array[];
  /** Lists of revoked certificates and OCSP answers (DER) beside those that the file carries; no network is asked. */
  revocationLists?: readonly Uint8Array[];
  revocationAnswers?: readonly Uint8Array[];
};

/** What a PDF's signatures are worth. Plain data, fit for JSON. */
export type PdfVerification = {
  format: 'dualtrack/pdf-verification@1';
  /** Over all signatures and the file as a whole. */
  outcome: Outcome;
  /** Reasons that concern the file as a whole; those of one signature stand with it. */
  reasons: readonly Reason[];
  /** SHA-256 of the file. */
  digest: string;
  size: number;
  /** In the order they were made. */
  signatures: readonly SignatureReport[];
};

/** Each of the caller's own items, or a refusal that names those that cannot be read. */
function given<T>(
  pointer: string,
  items: readonly Uint8Array[],
  expected: string,
  read: (der: Uint8Array) => T,
) {
  return items.map((der, i) => {
    try {
      return read(der);
    } catch {
      throw new SigningError('input.invalid', {}, [{ pointer: `/${pointer}/${i}`, expected }]);
    }
  });
}

/** What can be read of a file's own items; the rest proves nothing and does no harm. */
function carried<T>(items: readonly Uint8Array[], read: (der: Uint8Array) => T): T[] {
  return items.flatMap((der) => {
    try {
      return [read(der)];
    } catch (error) {
      if (!(error instanceof SigningError)) throw error;
      return [];
    }
  });
}

function trustOf(options: VerifyOptions): Trust {
  const { at, anchors = [], revocationLists = [], revocationAnswers = [] } = options;
  return {
    anchors: given('anchors', anchors, 'X.509 version 3 certificate in DER', readCertificate),
    others: [],
    revocation: {
      lists: given('revocationLists', revocationLists, 'X.509 CRL in DER', readRevocationList),
      answers: given('revocationAnswers', revocationAnswers, 'OCSP response in DER', readRevocationAnswer),
    },
    at,
  };
}

function withStore(trust: Trust, store: ValidationStore): Trust {
  const { lists, answers } = trust.revocation;
  return {
    ...trust,
    others: carried(store.certificates, readCertificate),
    revocation: {
      lists: [...lists, ...carried(store.lists, readRevocationList)],
      answers: [...answers, ...carried(store.answers, readRevocationAnswer)],
    },
  };
}

function countOf(bytes: Uint8Array, wanted: string): number {
  let count = 0;
  for (let at = indexOfText(bytes, wanted); at !== -1; at = indexOfText(bytes, wanted, at + 1)) count += 1;
  return count;
}

type Opened = { file: PdfDocument; fields: SignatureField[]; store: ValidationStore } | { reasons: Reason[] };

async function opened(bytes: Uint8Array): Promise<Opened> {
  const mentioned = countOf(bytes, '/ByteRange');
  try {
    const file = await openDocument(bytes);
    if (file.trailer.has('Encrypt')) return { reasons: [reason('structure.encrypted')] };
    const fields = await signatureFields(file);
    // A signature that stands in the file but that its form does not lead to has been cut off.
    if (fields.length < mentioned)
      return { reasons: [reason('signature.unreachable', { mentioned, reached: fields.length })] };
    return { file, fields, store: await validationStore(file) };
  } catch (error) {
    if (!(error instanceof PdfStructureError)) throw error;
    const isPdf = indexOfText(bytes.subarray(0, 1024), '%PDF-') !== -1;
    // Damage to something signed is an answer; something that never was a signed PDF is bad input.
    if (mentioned > 0)
      return { reasons: [reason('structure.unreadable', { at: error.at, expected: error.expected })] };
    throw new SigningError(isPdf ? 'pdf.unreadable' : 'pdf.not-a-pdf', {
      at: error.at,
      expected: error.expected,
    });
  }
}

// Several fields with one name or one value would let one signature be shown as another.
function doubledReasons(fields: readonly SignatureField[]): Reason[] {
  const isDoubled =
    new Set(fields.map((each) => each.name)).size < fields.length ||
    new Set(fields.map((each) => each.valueNumber)).size < fields.length;
  return isDoubled ? [reason('signature.malformed', { expected: 'field that stands once' })] : [];
}

function uncoveredReasons(size: number, signatures: readonly SignatureReport[]): Reason[] {
  const isWhole = signatures.some((each) => each.coversWholeFile);
  // After validation data an update may be left uncovered; anything else that is not signed must not be there.
  const isExplained = signatures.every((each) =>
    each.changesSince.some((change) => change.kind === 'validation-data-added'),
  );
  return isWhole || isExplained ? [] : [reason('range.uncovered-bytes', { size })];
}

/**
 * Verifies every signature of a PDF with readers of its own, independent of what wrote it. Three-valued: `passed` only
 * when every signature is intact, covers what is shown, nothing but further signatures and their validation data was
 * added, and every signer leads to a trust anchor. A self-issued certificate without anchor stays `indeterminate`.
 * Refuses `pdf.not-a-pdf`, `pdf.unreadable` (damaged and never signed), `input.invalid` (an anchor).
 * It cannot know of signatures that were cut off together with everything after them: compare `signatures` with
 * what is expected, or `digest` with the one on record.
 */
export async function verifyPdf(bytes: Uint8Array, options: VerifyOptions): Promise<PdfVerification> {
  const trust = trustOf(options);
  const about = {
    format: 'dualtrack/pdf-verification@1',
    digest: await documentDigest(bytes),
    size: bytes.length,
  } as const;
  const found = await opened(bytes);
  if ('reasons' in found)
    return { ...about, outcome: outcomeOf(found.reasons), reasons: found.reasons, signatures: [] };
  const signatures = await verifySignatures(found.fields, found.file, withStore(trust, found.store));
  // What covers nothing has no place in the order; it comes last.
  const extent = (each: SignatureReport) => each.coveredBytes || bytes.length + 1;
  signatures.sort((left, right) => extent(left) - extent(right));
  const reasons =
    signatures.length === 0
      ? [reason('signature.none')]
      : [...doubledReasons(found.fields), ...uncoveredReasons(bytes.length, signatures)];
  return { ...about, outcome: outcomeOf([...reasons, ...signatures]), reasons, signatures };
}
