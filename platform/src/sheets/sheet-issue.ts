/**
 * One thing wrong (or odd) in a file someone wants to import. `row` counts from 1 as a spreadsheet
 * shows it, `column` is the letter a spreadsheet shows, `code` is a phrase key `import.*` with `params`.
 * A warning does not stop an import.
 */
export type SheetIssue = {
  file: string;
  sheet?: string;
  row?: number;
  column?: string;
  code: string;
  params: Readonly<Record<string, string | number>>;
  severity: 'error' | 'warning';
};

/** Collects issues of one import: keeps the first `cap`, counts all of them. */
export type IssueList = {
  add: (issue: SheetIssue) => void;
  /** How many errors (not warnings) were added, beyond the cap too. */
  errors: () => number;
  /** How many warnings were added, beyond the cap too. */
  warnings: () => number;
  /** The kept issues in the order in which they were found. */
  list: () => readonly SheetIssue[];
};

/** A new, empty list of issues which keeps at most `cap` (default 1,000) of them. */
export function createIssueList(cap = 1000): IssueList {
  const kept: SheetIssue[] = [];
  let errors = 0;
  let warnings = 0;
  return {
    add(issue) {
      if (issue.severity === 'error') errors += 1;
      else warnings += 1;
      if (kept.length < cap) kept.push(issue);
    },
    errors: () => errors,
    warnings: () => warnings,
    list: () => kept,
  };
}
