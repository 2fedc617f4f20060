import { defineTables, type Json } from '@dualtrack/platform/db';

type Home = { tenantId: string };
type Programme = Home & {
  id: string;
  majorCode: string;
  name: string;
  nameEn: string;
  level: string;
  years: number;
  occupations: string[];
  joinRate: number;
  completionRate: number;
};

export type OrganisationsTables = {
  organisationProfile: Home & {
    legalRepresentative: string;
    address: string;
    industrySection: string | null;
    schoolLevel: string | null;
    profile: string;
    source: string;
    changedAt: Date;
  };
  programme: Programme;
  teacher: Home & {
    id: string;
    staffNumber: string;
    name: string;
    programmeId: string | null;
    title: string;
    isDualQualified: boolean;
    phone: string | null;
    mail: string | null;
  };
  cohort: Home & {
    id: string;
    code: string;
    programmeId: string;
    entryYear: number;
    className: string;
    size: number;
    graduationQuarter: string;
  };
  student: Home & {
    id: string;
    studentNumber: string;
    name: string;
    sex: string;
    birthDate: string;
    cohortId: string;
    phone: string | null;
    guardianName: string | null;
    guardianPhone: string | null;
  };
  calendarEntry: Home & {
    id: string;
    weekStart: string;
    kind: string;
    /** Empty for the whole school, else the code of the programme or cohort it is for. */
    scope: string;
    programmeId: string | null;
    cohortId: string | null;
    note: string;
  };
  site: Home & {
    id: string;
    code: string;
    name: string;
    nameEn: string;
    regionCode: string | null;
    address: string;
  };
  post: Home & {
    id: string;
    code: string;
    title: string;
    titleEn: string;
    occupation: string;
    siteId: string;
    headcount: number;
    monthlyPay: number;
    internPay: number;
    currency: string;
    hazards: string[];
    isNightShift: boolean;
    majorCategories: number[];
    labourGrade: number | null;
  };
  capacityLine: Home & { id: string; code: string; name: string };
  capacityValue: Home & { lineId: string; quarter: string; units: number };
  lineStaffing: Home & { lineId: string; occupation: string; perUnit: number };
  occupationStock: Home & {
    occupation: string;
    title: string;
    titleEn: string;
    isco: string | null;
    headcount: number;
    attrition: number;
    retirementAge: number | null;
  };
  occupationAgeBand: Home & { occupation: string; ageFrom: number; ageTo: number; headcount: number };
  occupationRetirement: Home & { occupation: string; quarter: string; headcount: number };
  project: Home & {
    id: string;
    code: string;
    name: string;
    nameEn: string;
    probability: number;
    delayMean: number;
    delayMax: number;
  };
  projectHeadcount: Home & { projectId: string; occupation: string; quarter: string; headcount: number };
  staff: Home & {
    id: string;
    staffNumber: string;
    name: string;
    postTitle: string;
    certificate: string;
    maxLearners: number;
    mail: string | null;
  };
  workstation: Home & {
    id: string;
    code: string;
    name: string;
    nameEn: string;
    siteId: string;
    postId: string | null;
    unit: string;
    unitEn: string;
    unitWeeks: number | null;
    places: number;
    safetyNote: string;
  };
  directoryProgramme: Programme & { graduates: Json<{ quarter: string; count: number }[]> };
};

export const organisationsTables = defineTables({
  organisationProfile: 'tenant',
  programme: 'tenant',
  teacher: 'tenant',
  cohort: 'tenant',
  student: 'tenant',
  calendarEntry: 'tenant',
  site: 'tenant',
  post: 'tenant',
  capacityLine: 'tenant',
  capacityValue: 'tenant',
  lineStaffing: 'tenant',
  occupationStock: 'tenant',
  occupationAgeBand: 'tenant',
  occupationRetirement: 'tenant',
  project: 'tenant',
  projectHeadcount: 'tenant',
  staff: 'tenant',
  workstation: 'tenant',
  directoryProgramme: 'directory',
});
