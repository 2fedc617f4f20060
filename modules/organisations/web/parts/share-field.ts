/** A share of 1 as the per cent that a person types, without the noise of binary fractions. */
export function percentOf(share: number): number {
  return Math.round(share * 1e6) / 1e4;
}

/** The share of 1 that a typed per cent means; nothing typed is none. */
export function shareOf(percent: number | null): number {
  return Math.round((percent ?? 0) * 1e4) / 1e6;
}
