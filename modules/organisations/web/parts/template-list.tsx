import {
  giveFile,
  Panel,
  problemOf,
  problemSentence,
  useLanguage,
  usePhrases,
  useToast,
} from '@dualtrack/ui';
import { Button } from 'antd';
import { type TableKey, tableKeys } from '../../import/table.ts';
import { tableOf } from '../../import/tables.ts';
import { organisations } from '../client.ts';
import { tableName } from './table-name.ts';

/** The tables that an organisation of a kind brings; the platform's host brings those of all. */
export function tablesFor(kind: string): readonly TableKey[] {
  if (kind === 'host') return tableKeys;
  return tableKeys.filter((key) => [undefined, kind].includes(tableOf(key).ownerKind));
}

/** Empty tables to fill in, in the reader's language, as Excel or CSV. */
export function TemplateList(props: { readonly kind: string }) {
  const t = usePhrases('imports');
  const { catalogue, locale } = useLanguage();
  const toast = useToast();
  const save = async (table: TableKey, format: 'xlsx' | 'csv') => {
    try {
      giveFile(await organisations.imports.template({ table, format }));
    } catch (error) {
      toast(problemSentence(catalogue, problemOf(error)), 'problem');
    }
  };
  return (
    <Panel title={t('templates.title')}>
      <p className="dt-quiet">{t('templates.note')}</p>
      <ul className="org-templates">
        {tablesFor(props.kind).map((table) => (
          <li key={table}>
            <span>{tableName(table, locale)}</span>
            <span>
              {(['xlsx', 'csv'] as const).map((format) => {
                const word = format === 'xlsx' ? t('templates.excel') : t('templates.csv');
                return (
                  <Button
                    key={format}
                    type="link"
                    aria-label={t('templates.label', { table: tableName(table, locale), format: word })}
                    onClick={() => void save(table, format)}
                  >
                    {word}
                  </Button>
                );
              })}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
