import {
  orderClassTemplate,
  type TemplateClause,
  type TemplateTexts,
  templateVariables,
  type VariableName,
} from './template.ts';
import { writeDay, writeMoney } from './write-value.ts';

export type Language = 'zh' | 'en';
export type Words = { zh: string; en: string };

type ValueOf<Kind> = Kind extends 'words'
  ? Words
  : Kind extends 'text' | 'day' | 'quarter'
    ? string
    : /** Counts, money in fen, shares from 0 to 1. */ number;
type Variables = typeof templateVariables;

/** A value for each variable of the template; null where an optional one is not known. */
export type TemplateValues = {
  [Name in VariableName]:
    | ValueOf<Variables[Name]['kind']>
    | (Variables[Name] extends { optional: true } ? null : never);
};

/** Something wrong with a template: where, and which variable. */
export type TemplateIssue = {
  pointer: string;
  code: 'template.unknown-variable' | 'template.unguarded-variable' | 'template.missing-text';
  params: { variable: string };
};

/** A template that cannot be filled; names every place. */
export class TemplateError extends Error {
  readonly issues: readonly TemplateIssue[];

  constructor(issues: readonly TemplateIssue[]) {
    super(issues.map((issue) => `${issue.pointer} ${issue.code} ${issue.params.variable}`).join('; '));
    this.name = 'TemplateError';
    this.issues = issues;
  }
}

const placeholder = /\{(\w+)\}/g;
const isVariable = (name: string): name is VariableName => Object.hasOwn(templateVariables, name);
const isOptional = (name: VariableName) => 'optional' in templateVariables[name];

type LooseTexts = { titles: Readonly<Record<string, string>>; paragraphs: Readonly<Record<string, string>> };

/** Checks every text of a template in one language: no unknown variable, none that may be absent without a guard. */
export function checkTemplate(
  clauses: readonly TemplateClause[],
  texts: LooseTexts,
  locale: string,
): TemplateIssue[] {
  const issues: TemplateIssue[] = [];
  for (const { clause, paragraphs } of clauses) {
    if (texts.titles[clause] === undefined) {
      issues.push({
        pointer: `/${locale}/titles/${clause}`,
        code: 'template.missing-text',
        params: { variable: '' },
      });
    }
    for (const { key, when = [] } of paragraphs) {
      const pointer = `/${locale}/paragraphs/${key}`;
      const text = texts.paragraphs[key];
      if (text === undefined) {
        issues.push({ pointer, code: 'template.missing-text', params: { variable: '' } });
        continue;
      }
      for (const [, variable = ''] of text.matchAll(placeholder)) {
        if (!isVariable(variable)) {
          issues.push({ pointer, code: 'template.unknown-variable', params: { variable } });
        } else if (isOptional(variable) && !when.includes(variable)) {
          issues.push({ pointer, code: 'template.unguarded-variable', params: { variable } });
        }
      }
    }
  }
  return issues;
}

function written(name: VariableName, values: TemplateValues, language: Language): string {
  const value = values[name];
  if (value === null) return '';
  if (typeof value === 'object') return value[language];
  const { kind } = templateVariables[name];
  if (typeof value === 'string') return kind === 'day' ? writeDay(value, language) : value;
  if (kind === 'money') return writeMoney(value, language);
  return kind === 'share' ? `${Math.round(value * 1_000) / 10}%` : String(value);
}

export type RenderedSection = {
  clause: string;
  position: number;
  title: string;
  titleEn: string;
  body: string;
  bodyEn: string;
};

/**
 * Fills the template of order classes. A body holds one paragraph a line, the same ones in both languages.
 * @throws TemplateError with every place that is wrong.
 */
export function renderTemplate(
  texts: { zh: TemplateTexts; en: TemplateTexts },
  values: TemplateValues,
): RenderedSection[] {
  const clauses: readonly TemplateClause[] = orderClassTemplate;
  const issues = [...checkTemplate(clauses, texts.zh, 'zh-CN'), ...checkTemplate(clauses, texts.en, 'en')];
  if (issues.length > 0) throw new TemplateError(issues);
  const filled = (text: string, language: Language) =>
    text.replaceAll(placeholder, (_, name: string) =>
      isVariable(name) ? written(name, values, language) : '',
    );
  return orderClassTemplate.map(({ clause, paragraphs }, position) => {
    const standing = paragraphs.filter((paragraph: TemplateClause['paragraphs'][number]) => {
      const { when = [], unless } = paragraph;
      return when.every((name) => values[name] !== null) && (unless === undefined || values[unless] === null);
    });
    const body = (language: Language) =>
      standing.map(({ key }) => filled(texts[language].paragraphs[key], language)).join('\n');
    return {
      clause,
      position,
      title: texts.zh.titles[clause],
      titleEn: texts.en.titles[clause],
      body: body('zh'),
      bodyEn: body('en'),
    };
  });
}
