/** Shares that Art. 10 of the 2021 regulations generally allows, in percent: of the host's staff, of a post's staff. */
export const legalShares = { host: 10, post: 20 } as const;

/** How a legal limit comes about: learners already there at the same time come off it. */
export type LegalLimit = { staff: number; share: number; taken: number; limit: number | null };

/** How many more learners the law generally allows; null where nobody has said how many people work there. */
export function legalLimit(staff: number, share: number, taken: number): LegalLimit {
  const limit = staff > 0 ? Math.max(0, Math.floor((staff * share) / 100) - taken) : null;
  return { staff, share, taken, limit };
}
