import type { FactType } from '@dualtrack/rules';
import * as z from 'zod';
import type { FactForm } from '../shapes.ts';
import { factTypeOf } from './texts.ts';

/** What is looked at of a JSON schema. */
type Schema = {
  type?: string;
  pattern?: string;
  enum?: unknown[];
  items?: Schema;
  anyOf?: Schema[];
  properties?: Record<string, Schema>;
  minimum?: number;
  maximum?: number;
};

const plain: FactForm = {
  kind: 'other',
  options: [],
  hasNone: false,
  least: null,
  most: null,
  isWhole: false,
};
const dayStart = String.raw`^\d{4}-\d{2}-\d{2}(`;
const instantStart = String.raw`^\d{4}-\d{2}-\d{2}[`;
const timeStart = String.raw`^(\d{4}-`;

/** How a person enters a fact, read off its type. What has no simple form comes through the interface (`other`). */
export function formOf(type: FactType): FactForm {
  // The library describes every schema as a plain object of these keys.
  const schema = z.toJSONSchema(type.schema, { io: 'input', unrepresentable: 'any' }) as Schema;
  const form = formFrom(schema);
  return type.unit?.startsWith('fen') === true && form.kind === 'number' ? { ...form, kind: 'money' } : form;
}

/** Whether a person can enter the fact of this name on a screen. */
export function hasForm(name: string): boolean {
  const type = factTypeOf(name);
  return type !== undefined && formOf(type).kind !== 'other';
}

function formFrom(schema: Schema): FactForm {
  if (schema.anyOf !== undefined) return ofChoices(schema.anyOf);
  if (schema.enum !== undefined) return { ...plain, kind: 'choice', options: schema.enum.map(String) };
  switch (schema.type) {
    case 'boolean':
      return { ...plain, kind: 'flag' };
    case 'integer':
    case 'number':
      return ofNumber(schema);
    case 'string':
      return { ...plain, kind: textKind(schema.pattern) };
    case 'array':
      return ofList(schema.items);
    default:
      return schema.properties?.evidence === undefined ? plain : { ...plain, kind: 'declaration' };
  }
}

/** Of several forms a person is offered the first simple one; `null` is offered beside it. */
function ofChoices(choices: readonly Schema[]): FactForm {
  const forms = choices.filter((one) => one.type !== 'null').map(formFrom);
  const simple = forms.find((form) => form.kind !== 'other') ?? plain;
  return { ...simple, hasNone: simple.hasNone || choices.some((one) => one.type === 'null') };
}

function ofNumber(schema: Schema): FactForm {
  // Whole numbers carry the largest safe integer as their maximum, which says nothing to a person.
  const most = schema.maximum === undefined || schema.maximum > 1e12 ? null : schema.maximum;
  return {
    ...plain,
    kind: 'number',
    least: schema.minimum ?? null,
    most,
    isWhole: schema.type === 'integer',
  };
}

function textKind(pattern: string | undefined): FactForm['kind'] {
  if (pattern?.startsWith(dayStart)) return 'day';
  if (pattern?.startsWith(instantStart)) return 'instant';
  return pattern?.startsWith(timeStart) ? 'time' : 'text';
}

function ofList(items: Schema | undefined): FactForm {
  const inner = items === undefined ? plain : formFrom(items);
  if (inner.kind === 'choice') return { ...inner, kind: 'choices' };
  if (inner.kind === 'day') return { ...plain, kind: 'days' };
  return inner.kind === 'text' ? { ...plain, kind: 'texts' } : plain;
}
