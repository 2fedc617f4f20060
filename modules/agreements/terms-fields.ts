import type { TermsField } from '@dualtrack/rules';
import { type TemplateText, variablesOf } from './check-template.ts';
import type { PlainValue, TemplateValues } from './render-template.ts';
import { parseTemplate } from './template-language.ts';
import { findVariable } from './template-variables.ts';

/** Every value that stands in a field of its own, with the clause that writes it. Rows come field by field. */
export function termsFields(template: TemplateText, values: TemplateValues): TermsField[] {
  const clauseOf = writtenIn(template);
  return variablesOf(template).flatMap((variable): TermsField[] => {
    const { name, zh, en, kind, columns } = variable;
    const value = values[name] ?? null;
    if (isRows(value)) {
      return value.flatMap((row, index) =>
        columns.flatMap((column) =>
          fieldOf(
            { name: column.name, labels: [column.zh, column.en], kind: column.kind },
            clauseOf(name),
            row[column.name] ?? null,
            `${name} ${index + 1}`,
          ),
        ),
      );
    }
    return fieldOf({ name, labels: [zh, en], kind }, clauseOf(name), value);
  });
}

const isRows = (
  value: TemplateValues[string],
): value is Extract<TemplateValues[string], readonly unknown[]> => Array.isArray(value);

function fieldOf(
  head: Pick<TermsField, 'name' | 'labels' | 'kind'>,
  clause: string | null,
  value: PlainValue,
  row?: string,
): TermsField[] {
  if (value === null || value === '') return [];
  const plain = typeof value === 'object' ? [value.zh, value.en] : value;
  return [{ ...head, clause, value: plain, ...(row === undefined ? {} : { row }) }];
}

/** In which clause a variable is written first; the posts of an order stand in the table beside their class. */
function writtenIn(template: TemplateText): (name: string) => string | null {
  const variables = variablesOf(template);
  const found = new Map<string, string>();
  for (const { clause, pieces, lines } of parseTemplate(template.body, 'zh').clauses) {
    const said = [...pieces, ...lines.flatMap((line) => line.pieces)];
    const repeated = lines.flatMap(({ each }) => (each === null ? [] : [each]));
    for (const piece of [...said, ...repeated]) {
      const name = 'variable' in piece ? findVariable(variables, piece.variable)?.name : undefined;
      if (name !== undefined && !found.has(name)) found.set(name, clause);
    }
  }
  return (name) => found.get(name) ?? (name === 'postRows' ? (found.get('className') ?? null) : null);
}
