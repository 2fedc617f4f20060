import { findErrorPhrase } from '@dualtrack/locales/browser';
import {
  Panel,
  problemOf,
  problemSentence,
  useLanguage,
  usePhrases,
  useToast,
  useWrite,
} from '@dualtrack/ui';
import { Button } from 'antd';
import { useRef } from 'react';
import type { ImportIssue, ImportTable } from '../../contract.ts';
import { outcomes } from '../client.ts';
import { saveFile } from './save-file.ts';

/** A file of one table of a class: template, upload, and everything that is wrong with it at once. */
export function ImportPanel(props: { readonly classId: string; readonly table: ImportTable }) {
  const { classId, table } = props;
  const t = usePhrases('outcomes');
  const { catalogue } = useLanguage();
  const toast = useToast();
  const input = useRef<HTMLInputElement>(null);
  const write = useWrite(outcomes.imports.make, { invalidates: ['outcomes'] });
  const template = async (format: 'xlsx' | 'csv') => {
    try {
      saveFile(await outcomes.imports.template({ classId, table, format }), `${table}.${format}`);
    } catch (error) {
      toast(problemSentence(catalogue, problemOf(error)), 'problem');
    }
  };
  const found = write.data;
  return (
    <Panel title={`${t('import.title')} · ${t(`import.${table}`)}`}>
      <div className="out-stack">
        <p className="dt-quiet">{t('import.note')}</p>
        <div className="out-row">
          <Button onClick={() => void template('xlsx')}>{t('import.template')} Excel</Button>
          <Button onClick={() => void template('csv')}>{t('import.template')} CSV</Button>
          <Button type="primary" loading={write.isPending} onClick={() => input.current?.click()}>
            {t('import.choose')}
          </Button>
          <input
            ref={input}
            type="file"
            accept=".xlsx,.csv"
            className="dt-hidden"
            tabIndex={-1}
            aria-label={t('import.choose')}
            onChange={(event) => {
              const file = event.target.files?.[0];
              event.target.value = '';
              if (file !== undefined) write.mutate({ classId, table, file });
            }}
          />
        </div>
        {found?.isSaved ? <p role="status">{t('import.saved', { count: found.rows })}</p> : null}
        {found !== undefined && found.errors > 0 ? (
          <>
            <p role="alert" className="dt-error">
              {t('import.wrong', { count: found.errors })}
            </p>
            <Issues issues={found.issues} />
          </>
        ) : null}
      </div>
    </Panel>
  );
}

function Issues(props: { readonly issues: readonly ImportIssue[] }) {
  const t = usePhrases('outcomes');
  const { catalogue } = useLanguage();
  return (
    <table className="out-marks" aria-label={t('import.reason')}>
      <thead>
        <tr>
          <th>{t('import.row')}</th>
          <th>{t('import.column')}</th>
          <th>{t('import.reason')}</th>
        </tr>
      </thead>
      <tbody>
        {props.issues.map((one) => (
          <tr key={`${one.row} ${one.column} ${one.code}`}>
            <td>{one.row ?? '–'}</td>
            <td>{one.column ?? '–'}</td>
            <td>{findErrorPhrase(catalogue, one.code, one.params) ?? one.code}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
