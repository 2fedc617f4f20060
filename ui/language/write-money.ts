import type { Locale } from '@dualtrack/locales/browser';

/** Money as it is kept: integer minor units (fen) and an ISO 4217 code. */
export type Amount = { readonly amount: number; readonly currency: string };

/** Money in words with two decimals: `¥2,150.00`. Non-Chinese currencies carry their usual sign. */
export function writeMoney(locale: Locale, money: Amount): string {
  const format = new Intl.NumberFormat(locale === 'ug' ? 'en' : locale, {
    style: 'currency',
    currency: money.currency,
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: 2,
  });
  return format.format(money.amount / 100);
}

/** A number with digit groups, at most `decimals` decimals (1 when not said). */
export function writeNumber(locale: Locale, value: number, decimals = 1): string {
  return new Intl.NumberFormat(locale === 'ug' ? 'en' : locale, { maximumFractionDigits: decimals }).format(
    value,
  );
}
