/** What of a chart answers to a search. */
export type Findable = { readonly id: string; readonly label: string; readonly note?: string };
type FindableBlock = { readonly row: string; readonly label: string; readonly detail?: string };

/**
 * What of a chart answers to a search: rows whose own words hold it, whole, and rows with a block that does, in which the
 * other blocks step back. An empty search finds everything. Upper and lower case and the dot of names do not matter.
 */
export function findInChart<Row extends Findable, Block extends FindableBlock>(
  rows: readonly Row[],
  blocks: readonly Block[],
  search: string,
): { rows: Row[]; isFaded: (block: Block) => boolean } {
  const wanted = plain(search);
  if (wanted === '') return { rows: [...rows], isFaded: () => false };
  const has = (...words: (string | undefined)[]) => words.some((word) => plain(word ?? '').includes(wanted));
  const named = new Set(rows.filter((row) => has(row.label)).map((row) => row.id));
  const holding = new Set(blocks.filter((block) => has(block.label, block.detail)).map((block) => block.row));
  return {
    rows: rows.filter((row) => named.has(row.id) || holding.has(row.id)),
    isFaded: (block) => !named.has(block.row) && !has(block.label, block.detail),
  };
}

/** Words as they are compared: Uyghur names are written with several kinds of dots. */
function plain(words: string): string {
  return words.toLowerCase().replace(/[\s·•‧・]/g, '');
}
