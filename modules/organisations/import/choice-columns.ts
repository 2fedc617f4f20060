import { z } from 'zod';
import { type Choice, type Column, type ColumnWords, fault, quote } from './column.ts';
import { splitList, words } from './text-columns.ts';

/** One of several things, in Chinese or English words or by its code. */
export function choice<const T extends string | number>(
  zh: string,
  en: string,
  options: readonly Choice<T>[],
  more: ColumnWords = {},
): Column<T> {
  const byWord = index(options);
  return {
    ...words(zh, en, more),
    type: 'choice',
    choices: options,
    schema: z.literal(options.map((option) => option.value)),
    parse: (cell) => {
      const option = byWord.get(plainWord(cell));
      return option === undefined ? unknown(cell, options) : { value: option.value };
    },
    format: (value, locale) => wordOf(value, options, locale),
  };
}

/** Several of several things, parted by 、 , ; or a line break. An empty cell means none. */
export function choices<const T extends string | number>(
  zh: string,
  en: string,
  options: readonly Choice<T>[],
  more: ColumnWords = {},
): Column<T[]> {
  const byWord = index(options);
  return {
    ...words(zh, en, more),
    type: 'choices',
    choices: options,
    schema: z.array(z.literal(options.map((option) => option.value))),
    blank: { value: [] },
    parse: (cell) => {
      const values = new Set<T>();
      const parts = splitList(cell).filter((part) => !/^(无|没有|none|-|—)$/i.test(part));
      for (let at = 0; at < parts.length; ) {
        const found = longestWord(parts, at, byWord);
        if (found === undefined) return unknown(parts[at] ?? '', options);
        values.add(found.option.value);
        at = found.next;
      }
      return { value: [...values] };
    },
    format: (value, locale) => value.map((one) => wordOf(one, options, locale)).join('、'),
  };
}

const no = ['no', 'n', 'false', '0', '无', '×', '非'];
const yes = ['yes', 'y', 'true', '1', '有', '√', '✓'];

/** Yes or no. */
export function yesNo(zh: string, en: string, more: ColumnWords = {}): Column<boolean> {
  const options: readonly Choice<boolean>[] = [
    { value: true, zh: '是', en: 'yes', aliases: yes },
    { value: false, zh: '否', en: 'no', aliases: no },
  ];
  const byWord = index(options);
  return {
    ...words(zh, en, more),
    type: 'choice',
    choices: options,
    schema: z.boolean(),
    parse: (cell) => {
      const option = byWord.get(plainWord(cell));
      return option === undefined ? unknown(cell, options) : { value: option.value };
    },
    format: (value, locale) => wordOf(value, options, locale),
  };
}

function index<T>(options: readonly Choice<T>[]): ReadonlyMap<string, Choice<T>> {
  return new Map(
    options.flatMap((option) =>
      [String(option.value), option.zh, option.en, ...(option.aliases ?? [])].map(
        (word) => [plainWord(word), option] as const,
      ),
    ),
  );
}

function plainWord(word: string): string {
  return word
    .normalize('NFKC')
    .replace(/[\s、,;|]+/g, '')
    .toLowerCase();
}

/** The option that begins at a part: official names may hold the very signs that part a list. */
function longestWord<T>(
  parts: readonly string[],
  from: number,
  byWord: ReadonlyMap<string, Choice<T>>,
): { option: Choice<T>; next: number } | undefined {
  for (let next = parts.length; next > from; next -= 1) {
    const option = byWord.get(plainWord(parts.slice(from, next).join('')));
    if (option !== undefined) return { option, next };
  }
  return undefined;
}

/** The params carry the words of both languages, as the one who reads the message chooses the language. */
function unknown(cell: string, options: readonly Choice<unknown>[]) {
  const list = (words: string[]) => (words.length > 12 ? [...words.slice(0, 12), '…'] : words).join('、');
  return fault('import.choice-unknown', {
    value: quote(cell),
    allowedZh: list(options.map((option) => option.zh)),
    allowedEn: list(options.map((option) => option.en)),
  });
}

function wordOf<T>(value: T, options: readonly Choice<T>[], locale: 'zh' | 'en'): string {
  return options.find((option) => option.value === value)?.[locale] ?? String(value);
}
