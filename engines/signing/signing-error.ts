/** What can be refused while making identities, signing or opening a file; the sentence is made at the edge. */
export type SigningErrorCode =
  /** The bytes are no PDF at all. */
  | 'pdf.not-a-pdf'
  /** A PDF whose structure cannot be read without guessing. */
  | 'pdf.unreadable'
  /** Encrypted files cannot be signed here. */
  | 'pdf.encrypted'
  /** The named field exists already. */
  | 'field.taken'
  /** An input breaks its rule; `issues` says which. */
  | 'input.invalid'
  /** The secret does not open this key. */
  | 'secret.wrong'
  /** Certificate or sealed key are damaged or do not belong together. */
  | 'identity.damaged'
  /** No certificate file (PKCS #12) with one key and its certificate. */
  | 'certificate-file.unreadable'
  /** A certificate file kept by old ciphers, or a key of an unknown kind. */
  | 'certificate-file.unsupported'
  /** The certificate is not valid at the time of signing. */
  | 'identity.out-of-validity'
  /** The time-stamp authority gave no token that answers the question. */
  | 'timestamp.refused'
  /** The signature does not fit the room reserved for it. */
  | 'signature.too-large'
  /** Not valid DER. */
  | 'der.malformed';

/** One rule of the input that is broken: where, and what was expected. */
export type SigningIssue = { pointer: string; expected: string };

/** A refusal with a code and typed params; never prose. */
export class SigningError extends Error {
  readonly code: SigningErrorCode;
  readonly params: Readonly<Record<string, string | number>>;
  readonly issues: readonly SigningIssue[];

  constructor(
    code: SigningErrorCode,
    params: Readonly<Record<string, string | number>> = {},
    issues: readonly SigningIssue[] = [],
  ) {
    super(code);
    this.name = 'SigningError';
    this.code = code;
    this.params = params;
    this.issues = issues;
  }
}
