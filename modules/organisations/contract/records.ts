import { done, enterpriseLeads, field, type Role, route, schoolLeads } from '@dualtrack/platform/contract';
import * as z from 'zod';

const tag = 'Organisations';
const line = (max: number) => z.string().trim().min(1).max(max);
const words = (max: number) => z.string().trim().max(max);
const code = z.string().trim().min(1).max(40);
const share = z.number().min(0).max(1);
const people = z.number().int().min(0).max(1_000_000);
const money = z.number().int().min(0).max(100_000_000);

/** What a form of each kind of record holds. Shares are 0 to 1, money is integer fen, codes are of the own making. */
export const programmeValues = z.object({
  majorCode: code,
  name: line(80),
  nameEn: words(120),
  level: z.enum(['secondary', 'associate', 'bachelor']),
  years: z.number().int().min(1).max(8),
  occupations: z.array(z.string().trim().min(1).max(40)).min(1).max(30),
  joinRate: share,
  completionRate: share,
});
export const teacherValues = z.object({
  staffNumber: code,
  name: line(60),
  programmeId: field.id.nullable(),
  title: words(40),
  isDualQualified: z.boolean(),
  phone: words(20).nullable(),
  mail: words(200).nullable(),
});
export const cohortValues = z.object({
  code,
  className: line(60),
  programmeId: field.id,
  entryYear: z.number().int().min(2000).max(2099),
  size: z.number().int().min(0).max(500),
  graduationQuarter: field.quarter,
});
export const siteValues = z.object({
  code,
  name: line(80),
  nameEn: words(120),
  regionCode: words(6).nullable(),
  address: words(200),
});
export const postValues = z.object({
  code,
  title: line(80),
  titleEn: words(120),
  occupation: code,
  siteId: field.id,
  headcount: people,
  monthlyPay: money,
  internPay: money,
  hazards: z.array(z.string().max(40)).max(40),
  isNightShift: z.boolean(),
  majorCategories: z.array(z.number().int().min(1).max(19)).max(19),
  labourGrade: z.number().int().min(1).max(4).nullable(),
});
export const workstationValues = z.object({
  code,
  name: line(80),
  nameEn: words(120),
  siteId: field.id,
  postId: field.id.nullable(),
  unit: line(60),
  unitWeeks: z.number().int().min(1).max(26).nullable(),
  places: z.number().int().min(1).max(60),
  safetyNote: words(400),
});
export const mentorValues = z.object({
  staffNumber: code,
  name: line(60),
  postTitle: words(80),
  certificate: words(80),
  maxLearners: z.number().int().min(1).max(20),
  mail: words(200).nullable(),
});
export const projectValues = z.object({
  code,
  name: line(120),
  nameEn: words(160),
  probability: share,
  delayMean: z.number().min(0).max(40),
  delayMax: z.number().int().min(0).max(40),
  /** People needed on top, by occupation and quarter. */
  needs: z.array(z.object({ occupation: code, quarter: field.quarter, headcount: people })).max(600),
});
export type ProjectNeed = z.infer<typeof projectValues>['needs'][number];

/** Changed by somebody else since it was opened; the answer says nothing about who. */
const changed = { 'record.changed': { status: 409 } };
const inUse = {
  'record.in-use': { status: 409, data: z.object({ by: z.string(), count: z.number().int() }) },
};
const version = z.string().min(1).max(100);

/** Operations on single records of one kind; `version` is the state a person saw when opening the form. */
function record<Id extends string, Values extends z.ZodType>(
  path: `/${string}`,
  noun: string,
  idName: Id,
  values: Values,
  options: { may: readonly Role[]; isPersonal?: boolean },
) {
  const { may } = options;
  const place = `${path}/{${idName}}` as const;
  // A computed key widens; the name is the one of the path.
  const id = { [idName]: field.id } as { [Name in Id]: typeof field.id };
  const audit = options.isPersonal ? { audit: 'read' as const } : {};
  return {
    get: route('GET', place, { may, summary: `One ${noun}`, tag, ...audit })
      .input(z.object(id))
      .output(z.object({ version, values })),
    create: route('POST', path, { may, summary: `Add a ${noun}`, tag, created: true })
      .input(z.object({ values }))
      .output(z.object({ id: field.id })),
    change: route('PUT', place, { may, summary: `Change a ${noun}`, tag })
      .errors(changed)
      .input(z.object({ ...id, version, values }))
      .output(done),
    remove: route('DELETE', place, { may, summary: `Remove a ${noun} that nothing uses`, tag })
      .errors({ ...changed, ...inUse })
      .input(z.object({ ...id, version }))
      .output(done),
  };
}

const school = { may: schoolLeads };
const enterprise = { may: enterpriseLeads };

/** Single records of the own organisation, opened in a form. */
export const recordContract = {
  programme: record('/programmes', 'programme', 'programmeId', programmeValues, school),
  teacher: record('/teachers', 'teacher', 'teacherId', teacherValues, { ...school, isPersonal: true }),
  cohort: record('/cohorts', 'class', 'cohortId', cohortValues, school),
  site: record('/sites', 'site', 'siteId', siteValues, enterprise),
  post: record('/posts', 'post', 'postId', postValues, enterprise),
  workstation: record('/workstations', 'workstation', 'workstationId', workstationValues, enterprise),
  mentor: record('/mentors', 'mentor', 'staffId', mentorValues, { ...enterprise, isPersonal: true }),
  project: record('/projects', 'project', 'projectId', projectValues, enterprise),
};

/** The kinds of record that have a form. */
export type RecordKind = keyof typeof recordContract;
