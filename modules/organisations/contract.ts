import {
  done,
  enterpriseLeads,
  field,
  listInput,
  listOutput,
  route,
  schoolLeads,
  schoolStaff,
} from '@dualtrack/platform/contract';
import * as z from 'zod';
import { recordContract } from './contract/records.ts';
import { tableKeys } from './import/table.ts';

const tag = 'Organisations';
const offices = [...schoolLeads, ...enterpriseLeads] as const;
const readers = [...schoolStaff, ...enterpriseLeads, 'mentor'] as const;

export const profile = z.object({
  id: field.id,
  name: z.string(),
  nameEn: z.string(),
  kind: z.string(),
  code: z.string(),
  legalRepresentative: z.string(),
  address: z.string(),
  industrySection: z.string().nullable(),
  schoolLevel: z.string().nullable(),
  profile: z.string(),
  /** The state of what a person may change, to be given back with a change. */
  version: z.string(),
  counts: z.record(z.string(), z.number().int()),
});
export const programmeRow = z.object({
  id: field.id,
  majorCode: z.string(),
  name: z.string(),
  nameEn: z.string(),
  level: z.string(),
  years: z.number().int(),
  occupations: z.array(z.string()),
  joinRate: z.number(),
  completionRate: z.number(),
});
export const teacherRow = z.object({
  id: field.id,
  staffNumber: z.string(),
  name: z.string(),
  programme: z.string().nullable(),
  programmeEn: z.string().nullable(),
  title: z.string(),
  isDualQualified: z.boolean(),
});
export const cohortRow = z.object({
  id: field.id,
  code: z.string(),
  className: z.string(),
  programme: z.string(),
  programmeEn: z.string(),
  entryYear: z.number().int(),
  size: z.number().int(),
  graduationQuarter: z.string(),
});
export const studentRow = z.object({
  id: field.id,
  studentNumber: z.string(),
  name: z.string(),
  sex: z.string(),
  birthDate: field.day,
  cohort: z.string(),
  programme: z.string(),
  programmeEn: z.string(),
  guardianName: z.string().nullable(),
});
export const siteRow = z.object({
  id: field.id,
  code: z.string(),
  name: z.string(),
  nameEn: z.string(),
  regionCode: z.string().nullable(),
  address: z.string(),
});
export const postRow = z.object({
  id: field.id,
  code: z.string(),
  title: z.string(),
  titleEn: z.string(),
  occupation: z.string(),
  site: z.string(),
  siteEn: z.string(),
  headcount: z.number().int(),
  monthlyPay: z.number().int(),
  internPay: z.number().int(),
  hazards: z.array(z.string()),
  isNightShift: z.boolean(),
  majorCategories: z.array(z.number().int()),
  labourGrade: z.number().int().nullable(),
});
export const workstationRow = z.object({
  id: field.id,
  code: z.string(),
  name: z.string(),
  nameEn: z.string(),
  site: z.string(),
  siteEn: z.string(),
  unit: z.string(),
  places: z.number().int(),
  safetyNote: z.string(),
});
export const staffRow = z.object({
  id: field.id,
  staffNumber: z.string(),
  name: z.string(),
  postTitle: z.string(),
  certificate: z.string(),
  maxLearners: z.number().int(),
});
export const stockRow = z.object({
  occupation: z.string(),
  title: z.string(),
  titleEn: z.string(),
  isco: z.string().nullable(),
  headcount: z.number().int(),
  attrition: z.number(),
});
export const projectRow = z.object({
  id: field.id,
  code: z.string(),
  name: z.string(),
  nameEn: z.string(),
  probability: z.number(),
  delayMean: z.number(),
  delayMax: z.number().int(),
});
const capacityLine = z.object({
  id: field.id,
  code: z.string(),
  name: z.string(),
  units: z.record(field.quarter, z.number()),
  staffing: z.array(z.object({ occupation: z.string(), perUnit: z.number() })),
});

const list = <Item extends z.ZodType>(
  path: `/${string}`,
  summary: string,
  may: readonly (typeof readers)[number][],
  item: Item,
) => route('GET', path, { may, summary, tag }).input(listInput).output(listOutput(item));

const age = z.number().int().min(14).max(99);
const stockValues = z.object({
  headcount: z.number().int().min(0).max(1_000_000),
  attrition: z.number().min(0).max(1),
  retirementAge: z.number().int().min(40).max(90).nullable(),
  bands: z.array(z.object({ from: age, to: age, headcount: z.number().int().min(0).max(1_000_000) })).max(40),
});

