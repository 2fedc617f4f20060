import { bothStaff, done, field, listInput, listOutput, route } from '@dualtrack/platform/contract';
import * as z from 'zod';
import { shownParts } from '../forms.ts';
import { daySpan, expertFacts, language, occupation, side } from '../shapes.ts';

const tag = 'Experts';
const expertId = z.object({ expertId: field.id });

const seen = {
  id: field.id,
  side,
  organisation: z.string(),
  organisationEn: z.string(),
  /** Empty where the person keeps the name until a yes. */
  name: z.string(),
  nameEn: z.string(),
  title: z.string(),
  titleEn: z.string(),
  occupations: z.array(z.string()),
  tags: z.array(z.string()),
  languages: z.array(language),
  monthlyHours: z.number().int(),
  /** Mean of the marks that the other side gave, to one decimal; null without any. */
  rating: z.number().nullable(),
  ratings: z.number().int(),
  isListed: z.boolean(),
  isMine: z.boolean(),
};
export const expertRow = z.object(seen);
export type ExpertView = z.infer<typeof expertRow>;

export const expertDetail = expertRow.extend({
  certificates: z.array(z.string()),
  slots: z.array(z.string()),
  absences: z.array(daySpan),
  /** Hours promised to anybody, without saying to whom. */
  busy: z.array(z.object({ startsAt: field.instant, endsAt: field.instant })),
  /** Only on the own side. */
  card: z
    .object({
      needsApproval: z.boolean(),
      approver: z.string(),
      mail: z.string(),
      region: z.string(),
      shown: z.array(z.enum(shownParts)),
      consentBy: z.string(),
      consentNote: z.string(),
      listedSince: field.instant.nullable(),
      leftOn: field.day.nullable(),
      revision: z.number().int(),
    })
    .nullable(),
  abilities: z.object({ edit: z.boolean(), list: z.boolean(), leave: z.boolean() }),
});
export type ExpertDetail = z.infer<typeof expertDetail>;

const departure = z.object({
  /** Called off. */
  sessions: z.array(z.object({ id: field.id, title: z.string(), onDay: field.day })),
  /** Not begun: declined. Begun: end on the day of the departure, and what was noted can still be assessed. */
  stays: z.array(z.object({ id: field.id, post: z.string(), fromOn: field.day, isBegun: z.boolean() })),
  /** Withdrawn. */
  offers: z.array(z.object({ id: field.id, title: z.string() })),
  /** Attested hours; they stay in the ledger. */
  minutes: z.number().int(),
});

const consent = { 'expert.consent-missing': { status: 422 } } as const;

/** Cards of experts: of the own side whole, of partners as far as the person shows them. */
export const experts = {
  list: route('GET', '/experts', { may: bothStaff, summary: 'Experts of partners, or of the own side', tag })
    .input(
      listInput.extend({
        scope: z.enum(['partner', 'own']).default('partner'),
        occupation: occupation.optional(),
        language: language.optional(),
      }),
    )
    .output(listOutput(expertRow)),
  mine: route('GET', '/experts/mine', {
    may: bothStaff,
    summary: 'The own card, if there is one',
    tag,
  }).output(z.object({ expertId: field.id.nullable() })),
  get: route('GET', '/experts/{expertId}', { may: bothStaff, summary: 'One expert', tag })
    .input(expertId)
    .output(expertDetail),
  create: route('POST', '/experts', {
    may: bothStaff,
    summary: 'Write the own card, or as a lead that of a colleague',
    tag,
    created: true,
  })
    .errors({
      ...consent,
      'expert.exists': { status: 409 },
      'expert.not-yours': { status: 403 },
      'expert.name-missing': { status: 422 },
    })
    .input(
      z.object({
        isMine: z.boolean().default(true),
        name: z.string().trim().max(100).default(''),
        ...expertFacts,
      }),
    )
    .output(z.object({ id: field.id })),
  save: route('PUT', '/experts/{expertId}', { may: bothStaff, summary: 'Change a card', tag })
    .errors({
      ...consent,
      'expert.not-yours': { status: 403 },
      'expert.left': { status: 409 },
      'expert.changed': { status: 409 },
    })
    .input(expertId.extend({ revision: z.number().int().min(1), ...expertFacts }))
    .output(expertDetail),
  departure: route('GET', '/experts/{expertId}/departure', {
    may: bothStaff,
    summary: 'What a departure would end, piece by piece, and what stays',
    tag,
  })
    .errors({ 'expert.not-yours': { status: 403 } })
    .input(expertId)
    .output(departure),
  leave: route('POST', '/experts/{expertId}/departure', {
    may: bothStaff,
    summary: 'An expert leaves: no longer listed, nothing new can be booked',
    tag,
  })
    .errors({
      'expert.not-yours': { status: 403 },
      'expert.left': { status: 409 },
      'expert.has-sessions': { status: 409, data: z.object({ count: z.number().int() }) },
    })
    .input(expertId.extend({ cancelSessions: z.boolean().default(false) }))
    .output(done),
  record: route('GET', '/experts/{expertId}/record', {
    may: bothStaff,
    audit: 'read',
    summary: 'Attested hours of a year as PDF, for the promotion file',
    tag,
  })
    .errors({ 'expert.no-hours': { status: 404 } })
    .input(expertId.extend({ year: z.coerce.number().int().min(2000).max(2100) }))
    .output(z.file()),
};
