import { Icon, StateTag, useLanguage, usePhrases, writeNumber } from '@dualtrack/ui';
import { Button } from 'antd';
import { tableOfFile } from '../../import/tables.ts';
import { tableName } from './table-name.ts';

type ImportFilesProps = {
  readonly files: readonly File[];
  readonly onRemove: (file: File) => void;
};

/** The files that will be imported, with the table that each name means. */
export function ImportFiles(props: ImportFilesProps) {
  const t = usePhrases('imports');
  const { locale } = useLanguage();
  return (
    <ul className="org-files" aria-label={t('files')}>
      {props.files.map((file) => {
        const table = tableOfFile(file.name);
        return (
          <li key={`${file.name} ${file.size}`}>
            <Icon name="file" />
            <span className="org-file-name">
              {file.name}{' '}
              {table === undefined ? (
                <StateTag tone="soon">{t('table.unknown')}</StateTag>
              ) : (
                <span className="dt-quiet">{tableName(table, locale)}</span>
              )}
            </span>
            <span className="dt-quiet org-file-size">
              {t('size', { kilobytes: writeNumber(locale, file.size / 1024, 0) })}
            </span>
            <Button
              type="text"
              icon={<Icon name="close" size={16} />}
              aria-label={t('files.remove', { name: file.name })}
              onClick={() => props.onRemove(file)}
            />
          </li>
        );
      })}
    </ul>
  );
}
