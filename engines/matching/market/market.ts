import type { IdTable } from './id-table.ts';
import type { Lottery } from './lottery.ts';

/**
 * A matching problem as flat arrays. Places are numbered: seats first (0 … seats − 1), then caps, in input
 * order. Applicant `a` has the choices `start[a]` … `start[a + 1] − 1`, best first; a choice is known by that
 * position. At every place the higher score comes first, at an equal score the higher `lottery.standing`. All
 * parts treat a market as read only.
 */
export type Market = {
  readonly applicants: number;
  readonly seats: number;
  readonly applicantIds: IdTable;
  readonly placeIds: IdTable;
  /** By place: heads it can hold. */
  readonly capacity: Int32Array;
  /** By place: the cap it lies in, or −1. Never cyclic. */
  readonly parent: Int32Array;
  /** By applicant, one longer: first choice. */
  readonly start: Int32Array;
  /** By choice. */
  readonly seat: Int32Array;
  /** By choice: finite. */
  readonly score: Float64Array;
  readonly lottery: Lottery;
};

/** Who sits where: by applicant the choice (position in `market.seat`) that is held, or −1. */
export type Outcome = { readonly held: Int32Array };
