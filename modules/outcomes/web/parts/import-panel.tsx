import {
  FileFaults,
  giveFile,
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
import type { ImportTable } from '../../contract.ts';
import { outcomes } from '../client.ts';

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
      giveFile(await outcomes.imports.template({ classId, table, format }), `${table}.${format}`);
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
            <FileFaults faults={found.issues} />
          </>
        ) : null}
      </div>
    </Panel>
  );
}
