import type { ClassMarks } from '../../contract.ts';
import { readScore } from '../../mark.ts';

export type Mark = ClassMarks['people'][number]['marks'][number];

/** What was typed into one field, and the revision of the mark that stood there then (0: none). */
export type Typed = { readonly text: string; readonly revision: number };

/** Name of a field: one student, one training unit. */
export function cellKey(placementId: string, unit: string): string {
  return `${placementId} ${unit}`;
}

/** The mark of the caller's own kind in a field; undefined when there is none. */
export function ownMark(view: ClassMarks, placementId: string, unit: string): Mark | undefined {
  const person = view.people.find((one) => one.placementId === placementId);
  return person?.marks.find((mark) => mark.kind === view.kind && mark.unit === unit);
}

/** A typed field as it stands to what the server says now. */
export type CellState = 'same' | 'changed' | 'bad' | 'conflict';

/** `conflict`: somebody else has changed the mark since; `same`: there is nothing to save. */
export function cellState(typed: Typed | undefined, mark: Mark | undefined): CellState {
  if (typed === undefined) return 'same';
  const score = readScore(typed.text);
  if (score === undefined) return 'bad';
  if (score === (mark?.score ?? null)) return 'same';
  return typed.revision === (mark?.revision ?? 0) ? 'changed' : 'conflict';
}

/** Cells of a pasted piece of a table, row by row. */
export function pastedCells(text: string): string[][] {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => line.split('\t').map((cell) => cell.trim()));
}
