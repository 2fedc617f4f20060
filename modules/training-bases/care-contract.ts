import { bothStaff, enterpriseLeads, field, route } from '@dualtrack/platform/contract';
import * as z from 'zod';
import { careKinds } from './care.ts';

const tag = 'Training bases';
const count = z.number().int();
const baseId = z.object({ baseId: field.id });

/** The inventory of a base as a spreadsheet, out and in. */
export const equipmentSheetContract = {
  export: route('GET', '/training-bases/{baseId}/equipment-sheet', {
    may: bothStaff,
    audit: 'read',
    summary: 'The inventory of a base as a file that can be read back; with nothing yet, a template',
    tag,
  })
    .input(baseId.extend({ format: z.enum(['xlsx', 'csv']).default('xlsx') }))
    .output(z.file()),
  import: route('POST', '/training-bases/{baseId}/equipment-sheet', {
    may: enterpriseLeads,
    summary: 'Read an inventory: all its rows or none, every fault with its row and column',
    tag,
  })
    .input(baseId.extend({ file: z.file().max(10 * 1024 * 1024), checkOnly: z.stringbool().default(false) }))
    .output(
      z.object({
        rows: count,
        /** Rows that are new, that change what stands there, and that say what stands there already. */
        added: count,
        changed: count,
        same: count,
        issues: z.array(
          z.object({
            row: count.optional(),
            column: z.string().optional(),
            code: z.string(),
            params: z.record(z.string(), z.union([z.string(), z.number()])),
          }),
        ),
        errors: count,
        isSaved: z.boolean(),
      }),
    ),
};

/** What runs out soon, or has run out, at the bases of an enterprise. */
export const attentionContract = route('GET', '/training-base-attention', {
  may: enterpriseLeads,
  summary: 'Inspections and certificates that run out soon or have run out, the most urgent first',
  tag,
})
  .input(z.object({}))
  .output(
    z.object({
      items: z.array(
        z.object({
          kind: z.enum(careKinds),
          id: field.id,
          baseId: field.id,
          baseName: z.string(),
          baseNameEn: z.string(),
          name: z.string(),
          nameEn: z.string(),
          /** Asset number, or the mentor's certificate. */
          note: z.string(),
          due: field.day,
        }),
      ),
    }),
  );
