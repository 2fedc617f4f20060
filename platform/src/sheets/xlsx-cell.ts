import { serialToIso } from './xlsx-dates.ts';
import { attribute, decodeExcelEscapes, decodeXml, richText } from './xml-text.ts';

/** What is needed to turn the source of a cell into text. */
export type CellContext = {
  /** Namespace prefix of the sheet with its colon, or ''. */
  prefix: string;
  texts: readonly string[];
  lengths: ReadonlyMap<number, number>;
  dates: readonly boolean[];
  is1904: boolean;
  cellLength: number;
};

/** Text of a cell, or why it has none. */
export type CellResult = { text: string } | { code: string; params: Record<string, string | number> };

/** Numbers from here on have more than 15 digits: Excel has already replaced the rest by zeros. */
const preciseBelow = 1e15;

/**
 * Text of one cell. Days come out as `2026-03-02`, booleans as TRUE/FALSE, numbers in their shortest
 * form. A formula counts by its stored value; without one the result is `import.formula-without-value`.
 * Other codes: `import.cell-error`, `cell-too-long`, `number-imprecise`, `file-damaged`.
 */
export function readCell(tag: string, inner: string, context: CellContext): CellResult {
  const { prefix: p } = context;
  const type = attribute(tag, 't') ?? 'n';
  if (type === 'inlineStr') return checked(richText(inner, p), context);
  const value = element(inner, `${p}v`);
  if (value === undefined || (value === '' && type !== 'str')) {
    if (!inner.includes(`<${p}f`)) return { text: '' };
    return { code: 'import.formula-without-value', params: {} };
  }
  if (type === 's') return sharedText(Number(value), context);
  if (type === 'b') return { text: value === '1' || value === 'true' ? 'TRUE' : 'FALSE' };
  if (type === 'e') return { code: 'import.cell-error', params: { error: decodeXml(value) } };
  if (type === 'd') return { text: value.replace(/T00:00:00(\.0+)?Z?$/, '') };
  if (type === 'n') return numberText(value, Number(attribute(tag, 's') ?? -1), context);
  return checked(decodeExcelEscapes(decodeXml(value)), context);
}

function sharedText(index: number, context: CellContext): CellResult {
  const text = context.texts[index];
  if (text === undefined) return { code: 'import.file-damaged', params: { part: 'sharedStrings' } };
  return checked(text, context, context.lengths.get(index));
}

function checked(text: string, context: CellContext, length = text.length): CellResult {
  if (length <= context.cellLength) return { text };
  return { code: 'import.cell-too-long', params: { length, limit: context.cellLength } };
}

function numberText(value: string, style: number, context: CellContext): CellResult {
  const number = Number(value);
  if (!Number.isFinite(number)) return checked(decodeXml(value), context);
  if (context.dates[style] === true) {
    const day = serialToIso(number, context.is1904);
    if (day !== undefined) return { text: day };
  }
  if (Math.abs(number) >= preciseBelow) return { code: 'import.number-imprecise', params: { value } };
  // Computed values carry binary noise in the 17th digit (0.30000000000000004); Excel shows fifteen.
  return { text: String(Number.isInteger(number) ? number : Number(number.toPrecision(15))) };
}

/** Content of the first element of that name; '' for an empty one; undefined if there is none. */
function element(xml: string, name: string): string | undefined {
  const at = xml.indexOf(`<${name}`);
  if (at < 0) return undefined;
  const tagEnd = xml.indexOf('>', at);
  if (tagEnd < 0 || xml.charAt(tagEnd - 1) === '/') return '';
  const close = xml.indexOf(`</${name}>`, tagEnd);
  return close < 0 ? '' : xml.slice(tagEnd + 1, close);
}
