import {
  FileChoice,
  FileFaults,
  giveFile,
  problemOf,
  problemSentence,
  useLanguage,
  usePhrases,
  useToast,
  useWrite,
} from '@dualtrack/ui';
import { Button } from 'antd';
import { useState } from 'react';
import type { TalentTable } from '../../sheet-columns.ts';
import { api } from '../client.ts';

/** Cards or rooms from a spreadsheet: the table as it stands, a look at the file, and all its rows or none. */
export function SheetPanel(props: { readonly table: TalentTable }) {
  const { table } = props;
  const t = usePhrases('talent-booking');
  const { catalogue } = useLanguage();
  const toast = useToast();
  const [file, setFile] = useState<File | null>(null);
  const look = useWrite(api.sheets.import, {});
  const save = useWrite(api.sheets.import, {
    invalidates: ['talentSharing'],
    onDone: () => setFile(null),
  });
  const fetchTable = async (format: 'xlsx' | 'csv') => {
    try {
      const made = await api.sheets.export({ table, format });
      giveFile(made, `${t(`sheet.${table}`)}.${format}`);
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
        <FileChoice
          label={t('sheet.choose')}
          accept=".xlsx,.csv"
          disabled={look.isPending || save.isPending}
          onFile={(chosen) => {
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
          <FileFaults faults={found.issues} />
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
