import {
  oneOf,
  useLanguage,
  usePhrases,
  writeDay,
  writeMoment,
  writeMoney,
  writeNumber,
} from '@dualtrack/ui';
import { useValueWord } from './use-value-word.ts';
import { valueParts } from './value-parts.ts';

type Written = { readonly value: unknown; readonly unit: string | null };

/** A fact's value in words: codes by their name, days and money written out, lists counted when they are long. */
export function FactValue(props: Written) {
  const write = useWriteValue();
  return <>{write(props)}</>;
}

/** Writes the value of a fact. */
export function useWriteValue(): (written: Written) => string {
  const { locale } = useLanguage();
  const t = usePhrases('compliance');
  const wordOf = useValueWord();
  const writeText = (text: string): string => {
    const word = wordOf(text);
    if (word !== undefined) return word;
    // An id says nothing to a person; the source beside it leads to the record.
    if (/^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(text)) return t('value.recorded');
    if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return writeDay(locale, text);
    return /^\d{4}-\d{2}-\d{2}T/.test(text) ? writeMoment(locale, text) : text;
  };
  const write = ({ value, unit }: Written): string => {
    if (value === null || value === undefined) return t('value.nothing');
    if (typeof value === 'boolean') return value ? t('value.yes') : t('value.no');
    if (typeof value === 'number') {
      if (unit?.startsWith('fen') === true) return writeMoney(locale, { amount: value, currency: 'CNY' });
      return writeNumber(locale, value, Number.isInteger(value) ? 0 : 2);
    }
    if (typeof value === 'string') return writeText(value);
    if (!Array.isArray(value)) return writeObject(value);
    if (value.length === 0) return t('value.nothing');
    const isShort = value.length <= 9 && value.every((one) => typeof one === 'string');
    const comma = locale === 'zh-CN' ? '、' : ', ';
    if (isShort) return value.map((one) => writeText(String(one))).join(comma);
    return t('value.entries', { count: value.length });
  };
  const writeObject = (value: object): string =>
    Object.entries(value)
      .map(([name, part]) => {
        const word = oneOf(valueParts, name);
        const label = word === undefined ? name : t(`part.${word}`);
        return `${label}${locale === 'zh-CN' ? '：' : ': '}${write({ value: part, unit: null })}`;
      })
      .join(locale === 'zh-CN' ? '；' : '; ');
  return write;
}
