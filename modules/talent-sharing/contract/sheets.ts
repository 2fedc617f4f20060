import { bothOffices, route } from '@dualtrack/platform/contract';
import * as z from 'zod';
import { talentTables } from '../sheet-columns.ts';

const tag = 'Talents as spreadsheets';
const count = z.number().int();
const table = z.object({ table: z.enum(talentTables) });

const issue = z.object({
  row: count.optional(),
  column: z.string().optional(),
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
const answer = z.object({
  rows: count,
  /** Rows that are new, and rows that change what stands there. */
  added: count,
  changed: count,
  issues: z.array(issue),
  errors: count,
  isSaved: z.boolean(),
});
export type TalentImport = z.infer<typeof answer>;

/** Cards that an office wrote, and rooms, of the own side. */
export const sheets = {
  export: route('GET', '/talent-sheets/{table}', {
    may: bothOffices,
    audit: 'read',
    summary:
      'Cards that the office wrote, or rooms, as a file that can be read back; with nothing yet, a template',
    tag,
  })
    .input(table.extend({ format: z.enum(['xlsx', 'csv']).default('xlsx') }))
    .output(z.file()),
  import: route('POST', '/talent-sheets/{table}', {
    may: bothOffices,
    summary: 'Read such a file: all its rows or none, every fault with its row and column',
    tag,
  })
    .errors({ 'expert.consent-missing': { status: 422 } })
    .input(table.extend({ file: z.file().max(10 * 1024 * 1024), checkOnly: z.stringbool().default(false) }))
    .output(answer),
};
