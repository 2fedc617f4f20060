import type { FactForm } from '../../shapes.ts';

/** What the fields of the fact form hold; which of them is shown depends on the fact. */
export type FactValues = {
  text: string;
  day: string;
  number: number | null;
  choices: readonly string[];
  isNone: boolean;
  forWhom: string;
  holds: string;
  by: string;
};

/** A value as the interface takes it. */
export type FactInput =
  | string
  | number
  | boolean
  | null
  | string[]
  | { holds: boolean; by: string; on: string; evidence: string[] };

const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** What is sent for a fact of this form. Yes and no stand in `text` as words. */
export function inputOf(form: FactForm, values: FactValues): FactInput {
  if (form.hasNone && values.isNone) return null;
  switch (form.kind) {
    case 'flag':
      return values.text === 'yes';
    case 'day':
      return values.day;
    case 'days':
    case 'texts':
      return lines(values.text);
    case 'number':
    case 'money':
      return values.number ?? 0;
    case 'choices':
      return [...values.choices];
    case 'declaration':
      return {
        holds: values.holds === 'yes',
        by: values.by,
        on: values.day,
        evidence: lines(values.text),
      };
    default:
      return values.text.trim();
  }
}

/** The field in which a fact of this form is entered. */
export function fieldOf(form: FactForm): keyof FactValues {
  if (form.kind === 'day') return 'day';
  if (form.kind === 'number' || form.kind === 'money') return 'number';
  return form.kind === 'choices' ? 'choices' : 'text';
}

/** Whether the shown field still has nothing in it. */
export function isEmpty(form: FactForm, values: FactValues): boolean {
  if (form.hasNone && values.isNone) return false;
  const value = values[fieldOf(form)];
  return value === '' || value === null || (Array.isArray(value) && value.length === 0);
}
