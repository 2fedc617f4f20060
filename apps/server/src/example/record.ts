import { z } from 'zod';

const id = z.string().min(1);
const party = z.literal(['school', 'enterprise']);

/**
 * A cooperation known from a public report: who, when, where, in which order, and what was decided. What
 * the report does not say is null or absent; there is no place for a signature.
 */
export const recordSchema = z.strictObject({
  format: z.literal('dualtrack/cooperation-record@1'),
  illustrative: z.literal(false),
  origin: z.literal('public-record'),
  language: z.literal('en'),
  parties: z.array(z.strictObject({ id, side: party, nameEn: z.string(), name: z.string().nullable() })),
  persons: z.array(z.strictObject({ id, party, nameEn: z.string(), posts: z.array(z.string()).min(1) })),
  ceremony: z.strictObject({
    on: z.iso.date(),
    timeOfDay: z.literal(['morning', 'afternoon', 'evening']),
    placeEn: z.string(),
    presider: id,
    alsoPresent: z.array(z.strictObject({ party, who: z.string() })),
    agenda: z.array(
      z.strictObject({
        order: z.int().positive(),
        kind: z.literal([
          'introduction-of-guests',
          'enterprise-presentation',
          'school-presentation',
          'signing',
          'unveiling',
          'discussion',
        ]),
        by: z.array(id),
        topics: z.array(z.string()).optional(),
        agreement: id.optional(),
        base: id.optional(),
      }),
    ),
  }),
  agreement: z.strictObject({
    id,
    titleEn: z.string(),
    title: z.string().nullable(),
    typeEn: z.string(),
    type: z.string(),
    signedOn: z.iso.date(),
    terms: z.null(),
    file: z.null(),
    signatures: z.tuple([]),
  }),
  base: z.strictObject({ id, nameEn: z.string(), name: z.string().nullable(), unveiledOn: z.iso.date() }),
  statements: z.array(z.strictObject({ by: id, code: z.string(), summaryEn: z.string() })),
  decisions: z.array(z.strictObject({ code: z.string(), textEn: z.string() })),
});

/** A cooperation known from a public report. */
export type CooperationRecord = z.infer<typeof recordSchema>;
