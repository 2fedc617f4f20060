import type { Side } from '../parts/side.ts';

/** A row of a time chart: a learner, a group, a workstation. */
export type TimeRow = {
  readonly id: string;
  readonly label: string;
  readonly note?: string;
  /** Stays under the head while one scrolls. */
  readonly isFixed?: boolean;
};

/** A stretch of weeks in a row. */
export type TimeBlock = {
  readonly id: string;
  readonly row: string;
  /** The first week, counted from 0. */
  readonly from: number;
  /** How many weeks. */
  readonly length: number;
  /** Short words that fit into the block; they are what tells units apart, colour only helps. */
  readonly label: string;
  /** More words for the pointer and for screen readers: the site, the mentor. */
  readonly detail?: string;
  /** Weeks that belong to one side as a whole: at school, at the enterprise. */
  readonly side?: Side;
  /** The place of the unit in its list; gives it one of eight tints. Blocks with a side do not need it. */
  readonly tint?: number;
  /** Why it carries a mark in its corner: kept where it stands. */
  readonly mark?: string;
  /** Steps back, while something else is looked for. */
  readonly isFaded?: boolean;
};

/** A row with its blocks laid into lanes, so that blocks of the same weeks (stations with several places) do not cover each other. */
export type LaidRow = {
  readonly row: TimeRow;
  readonly lanes: number;
  readonly blocks: readonly { readonly block: TimeBlock; readonly lane: number }[];
};

/** Lays the blocks of each row into as few lanes as they need, in order of their first week. */
export function layRows(rows: readonly TimeRow[], blocks: readonly TimeBlock[]): LaidRow[] {
  const byRow = new Map<string, TimeBlock[]>();
  for (const block of blocks) {
    const list = byRow.get(block.row);
    if (list) list.push(block);
    else byRow.set(block.row, [block]);
  }
  return rows.map((row) => {
    const ends: number[] = [];
    const own = (byRow.get(row.id) ?? []).sort((a, b) => a.from - b.from || a.id.localeCompare(b.id));
    const laid = own.map((block) => {
      const free = ends.findIndex((end) => end <= block.from);
      const lane = free < 0 ? ends.length : free;
      ends[lane] = block.from + block.length;
      return { block, lane };
    });
    return { row, lanes: Math.max(1, ends.length), blocks: laid };
  });
}

/** Where an arrow key leads from a block: the neighbour in its row, or the block of the nearest weeks in the next row. */
export function neighbour(
  laid: readonly LaidRow[],
  from: TimeBlock,
  key: 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown',
): TimeBlock | undefined {
  const rowAt = laid.findIndex((one) => one.row.id === from.row);
  const own = laid[rowAt]?.blocks ?? [];
  const at = own.findIndex((one) => one.block.id === from.id);
  if (key === 'ArrowLeft') return own[at - 1]?.block;
  if (key === 'ArrowRight') return own[at + 1]?.block;
  const step = key === 'ArrowUp' ? -1 : 1;
  for (let next = rowAt + step; next >= 0 && next < laid.length; next += step) {
    const candidates = laid[next]?.blocks ?? [];
    const [nearest] = [...candidates].sort(
      (a, b) => Math.abs(a.block.from - from.from) - Math.abs(b.block.from - from.from),
    );
    if (nearest) return nearest.block;
  }
  return undefined;
}
