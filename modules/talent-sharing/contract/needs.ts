import { bothStaff, field, listInput, listOutput, route } from '@dualtrack/platform/contract';
import * as z from 'zod';
import { reasonCodes } from '../propose-people.ts';
import { form, language, occupation, parties, region, side, tag as skillTag, words } from '../shapes.ts';

const tag = 'Needs and offers';
const needId = z.object({ needId: field.id });
const needStates = ['open', 'met', 'withdrawn'] as const;

const facts = {
  form,
  title: field.line,
  description: z.string().trim().max(4_000).default(''),
  occupations: z.array(occupation).max(8).default([]),
  tags: z.array(skillTag).max(12).default([]),
  language: language.nullable().default(null),
  fromOn: field.day,
  toOn: field.day,
  minutes: z.number().int().min(15).max(2_400).default(90),
  place: words.default(''),
  region: region.default(''),
};

export const needRow = z.object({
  id: field.id,
  enterpriseId: field.id,
  agreementId: field.id,
  ...parties,
  side,
  isOffer: z.boolean(),
  expertId: field.id.nullable(),
  expertName: z.string(),
  ...facts,
  state: z.enum(needStates),
  byName: z.string(),
  isMine: z.boolean(),
  /** Sessions that came of it and stand. */
  sessions: z.number().int(),
});
export type Need = z.infer<typeof needRow>;

const proposal = z.object({
  expertId: field.id,
  name: z.string(),
  nameEn: z.string(),
  title: z.string(),
  titleEn: z.string(),
  score: z.number().int(),
  matched: z.array(z.string()),
  reasons: z.array(z.object({ code: z.enum(reasonCodes), value: z.number(), of: z.number() })),
});
export type Proposal = z.infer<typeof proposal>;

/** Needs first, offers beside them; people proposed with reasons. */
export const needs = {
  list: route('GET', '/talent-needs', { may: bothStaff, summary: 'Needs and offers of both sides', tag })
    .input(
      listInput.extend({
        isOffer: z.stringbool().optional(),
        state: z.enum(needStates).optional(),
        form: form.optional(),
        side: side.optional(),
      }),
    )
    .output(listOutput(needRow)),
  get: route('GET', '/talent-needs/{needId}', { may: bothStaff, summary: 'One need or offer', tag })
    .input(needId)
    .output(needRow),
  proposals: route('GET', '/talent-needs/{needId}/proposals', {
    may: bothStaff,
    summary: 'People of the other side proposed for a need, best first, with reasons',
    tag,
  })
    .input(needId)
    .output(z.object({ items: z.array(proposal) })),
  create: route('POST', '/talent-needs', {
    may: bothStaff,
    summary: 'Say what is needed, or what an expert of the own side offers',
    tag,
    created: true,
  })
    .errors({
      'sharing.no-agreement': { status: 422 },
      'need.ends-first': { status: 422 },
      'need.past': { status: 422 },
      'need.no-skill': { status: 422 },
      'need.no-expert': { status: 422 },
    })
    .input(
      z.object({
        agreementId: field.id,
        isOffer: z.boolean().default(false),
        expertId: field.id.nullable().default(null),
        ...facts,
      }),
    )
    .output(z.object({ id: field.id })),
  move: route('POST', '/talent-needs/{needId}/moves', {
    may: bothStaff,
    summary: 'Withdraw, mark as met, or open again',
    tag,
  })
    .errors({ 'need.not-yours': { status: 403 }, 'need.changed': { status: 409 } })
    .input(needId.extend({ to: z.enum(needStates) }))
    .output(needRow),
  agreements: route('GET', '/talent-agreements', {
    may: bothStaff,
    summary: 'Agreements under which talents can be shared',
    tag,
  }).output(
    z.object({
      items: z.array(
        z.object({
          id: field.id,
          enterpriseId: field.id,
          number: z.string(),
          title: z.string(),
          titleEn: z.string(),
          ...parties,
        }),
      ),
    }),
  ),
};
