import { findErrorPhrase } from '@dualtrack/locales/browser';
import { problemOf, problemSentence, useLanguage, usePhrases, useToast, useWrite } from '@dualtrack/ui';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import type { TalentImport } from '../../contract.ts';
import type { TalentTable } from '../../sheet-columns.ts';
import { api } from '../client.ts';

/** Cards or rooms from a spreadsheet: the table as it stands, a look at the file, and all its rows or none. */
export function SheetPanel(props: { readonly table: TalentTable }) {
  const { table } = props;
  const t = usePhrases('talent-booking');
  const { catalogue } = useLanguage();
  const toast = useToast();
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File | null>(null);
  const look = useWrite(api.sheets.import, {});
  const save = useWrite(api.sheets.import, {
    invalidates: ['talentSharing'],
    onDone: () => setFile(null),
  });
  const fetchTable = async (format: 'xlsx' | 'csv') => {
    try {
      const made = await api.sheets.export({ table, format });
      saveBlob(made, `${t(`sheet.${table}`)}.${format}`);
    } catch (error) {
      toast(problemSentence(catalogue, problemOf(error)), 'problem');
    }
  };
  const found = file === null ? undefined : look.data;
  return (
    <details className="ts-more">
      <summary>{t('sheet.title')}</summary>
      <p className="dt-quiet">{t(`sheet.note.${table}`)}</p>
      <div className="ts-row">
        <Button onClick={() => void fetchTable('xlsx')}>{t('sheet.fetch')} Excel</Button>
        <Button onClick={() => void fetchTable('csv')}>{t('sheet.fetch')} CSV</Button>
        <Button type="primary" loading={look.isPending} onClick={() => input.current?.click()}>
          {t('sheet.choose')}
        </Button>
        <input
          ref={input}
          type="file"
          accept=".xlsx,.csv"
          className="dt-hidden"
          tabIndex={-1}
          aria-label={t('sheet.choose')}
          onChange={(event) => {
            const chosen = event.target.files?.[0];
            event.target.value = '';
            if (chosen === undefined) return;
            save.reset();
            setFile(chosen);
            look.mutate({ table, file: chosen, checkOnly: 'true' });
          }}
        />
      </div>
      {save.data?.isSaved ? <p role="status">{t('sheet.saved', { count: save.data.rows })}</p> : null}
      {found === undefined || file === null ? null : (
        <>
          <p role={found.errors > 0 ? 'alert' : 'status'} className={found.errors > 0 ? 'dt-error' : ''}>
            {file.name}:{' '}
            {found.errors > 0
              ? t('sheet.wrong', { count: found.errors })
              : t('sheet.right', { added: found.added, changed: found.changed })}
          </p>
          <Issues issues={found.issues} />
          {found.errors > 0 ? null : (
            <Button type="primary" loading={save.isPending} onClick={() => save.mutate({ table, file })}>
              {t('sheet.save', { count: found.rows })}
            </Button>
          )}
        </>
      )}
    </details>
  );
}

function Issues(props: { readonly issues: TalentImport['issues'] }) {
  const t = usePhrases('talent-booking');
  const { catalogue } = useLanguage();
  if (props.issues.length === 0) return null;
  return (
    <div className="ts-scroll">
      <table className="ts-issues" aria-label={t('sheet.reason')}>
        <thead>
          <tr>
            <th>{t('sheet.row')}</th>
            <th>{t('sheet.column')}</th>
            <th>{t('sheet.reason')}</th>
          </tr>
        </thead>
        <tbody>
          {props.issues.map((one) => (
            <tr key={`${one.row} ${one.column} ${one.code} ${one.params['value'] ?? ''}`}>
              <td>{one.row ?? '–'}</td>
              <td>{one.column ?? '–'}</td>
              <td>{findErrorPhrase(catalogue, one.code, one.params) ?? one.code}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function saveBlob(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = file instanceof File && file.name !== '' ? file.name : name;
  link.click();
  // Some browsers begin the download only after this turn.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
