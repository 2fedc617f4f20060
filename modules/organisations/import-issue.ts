import type { Params } from '@dualtrack/locales/browser';
import * as z from 'zod';
import { type TableKey, tableKeys } from './import/table.ts';

/** One thing wrong (or odd) in a file of an import, as the run carries it. */
export const importIssue = z.object({
  file: z.string(),
  sheet: z.string().optional(),
  row: z.number().optional(),
  column: z.string().optional(),
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  severity: z.enum(['error', 'warning']),
});
export type ImportIssue = z.infer<typeof importIssue>;

/** Result of a run that saved (or, checking only, would have saved) everything. */
export const importResult = z.object({
  rows: z.record(z.string(), z.number()),
  warnings: z.array(importIssue),
  checkOnly: z.boolean(),
});

/** Params of the problem `import.invalid`: how many errors there are, and the first thousand issues. */
export const importProblem = z.object({ count: z.number(), issues: z.array(importIssue) });

/**
 * The params of an issue as the phrase `error.<code>` takes them: allowed words in the reader's language, and the
 * name of a table instead of its key (`nameOf` gives it).
 */
export function issueParams(
  issue: Pick<ImportIssue, 'params'>,
  isChinese: boolean,
  nameOf: (table: TableKey) => string,
): Params {
  const { params } = issue;
  const table = tableKeys.find((key) => key === params.table);
  return {
    ...params,
    allowed: (isChinese ? params.allowedZh : params.allowedEn) ?? '',
    ...(table === undefined ? {} : { table: nameOf(table) }),
  };
}
