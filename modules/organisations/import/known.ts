import type { TableKey } from './table.ts';

/** What is already stored or fixed outside the files of an import. */
export type Known = {
  /** Credit code of the organisation whose rows alone may be imported; undefined for the operator. */
  own?: string;
  /** Kind of each stored organisation by credit code. */
  organisations: ReadonlyMap<string, 'school' | 'enterprise' | 'authority'>;
  /** Identities of stored records by table, each joined with `recordKey` in the order of the table's `identity`. */
  records: Partial<Record<TableKey, ReadonlySet<string>>>;
  /** Official code lists; a list that is absent is not checked. */
  lists?: Partial<Record<CodeList, ReadonlySet<string>>>;
};

/** An official list of codes: divisions, ISCO-08 unit groups, the catalogue of majors. */
export type CodeList = 'region' | 'isco' | 'major';

/** Nothing stored, nothing fixed, every organisation allowed. */
export const nothingKnown: Known = { organisations: new Map(), records: {} };

/** One text for the parts of an identity. A null part (a calendar week for all programmes) counts as empty. */
export function recordKey(parts: readonly unknown[]): string {
  return parts.map((part) => String(part ?? '')).join('\u001f');
}
