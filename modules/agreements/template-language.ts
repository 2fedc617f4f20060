import type { Side } from './agreement.ts';

export type Language = 'zh' | 'en';

/** Line and column from 1, as an editor counts them. */
export type Place = { line: number; column: number; length: number };

export type FlawCode =
  | 'template.no-heading'
  | 'template.bad-heading'
  | 'template.clause-twice'
  | 'template.clause-empty'
  | 'template.text-empty'
  | 'template.broken-mark'
  | 'template.broken-condition'
  | 'template.unknown-variable'
  | 'template.unguarded-variable'
  | 'template.wrong-comparison'
  | 'template.not-rows'
  | 'template.rows-unrepeated'
  | 'template.languages-differ'
  | 'template.name-taken'
  | 'template.bad-name'
  | 'template.columns-missing';

/** Something wrong with a template, at its place in one of the two texts; `name` is what was read there. */
export type Flaw = Place & { language: Language; code: FlawCode; name: string };

export type Piece = { text: string } | { variable: string; at: Place };
export type Comparison = { operator: '=' | '!=' | '<' | '<=' | '>' | '>='; to: string | number };
export type Condition = { variable: string; isNegated: boolean; comparison: Comparison | null; at: Place };
export type Marks = { conditions: Condition[]; each: { variable: string; at: Place } | null };
export type TemplateLine = Marks & { at: Place; pieces: Piece[] };
/** `owner` is the side that words the clause; the other one proposes. Null: both word it. */
export type TemplateClause = TemplateLine & { clause: string; owner: Side | null; lines: TemplateLine[] };
export type ParsedTemplate = { clauses: TemplateClause[]; flaws: Flaw[] };

const name = String.raw`[\p{L}_][\p{L}\p{N}_]*`;
const placeholder = /[{}]/;
const wholeName = new RegExp(`^\\s*(${name})\\s*$`, 'u');
const term = new RegExp(
  `^\\s*(?:(not\\s|非)\\s*)?(${name})\\s*(?:(=|!=|<=|>=|<|>)\\s*("[^"]*"|-?\\d+(?:\\.\\d+)?))?\\s*$`,
  'u',
);
const mark = /^\[\s*(if not\s|if\s|each\s|若无|若|逐项)\s*([^\]]*)\]/;
const heading = /^([A-Z]\d{2})(?:\s+@(school|enterprise|甲方|乙方)(?=\s))?\s+([^\s@].*)$/;
const owners: Readonly<Record<string, Side>> = {
  ...{ school: 'school', 甲方: 'school', enterprise: 'enterprise', 乙方: 'enterprise' },
};
const operators: Readonly<Record<string, Comparison['operator']>> = {
  ...{ '=': '=', '!=': '!=', '<': '<', '<=': '<=', '>': '>', '>=': '>=' },
};

