import { ExportButton } from './export-button.tsx';

type Cell = string | number | null;

/** Saves rows that are on the screen as Excel or CSV; columns are heading and cell. */
export function SaveRows<Row>(props: {
  readonly rows: readonly Row[];
  readonly columns: readonly (readonly [header: string, cell: (row: Row) => Cell])[];
  /** Without its ending. */
  readonly fileName: string;
}) {
  const { rows, columns, fileName } = props;
  if (rows.length === 0) return null;
  return (
    <ExportButton
      load={() => Promise.resolve({ items: rows, total: rows.length })}
      query={{ page: 1, size: rows.length }}
      columns={columns.map(([header, text], at) => ({ key: `${at}`, header, text, cell: text }))}
      fileName={fileName}
    />
  );
}
