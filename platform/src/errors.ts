import type { InputIssue, RefusalParams } from './contract/index.ts';

/**
 * An expected "no": code (also the phrase key), HTTP status and typed params. Never prose.
 * Anything else that is thrown is a defect and becomes a 500 with an incident number.
 */
export class Refusal extends Error {
  readonly code: string;
  readonly status: number;
  readonly params: RefusalParams;
  readonly issues: readonly InputIssue[];

  constructor(code: string, status: number, params: RefusalParams = {}, issues: readonly InputIssue[] = []) {
    super(code);
    this.name = 'Refusal';
    this.code = code;
    this.status = status;
    this.params = params;
    this.issues = issues;
  }
}

/** Refusals the kernel itself makes; every operation may answer with them. */
export const kernelRefusals = {
  'session.required': 401,
  'access.forbidden': 403,
  'access.other-origin': 403,
  'thing.not-found': 404,
  'route.not-found': 404,
  'input.invalid': 422,
  'input.too-large': 413,
  'input.malformed': 400,
  'idempotency.key-required': 400,
  'idempotency.key-reused': 422,
  'request.too-many': 429,
  'server.stopping': 503,
  'defect.internal': 500,
} as const;
export type KernelRefusalCode = keyof typeof kernelRefusals;

/** Makes a kernel refusal. */
export function kernelRefusal(
  code: KernelRefusalCode,
  params: RefusalParams = {},
  issues: readonly InputIssue[] = [],
): Refusal {
  return new Refusal(code, kernelRefusals[code], params, issues);
}

/** Also the answer for another tenant's object: nobody learns that it exists. */
export function notFound(kind: string): Refusal {
  return kernelRefusal('thing.not-found', { kind });
}

/** Refuses one field of the input. */
export function invalidField(pointer: string, code: string, params: InputIssue['params'] = {}): Refusal {
  return kernelRefusal('input.invalid', {}, [{ pointer, code, params }]);
}
