import * as z from 'zod';

/** The engine's reasons; one that it gains and this list lacks does not compile where the engine is called. */
const reasonCodes = [
  'document.changed',
  'signature.forged',
  'signature.malformed',
  'signature.unreachable',
  'signature.none',
  'range.inconsistent',
  'range.uncovered-bytes',
  'structure.unreadable',
  'structure.encrypted',
  'content.changed-since',
  'appearance.added-since',
  'metadata.changed-since',
  'format.unsupported',
  'attribute.unknown',
  'algorithm.exchanged',
  'algorithm.unsupported',
  'algorithm.weak',
  'certificate.missing',
  'certificate.exchanged',
  'certificate.forged',
  'certificate.self-issued',
  'certificate.not-anchored',
  'certificate.out-of-validity',
  'certificate.wrong-usage',
  'certificate.revoked',
  'certificate.revoked-unproven',
  'certificate.on-hold',
  'authority.revoked-unproven',
  'revocation.not-checked',
  'revocation.out-of-date',
  'time.in-future',
  'timestamp.broken',
] as const;

const outcome = z.enum(['passed', 'indeterminate', 'failed']);
const reason = z.object({
  code: z.enum(reasonCodes),
  outcome: z.enum(['indeterminate', 'failed']),
  etsi: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
const name = z.record(z.string(), z.string().nullable().optional());

/** What a PDF's signatures are worth, three-valued as in ETSI EN 319 102-1. */
export const verification = z.object({
  outcome,
  reasons: z.array(reason),
  /** SHA-256 of the file. */
  digest: z.string(),
  size: z.number().int(),
  signatures: z.array(
    z.object({
      field: z.string(),
      kind: z.enum(['signature', 'document-timestamp']),
      outcome,
      reasons: z.array(reason),
      certificate: z
        .object({
          subject: name,
          issuer: name,
          fingerprint: z.string(),
          notBefore: z.string(),
          notAfter: z.string(),
          isSelfIssued: z.boolean(),
          isAnchored: z.boolean(),
          /** The latest word on its revocation; null: nothing is at hand, or nothing is needed. */
          revocation: z
            .object({
              status: z.enum(['good', 'revoked']),
              source: z.enum(['list', 'answer']),
              asOf: z.string(),
            })
            .nullable(),
        })
        .nullable(),
      claimedAt: z.string().nullable(),
      /** The earliest time at which a trusted time-stamp, its own or a later one over the file, shows it to exist. */
      provenAt: z.string().nullable(),
      reason: z.string().nullable(),
      location: z.string().nullable(),
      coversWholeFile: z.boolean(),
      /** A time that an authority vouches for; the signer's own is only claimed. */
      timestamp: z
        .object({ at: z.string(), authority: z.string(), isAnchored: z.boolean(), outcome })
        .nullable(),
      /** What was added to the file after this signature, in the order found. */
      changesSince: z.array(z.object({ kind: z.string(), field: z.string().nullable() })),
    }),
  ),
});
export type Verification = z.infer<typeof verification>;

/** How a file compares with what this platform keeps of an agreement. */
export const recordComparison = z.object({
  /** The file is byte for byte the one that is kept now. */
  isKeptFile: z.boolean(),
  /** The file begins with the fixed text whose digest the signers were shown. */
  continuesFixedText: z.boolean(),
  /** Every signature on record is in the file, by the same certificate, and no other. */
  hasRecordedSigners: z.boolean(),
});
