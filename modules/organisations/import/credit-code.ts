/** The 31 characters of the code: digits and letters without I, O, S, V, Z. The value of each is its place. */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** What can be wrong with a code. */
export type CreditCodeProblem = 'length' | 'character' | 'check-digit';

/**
 * What is wrong with a unified social credit code, or undefined if nothing is. The code must already be in
 * capitals without blanks. The check digit finds every single wrong character, as 3 has no power that is
 * a multiple of the prime 31. It proves only that the code is well made, not that it was ever issued.
 * Source: GB 32100-2015, 法人和其他组织统一社会信用代码编码规则.
 */
export function checkCreditCode(code: string): CreditCodeProblem | undefined {
  if (code.length !== 18) return 'length';
  for (const character of code) if (!alphabet.includes(character)) return 'character';
  return creditCheckDigit(code.slice(0, 17)) === code[17] ? undefined : 'check-digit';
}

/** The 18th character for the first 17, which must be of the alphabet of the code. */
export function creditCheckDigit(first17: string): string {
  let sum = 0;
  let weight = 1;
  for (const character of first17) {
    sum += alphabet.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return alphabet.charAt((31 - (sum % 31)) % 31);
}

/**
 * The 9th character of the organisation code inside (places 9 to 17) for its first eight; X stands for ten.
 * Source: GB 11714-1997.
 */
export function organisationCheckDigit(first8: string): string {
  const weights = [3, 7, 9, 10, 5, 8, 4, 2];
  const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
  const sum = weights.reduce((total, weight, at) => total + weight * digits.indexOf(first8.charAt(at)), 0);
  return '0123456789X0'.charAt(11 - (sum % 11));
}
