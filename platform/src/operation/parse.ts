import type { StandardSchemaV1 } from '@standard-schema/spec';
import type { InputIssue } from '../contract/index.ts';
import { kernelRefusal } from '../errors.ts';

/** Parses an operation's input by its contract; every issue at once, with its JSON pointer. */
export async function parseInput(schema: unknown, input: unknown): Promise<unknown> {
  if (!isStandardSchema(schema)) return input;
  const result = await schema['~standard'].validate(input ?? {});
  if (result.issues === undefined) return result.value;
  throw kernelRefusal('input.invalid', {}, result.issues.map(toIssue));
}

/** Checks an operation's output by its contract; a breach is a defect of ours, not the caller's. */
export async function parseOutput(schema: unknown, output: unknown): Promise<unknown> {
  if (!isStandardSchema(schema)) return output;
  const result = await schema['~standard'].validate(output);
  if (result.issues === undefined) return result.value;
  const places = result.issues.map((issue) => `${toIssue(issue).pointer}: ${issue.message}`);
  throw new Error(`the answer does not keep its contract: ${places.join('; ')}`);
}

function isStandardSchema(schema: unknown): schema is StandardSchemaV1 {
  return (
    (typeof schema === 'object' || typeof schema === 'function') && schema !== null && '~standard' in schema
  );
}

type ZodLikeIssue = StandardSchemaV1.Issue & Record<string, unknown>;

function toIssue(issue: StandardSchemaV1.Issue): InputIssue {
  const path = (issue.path ?? []).map((part) => (typeof part === 'object' ? part.key : part));
  const pointer = path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
  // Zod puts its own facts (code, limits) beside the standard ones.
  const facts = issue as ZodLikeIssue;
  const params: InputIssue['params'] = {};
  for (const name of ['minimum', 'maximum', 'format', 'expected', 'origin', 'divisor']) {
    const value = facts[name];
    if (typeof value === 'string' || typeof value === 'number') params[name] = value;
  }
  const code = typeof facts['code'] === 'string' ? facts['code'] : 'invalid';
  return { pointer, code: `input.${code.replaceAll('_', '-')}`, params };
}
