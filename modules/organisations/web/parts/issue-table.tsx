import { saveFile, usePhrases, useToast } from '@dualtrack/ui';
import { Button } from 'antd';
import type { ImportIssue } from '../../import-issue.ts';
import { csvOf, useIssueText } from './issue-text.ts';

/** Everything that has to be put right, by file, row and column; to be downloaded or copied for whoever keeps the files. */
export function IssueTable(props: { readonly issues: readonly ImportIssue[] }) {
  const t = usePhrases('imports');
  const toast = useToast();
  const textOf = useIssueText();
  const head = [t('issues.file'), t('issues.row'), t('issues.column'), t('issues.reason')];
  const lines = props.issues.map((issue) => [
    issue.sheet === undefined ? issue.file : `${issue.file} · ${issue.sheet}`,
    issue.row === undefined ? '' : String(issue.row),
    issue.column ?? '',
    textOf(issue),
  ]);
  const copy = async () => {
    await navigator.clipboard.writeText([head, ...lines].map((line) => line.join('\t')).join('\n'));
    toast(t('issues.copied'));
  };
  return (
    <>
      <div className="org-bar">
        <Button
          onClick={() =>
            saveFile(`${t('issues.fileName')}.csv`, csvOf([head, ...lines]), 'text/csv;charset=utf-8')
          }
        >
          {t('issues.download')}
        </Button>
        <Button onClick={() => void copy()}>{t('issues.copy')}</Button>
      </div>
      <table className="org-issues">
        <thead>
          <tr>
            {head.map((text, at) => (
              <th key={text} scope="col" className={at === 1 || at === 2 ? 'org-narrow' : ''}>
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.issues.map((issue) => (
            <tr key={JSON.stringify(issue)}>
              <td>
                {issue.file}
                {issue.sheet === undefined ? null : (
                  <span className="dt-quiet"> · {t('issues.sheet', { sheet: issue.sheet })}</span>
                )}
              </td>
              <td className="org-narrow">{issue.row ?? '—'}</td>
              <td className="org-narrow">{issue.column ?? '—'}</td>
              <td>{textOf(issue)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
