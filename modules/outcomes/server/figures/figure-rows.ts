import type { RawBuilder } from 'kysely';

/** Whose records a figure is made from, and for which day. */
export type FigureScope = {
  /** Predicate of the rows that the caller may read, for a bilateral view by its alias. */
  place(alias: string): RawBuilder<unknown>;
  /** The caller's own organisation, for private views. */
  tenant: string;
  today: string;
  /** The Monday of this week. */
  monday: string;
  /** Set for a teacher: only what is in their charge. */
  teacherId: string | null;
};

/**
 * The query for the records of a figure. Columns: `id`, `title`, `title_en`, `context`, `context_en`, `day`, `part`, `whole`,
 * `ref` (the id from which `path` makes an address).
 */
export type FigureRows = {
  rows(scope: FigureScope): RawBuilder<unknown>;
  path?: (ref: string) => string;
};

export const classPath = (ref: string) => `/outcomes/${ref}`;
export const orderPath = (ref: string) => `/talent-orders/${ref}`;
export const agreementPath = (ref: string) => `/agreements/${ref}`;
