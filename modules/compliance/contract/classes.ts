import {
  bothStaff,
  done,
  field,
  listInput,
  listOutput,
  route,
  schoolLeads,
} from '@dualtrack/platform/contract';
import * as z from 'zod';
import { checkedClass, classMatrix, pastMatrix, tally, triedVerdict } from '../shapes.ts';

const tag = 'Compliance';
/** A class by its id. */
export const ofClass = z.object({ classId: field.id });

/** What the list of classes can be narrowed to; all but `over` are classes that still run, as the overview adds up. */
export const classFilters = ['breached', 'unknown', 'unchecked', 'clean', 'over'] as const;

/** What a filing with the competent department can cover, in the words of the rule pack. */
export const filingScopes = [
  'high-risk',
  'rest-days',
  'overtime',
  'night',
  'cross-province',
  'abroad',
] as const;

const filing = z.object({
  id: field.line.describe('its number'),
  kind: z.enum(['filing', 'waiver']).default('filing'),
  date: field.day,
  approvedAt: field.day.nullable().default(null),
  scope: z
    .array(field.line)
    .min(1)
    .max(60)
    .describe('what a filing covers; of a waiver the ids of the rules'),
  placementIds: z.array(field.id).max(1_000).default([]).describe('empty: the whole class'),
  until: field.day,
  askedBy: z.string().trim().max(200).default(''),
  grantedBy: z.string().trim().max(200).default(''),
});
/** What is done with one class. */
export const classes = {
  list: route('GET', '/compliance/classes', {
    may: bothStaff,
    summary: 'Classes with the outcome of their latest check',
    tag,
  })
    .input(listInput.extend({ only: z.enum(classFilters).optional() }))
    .output(listOutput(checkedClass)),
  get: route('GET', '/compliance/classes/{classId}', {
    may: bothStaff,
    summary: 'Students × rules of one class',
    audit: 'read',
    tag,
  })
    .input(ofClass)
    .output(classMatrix),
  check: route('POST', '/compliance/classes/{classId}/checks', {
    may: bothStaff,
    summary: 'Judge a class anew on the facts recorded so far',
    tag,
  })
    .input(ofClass)
    .output(tally.extend({ runId: field.id })),
  file: route('POST', '/compliance/classes/{classId}/filings', {
    may: schoolLeads,
    summary: 'Record a filing with the competent department, or a waiver',
    tag,
  })
    .errors({
      'waiver.not-waivable': { status: 422, data: z.object({ rules: z.string() }) },
      'waiver.not-granted': { status: 422 },
      'filing.ends-before': { status: 422 },
    })
    .input(ofClass.extend({ filing }))
    .output(done.extend({ filingId: field.id })),
  past: route('GET', '/compliance/classes/{classId}/past', {
    may: bothStaff,
    summary:
      'What a class came to on a day of the past, by the law and the facts of that day; nothing is kept',
    audit: 'read',
    tag,
  })
    .errors({ 'past.not-yet': { status: 422 } })
    .input(ofClass.extend({ on: field.day }))
    .output(pastMatrix),
  tryFacts: route('POST', '/compliance/classes/{classId}/tries', {
    may: bothStaff,
    summary: 'What verdicts would become if these facts were recorded; nothing is kept',
    tag,
  })
    .input(
      ofClass.extend({
        facts: z
          .array(z.object({ name: z.string().max(60), value: z.json() }))
          .min(1)
          .max(20),
        placementIds: z.array(field.id).max(1_000).default([]).describe('empty: the whole class'),
      }),
    )
    .output(z.object({ changes: z.array(triedVerdict), stays: z.array(triedVerdict) })),
  evidence: route('GET', '/compliance/classes/{classId}/evidence', {
    may: schoolLeads,
    summary: 'For an inspection: report, verdicts, facts with their history, filings, with a sealed index',
    audit: 'read',
    tag,
  })
    .input(ofClass)
    .output(z.file()),
  setJurisdiction: route('PUT', '/compliance/classes/{classId}/jurisdiction', {
    may: schoolLeads,
    summary: 'Whose law holds for the class or for some of its placements',
    tag,
  })
    .errors({ 'jurisdiction.unknown': { status: 422, data: z.object({ known: z.string() }) } })
    .input(
      ofClass.extend({
        jurisdiction: z.string().regex(/^[A-Z]{2}$/),
        placementIds: z.array(field.id).max(1_000).default([]).describe('empty: the whole class'),
      }),
    )
    .output(done),
};
