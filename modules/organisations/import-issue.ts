import type { Params } from '@dualtrack/locales/browser';
import { type TableKey, tableKeys } from './import/table.ts';

/** One thing wrong (or odd) in a file of an import, as the run's problem carries it. */
export type ImportIssue = {
  file: string;
  sheet?: string | undefined;
  row?: number | undefined;
  column?: string | undefined;
  code: string;
  params: Readonly<Record<string, string | number>>;
  severity: 'error' | 'warning';
};

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
