import type { VariableKind } from './template-variables.ts';

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** A calendar day (`YYYY-MM-DD`) as a contract writes it. */
export function writeDay(day: string, language: 'zh' | 'en'): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return language === 'zh' ? `${year}年${month}月${date}日` : `${date} ${months[month - 1]} ${year}`;
}

/** An amount in fen as a contract writes it, with thousands marks and two decimals. */
export function writeMoney(fen: number, language: 'zh' | 'en'): string {
  const whole = Math.floor(fen / 100);
  const marked = String(whole).replaceAll(/\B(?=(\d{3})+$)/g, ',');
  const amount = `${marked}.${String(fen % 100).padStart(2, '0')}`;
  return language === 'zh' ? `人民币${amount}元` : `CNY ${amount}`;
}

export type Words = { zh: string; en: string };

/** A value as a sentence of a contract has it; nothing for what is not known. */
export function writeValue(
  value: Words | string | number | null,
  kind: Exclude<VariableKind, 'rows'>,
  language: 'zh' | 'en',
): string {
  if (value === null) return '';
  if (typeof value === 'object') return value[language];
  if (typeof value === 'string') return kind === 'day' ? writeDay(value, language) : value;
  if (kind === 'money') return writeMoney(value, language);
  return kind === 'share' ? `${Math.round(value * 1_000) / 10}%` : String(value);
}
