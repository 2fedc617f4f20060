import type { FieldProblem } from '../client/problem.ts';

/** Which field of a form an error belongs to: by the field's own pointer, or by the first step of the error's path. */
export function splitErrors(
  errors: readonly FieldProblem[],
  pointers: Readonly<Record<string, string>>,
): { byField: ReadonlyMap<string, FieldProblem>; others: readonly FieldProblem[] } {
  const byField = new Map<string, FieldProblem>();
  const others: FieldProblem[] = [];
  // The longest pointer wins, so that `/terms/pay` is not taken by a field at `/terms`.
  const fields = Object.entries(pointers).sort(([, a], [, b]) => b.length - a.length);
  for (const error of errors) {
    const owner = fields.find(([, at]) => error.pointer === at || error.pointer.startsWith(`${at}/`))?.[0];
    if (owner === undefined) others.push(error);
    else if (!byField.has(owner)) byField.set(owner, error);
  }
  return { byField, others };
}
