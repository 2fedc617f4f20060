import * as z from 'zod';
import { route } from '../../contract/index.ts';

/** Rows above which a list has to be narrowed before it is exported. */
export const mostExportRows = 20_000;

const cell = z.union([z.string().max(32_000), z.number(), z.null()]);

/** A list as a person sees it: the headings in the reader's language, and every row of the filter. */
export const sheetInput = z.object({
  name: z.string().trim().min(1).max(120),
  headers: z.array(z.string().max(200)).min(1).max(80),
  rows: z.array(z.array(cell).max(80)).max(mostExportRows),
});

export const contract = {
  write: route('POST', '/sheets', {
    may: 'signed-in',
    summary: 'A list as an .xlsx file',
    tag: 'Files',
  })
    .input(sheetInput)
    .output(z.file()),
};
