import { type MatchingProblem, matchingProblemFormat } from '../format/problem-format.ts';
import { createIdTable } from '../market/id-table.ts';
import type { Market } from '../market/market.ts';
import { createMarketBuilder } from '../market/market-builder.ts';
import { choiceIssues } from './choice-issues.ts';
import { type Issue, isRecord } from './issue.ts';
import { placeIssues } from './place-issues.ts';
import { shaped } from './shape-issues.ts';

/** A market ready to match, or everything that is wrong. `omitted` counts issues beyond the limit. */
export type Parsed =
  | { readonly ok: true; readonly market: Market }
  | { readonly ok: false; readonly issues: readonly Issue[]; readonly omitted: number };

export type ReadOptions = {
  /** Takes the place of the problem's own `lottery`. */
  readonly seed?: string;
};

/** The value with `lottery` replaced when a seed is given. */
export function withSeed(value: unknown, seed: string | undefined): unknown {
  return seed === undefined || !isRecord(value) ? value : { ...value, lottery: seed };
}

function duplicateApplicants(applicants: readonly unknown[]): Issue[] {
  const first = new Map<string, string>();
  const issues: Issue[] = [];
  applicants.forEach((applicant, i) => {
    if (!isRecord(applicant) || typeof applicant.id !== 'string') return;
    const { id } = applicant;
    const pointer = `/applicants/${i}/id`;
    const earlier = first.get(id);
    if (earlier === undefined) first.set(id, pointer);
    else issues.push({ pointer, code: 'id.duplicate', params: { id, first: earlier } });
  });
  return issues;
}

/**
 * The market of a problem of sound shape and places; undefined when an applicant's seats or id are not sound.
 */
function marketOf(problem: MatchingProblem): Market | undefined {
  const builder = createMarketBuilder(problem, createIdTable());
  return problem.applicants.every((applicant) => builder.add(applicant)) ? builder.finish() : undefined;
}

/**
 * Reads `dualtrack/matching-problem@1` from a value (parsed JSON or an object of one's own). Reports every
 * issue at once, first those of shape, then those of ids.
 */
export function parseProblem(value: unknown, options: ReadOptions = {}): Parsed {
  const given = withSeed(value, options.seed);
  const places = placeIssues(given);
  const shape = shaped(matchingProblemFormat, given);
  const market = shape.data && places.issues.length === 0 ? marketOf(shape.data) : undefined;
  if (market) return { ok: true, market };
  const listed = isRecord(given) && Array.isArray(given.applicants) ? given.applicants : [];
  const issues = [...shape.issues, ...places.issues];
  listed.forEach((applicant: unknown, i) => {
    for (const issue of choiceIssues(applicant, places.seats, `/applicants/${i}`)) issues.push(issue);
  });
  for (const issue of duplicateApplicants(listed)) issues.push(issue);
  return { ok: false, issues, omitted: 0 };
}
