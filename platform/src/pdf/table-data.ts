import * as z from 'zod';
import { paperLanguages, plainText, printableText } from './printable-text.ts';

const track = z.enum(['school', 'enterprise', 'away']);

/** A cell: text, or text with the colour of a side and a width in columns (for time charts). */
const cell = z.union([
  z.string().max(2_000),
  z.strictObject({
    text: z.string().max(2_000),
    track: track.optional(),
    /** One of eight quiet colours, to tell kinds of blocks apart; a `track` has its own. */
    tint: z.int().min(0).max(7).optional(),
    span: z.int().min(1).max(400).optional(),
  }),
]);

const column = z.strictObject({
  head: printableText,
  align: z.enum(['left', 'centre', 'right']).optional(),
  /** Share of the free width; without it the column is as wide as its widest cell. */
  share: z.number().positive().optional(),
});

/** A spanning head over neighbouring columns, such as a month over its weeks. */
const group = z.strictObject({ head: printableText, columns: z.int().positive() });

/** What `table.typ` prints: rosters, rotation plans, any list. Rows fill their columns exactly, spans counted. */
export const tablePdfData = z
  .strictObject({
    languages: paperLanguages,
    paper: z.enum(['a4', 'a3']),
    orientation: z.enum(['portrait', 'landscape']),
    /** Size of the table's text in points; without it, small where there are many columns. */
    textSize: z.number().min(6).max(16).optional(),
    title: printableText,
    subtitle: printableText.optional(),
    /** Facts under the title, such as class, period, as-of time. */
    facts: z.array(z.strictObject({ label: printableText, value: plainText })).optional(),
    columns: z.array(column).min(1).max(400),
    groups: z.array(group).optional(),
    rows: z.array(z.array(cell)).max(20_000),
    notes: z.array(printableText).optional(),
    /** What the colours of sides and kinds of blocks mean, printed as a key above the table. */
    legend: z
      .array(
        z.strictObject({
          track: track.optional(),
          tint: z.int().min(0).max(7).optional(),
          text: printableText,
        }),
      )
      .optional(),
    /** Left in the footer: who made it, number, as-of time. */
    footer: plainText.optional(),
    illustrative: z.boolean().optional(),
  })
  .superRefine((data, context) => {
    const width = data.columns.length;
    data.rows.forEach((row, i) => {
      const filled = row.reduce((sum, each) => sum + (typeof each === 'string' ? 1 : (each.span ?? 1)), 0);
      if (filled !== width)
        context.addIssue({ code: 'custom', path: ['rows', i], message: `${width} columns, got ${filled}` });
    });
    const grouped = data.groups?.reduce((sum, each) => sum + each.columns, 0) ?? width;
    if (grouped !== width)
      context.addIssue({ code: 'custom', path: ['groups'], message: `${width} columns, got ${grouped}` });
  });
export type TablePdfData = z.infer<typeof tablePdfData>;