export const contract = {
  profile: {
    get: route('GET', '/organisation', {
      may: readers,
      summary: 'Profile of the own organisation',
      tag,
    }).output(profile),
    update: route('PUT', '/organisation', { may: offices, summary: 'Change the profile', tag })
      .errors({ 'record.changed': { status: 409 } })
      .input(
        z.object({
          version: z.string().min(1).max(100),
          legalRepresentative: z.string().trim().max(100),
          address: z.string().trim().max(300),
          industrySection: z
            .string()
            .regex(/^[A-T]$/)
            .nullable(),
          schoolLevel: z.enum(['secondary', 'associate', 'bachelor']).nullable(),
          profile: z.string().trim().max(4_000),
        }),
      )
      .output(profile),
  },
  register: route('POST', '/organisations', {
    may: ['operator'],
    summary: 'Register an organisation',
    tag,
    created: true,
  })
    .input(
      z.object({
        kind: z.enum(['school', 'enterprise', 'authority']),
        code: z.string().trim().toUpperCase().min(1).max(18),
        name: z.string().trim().min(1).max(120),
        nameEn: z.string().trim().max(160),
        regionCode: z.string().trim().min(2).max(6),
      }),
    )
    .output(z.object({ id: field.id })),
  records: recordContract,
  programmes: list('/programmes', 'Programmes', schoolStaff, programmeRow),
  teachers: list('/teachers', 'Teachers', schoolStaff, teacherRow),
  cohorts: list('/cohorts', 'Cohorts', schoolStaff, cohortRow),
  students: route('GET', '/students', { may: schoolStaff, summary: 'Students', tag, audit: 'read' })
    .input(listInput.extend({ cohortId: field.id.optional() }))
    .output(listOutput(studentRow)),
  sites: list('/sites', 'Sites', [...enterpriseLeads, 'mentor'], siteRow),
  posts: list('/posts', 'Posts with headcount and pay', [...enterpriseLeads, 'mentor'], postRow),
  workstations: list('/workstations', 'Workstations', [...enterpriseLeads, 'mentor'], workstationRow),
  staff: list('/mentors', 'Mentors', [...enterpriseLeads, 'mentor'], staffRow),
  stocks: route('GET', '/occupation-stocks', { may: enterpriseLeads, summary: 'People by occupation', tag })
    .input(listInput)
    .output(listOutput(stockRow)),
  stock: {
    get: route('GET', '/occupation-stocks/{occupation}', {
      may: enterpriseLeads,
      summary: 'People of one occupation by age',
      tag,
    })
      .input(z.object({ occupation: z.string().max(100) }))
      .output(stockValues.extend({ occupation: z.string(), title: z.string(), titleEn: z.string() })),
    put: route('PUT', '/occupation-stocks/{occupation}', {
      may: enterpriseLeads,
      summary: 'Change people, attrition and ages of one occupation',
      tag,
    })
      .errors({
        'headcount.bad-bands': { status: 422, data: z.object({ place: z.number(), code: z.string() }) },
        'headcount.no-bands': { status: 422 },
        'headcount.other-sum': { status: 422, data: z.object({ sum: z.number(), headcount: z.number() }) },
      })
      .input(stockValues.extend({ occupation: z.string().max(100) }))
      .output(done),
  },
  projects: list('/projects', 'Projects', enterpriseLeads, projectRow),
  capacity: {
    get: route('GET', '/capacity', {
      may: enterpriseLeads,
      summary: 'Capacity plan: units by line and quarter',
      tag,
    }).output(z.object({ quarters: z.array(field.quarter), lines: z.array(capacityLine) })),
    put: route('PUT', '/capacity', { may: enterpriseLeads, summary: 'Change units of lines by quarter', tag })
      .errors({ 'capacity.no-such-line': { status: 422 } })
      .input(
        z.object({
          values: z
            .array(
              z.object({ lineId: field.id, quarter: field.quarter, units: z.number().min(0).max(100_000) }),
            )
            .max(5_000),
        }),
      )
      .output(done),
  },
  imports: {
    start: route('POST', '/imports', {
      may: [...offices, 'operator'],
      summary: 'Import files (.xlsx, .csv): all rows or none',
      tag,
      created: true,
    })
      .input(
        z.object({
          files: z
            .array(z.file().max(200 * 1024 * 1024))
            .min(1)
            .max(40),
          checkOnly: z.stringbool().default(false),
        }),
      )
      .output(z.object({ runId: field.id })),
    template: route('GET', '/import-templates/{table}', {
      may: [...offices, 'operator'],
      summary: 'Template of a table to fill in',
      tag,
    })
      .input(z.object({ table: z.enum(tableKeys), format: z.enum(['xlsx', 'csv']).default('xlsx') }))
      .output(z.file()),
  },
};
