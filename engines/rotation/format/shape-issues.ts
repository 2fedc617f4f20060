import type { z } from 'zod';
import { type Issue, pointerTo } from './issue.ts';

/**
 * The issues of a failed shape check, one per place. Codes: `unexpected-field`, `missing`, `wrong-type` (params
 * `expected`), `too-small` (`minimum`), `too-big` (`maximum`), `not-allowed` (`expected`), `malformed`.
 */
export function shapeIssues(error: z.ZodError, input: unknown): Issue[] {
  return error.issues.flatMap((issue): Issue[] => {
    const pointer = pointerTo(...issue.path);
    switch (issue.code) {
      case 'unrecognized_keys':
        return issue.keys.map((key) => ({
          pointer: pointerTo(...issue.path, key),
          code: 'unexpected-field',
          params: { field: key },
        }));
      case 'invalid_type': {
        const missing = valueAt(input, issue.path) === undefined;
        return [{ pointer, code: missing ? 'missing' : 'wrong-type', params: { expected: issue.expected } }];
      }
      case 'too_small':
        return [{ pointer, code: 'too-small', params: { minimum: Number(issue.minimum) } }];
      case 'too_big':
        return [{ pointer, code: 'too-big', params: { maximum: Number(issue.maximum) } }];
      case 'invalid_value':
        return [{ pointer, code: 'not-allowed', params: { expected: issue.values } }];
      default:
        return [{ pointer, code: 'malformed', params: { rule: issue.code } }];
    }
  });
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let value = input;
  for (const part of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined;
    value = Reflect.get(value, part);
  }
  return value;
}
