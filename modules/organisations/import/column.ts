import type { z } from 'zod';

/** Why the text of a cell cannot be taken: a phrase key `import.*` and its params. */
export type CellFault = { code: string; params: Readonly<Record<string, string | number>> };

/** What a cell's text turned into. */
export type Parsed<T> = { value: T } | { fault: CellFault };

/** One thing a cell may say, with the words people use for it (compared without case, blanks and width). */
export type Choice<T> = { value: T; zh: string; en: string; aliases?: readonly string[] };

/** How a template and an export show the column. */
export type ColumnType =
  | 'text'
  | 'code'
  | 'day'
  | 'integer'
  | 'decimal'
  | 'percent'
  | 'money'
  | 'choice'
  | 'choices'
  | 'quarter';

/**
 * A column of an import file. `parse` is given trimmed, non-empty text; `blank` is what an empty cell
 * means, and its absence makes the column required. `format` is the inverse of `parse`.
 */
export type Column<T> = {
  type: ColumnType;
  zh: string;
  en: string;
  aliases: readonly string[];
  hint: { zh: string; en: string } | undefined;
  schema: z.ZodType<T>;
  parse(text: string): Parsed<T>;
  // Methods, not properties: columns of different types go into one record.
  format(value: T, locale: 'zh' | 'en'): string | number;
  choices: readonly Choice<unknown>[] | undefined;
  blank: { value: T } | undefined;
};

/** Words for a column beside its two headers. */
export type ColumnWords = { aliases?: readonly string[]; hint?: { zh: string; en: string } };

/** The type of the values of a column. */
export type ValueOf<C> = C extends Column<infer T> ? T : never;

/** The same column, but an empty cell means null. */
export function optional<T>(column: Column<T>): Column<T | null> {
  return {
    ...column,
    schema: column.schema.nullable(),
    format: (value, locale) => (value === null ? '' : column.format(value, locale)),
    blank: { value: null },
  };
}

/** The same column, but an empty cell means `value`. */
export function withDefault<T>(column: Column<T>, value: T): Column<T> {
  return { ...column, blank: { value } };
}

/** A refusal of a cell. */
export function fault(code: string, params: CellFault['params'] = {}): { fault: CellFault } {
  return { fault: { code, params } };
}

/** Text with full-width letters and digits made ordinary and all blanks removed, for codes and numbers. */
export function compact(text: string): string {
  return /^[!-~]*$/.test(text) ? text : text.normalize('NFKC').replace(/\s+/g, '');
}

/** What a message may quote of a cell: not more than forty characters. */
export function quote(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