/** Signs as a Chinese keyboard types them; one for one, so that columns stay what the writer sees. */
function plainSigns(line: string): string {
  const marked = line.replace(
    /^(\s*(?:##\s*)?)((?:【\s*(?:若|逐项|if|each)[^】]*】\s*)+)/,
    (_, head, marks) => `${head}${marks}`.replaceAll('【', '[').replaceAll('】', ']'),
  );
  const wide: Readonly<Record<string, string>> = { '｛': '{', '｝': '}' };
  return marked.replaceAll(/[｛｝]/g, (sign) => wide[sign] ?? sign);
}

function piecesOf(text: string, at: Place, flaw: (code: FlawCode, at: Place, name: string) => void): Piece[] {
  const pieces: Piece[] = [];
  let index = 0;
  while (index < text.length) {
    const next = text.slice(index).search(placeholder);
    const start = next < 0 ? text.length : index + next;
    if (start > index) pieces.push({ text: text.slice(index, start) });
    if (next < 0) break;
    const end = text.indexOf('}', start);
    const inner = end < 0 ? '' : text.slice(start + 1, end);
    const place = { line: at.line, column: at.column + start, length: end < 0 ? 1 : end - start + 1 };
    const variable = wholeName.exec(inner)?.[1];
    if (text[start] === '}' || variable === undefined)
      flaw('template.broken-mark', place, inner || (text[start] ?? ''));
    else pieces.push({ variable, at: place });
    index = start + (text[start] === '}' ? 1 : place.length);
  }
  return pieces;
}

function conditionOf(source: string, at: Place, isNegated: boolean): Condition | null {
  const plain = source.replaceAll('≥', '>=').replaceAll('≤', '<=').replaceAll('≠', '!=');
  const found = term.exec(plain.replaceAll(/[“”]/g, '"'));
  if (found?.[2] === undefined) return null;
  const [, not, variable, sign, literal = ''] = found;
  const operator = operators[sign ?? ''];
  // "if not a >= 3" reads two ways: the writer turns the sign round instead.
  if ((not !== undefined || isNegated) && operator !== undefined) return null;
  const to = literal.startsWith('"') ? literal.slice(1, -1) : Number(literal);
  const comparison = operator === undefined ? null : { operator, to };
  return { variable, isNegated: isNegated || not !== undefined, comparison, at };
}

/** Takes the marks from the head of a line; answers with them and with where the words begin. */
function marksOf(text: string, at: Place, flaw: (code: FlawCode, at: Place, name: string) => void) {
  const marks: Marks = { conditions: [], each: null };
  let offset = 0;
  for (;;) {
    const rest = text.slice(offset);
    const lead = rest.length - rest.trimStart().length;
    const found = mark.exec(rest.trimStart());
    const start = offset + lead;
    if (found === null) {
      const place = { line: at.line, column: at.column + start, length: 1 };
      if (rest.trimStart().startsWith('[')) flaw('template.broken-mark', place, rest.trim().slice(0, 20));
      return { marks, offset: start };
    }
    const [whole, word = '', inner = ''] = found;
    const place = { line: at.line, column: at.column + start, length: whole.length };
    if (/^(each|逐项)/.test(word)) {
      const variable = wholeName.exec(inner)?.[1];
      if (variable === undefined || marks.each !== null) flaw('template.broken-mark', place, inner.trim());
      else marks.each = { variable, at: place };
    } else {
      const isNegated = /not|无/.test(word);
      for (const part of inner.split(/\sand\s|且/)) {
        const condition = conditionOf(part, place, isNegated);
        if (condition === null) flaw('template.broken-condition', place, part.trim());
        else marks.conditions.push(condition);
      }
    }
    offset = start + whole.length;
  }
}

/**
 * Reads one text of a template. `## O01 Title` begins a clause (`## O01 @school Title` one that the school words);
 * every other line is a paragraph of it. At the head of
 * a line `[if a and b >= 3]` (`[若 …且…]`), `[if not a]` (`[若无 …]`) and `[each rows]` (`[逐项 …]`) say when it stands
 * and how often; `{name}` stands for a value. Empty lines do not count. Never throws: every fault has its place.
 */
export function parseTemplate(source: string, language: Language): ParsedTemplate {
  const flaws: Flaw[] = [];
  const clauses: TemplateClause[] = [];
  const flaw = (code: FlawCode, at: Place, read: string) => {
    flaws.push({ ...at, language, code, name: read });
  };
  const lines = source.split(/\r?\n/);
  for (const [index, raw] of lines.entries()) {
    const line = plainSigns(raw);
    if (line.trim() === '') continue;
    const isHeading = line.startsWith('##');
    const head = isHeading ? 2 : 0;
    const from = { line: index + 1, column: head + 1, length: line.length };
    const { marks, offset } = marksOf(line.slice(head), from, flaw);
    const at = { line: index + 1, column: 1, length: line.length };
    const words = line.slice(head + offset);
    if (isHeading) {
      const [, clause, owner = '', title] = heading.exec(words.trim()) ?? [];
      if (clause === undefined || title === undefined || marks.each !== null) {
        flaw('template.bad-heading', at, words.trim());
        continue;
      }
      if (clauses.some((one) => one.clause === clause)) flaw('template.clause-twice', at, clause);
      const column = line.length - words.trimStart().length + words.trimStart().indexOf(title) + 1;
      const pieces = piecesOf(title.trim(), { ...at, column }, flaw);
      clauses.push({ clause, owner: owners[owner] ?? null, ...marks, at, pieces, lines: [] });
      continue;
    }
    const pieces = piecesOf(words.trimEnd(), { ...at, column: offset + 1 }, flaw);
    const current = clauses.at(-1);
    if (current === undefined) flaw('template.no-heading', at, words.trim().slice(0, 20));
    else if (pieces.length === 0) flaw('template.text-empty', at, '');
    else current.lines.push({ ...marks, at, pieces });
  }
  if (clauses.length === 0) flaw('template.no-heading', { line: 1, column: 1, length: 1 }, '');
  for (const { lines: own, at, clause } of clauses) {
    if (own.length === 0) flaw('template.clause-empty', at, clause);
  }
  return { clauses, flaws };
}
