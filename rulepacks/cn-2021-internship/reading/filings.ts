import type { Day } from '@dualtrack/rules';

/** A filing with, or consent of, the superior competent department. */
export interface Filing {
  readonly id: string;
  readonly date?: Day | undefined;
  readonly approvedAt?: Day | null | undefined;
  readonly scope?: readonly string[] | undefined;
  readonly until?: Day | undefined;
}

/** The facts a filing can be filed as: one by one, or as a list. */
export interface FilingFacts {
  readonly 'filing.id'?: string | null;
  readonly 'filing.date'?: Day;
  readonly 'filing.approvedAt'?: Day | null;
  readonly 'filing.scope'?: string | readonly string[];
  readonly 'filing.until'?: Day;
  readonly filings?: readonly Filing[];
}

/** The names of those facts. */
export const FILING_FACTS = [
  'filing.id',
  'filing.date',
  'filing.approvedAt',
  'filing.scope',
  'filing.until',
  'filings',
] as const;

/** All filings, however they were filed. */
export function filingsOf(facts: FilingFacts): readonly Filing[] {
  const id = facts['filing.id'];
  const listed = facts.filings ?? [];
  if (id === undefined || id === null) return listed;
  const scope = facts['filing.scope'];
  const single: Filing = {
    id,
    date: facts['filing.date'],
    approvedAt: facts['filing.approvedAt'],
    scope: typeof scope === 'string' ? [scope] : scope,
    until: facts['filing.until'],
  };
  return [single, ...listed];
}

/**
 * Whether a filing made beforehand covers the topic (or the rule by its id) on a day. Its scope, its day and that it
 * has not lapsed must be known: an excuse is never presumed.
 */
export function isCovered(facts: FilingFacts, topic: string, rule: string, start: Day, on: Day): boolean {
  return filingsOf(facts).some(
    ({ date, scope, until }) =>
      date !== undefined &&
      date <= start &&
      scope !== undefined &&
      (scope.includes(topic) || scope.includes(rule)) &&
      (until === undefined || on <= until),
  );
}
