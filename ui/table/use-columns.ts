import { useCallback, useState } from 'react';
import type { Column } from './table-parts.ts';

function kept(place: string): readonly string[] | undefined {
  try {
    const text = localStorage.getItem(place);
    return text === null ? undefined : text.split(',');
  } catch {
    return undefined;
  }
}

/** Which columns of a list this person wants to see; kept on the device under the list's name. The title always shows. */
export function useColumns<Row>(
  name: string,
  columns: readonly Column<Row>[],
): { shown: readonly Column<Row>[]; isShown: (key: string) => boolean; toggle: (key: string) => void } {
  const place = `dualtrack.columns.${name}`;
  const [chosen, setChosen] = useState(() => kept(place));
  const isShown = useCallback(
    (key: string) => {
      const column = columns.find((one) => one.key === key);
      if (column?.isTitle) return true;
      return chosen === undefined ? !column?.isExtra : chosen.includes(key);
    },
    [chosen, columns],
  );
  const toggle = (key: string) => {
    const next = columns.map((column) => column.key).filter((one) => isShown(one) !== (one === key));
    setChosen(next);
    try {
      localStorage.setItem(place, next.join(','));
    } catch {
      // A private window: the choice holds until the page is left.
    }
  };
  return { shown: columns.filter((column) => isShown(column.key)), isShown, toggle };
}
