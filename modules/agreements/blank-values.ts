import type { TemplateValues } from './render-template.ts';
import type { TemplateVariable } from './template-variables.ts';

/** The variable's own name in brackets, where a value will stand. */
const blank = ({ zh, en }: { zh: string; en: string }) => ({ zh: `〔${zh}〕`, en: `‹${en}›` });

function isEmpty(value: TemplateValues[string]): boolean {
  if (value === null || value === '') return true;
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === 'object' && 'zh' in value && value.zh === '' && value.en === '';
}

/** Values with blanks for what is needed and not known. */
export function withBlanks(variables: readonly TemplateVariable[], values: TemplateValues): TemplateValues {
  const needed = variables.filter(({ name, isOptional }) => !isOptional && isEmpty(values[name] ?? null));
  const blanks = needed.map((variable) => [
    variable.name,
    variable.kind === 'rows'
      ? [Object.fromEntries(variable.columns.map((column) => [column.name, blank(column)]))]
      : blank(variable),
  ]);
  return { ...values, ...Object.fromEntries(blanks) };
}
