import { plainNumber, quarterFrom } from './pasted-grid.ts';

/** The table that is pasted into: what its rows are called, and its quarters from left to right. */
export type QuarterTable = {
  readonly rows: readonly { readonly id: string; readonly names: readonly string[] }[];
  readonly quarters: readonly string[];
};

/** A value and the cell it belongs to; the quarter may be one that the table does not have yet. */
export type PlacedCell = { readonly rowId: string; readonly quarter: string; readonly text: string };

/** Why a block with heads cannot be placed: where in the block (counted from 1), and what stands there. */
export type BlockFault = {
  readonly code: 'no-quarter' | 'quarter-twice' | 'no-such-row' | 'row-twice';
  readonly row: number;
  readonly column: number;
  readonly text: string;
};

/** A block laid down: all of it, or nothing where a head of it is wrong. */
export type PlacedBlock = {
  readonly cells: readonly PlacedCell[];
  /** Values outside of the table. */
  readonly left: number;
  readonly faults: readonly BlockFault[];
  /** Whether the quarters in its head were not ascending; each value went to its own quarter all the same. */
  readonly isSorted: boolean;
};

const sameName = (text: string) => text.normalize('NFKC').replace(/\s/g, '').toLowerCase();

/** What is said about texts of which each may stand only once. */
function headFaults(
  texts: readonly { text: string; known: string | undefined; row: number; column: number }[],
  codes: readonly [BlockFault['code'], BlockFault['code']],
): BlockFault[] {
  const seen = new Set<string>();
  return texts.flatMap(({ known, ...place }) => {
    if (known === undefined) return [{ code: codes[0], ...place }];
    if (seen.has(known)) return [{ code: codes[1], ...place }];
    seen.add(known);
    return [];
  });
}

/**
 * Where the cells of a pasted block go. A first line of quarters sends each column to its quarter, a first column of
 * the table's names each line to its row; a block without heads is laid down from the given cell on. Empty cells change nothing.
 */
export function placeBlock(
  block: readonly (readonly string[])[],
  table: QuarterTable,
  at: { readonly row: number; readonly column: number },
): PlacedBlock {
  const [first = []] = block;
  const hasHead = first.some((text) => quarterFrom(text) !== undefined);
  const idOf = (text: string) =>
    table.rows.find(({ id, names }) => [id, ...names].some((name) => sameName(name) === sameName(text)))?.id;
  const body = hasHead ? block.slice(1) : block;
  const isNamed =
    (hasHead && quarterFrom(first[0] ?? '') === undefined) ||
    (!hasHead && body.some(([name = '']) => idOf(name) !== undefined));
  const [down, across] = [hasHead ? 1 : 0, isNamed ? 1 : 0];
  const heads = hasHead ? first.slice(across).map(quarterFrom) : undefined;
  const isFilled = (line: readonly string[]) => line.some((text) => text !== '');
  const names = body.map(([name = '']) => idOf(name));
  const faults = [
    ...headFaults(
      first
        .slice(across)
        .flatMap((text, i) =>
          hasHead && (text !== '' || body.some((line) => (line[i + across] ?? '') !== ''))
            ? [{ text, known: quarterFrom(text), row: 1, column: i + across + 1 }]
            : [],
        ),
      ['no-quarter', 'quarter-twice'],
    ),
    ...headFaults(
      body.flatMap((line, i) =>
        isNamed && isFilled(line)
          ? [{ text: line[0] ?? '', known: names[i], row: i + down + 1, column: 1 }]
          : [],
      ),
      ['no-such-row', 'row-twice'],
    ),
  ];
  const known = (heads ?? []).flatMap((quarter) => quarter ?? []);
  const isSorted = known.every((quarter, i) => i === 0 || (known[i - 1] ?? '') <= quarter);
  if (faults.length > 0) return { cells: [], left: 0, faults, isSorted };
  const all = body.flatMap((line, i) =>
    line.slice(across).map((text, j) => ({
      rowId: isNamed ? names[i] : table.rows[at.row + i]?.id,
      quarter: heads === undefined ? table.quarters[at.column + j] : heads[j],
      text: plainNumber(text),
    })),
  );
  const filled = all.filter(({ text }) => text !== '');
  const cells = filled.flatMap(({ rowId, quarter, text }) =>
    rowId === undefined || quarter === undefined ? [] : [{ rowId, quarter, text }],
  );
  return { cells, left: filled.length - cells.length, faults, isSorted };
}
