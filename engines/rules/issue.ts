import type { z } from 'zod';

/** Every code an {@link Issue} can carry. */
export type IssueCode =
  | 'value.missing'
  | 'value.type'
  | 'value.not-allowed'
  | 'value.format'
  | 'value.range'
  | 'fact.twice'
  | 'key.unknown';

/** One thing that is wrong with an input: where (RFC 6901 JSON pointer), what (code), and what was expected. */
export interface Issue {
  readonly pointer: string;
  readonly code: IssueCode;
  readonly params: { readonly expected: string } & Readonly<Record<string, string>>;
}

/** Something odd that does not stop the work: a fact name no rule of the pack knows. */
export interface Warning {
  readonly pointer: string;
  readonly code: 'fact.unknown';
  readonly params: { readonly name: string; readonly nearest?: string };
}

/** A value that is wholly right, with its warnings, or everything that is wrong with it. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T; readonly warnings: readonly Warning[] }
  | { readonly ok: false; readonly issues: readonly Issue[]; readonly warnings: readonly Warning[] };

/** RFC 6901 pointer of a path; the whole document is the empty string. */
export function pointerTo(path: readonly PropertyKey[]): string {
  return path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** The findings of a zod parse in our words; `at` is where the parsed value stands in its document. */
export function issuesFromZod(error: z.core.$ZodError, at: readonly PropertyKey[]): Issue[] {
  return error.issues.flatMap((issue) => findings(issue, at));
}

function findings(issue: z.core.$ZodIssue, at: readonly PropertyKey[]): Issue[] {
  const path = [...at, ...issue.path];
  const pointer = pointerTo(path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        pointer: pointerTo([...path, key]),
        code: 'key.unknown',
        params: { expected: 'no such key' },
      }));
    case 'invalid_value':
      return [
        { pointer, code: 'value.not-allowed', params: { expected: issue.values.map(String).join(' | ') } },
      ];
    case 'invalid_type':
      return [{ pointer, code: 'value.type', params: { expected: issue.expected } }];
    case 'invalid_union': {
      const meant = branchMeant(issue);
      if (meant) return meant.flatMap((one) => findings(one, path));
      return [{ pointer, code: 'value.type', params: { expected: unionExpectation(issue) } }];
    }
    case 'too_small':
      return [{ pointer, code: 'value.range', params: { expected: `at least ${issue.minimum}` } }];
    case 'too_big':
      return [{ pointer, code: 'value.range', params: { expected: `at most ${issue.maximum}` } }];
    default:
      // Our own formats carry what they expect as their message.
      return [{ pointer, code: 'value.format', params: { expected: issue.message } }];
  }
}

/** The issues of the one branch that the value is closest to, where that is clear. */
function branchMeant(issue: z.core.$ZodIssueInvalidUnion): readonly z.core.$ZodIssue[] | undefined {
  const close = issue.errors.filter((branch) => branch.every(({ path }) => path.length > 0));
  const [best, second] = close.toSorted((a, b) => a.length - b.length);
  return best && (!second || best.length < second.length) ? best : undefined;
}

function unionExpectation(issue: z.core.$ZodIssueInvalidUnion): string {
  const branches = issue.errors.map((branch) => branch.flatMap((one) => findings(one, [])));
  const texts = branches.map((branch) =>
    branch.map((one) => `${one.pointer} ${one.params.expected}`.trim()).join(', '),
  );
  return texts.join(' | ');
}
