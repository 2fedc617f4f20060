import { FileChoice, FileFaults, usePhrases, useWrite } from '@dualtrack/ui';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import type { ClassTable, SavedTable } from '../../contract/class-sheets.ts';
import { orderClasses } from '../client.ts';
import { SaveBook, SaveSheet } from './save-sheet.tsx';

type SheetProps = {
  readonly classId: string;
  readonly table: ClassTable;
  readonly mayImport: boolean;
  /** Tables beside this one that are saved only. */
  readonly further?: readonly SavedTable[];
  /** Offers the whole class as one book, too. */
  readonly hasBook?: boolean;
  readonly children: ReactNode;
};

/**
 * One table of a class with its spreadsheet: saved, changed elsewhere, tried and read back; every fault with its row and
 * column. Nothing is written before somebody has seen what the file would do. What was read is shown in place of what the
 * fields held.
 */
export function SheetFrame(props: SheetProps) {
  const { classId, table, mayImport, further = [], hasBook = false, children } = props;
  const t = usePhrases('recruitment');
  const [round, setRound] = useState(0);
  const [file, setFile] = useState<File | undefined>(undefined);
  const trial = useWrite(orderClasses.sheets.import, { invalidates: [] });
  const read = useWrite(orderClasses.sheets.import, {
    invalidates: ['order-classes'],
    onDone: ({ isSaved }) => {
      setRound((before) => (isSaved ? before + 1 : before));
      setFile(undefined);
    },
  });
  const choose = (chosen: File) => {
    setFile(chosen);
    read.reset();
    trial.mutate({ classId, table, file: chosen, checkOnly: 'true' });
  };
  const found = read.data ?? trial.data;
  const isRight = file !== undefined && trial.data?.errors === 0 && read.data === undefined;
  return (
    <div className="oc-stack">
      <section className="oc-sheet" aria-label={t('sheet.title')}>
        <div className="oc-row">
          <SaveSheet classId={classId} table={table} isNamed={further.length > 0} />
          {further.map((one) => (
            <SaveSheet key={one} classId={classId} table={one} isNamed />
          ))}
          {hasBook ? <SaveBook classId={classId} /> : null}
          {mayImport && table === 'applications' ? (
            <SaveSheet classId={classId} table={table} isEmpty />
          ) : null}
          {mayImport ? (
            <FileChoice
              key={trial.submittedAt}
              label={t('sheet.import')}
              accept=".xlsx,.csv"
              disabled={trial.isPending || read.isPending}
              onFile={choose}
            />
          ) : null}
          {read.data?.isSaved ? (
            <span role="status">{t('sheet.saved', { count: read.data.rows })}</span>
          ) : null}
        </div>
        {isRight ? (
          <div className="oc-row" role="status">
            <span>
              {t('sheet.tried', { count: trial.data?.rows ?? 0 })}
              {trial.data?.changes == null ? null : ` ${t('sheet.changes', trial.data.changes)}`}
            </span>
            <Button
              type="primary"
              loading={read.isPending}
              onClick={() => read.mutate({ classId, table, file, checkOnly: 'false' })}
            >
              {t('sheet.keep')}
            </Button>
            <Button
              type="text"
              onClick={() => {
                setFile(undefined);
                trial.reset();
              }}
            >
              {t('sheet.drop')}
            </Button>
          </div>
        ) : null}
        {found !== undefined && found.errors > 0 ? (
          <p role="alert" className="dt-error">
            {t('sheet.wrong', { count: found.errors })}
          </p>
        ) : null}
        {found !== undefined && !found.isSaved && found.issues.length > 0 ? (
          <FileFaults faults={found.issues} />
        ) : null}
      </section>
      <div key={round}>{children}</div>
    </div>
  );
}
