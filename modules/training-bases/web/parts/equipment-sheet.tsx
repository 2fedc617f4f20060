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
import type { BaseDetail } from '../../contract.ts';
import { bases } from '../client.ts';

/** The inventory as a spreadsheet: as it stands, and, for who keeps it, a look at a file and all its rows or none. */
export function EquipmentSheet(props: { readonly base: BaseDetail; readonly canEdit: boolean }) {
  const { base, canEdit } = props;
  const t = usePhrases('training-bases');
  const { catalogue } = useLanguage();
  const toast = useToast();
  const fetchTable = async (format: 'xlsx' | 'csv') => {
    try {
      giveFile(
        await bases.equipmentSheet.export({ baseId: base.id, format }),
        `${t('equipment.fileName')} ${base.name}.${format}`,
      );
    } catch (error) {
      toast(problemSentence(catalogue, problemOf(error)), 'problem');
    }
  };
  if (!canEdit && base.equipment.length === 0) return null;
  return (
    <details className="tb-more">
      <summary>{t('sheet.title')}</summary>
      {canEdit ? <p className="dt-quiet">{t('sheet.note')}</p> : null}
      <div className="tb-row">
        <Button onClick={() => void fetchTable('xlsx')}>{t('sheet.fetch', { format: 'Excel' })}</Button>
        <Button onClick={() => void fetchTable('csv')}>{t('sheet.fetch', { format: 'CSV' })}</Button>
      </div>
      {canEdit ? <FromFile baseId={base.id} /> : null}
    </details>
  );
}

function FromFile(props: { readonly baseId: string }) {
  const { baseId } = props;
  const t = usePhrases('training-bases');
  const [file, setFile] = useState<File | null>(null);
  const look = useWrite(bases.equipmentSheet.import, {});
  const save = useWrite(bases.equipmentSheet.import, {
    invalidates: ['training-bases'],
    onDone: () => setFile(null),
  });
  const found = file === null ? undefined : look.data;
  const isNothing = found !== undefined && found.added + found.changed === 0;
  return (
    <>
      <div className="tb-row">
        <FileChoice
          label={t('sheet.choose')}
          accept=".xlsx,.csv"
          disabled={look.isPending || save.isPending}
          onFile={(chosen) => {
            save.reset();
            setFile(chosen);
            look.mutate({ baseId, file: chosen, checkOnly: 'true' });
          }}
        />
      </div>
      {save.data?.isSaved ? (
        <p role="status">{t('sheet.saved', { added: save.data.added, changed: save.data.changed })}</p>
      ) : null}
      {found === undefined || file === null ? null : (
        <>
          <p role={found.errors > 0 ? 'alert' : 'status'} className={found.errors > 0 ? 'dt-error' : ''}>
            {file.name}:{' '}
            {found.errors > 0
              ? t('sheet.wrong', { count: found.errors })
              : isNothing
                ? t('sheet.nothing')
                : t('sheet.right', { added: found.added, changed: found.changed, same: found.same })}
          </p>
          <FileFaults faults={found.issues} />
          {found.errors > 0 || isNothing ? null : (
            <Button type="primary" loading={save.isPending} onClick={() => save.mutate({ baseId, file })}>
              {t('sheet.save', { count: found.added + found.changed })}
            </Button>
          )}
        </>
      )}
    </>
  );
}
