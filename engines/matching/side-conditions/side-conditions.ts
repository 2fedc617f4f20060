import { z } from 'zod';

const id = z.string().min(1);

/** Applicants who would rather be at one seat than each at a better one. Everybody in at most one group. */
export const groupFormat = z.strictObject({ id, members: z.array(id).min(2).max(12) });

/** A seat or cap that is not run at all with fewer heads than these. */
export const minimumFormat = z.strictObject({ place: id, heads: z.int().min(1) });

/** What a stable matching alone cannot promise: groups that stay together, and least numbers of heads. */
export const sideConditionsFormat = z.strictObject({
  groups: z.array(groupFormat).optional(),
  minimums: z.array(minimumFormat).optional(),
});

export type SideConditions = z.output<typeof sideConditionsFormat>;

/** The same with the numbers of a market in place of ids. */
export type Conditions = {
  readonly groups: readonly { readonly id: string; readonly members: readonly number[] }[];
  readonly minimums: readonly { readonly place: number; readonly heads: number }[];
};
