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
import { classes, ofClass } from './contract/classes.ts';
import { payments } from './contract/payments.ts';
import {
  agreementTerms,
  factType,
  judgedTerms,
  lapse,
  recordedFact,
  recordedFiling,
  report,
  ruleHead,
  ruleTally,
  tally,
  trendDay,
  verdictDetail,
} from './shapes.ts';

export { classFilters, filingScopes } from './contract/classes.ts';
export { type OverrideWhyNot, overrideWhyNotCodes } from './override.ts';
export { judgedTerms, type LintFinding as JudgedFinding } from './shapes.ts';

const tag = 'Compliance';
const refusals = {
  'fact.not-your-side': { status: 403, data: z.object({ name: z.string() }) },
  'fact.kept-elsewhere': { status: 409, data: z.object({ name: z.string(), module: z.string() }) },
};

const trendDays = z.coerce.number().int().min(7).max(400).default(90);
const ofFiling = z.object({ filingId: field.id });
const maxDocument = 10_000_000;

export const contract = {
  overview: route('GET', '/compliance/overview', {
    may: bothStaff,
    summary: 'What is breached, unknown or about to lapse, by rule and host',
    tag,
  }).output(
    z.object({
      asOf: field.instant,
      /** All classes, as the list has them; the other numbers are of those that still run. */
      classes: z.number().int(),
      unchecked: z.number().int(),
      tally,
      rules: z.array(ruleTally),
      hosts: z.array(tally.extend({ id: field.id, name: z.string() })),
      lapses: z.array(lapse),
    }),
  ),
  trend: route('GET', '/compliance/trend', {
    may: bothStaff,
    summary: 'Outcomes of running classes day by day',
    tag,
  })
    .input(z.object({ days: trendDays }))
    .output(z.object({ items: z.array(trendDay) })),
  lint: route('POST', '/compliance/lint', {
    may: bothStaff,
    summary: 'What the law says of the terms of an agreement before it is signed; nothing is kept',
    tag,
  })
    .input(agreementTerms)
    .output(judgedTerms),
  classes,
  payments,
  filings: {
    list: route('GET', '/compliance/classes/{classId}/filings', {
      may: bothStaff,
      summary: 'Filings and waivers of a class, and where they stand',
      tag,
    })
      .input(ofClass)
      .output(z.object({ items: z.array(recordedFiling) })),
    withdraw: route('POST', '/compliance/filings/{filingId}/withdraw', {
      may: schoolLeads,
      summary: 'Take a filing or a waiver back',
      tag,
    })
      .errors({ 'filing.withdrawn': { status: 409 } })
      .input(ofFiling)
      .output(done),
    attach: route('POST', '/compliance/filings/{filingId}/document', {
      may: schoolLeads,
      summary: 'Keep the document of a filing or a waiver',
      tag,
    })
      .input(ofFiling.extend({ file: z.file().max(maxDocument) }))
      .output(done),
    file: route('GET', '/compliance/filings/{filingId}/document', {
      may: bothStaff,
      summary: 'The document of a filing or a waiver',
      tag,
      audit: 'read',
    })
      .input(ofFiling)
      .output(z.file()),
  },
  verdict: route('GET', '/compliance/classes/{classId}/placements/{placementId}/verdicts/{rule}', {
    may: bothStaff,
    summary: 'One verdict with its facts and their sources',
    audit: 'read',
    tag,
  })
    .input(ofClass.extend({ placementId: field.id, rule: z.string().max(40) }))
    .output(verdictDetail),
  facts: {
    list: route('GET', '/compliance/classes/{classId}/facts', {
      may: bothStaff,
      summary: 'Facts of a class; with `name`, also those it had before',
      audit: 'read',
      tag,
    })
      .input(ofClass.extend({ placementId: field.id.optional(), name: z.string().max(60).optional() }))
      .output(z.object({ items: z.array(recordedFact) })),
    record: route('POST', '/compliance/classes/{classId}/facts', {
      may: bothStaff,
      summary: 'Enter or correct a fact of a class or of some of its students',
      tag,
    })
      .errors(refusals)
      .input(
        ofClass.extend({
          name: z.string().max(60),
          value: z.json(),
          placementIds: z.array(field.id).max(1_000).default([]).describe('empty: the whole class'),
        }),
      )
      .output(done),
  },
  library: route('GET', '/compliance/library', {
    may: 'signed-in',
    summary: 'All rules and facts of the law as the product knows them',
    tag,
  }).output(
    z.object({
      packs: z.array(
        z.object({
          id: z.string(),
          version: z.string(),
          jurisdiction: z.string(),
          title: z.string(),
          caution: z.string(),
        }),
      ),
      rules: z.array(
        ruleHead.extend({
          pack: z.string(),
          level: z.string(),
          region: z.string().nullable(),
          validFrom: field.day,
          says: z.string(),
          remedy: z.string(),
          kind: z.string(),
          subject: z.string(),
          isRedLine: z.boolean(),
          moments: z.array(z.string()),
          verified: z.boolean(),
          evidence: z.string(),
          waivableBySays: z.string(),
          isWaivable: z.boolean(),
          facts: z.array(z.string()),
        }),
      ),
      facts: z.array(factType),
      words: z.record(z.string(), z.string()).describe('for codes in the values of facts'),
    }),
  ),
  reports: {
    list: route('GET', '/compliance/reports', {
      may: ['authority'],
      summary: 'Outcomes of classes of the own region in numbers, without students',
      tag,
    })
      .input(
        listInput.extend({
          only: z.enum(['breached', 'unknown', 'clean']).optional(),
          state: z.enum(['running', 'over']).optional(),
          school: field.id.optional(),
          host: field.id.optional(),
          rule: z.string().max(40).optional().describe('breached or unknown by this rule'),
        }),
      )
      .output(
        listOutput(report).extend({
          region: z.string().nullable().describe('whose schools are seen; null: registered without a region'),
        }),
      ),
    choices: route('GET', '/compliance/report-choices', {
      may: ['authority'],
      summary: 'Schools, hosts and rules that stand in the reports of the own region',
      tag,
    }).output(
      z.object({
        schools: z.array(z.object({ id: field.id, name: z.string() })),
        hosts: z.array(z.object({ id: field.id, name: z.string() })),
        rules: z.array(ruleHead),
      }),
    ),
    trend: route('GET', '/compliance/report-trend', {
      may: ['authority'],
      summary: 'Outcomes of the classes of the own region day by day, without students',
      tag,
    })
      .input(z.object({ days: trendDays, school: field.id.optional(), host: field.id.optional() }))
      .output(z.object({ items: z.array(trendDay) })),
    get: route('GET', '/compliance/reports/{classId}', {
      may: ['authority'],
      summary: 'Outcomes of one class by rule, without students',
      tag,
    })
      .input(ofClass)
      .output(report.extend({ rules: z.array(ruleTally) })),
  },
};
