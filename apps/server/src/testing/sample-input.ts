import { type AnyContractProcedure, type AnyContractRouter, isContractProcedure } from '@orpc/contract';
import * as z from 'zod';

/** Ids of one tenant's records by table, to be tried by somebody else. */
export type KnownIds = ReadonlyMap<string, readonly string[]>;

type Schema = {
  type?: string | string[];
  format?: string;
  pattern?: string;
  enum?: unknown[];
  const?: unknown;
  default?: unknown;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  minItems?: number;
  minLength?: number;
  minimum?: number;
  exclusiveMinimum?: number;
};

/** Every operation of a contract, however deep. */
export function proceduresOf(router: AnyContractRouter): AnyContractProcedure[] {
  if (isContractProcedure(router)) return [router];
  return Object.values(router).flatMap((inner) => proceduresOf(inner));
}

/**
 * An input that the contract of an operation would take, in which every id is one of `ids`: the field's name
 * says of which table (`agreementId` → `agreement`, `classId` → `order_class`).
 */
export function sampleInput(procedure: AnyContractProcedure, ids: KnownIds, turn: number): unknown {
  const { inputSchema } = procedure['~orpc'];
  if (!(inputSchema instanceof z.ZodType)) return {};
  // Files and other things that JSON has no word for become "anything" and are left out.
  const schema = z.toJSONSchema(inputSchema, { io: 'input', unrepresentable: 'any' }) as Schema; // a JSON Schema object
  return sample(schema, '', ids, turn) ?? {};
}

function sample(schema: Schema, name: string, ids: KnownIds, turn: number): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return schema.enum[turn % schema.enum.length];
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) return sample(choices[turn % choices.length] ?? {}, name, ids, turn);
  if (schema.allOf !== undefined)
    return Object.assign({}, ...schema.allOf.map((part) => sample(part, name, ids, turn)));
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  if (type === 'object') {
    const entries = Object.entries(schema.properties ?? {}).map(([key, inner]) => [
      key,
      sample(inner, key, ids, turn),
    ]);
    return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
  }
  if (type === 'array') {
    const item = sample(schema.items ?? {}, name.replace(/s$/, ''), ids, turn);
    return Array.from({ length: Math.max(1, schema.minItems ?? 0) }, () => item);
  }
  if (type === 'integer' || type === 'number') {
    return Math.max(1, schema.minimum ?? 1, (schema.exclusiveMinimum ?? 0) + 1);
  }
  if (type === 'boolean') return turn % 2 === 0;
  if (type === 'null') return null;
  return type === 'string' ? sampleText(schema, name, ids, turn) : undefined;
}

function sampleText(schema: Schema, name: string, ids: KnownIds, turn: number): string {
  if (schema.format === 'uuid') return sampleId(name, ids, turn);
  if (schema.format === 'date') return '2026-11-23';
  if (schema.format === 'date-time') return '2026-11-23T00:00:00Z';
  if (schema.format === 'email') return `somebody${turn}@example.cn`;
  if (schema.format === 'uri') return 'https://example.cn/';
  if (/quarter/i.test(name)) return '2026-Q4';
  if (schema.pattern !== undefined && /Q\[1-4\]/.test(schema.pattern)) return '2026-Q4';
  return 'sample text of a person'.padEnd(schema.minLength ?? 0, 'x');
}

function sampleId(name: string, ids: KnownIds, turn: number): string {
  const table = name.replace(/Ids?$/, '').replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  const own = ids.get(table) ?? [...ids].find(([known]) => known.endsWith(`_${table}`))?.[1];
  const all = own ?? [...ids.values()].flat();
  return all[turn % Math.max(1, all.length)] ?? '00000000-0000-7000-8000-000000000000';
}
