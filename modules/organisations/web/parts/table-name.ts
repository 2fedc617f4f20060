import type { TableKey } from '../../import/table.ts';
import { tableOf } from '../../import/tables.ts';

/** The name of an import table in the reader's language, as it heads a list. */
export function tableName(key: TableKey, locale: string): string {
  const table = tableOf(key);
  if (locale === 'zh-CN') return table.zh;
  return table.en.charAt(0).toUpperCase() + table.en.slice(1);
}
