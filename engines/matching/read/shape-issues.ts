import type { z } from 'zod';
import { type Issue, isRecord, pointerOf } from './issue.ts';

/** The value at a path, or undefined where the path leads nowhere. */
function at(value: unknown, path: readonly PropertyKey[]): unknown {
  let found = value;
  for (const part of path) {
    if (Array.isArray(found)) found = found[Number(part)];
    else found = isRecord(found) ? found[String(part)] : undefined;
  }
  return found;
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'number' && !Number.isFinite(value)) return Number.isNaN(value) ? 'nan' : 'infinity';
  return typeof value;
}

function translated(issue: z.core.$ZodIssue, value: unknown): Issue[] {
  const pointer = pointerOf(issue.path);
  const found = at(value, issue.path);
  const missing = (expected: string): Issue => ({ pointer, code: 'field.missing', params: { expected } });
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((field) => ({
        pointer: pointer + pointerOf([field]),
        code: 'field.unknown',
        params: { field },
      }));
    case 'invalid_value': {
      const allowed = issue.values.map(String);
      if (found === undefined) return [missing(allowed.join(' | '))];
      return [{ pointer, code: 'value.unknown', params: { allowed } }];
    }
    case 'too_small':
      if (issue.origin === 'string') return [{ pointer, code: 'text.empty', params: {} }];
      return [{ pointer, code: 'number.too-small', params: { minimum: Number(issue.minimum) } }];
    case 'too_big':
      return [{ pointer, code: 'number.too-big', params: { maximum: Number(issue.maximum) } }];
    case 'custom':
      return [{ pointer, code: 'text.ill-formed', params: {} }];
    default: {
      const expected = issue.code === 'invalid_type' ? issue.expected : issue.code;
      if (found === undefined) return [missing(expected)];
      return [{ pointer, code: 'type.wrong', params: { expected, received: kindOf(found) } }];
    }
  }
}

/** Either the value as the definition types it, or everything the definition does not allow about it. */
export type Shaped<T> =
  | { readonly data: T; readonly issues: [] }
  | { readonly data?: never; readonly issues: Issue[] };

/** Holds a value against a definition. */
export function shaped<T>(definition: z.ZodType<T>, value: unknown): Shaped<T> {
  const parsed = definition.safeParse(value);
  if (parsed.success) return { data: parsed.data, issues: [] };
  return { issues: parsed.error.issues.flatMap((issue) => translated(issue, value)) };
}
