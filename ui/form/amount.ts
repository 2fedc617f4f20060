/** Between what a number must lie, and how many decimals it may have; none when not said. */
export type AmountBounds = { readonly min?: number; readonly max?: number; readonly decimals?: number };

/** What is wrong with a typed number: no number at all, too many decimals, or outside of its bounds. */
export type AmountFault = 'number' | 'whole' | 'range' | 'least';

/** The number a person typed: group commas, spaces and full-width digits are theirs. Nothing is null, no number is NaN. */
export function amountOf(text: string): number | null {
  const plain = text.normalize('NFKC').replace(/[\s,]/g, '').replace(/^−/, '-');
  if (plain === '') return null;
  return /^-?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : Number.NaN;
}

/** What is wrong with a number; nothing is wrong with none. */
export function amountFault(value: number | null, bounds: AmountBounds): AmountFault | undefined {
  if (value === null) return undefined;
  if (!Number.isFinite(value)) return 'number';
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY, decimals = 0 } = bounds;
  if (value < min || value > max) return max === Number.POSITIVE_INFINITY ? 'least' : 'range';
  const scaled = value * 10 ** decimals;
  return Math.abs(scaled - Math.round(scaled)) > 1e-6 ? 'whole' : undefined;
}
