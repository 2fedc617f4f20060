/** Three-valued as in ETSI EN 319 102-1: total-passed, indeterminate, total-failed. */
export type Outcome = 'passed' | 'indeterminate' | 'failed';

/** Every reason for an outcome other than `passed`, with the nearest sub-indication of ETSI EN 319 102-1, 5.1. */
export const reasons = {
  'document.changed': { outcome: 'failed', etsi: 'HASH_FAILURE' },
  'signature.forged': { outcome: 'failed', etsi: 'SIG_CRYPTO_FAILURE' },
  'signature.malformed': { outcome: 'failed', etsi: 'FORMAT_FAILURE' },
  'signature.unreachable': { outcome: 'failed', etsi: 'FORMAT_FAILURE' },
  'signature.none': { outcome: 'indeterminate', etsi: 'SIG_CONSTRAINTS_FAILURE' },
  'range.inconsistent': { outcome: 'failed', etsi: 'FORMAT_FAILURE' },
  'range.uncovered-bytes': { outcome: 'failed', etsi: 'FORMAT_FAILURE' },
  'structure.unreadable': { outcome: 'failed', etsi: 'FORMAT_FAILURE' },
  'structure.encrypted': { outcome: 'indeterminate', etsi: 'SIG_CONSTRAINTS_FAILURE' },
  'content.changed-since': { outcome: 'failed', etsi: 'FORMAT_FAILURE' },
  'appearance.added-since': { outcome: 'indeterminate', etsi: 'SIG_CONSTRAINTS_FAILURE' },
  'metadata.changed-since': { outcome: 'indeterminate', etsi: 'SIG_CONSTRAINTS_FAILURE' },
  'format.unsupported': { outcome: 'indeterminate', etsi: 'SIG_CONSTRAINTS_FAILURE' },
  'attribute.unknown': { outcome: 'indeterminate', etsi: 'SIG_CONSTRAINTS_FAILURE' },
  'algorithm.exchanged': { outcome: 'failed', etsi: 'FORMAT_FAILURE' },
  'algorithm.unsupported': { outcome: 'indeterminate', etsi: 'CRYPTO_CONSTRAINTS_FAILURE' },
  'algorithm.weak': { outcome: 'indeterminate', etsi: 'CRYPTO_CONSTRAINTS_FAILURE' },
  'certificate.missing': { outcome: 'failed', etsi: 'FORMAT_FAILURE' },
  'certificate.exchanged': { outcome: 'failed', etsi: 'FORMAT_FAILURE' },
  'certificate.forged': { outcome: 'failed', etsi: 'SIG_CRYPTO_FAILURE' },
  'certificate.self-issued': { outcome: 'indeterminate', etsi: 'NO_CERTIFICATE_CHAIN_FOUND' },
  'certificate.not-anchored': { outcome: 'indeterminate', etsi: 'NO_CERTIFICATE_CHAIN_FOUND' },
  'certificate.out-of-validity': { outcome: 'indeterminate', etsi: 'OUT_OF_BOUNDS_NO_POE' },
  'certificate.wrong-usage': { outcome: 'indeterminate', etsi: 'CHAIN_CONSTRAINTS_FAILURE' },
  'certificate.revoked': { outcome: 'failed', etsi: 'REVOKED' },
  'certificate.revoked-unproven': { outcome: 'indeterminate', etsi: 'REVOKED_NO_POE' },
  'certificate.on-hold': { outcome: 'indeterminate', etsi: 'TRY_LATER' },
  'authority.revoked-unproven': { outcome: 'indeterminate', etsi: 'REVOKED_CA_NO_POE' },
  'revocation.not-checked': { outcome: 'indeterminate', etsi: 'TRY_LATER' },
  'revocation.out-of-date': { outcome: 'indeterminate', etsi: 'TRY_LATER' },
  'time.in-future': { outcome: 'indeterminate', etsi: 'TIMESTAMP_ORDER_FAILURE' },
  'timestamp.broken': { outcome: 'failed', etsi: 'SIG_CRYPTO_FAILURE' },
} as const satisfies Record<string, { outcome: Exclude<Outcome, 'passed'>; etsi: string }>;

export type ReasonCode = keyof typeof reasons;

/** One reason, with what its sentence needs. */
export type Reason = {
  code: ReasonCode;
  outcome: Exclude<Outcome, 'passed'>;
  etsi: (typeof reasons)[ReasonCode]['etsi'];
  params: Readonly<Record<string, string | number>>;
};

/** Makes a reason. */
export function reason(code: ReasonCode, params: Reason['params'] = {}): Reason {
  return { code, ...reasons[code], params };
}

/** The outcome of these reasons: one failure fails, one doubt leaves open, none passes. */
export function outcomeOf(found: readonly { outcome: Outcome }[]): Outcome {
  if (found.some((each) => each.outcome === 'failed')) return 'failed';
  return found.some((each) => each.outcome === 'indeterminate') ? 'indeterminate' : 'passed';
}
