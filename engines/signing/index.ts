export type { ArchiveOrder } from './archive-stamp.ts';
export { addArchiveStamp } from './archive-stamp.ts';
export type { DistinguishedName } from './asn1/certificate.ts';
export { readCertificateFile } from './certificate-file.ts';
export { documentDigest } from './document-digest.ts';
export type { Change } from './pdf/changes.ts';
export type { SignOrder } from './sign-pdf.ts';
export { signPdf } from './sign-pdf.ts';
export type { Signer } from './signer.ts';
export { openIdentity } from './signer.ts';
export type { SigningErrorCode, SigningIssue } from './signing-error.ts';
export { SigningError } from './signing-error.ts';
export type { SigningIdentity, SigningIdentityOrder } from './signing-identity.ts';
export {
  createOpenIdentity,
  createPassingSigner,
  createSigningIdentity,
  describeCertificate,
} from './signing-identity.ts';
export type { TimestampAuthority, TimestampReport } from './timestamp.ts';
export { localTimestampAuthority } from './timestamp-authority.ts';
export {
  requestedDigest,
  timestampRequest,
  timestampResponse,
  timestampToken,
} from './timestamp-request.ts';
export { trustFrom } from './trust-files.ts';
export type { Outcome, Reason, ReasonCode } from './verdict.ts';
export { reasons } from './verdict.ts';
export type { PdfVerification, VerifyOptions } from './verify-pdf.ts';
export { verifyPdf } from './verify-pdf.ts';
export type { CertificateReport, SignatureReport } from './verify-signature.ts';
