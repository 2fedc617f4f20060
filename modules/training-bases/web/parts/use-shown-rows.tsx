import { usePhrases } from '@dualtrack/ui';
import { Button, Input } from 'antd';
import { type ReactNode, useState } from 'react';

/** Rows that are shown at once, and from how many on they can be searched. */
const most = 40;
const searchedFrom = 12;

/** What of a long list is shown: the rows that hold the words typed, the first ones until all are asked for. */
export function useShownRows<Row>(
  rows: readonly Row[],
  options: { readonly label: string; readonly textOf: (row: Row) => string },
): { readonly shown: readonly Row[]; readonly search: ReactNode; readonly more: ReactNode } {
  const t = usePhrases('training-bases');
  const [words, setWords] = useState('');
  const [isAll, setAll] = useState(false);
  const wanted = words.trim().toLowerCase();
  const found =
    wanted === '' ? rows : rows.filter((row) => options.textOf(row).toLowerCase().includes(wanted));
  const shown = isAll ? found : found.slice(0, most);
  const search =
    rows.length < searchedFrom ? null : (
      <Input
        allowClear
        type="search"
        className="tb-search"
        aria-label={options.label}
        placeholder={options.label}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
    );
  const more =
    found.length === 0 && wanted !== '' ? (
      <p className="dt-quiet">{t('rows.noneFits')}</p>
    ) : shown.length < found.length ? (
      <p>
        <Button onClick={() => setAll(true)}>{t('rows.all', { count: found.length })}</Button>
      </p>
    ) : null;
  return { shown, search, more };
}
