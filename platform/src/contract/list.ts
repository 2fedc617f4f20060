import * as z from 'zod';

/** Query of every list: words searched for, sort column (minus = descending), page from 1, rows a page. */
export const listInput = z.object({
  q: z.string().trim().max(100).optional(),
  sort: z
    .string()
    .regex(/^-?[a-zA-Z]{1,40}$/)
    .optional(),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  size: z.coerce.number().int().min(1).max(200).default(50),
});
export type ListInput = z.infer<typeof listInput>;

/** Answer of every list: the rows of this page and how many there are in all. */
export function listOutput<Item extends z.ZodType>(item: Item) {
  return z.object({
    items: z.array(item),
    total: z.number().int().nonnegative(),
    page: z.number().int(),
    size: z.number().int(),
  });
}
