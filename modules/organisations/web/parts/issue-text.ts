import { findErrorPhrase } from '@dualtrack/locales/browser';
import { useLanguage } from '@dualtrack/ui';
import { type ImportIssue, issueParams } from '../../import-issue.ts';
import { tableName } from './table-name.ts';

/** Says what is wrong, in the reader's language, and names the column when it is known. */
export function useIssueText(): (issue: ImportIssue) => string {
  const { catalogue, locale } = useLanguage();
  const separator = locale === 'zh-CN' ? '：' : ': ';
  return (issue) => {
    const params = issueParams(issue, locale === 'zh-CN', (table) => tableName(table, locale));
    const sentence = findErrorPhrase(catalogue, issue.code, params) ?? issue.code;
    // The star of a required column is no part of its name.
    const header = String(issue.params.header ?? '').replace(/\*$/, '');
    const isNamed = header === '' || sentence.includes(header);
    return isNamed ? sentence : `${header}${separator}${sentence}`;
  };
}

// A cell that begins like this would be run as a formula by a spreadsheet.
const formulaStart = /^[=+\-@\t\r]/;

/** A table as CSV that spreadsheets open as it is: byte order mark, every cell quoted, nothing run as a formula. */
export function csvOf(rows: readonly (readonly string[])[]): string {
  const cell = (text: string) => `"${(formulaStart.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
  return `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}
