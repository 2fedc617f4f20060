import { type Issue, isRecord } from './issue.ts';

/**
 * What is wrong with the seats an applicant chose: unknown ones (when `seats` says which there are) and one
 * chosen twice. Looks at whatever can be read. Pointers begin with `base`.
 */
export function choiceIssues(applicant: unknown, seats: ReadonlySet<string> | undefined, base = ''): Issue[] {
  if (!isRecord(applicant) || !Array.isArray(applicant.choices)) return [];
  const issues: Issue[] = [];
  const first = new Map<string, string>();
  applicant.choices.forEach((choice: unknown, i) => {
    if (!isRecord(choice) || typeof choice.seat !== 'string' || choice.seat === '') return;
    const seat = choice.seat;
    const pointer = `${base}/choices/${i}/seat`;
    if (seats && !seats.has(seat)) issues.push({ pointer, code: 'seat.unknown', params: { seat } });
    const earlier = first.get(seat);
    if (earlier === undefined) first.set(seat, pointer);
    else issues.push({ pointer, code: 'choice.duplicate', params: { seat, first: earlier } });
  });
  return issues;
}
