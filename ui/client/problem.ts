/** One field of an input that was refused: where (JSON pointer), why (a code) and with what numbers. */
export type FieldProblem = {
  readonly pointer: string;
  readonly code: string;
  readonly params: Readonly<Record<string, unknown>>;
};

/** A problem document (RFC 9457) as our server writes it. */
export type Problem = {
  readonly status: number;
  readonly code: string;
  /** The sentence in the caller's language, made by the server. */
  readonly title: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly errors: readonly FieldProblem[];
  /** A short number to quote, only when something broke on our side. */
  readonly incident?: string;
};

/** An answer that is not a success. Status 0 means that the server was not reached. */
export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.code);
    this.name = 'ProblemError';
    this.problem = problem;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function fieldProblem(value: unknown): FieldProblem[] {
  if (!isRecord(value)) return [];
  const params = isRecord(value.params) ? value.params : {};
  return [{ pointer: text(value.pointer) ?? '', code: text(value.code) ?? 'input.custom', params }];
}

/** Reads whatever an error answer carries; what is not a problem document becomes a defect with that status. */
export function problemFrom(status: number, body: unknown): Problem {
  if (!isRecord(body)) return { status, code: 'defect.internal', title: '', params: {}, errors: [] };
  const incident = text(body.incident);
  return {
    status,
    code: text(body.code) ?? 'defect.internal',
    title: text(body.title) ?? '',
    params: isRecord(body.params) ? body.params : {},
    errors: Array.isArray(body.errors) ? body.errors.flatMap(fieldProblem) : [],
    ...(incident === undefined ? {} : { incident }),
  };
}

/** The problem behind anything that was thrown; foreign exceptions are defects of the page itself. */
export function problemOf(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem;
  return { status: 500, code: 'defect.internal', title: '', params: {}, errors: [] };
}
