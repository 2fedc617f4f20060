import { readCertificate } from './asn1/certificate.ts';
import { readRevocationAnswer } from './asn1/revocation-answer.ts';
import { readRevocationList } from './asn1/revocation-list.ts';
import { SigningError, type SigningIssue } from './signing-error.ts';
import type { VerifyOptions } from './verify-pdf.ts';

const readers = [
  ['anchors', readCertificate],
  ['revocationLists', readRevocationList],
  ['revocationAnswers', readRevocationAnswer],
] as const;

/** The DER things in a file: itself, or what stands between the lines of PEM (RFC 7468). */
function derIn(bytes: Uint8Array): Uint8Array[] {
  const text = new TextDecoder('latin1').decode(bytes);
  const blocks = [...text.matchAll(/-----BEGIN [A-Z0-9 ]+-----([A-Za-z0-9+/=\s]+)-----END [A-Z0-9 ]+-----/g)];
  if (blocks.length === 0) return [bytes];
  return blocks.map(([, body = '']) =>
    Uint8Array.from(atob(body.replaceAll(/\s/g, '')), (sign) => sign.charCodeAt(0)),
  );
}

function kindOf(der: Uint8Array): (typeof readers)[number][0] | null {
  for (const [kind, read] of readers) {
    try {
      read(der);
      return kind;
    } catch (error) {
      if (!(error instanceof SigningError)) throw error;
    }
  }
  return null;
}

/**
 * What a verifier keeps in a folder, told apart by content: certificates that are trusted, lists of revoked ones, OCSP
 * answers; DER or PEM. Refuses `input.invalid` and names every file that is none of them.
 */
export function trustFrom(
  files: readonly { name: string; bytes: Uint8Array }[],
): Required<Pick<VerifyOptions, 'anchors' | 'revocationLists' | 'revocationAnswers'>> {
  const found: Record<(typeof readers)[number][0], Uint8Array[]> = {
    ...{ anchors: [], revocationLists: [], revocationAnswers: [] },
  };
  const issues: SigningIssue[] = [];
  for (const { name, bytes } of files)
    for (const der of derIn(bytes)) {
      const kind = kindOf(der);
      if (kind === null) issues.push({ pointer: `/${name}`, expected: 'certificate, CRL or OCSP answer' });
      else found[kind].push(der);
    }
  if (issues.length > 0) throw new SigningError('input.invalid', {}, issues);
  return found;
}
