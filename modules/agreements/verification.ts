import * as z from 'zod';

const outcome = z.enum(['passed', 'indeterminate', 'failed']);
const reason = z.object({
  code: z.string(),
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
        })
        .nullable(),
      claimedAt: z.string().nullable(),
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
