import { giveFile, problemOf, problemSentence, useLanguage, usePhrases, useToast } from '@dualtrack/ui';
import { Button } from 'antd';
import { useState } from 'react';
import type { SavedTable } from '../../contract/class-sheets.ts';
import { orderClasses } from '../client.ts';

/** A button that gives a file of the server to the person. */
function SaveButton(props: { readonly label: string; readonly load: () => Promise<File> }) {
  const { catalogue } = useLanguage();
  const toast = useToast();
  const [isSaving, setSaving] = useState(false);
  const save = async () => {
    setSaving(true);
    try {
      giveFile(await props.load());
    } catch (error) {
      toast(problemSentence(catalogue, problemOf(error)), 'problem');
    }
    setSaving(false);
  };
  return (
    <Button loading={isSaving} onClick={() => void save()}>
      {props.label}
    </Button>
  );
}

/** Saves one table of a class as a workbook; `isEmpty`: its headings alone, to be filled in. */
export function SaveSheet(props: {
  readonly classId: string;
  readonly table: SavedTable;
  readonly isEmpty?: boolean;
  /** Where one place offers several tables. */
  readonly isNamed?: boolean;
}) {
  const { classId, table, isEmpty = false, isNamed = false } = props;
  const t = usePhrases('recruitment');
  const label = isNamed ? t('sheet.exportOf', { table: t(`sheet.of.${table}`) }) : t('sheet.export');
  const load = () =>
    orderClasses.sheets.export({ classId, table, format: 'xlsx', isEmpty: isEmpty ? 'true' : 'false' });
  return <SaveButton label={isEmpty ? t('sheet.empty') : label} load={load} />;
}

/** Saves several tables of a class, each as a workbook of its own. */
export function SaveSheets(props: { readonly classId: string; readonly tables: readonly SavedTable[] }) {
  return (
    <div className="oc-row">
      {props.tables.map((table) => (
        <SaveSheet key={table} classId={props.classId} table={table} isNamed={props.tables.length > 1} />
      ))}
    </div>
  );
}

/** Saves the whole class as one workbook. */
export function SaveBook(props: { readonly classId: string }) {
  const { classId } = props;
  const t = usePhrases('recruitment');
  return <SaveButton label={t('sheet.book')} load={() => orderClasses.book.get({ classId })} />;
}
