import type { Side } from './agreement.ts';
import { checkTemplate, type TemplateText, variablesOf } from './check-template.ts';
import {
  type Condition,
  type Flaw,
  type Language,
  type Marks,
  type Piece,
  parseTemplate,
  type TemplateClause,
  type TemplateLine,
} from './template-language.ts';
import { findVariable, type TemplateColumn, type TemplateVariable } from './template-variables.ts';
import { type Words, writeValue } from './write-value.ts';

export type { Language } from './template-language.ts';
export type { Words } from './write-value.ts';

/** Counts, money in fen and shares are numbers; days and quarters texts. Null: not known. */
export type PlainValue = Words | string | number | null;
export type TemplateRow = Readonly<Record<string, PlainValue>>;
/** Values by a variable's first name; one that is missing is not known. */
export type TemplateValues = Readonly<Record<string, PlainValue | readonly TemplateRow[]>>;

/** A template that cannot be filled; names every place. */
export class TemplateError extends Error {
  readonly flaws: readonly Flaw[];

  constructor(flaws: readonly Flaw[]) {
    super(flaws.map((flaw) => `${flaw.language} ${flaw.line}:${flaw.column} ${flaw.code}`).join('; '));
    this.name = 'TemplateError';
    this.flaws = flaws;
  }
}

export type RenderedSection = {
  clause: string;
  position: number;
  title: string;
  titleEn: string;
  body: string;
  bodyEn: string;
  /** The side that words the section; null or absent: both do. */
  owner?: Side | null;
};

type Filling = { variables: readonly TemplateVariable[]; values: TemplateValues; language: Language };

const isRows = (value: TemplateValues[string] | undefined): value is readonly TemplateRow[] =>
  Array.isArray(value);

function isMet(condition: Condition, { variables, values }: Filling): boolean {
  const found = findVariable(variables, condition.variable);
  const value = values[found?.name ?? ''] ?? null;
  const isKnown = isRows(value) ? value.length > 0 : value !== null && value !== '';
  const { comparison } = condition;
  if (comparison === null) return isKnown !== condition.isNegated;
  if (!isKnown || isRows(value)) return false;
  const { operator, to } = comparison;
  const own = typeof value === 'object' ? [value?.zh, value?.en] : [value];
  const isSame = own.some((one) => one === to);
  if (operator === '=' || operator === '!=') return isSame === (operator === '=');
  const [number] = own;
  if (typeof number !== 'number' || typeof to !== 'number') return false;
  if (operator === '<' || operator === '<=') return operator === '<' ? number < to : number <= to;
  return operator === '>' ? number > to : number >= to;
}

const stands = (marks: Marks, filling: Filling) =>
  marks.conditions.every((condition) => isMet(condition, filling));

function filled(
  pieces: readonly Piece[],
  filling: Filling,
  columns: readonly TemplateColumn[] = [],
  row: TemplateRow = {},
): string {
  const { variables, values, language } = filling;
  return pieces
    .map((piece) => {
      if ('text' in piece) return piece.text;
      const column = findVariable(columns, piece.variable);
      if (column !== undefined) return writeValue(row[column.name] ?? null, column.kind, language);
      const variable = findVariable(variables, piece.variable);
      const value = values[variable?.name ?? ''] ?? null;
      if (isRows(value) || variable === undefined || variable.kind === 'rows') return '';
      return writeValue(value, variable.kind, language);
    })
    .join('');
}

function paragraphs(line: TemplateLine, filling: Filling): string[] {
  if (!stands(line, filling)) return [];
  if (line.each === null) return [filled(line.pieces, filling)];
  const rows = findVariable(filling.variables, line.each.variable);
  const value = filling.values[rows?.name ?? ''] ?? null;
  if (!isRows(value)) return [];
  return value.map((row) => filled(line.pieces, filling, rows?.columns, row));
}

/**
 * Fills a template. A body holds one paragraph a line, the same ones in both languages; a clause none of whose
 * paragraphs stands is left out.
 * @throws TemplateError with every place that is wrong.
 */
export function renderTemplate(template: TemplateText, values: TemplateValues): RenderedSection[] {
  const flaws = checkTemplate(template);
  if (flaws.length > 0) throw new TemplateError(flaws);
  const variables = variablesOf(template);
  const zh: Filling = { variables, values, language: 'zh' };
  const en: Filling = { variables, values, language: 'en' };
  const english = parseTemplate(template.bodyEn, 'en').clauses;
  const body = (clause: TemplateClause | undefined, filling: Filling) =>
    (clause?.lines ?? []).flatMap((line) => paragraphs(line, filling)).join('\n');
  const found = parseTemplate(template.body, 'zh').clauses.flatMap((clause, index) => {
    if (!stands(clause, zh)) return [];
    const other = english[index];
    return {
      clause: clause.clause,
      owner: clause.owner,
      title: filled(clause.pieces, zh),
      titleEn: filled(other?.pieces ?? [], en),
      body: body(clause, zh),
      bodyEn: body(other, en),
    };
  });
  return found
    .filter((section) => section.body !== '')
    .map((section, position) => ({ ...section, position }));
}
