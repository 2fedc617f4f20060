import { field } from '@dualtrack/platform/contract';
import * as z from 'zod';
import { agendaKinds, guestDuties } from './ceremony.ts';
import { sides } from './side.ts';

export const side = z.enum(sides);
const line = z.string().trim().max(300);
const clock = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d)?$/);

/** A few words in one or both languages. */
export const topic = z
  .object({ zh: line.default(''), en: line.default('') })
  .refine((words) => words.zh !== '' || words.en !== '', { error: 'a text in at least one language' });
export type Topic = z.infer<typeof topic>;

/** What is planned about a ceremony as a whole. */
export const ceremonyPlan = z.object({
  title: z.string().trim().max(300).default(''),
  titleEn: z.string().trim().max(300).default(''),
  heldOn: field.day,
  timeOfDay: z.enum(['morning', 'afternoon', 'evening']).nullable().default(null),
  beginsAt: clock.default(''),
  place: line.default(''),
  placeEn: line.default(''),
  hostSide: side,
  paper: z.string().trim().max(500).default(''),
  paperEn: z.string().trim().max(500).default(''),
  plaque: line.default(''),
  plaqueEn: line.default(''),
  note: field.text.default(''),
});
export type CeremonyPlan = z.infer<typeof ceremonyPlan>;

/** A guest of one side, in order of precedence; a group has a description instead of a name and sits at no table. */
export const guestInput = z
  .object({
    id: field.id.optional(),
    name: line.default(''),
    nameEn: line.default(''),
    posts: z.array(line.min(1)).max(10).default([]),
    postsEn: z.array(line.min(1)).max(10).default([]),
    duty: z.enum(guestDuties).default('guest'),
    isGroup: z.boolean().default(false),
  })
  .refine((guest) => guest.name !== '' || guest.nameEn !== '', { error: 'a name in at least one language' });

export const guest = z.object({
  id: field.id,
  side,
  position: z.number().int(),
  name: z.string(),
  nameEn: z.string(),
  posts: z.array(z.string()),
  postsEn: z.array(z.string()),
  duty: z.enum(guestDuties),
  isGroup: z.boolean(),
});
export type Guest = z.infer<typeof guest>;

export const agendaItemInput = z.object({
  id: field.id.optional(),
  kind: z.enum(agendaKinds),
  title: line.default(''),
  titleEn: line.default(''),
  minutes: z.number().int().min(1).max(600).nullable().default(null),
  speakerIds: z.array(field.id).max(10).default([]),
  topics: z.array(topic).max(20).default([]),
  speech: z.string().trim().max(30_000).default(''),
  speechEn: z.string().trim().max(30_000).default(''),
  summary: z.string().trim().max(3_000).default(''),
  summaryEn: z.string().trim().max(3_000).default(''),
});

export const agendaItem = z.object({
  id: field.id,
  position: z.number().int(),
  kind: z.enum(agendaKinds),
  title: z.string(),
  titleEn: z.string(),
  minutes: z.number().int().nullable(),
  speakerIds: z.array(field.id),
  topics: z.array(z.object({ zh: z.string(), en: z.string() })),
  speech: z.string(),
  speechEn: z.string(),
  summary: z.string(),
  summaryEn: z.string(),
  begunAt: field.instant.nullable(),
});
export type AgendaItem = z.infer<typeof agendaItem>;

/** A decision as the minutes have it. */
export const decisionInput = z
  .object({
    id: field.id.optional(),
    wording: z.string().trim().max(1_000).default(''),
    wordingEn: z.string().trim().max(1_000).default(''),
  })
  .refine((one) => one.wording !== '' || one.wordingEn !== '', { error: 'a text in at least one language' });

export const decision = z.object({ id: field.id, wording: z.string(), wordingEn: z.string() });

export const photo = z.object({
  id: field.id,
  mediaType: z.string(),
  width: z.number().int(),
  height: z.number().int(),
  caption: z.string(),
  captionEn: z.string(),
  /** The camera's data (model, time) are in the file. */
  hasCameraData: z.boolean(),
  /** The place where it was taken is in the file. */
  hasLocation: z.boolean(),
  side,
  addedBy: z.string(),
  addedAt: field.instant,
});
export type Photo = z.infer<typeof photo>;

export const guestBookEntry = z.object({
  id: field.id,
  name: z.string(),
  post: z.string(),
  words: z.string(),
  side,
  writtenAt: field.instant,
});

export const attendee = z.object({ side, name: field.line, post: line, isPresent: z.boolean() });
export type Attendee = z.infer<typeof attendee>;

/** One passage of the news in both languages, with the released things on which it rests. */
export const newsBlock = z.object({
  id: z.string().min(1).max(80),
  kind: z.enum(['text', 'decision', 'figure']),
  zh: z.string().trim().max(5_000),
  en: z.string().trim().max(5_000),
  /** Keys such as `guest:<id>`; the passage appears only while both sides release each of them. */
  needs: z.array(z.string().max(60)).max(100),
});
export type NewsBlock = z.infer<typeof newsBlock>;

export const newsDraft = z.object({
  title: z.object({ zh: z.string().trim().max(300), en: z.string().trim().max(300) }),
  blocks: z.array(newsBlock).max(100),
});
export type NewsDraft = z.infer<typeof newsDraft>;
