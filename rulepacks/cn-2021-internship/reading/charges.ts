/** A fact of money taken: the sum, or items. */
export type Charges = number | readonly { readonly kind: string; readonly amount: number }[];

/** What is taken in all, in fen. */
export function chargedInAll(charges: Charges): number {
  return typeof charges === 'number' ? charges : charges.reduce((sum, { amount }) => sum + amount, 0);
}

/** What is taken for one of the kinds, in fen; a bare sum does not say what it was for and counts as nothing. */
export function chargedFor(charges: Charges, kinds: readonly string[]): number {
  if (typeof charges === 'number') return 0;
  return chargedInAll(charges.filter(({ kind }) => kinds.includes(kind)));
}
