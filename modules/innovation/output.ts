/** What comes out of joint innovation. */
export const outputKinds = [
  'patent',
  'paper',
  'standard',
  'software',
  'product',
  'prize',
  'teaching-case',
] as const;
export type OutputKind = (typeof outputKinds)[number];

/** Where income comes from; quality reports ask for technical service and transfers apart. */
export const incomeKinds = ['technical-service', 'transfer', 'licence', 'sales'] as const;
export type IncomeKind = (typeof incomeKinds)[number];

/** One income, as figures are counted from it. Money in fen. */
export type Income = { kind: IncomeKind; receivedOn: string; amount: number };

/** Sums of a calendar year by where the money comes from. */
export function incomeOfYear(incomes: readonly Income[], year: number): Record<IncomeKind, number> {
  const sums = { 'technical-service': 0, transfer: 0, licence: 0, sales: 0 };
  for (const { kind, receivedOn, amount } of incomes)
    if (receivedOn.startsWith(`${year}-`)) sums[kind] += amount;
  return sums;
}

/**
 * Divides an amount by parts in basis points so that nothing is lost: every part is rounded down, and what remains goes
 * to the first ones, a fen each.
 */
export function divide(amount: number, shares: readonly { share: number }[]): number[] {
  const parts = shares.map(({ share }) => Math.floor((amount * share) / 10_000));
  let rest = amount - parts.reduce((sum, part) => sum + part, 0);
  return parts.map((part) => {
    if (rest <= 0) return part;
    rest -= 1;
    return part + 1;
  });
}
