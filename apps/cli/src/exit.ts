/** What a command ends with: done, the answer is "no", bad input, defect. */
export const exit = { done: 0, no: 1, badInput: 2, defect: 3 } as const;
export type ExitCode = (typeof exit)[keyof typeof exit];

/** One thing wrong with a file: where and what. */
export type FileIssue = {
  /** Line of a line-by-line file, from 1. */
  line?: number;
  pointer: string;
  code: string;
  params: Readonly<Record<string, unknown>>;
};

/** Bad input: the file and everything that is wrong with it. Ends the command with 2. */
export class InputError extends Error {
  readonly file: string;
  readonly issues: readonly FileIssue[];
  /** Issues beyond those listed. */
  readonly omitted: number;

  constructor(file: string, issues: readonly FileIssue[], omitted = 0) {
    super(`${file}: ${issues.length + omitted} issues`);
    this.name = 'InputError';
    this.file = file;
    this.issues = issues;
    this.omitted = omitted;
  }
}

/**
 * Wrong use of the command line itself: a word that is not known, or what was expected instead. Ends the command with
 * 2 and the usage.
 */
export class UsageError extends Error {
  readonly isExpected: boolean;

  constructor(what: string, kind: 'unknown' | 'expected' = 'expected') {
    super(what);
    this.isExpected = kind === 'expected';
  }
}
