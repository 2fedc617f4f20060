import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import { problemOf } from '../client/problem.ts';
import { problemSentence } from '../client/problem-sentence.ts';
import { useLanguage } from '../language/language-provider.tsx';
import { usePhrases } from '../language/use-phrases.ts';
import { Icon } from '../parts/icon.tsx';
import { useToast } from '../parts/toast.tsx';
import { type ExportFormat, exportList, type ListExport, mostExportRows } from './export-list.ts';

/** Saves what a list holds, all rows of its filter, as Excel or CSV. */
export function ExportButton<Row>(props: ListExport<Row>) {
  const t = usePhrases('ui');
  const toast = useToast();
  const { catalogue } = useLanguage();
  const [busy, setBusy] = useState(false);
  const save = async (format: ExportFormat) => {
    setBusy(true);
    try {
      const left = await exportList(props, format);
      if (left > 0) toast(t('table.exportCut', { count: mostExportRows, left }), 'problem');
    } catch (error) {
      toast(problemSentence(catalogue, problemOf(error)), 'problem');
    } finally {
      setBusy(false);
    }
  };
  const items = [
    { key: 'xlsx', label: t('table.exportExcel'), onClick: () => void save('xlsx') },
    { key: 'csv', label: t('table.exportCsv'), onClick: () => void save('csv') },
  ];
  return (
    <Dropdown menu={{ items }} trigger={['click']}>
      <Button className="dt-desk-only" icon={<Icon name="download" size={16} />} loading={busy}>
        {t('table.export')}
      </Button>
    </Dropdown>
  );
}
