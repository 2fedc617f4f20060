import type { z } from 'zod';

/** One thing that is wrong with an input: where (RFC 6901 JSON pointer), what (code), and the figures to say it. */
export type Issue = {
  pointer: string;
  code: IssueCode;
  params: Record<string, string | number>;
};

/** Every code an {@link Issue} can carry. */
export type IssueCode =
  | 'value.missing'
  | 'value.type'
  | 'value.not-finite'
  | 'value.too-small'
  | 'value.too-big'
  | 'value.too-short'
  | 'value.too-long'
  | 'value.not-allowed'
  | 'key.unknown'
  | 'quarter.malformed'
  | 'array.length'
  | 'id.duplicate'
  | 'reference.unknown'
  | 'class-size.inverted'
  | 'resource.unknown'
  | 'age-band.inverted'
  | 'age-band.overlap'
  | 'age-band.beyond-retirement'
  | 'age-bands.sum'
  | 'line.too-many-heads'
  | 'delay.mean-above-max'
  | 'retirements.exceed-headcount'
  | 'retirements.given-twice'
  | 'retirement-age.without-bands'
  | 'change.outside-plan'
  | 'change.breaks-plan';

/** A value that is wholly right, or everything that is wrong with it. */
export type Parsed<T> = { ok: true; value: T } | { ok: false; issues: Issue[] };

/** RFC 6901 pointer of a path; the whole document is the empty string. */
export function pointerTo(path: readonly PropertyKey[]): string {
  return path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let value: unknown = input;
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Reflect.get(value, step);
  }
  return value;
}

function typeName(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

type Finding = { code: IssueCode; params: Issue['params'] };

function finding(issue: z.core.$ZodIssue, value: unknown): Finding {
  if (value === undefined && issue.code !== 'unrecognized_keys') return { code: 'value.missing', params: {} };
  if (typeof value === 'number' && !Number.isFinite(value)) {
    return { code: 'value.not-finite', params: { received: String(value) } };
  }
  switch (issue.code) {
    case 'invalid_type':
      return {
        code: 'value.type',
        params: {
          expected: issue.expected,
          received: issue.expected === 'int' ? String(value) : typeName(value),
        },
      };
    case 'too_small': {
      const code =
        issue.origin === 'string' || issue.origin === 'array' ? 'value.too-short' : 'value.too-small';
      return { code, params: { minimum: Number(issue.minimum) } };
    }
    case 'too_big': {
      const code = issue.origin === 'string' || issue.origin === 'array' ? 'value.too-long' : 'value.too-big';
      return { code, params: { maximum: Number(issue.maximum) } };
    }
    case 'invalid_format':
      return {
        code: 'quarter.malformed',
        params: { received: String(value).slice(0, 40), expected: '2026-Q1' },
      };
    case 'invalid_value':
      return { code: 'value.not-allowed', params: { expected: issue.values.map(String).join(' | ') } };
    default:
      return { code: 'value.not-allowed', params: { expected: issue.message } };
  }
}

/** The findings of a zod parse in our words; `input` is what was parsed. */
export function issuesFromZod(error: z.ZodError, input: unknown): Issue[] {
  return error.issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key): Issue => {
        return { pointer: pointerTo([...issue.path, key]), code: 'key.unknown', params: { key } };
      });
    }
    return [{ pointer: pointerTo(issue.path), ...finding(issue, valueAt(input, issue.path)) }];
  });
}
