import { z } from 'zod';
import { type Column, type ColumnWords, compact, fault, quote } from './column.ts';
import { checkCreditCode } from './credit-code.ts';

/** Free text of at most `max` characters (default 200) on one or more lines. */
export function text(zh: string, en: string, more: ColumnWords & { max?: number } = {}): Column<string> {
  const max = more.max ?? 200;
  return {
    ...words(zh, en, more),
    type: 'text',
    schema: z.string().min(1).max(max),
    parse: (cell) => {
      const value = cell.normalize('NFC').replaceAll('\r\n', '\n');
      const control = unprintable(value);
      if (control !== undefined) return fault('import.control-character', { code: control });
      if (value.length > max) return fault('import.text-too-long', { length: value.length, limit: max });
      return { value };
    },
    format: (value) => value,
  };
}

/** A short code of an organisation's own making: letters of any script, digits and `. _ - /`. */
export function code(zh: string, en: string, more: ColumnWords = {}): Column<string> {
  const pattern = /^[\p{L}\p{N}][\p{L}\p{N}._/-]{0,39}$/u;
  return patterned(zh, en, pattern, 'import.code-invalid', more);
}

/** A unified social credit code with a right check digit. Source: GB 32100-2015. */
export function creditCode(zh: string, en: string): Column<string> {
  return {
    ...patterned(zh, en, /^/, 'import.code-invalid', {
      hint: { zh: '18 位，含校验码', en: '18 characters with a check digit' },
    }),
    schema: z.string().length(18),
    parse: (cell) => {
      const value = compact(cell).toUpperCase();
      const problem = checkCreditCode(value);
      if (problem === undefined) return { value };
      return fault(`import.credit-code-${problem}`, { value: quote(value) });
    },
  };
}

/** A 6-digit code of the catalogue of vocational majors (2021): its first two digits name level and category. */
export function majorCode(zh: string, en: string): Column<string> {
  return patterned(zh, en, /^(2[1-9]|3\d|4[1-9]|5\d|6[1-9]|7\d)\d{4}$/, 'import.major-code-invalid', {
    hint: { zh: '六位专业代码，如 460301', en: 'six digits, such as 460301' },
  });
}

/**
 * Where something is: a Chinese division code of two, four or six digits, or a country and its part, stored as given.
 * Sources: GB/T 2260, ISO 3166.
 */
export function regionCode(zh: string, en: string): Column<string> {
  return patterned(
    zh,
    en,
    /^([1-8]\d(\d\d){0,2}|(?!CN)[A-Z]{2}(-[A-Z\d]{1,3})?)$/,
    'import.region-code-invalid',
    {
      hint: {
        zh: '行政区划代码，如 650502；境外如 DE-BY',
        en: 'division code, such as 650502; abroad DE-BY',
      },
    },
  );
}

/** A unit group of ISCO-08: four digits. */
export function iscoCode(zh: string, en: string): Column<string> {
  return patterned(zh, en, /^\d{4}$/, 'import.occupation-code-invalid', {
    hint: { zh: 'ISCO-08 四位职业代码，如 3133', en: 'ISCO-08 unit group, four digits, such as 3133' },
  });
}

/** A mobile number of mainland China, stored as its eleven digits. */
export function mobilePhone(zh: string, en: string): Column<string> {
  const column = patterned(zh, en, /^1[3-9]\d{9}$/, 'import.phone-invalid', {
    hint: { zh: '11 位手机号', en: 'mobile number, 11 digits' },
  });
  return { ...column, parse: (cell) => column.parse(compact(cell).replace(/^(\+?86)?-?|-/g, '')) };
}

/** A mail address. */
export function mail(zh: string, en: string): Column<string> {
  return patterned(zh, en, /^[^\s@,;]+@[^\s@,;]+\.[^\s@,;]+$/, 'import.mail-invalid', {});
}

/** A list of texts of another column's kind, parted by 、 , ; or a line break. */
export function listOf(item: Column<string>): Column<string[]> {
  return {
    ...item,
    schema: z.array(item.schema),
    parse: (cell) => {
      const values: string[] = [];
      for (const part of splitList(cell)) {
        const parsed = item.parse(part);
        if ('fault' in parsed) return parsed;
        if (!values.includes(parsed.value)) values.push(parsed.value);
      }
      return { value: values };
    },
    format: (value) => value.join('、'),
    blank: undefined,
  };
}

/** The parts of a cell that lists several things. */
export function splitList(cell: string): string[] {
  return cell
    .split(/[、,，;；|\n]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function patterned(
  zh: string,
  en: string,
  pattern: RegExp,
  problem: string,
  more: ColumnWords,
): Column<string> {
  return {
    ...words(zh, en, more),
    type: 'code',
    schema: z.string().regex(pattern),
    parse: (cell) => {
      const value = compact(cell);
      return pattern.test(value) ? { value } : fault(problem, { value: quote(cell) });
    },
    format: (value) => value,
  };
}

/** The parts that all columns have alike. */
export function words(zh: string, en: string, more: ColumnWords) {
  const { aliases = [], hint } = more;
  return { zh, en, aliases, hint, choices: undefined, blank: undefined };
}

/** The code of the first character that no text should hold (control characters other than tab and line break). */
function unprintable(value: string): number | undefined {
  for (let at = 0; at < value.length; at += 1) {
    const unit = value.charCodeAt(at);
    if (unit < 32 && unit !== 9 && unit !== 10) return unit;
  }
  return undefined;
}
