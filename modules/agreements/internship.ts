import type { GivenValues, PlainAnswer } from './template-values.ts';
import type { TemplateVariable } from './template-variables.ts';

/** Fields of the student and the guardian in a signing plan; nobody else's slots have these names. */
export const familyFields = ['student', 'guardian'] as const;
export type FamilyField = (typeof familyFields)[number];

/** Whether a signature field belongs to the student's family. */
export function isFamilyField(field: string): field is FamilyField {
  return familyFields.some((one) => one === field);
}

/** Age at which nobody has to consent any more. */
const fullAge = 18;

/** Whether somebody is a minor on a day. Days are `YYYY-MM-DD`. */
export function isMinorOn(birthDate: string, day: string): boolean {
  const [year = 0, month = 1, date = 1] = birthDate.split('-').map(Number);
  // Of 29 February the law counts the day after in years without one.
  const come = new Date(Date.UTC(year + fullAge, month - 1, date)).toISOString().slice(0, 10);
  return day < come;
}

/** What is known of one placement when its agreement is made. */
export type InternshipFacts = {
  student: {
    name: string;
    sex: string;
    birthDate: string;
    studentNumber: string;
    cohortName: string;
    phone: string | null;
    guardianName: string | null;
    guardianPhone: string | null;
  };
  teacherName: string;
  mentorName: string;
  postTitle: string;
  postTitleEn: string;
  siteName: string | null;
  /** In fen a month. */
  internPay: number | null;
  hazards: readonly string[];
  startsOn: string;
  insurance: { insurer: string; number: string } | null;
};

/** Hazards by the words of the platform's list, as they stand in the paper; others as they are written. */
const hazardWords: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  dust: ['粉尘', 'dust'],
  noise: ['噪声', 'noise'],
  toxic: ['有毒物质', 'toxic substances'],
  height: ['高处作业', 'work at height'],
  heat: ['高温', 'heat'],
  cold: ['低温', 'cold'],
  coldwater: ['冷水作业', 'work in cold water'],
  physical: ['重体力劳动', 'heavy physical work'],
  radiation: ['辐射', 'radiation'],
};

const both = (zh: string, en: string) => ({ zh: zh || en, en: en || zh });
const orNull = (text: string | null) => text?.trim() || null;

function hazardsIn(hazards: readonly string[]): PlainAnswer {
  if (hazards.length === 0) return null;
  const words = hazards.map((one) => hazardWords[one] ?? [one, one]);
  return both(words.map(([zh]) => zh).join('、'), words.map(([, en]) => en).join(', '));
}

/**
 * Answers to the tripartite template that follow from student, class and placement; what is not known is left out. The
 * guardian stands in it only for a minor. What the office said for the whole class goes before.
 */
export function prefilledAnswers(facts: InternshipFacts, shared: GivenValues): GivenValues {
  const { student, insurance } = facts;
  const isMinor = isMinorOn(student.birthDate, facts.startsOn);
  const isFemale = student.sex === 'female';
  const known: Record<string, PlainAnswer> = {
    student: student.name,
    studentSex: isFemale ? both('女', 'female') : both('男', 'male'),
    birthDate: student.birthDate,
    studentNumber: student.studentNumber,
    studentClass: both(student.cohortName, student.cohortName),
    studentPhone: orNull(student.phone),
    guardian: isMinor ? orNull(student.guardianName) : null,
    guardianPhone: isMinor ? orNull(student.guardianPhone) : null,
    guardianRelation: isMinor ? both('监护人', 'guardian') : null,
    teacher: orNull(facts.teacherName),
    mentor: orNull(facts.mentorName),
    post: both(facts.postTitle, facts.postTitleEn),
    workplace: facts.siteName === null ? null : both(facts.siteName, facts.siteName),
    pay: facts.internPay,
    hazards: hazardsIn(facts.hazards),
    insuranceCompany: insurance === null ? null : both(insurance.insurer, insurance.insurer),
    policyNumber: insurance?.number ?? null,
  };
  const found = Object.entries(known).filter(([, value]) => value !== null);
  return { ...Object.fromEntries(found), ...shared };
}

/** What the student's family may answer itself before the paper is confirmed. */
export const familyAnswers = [
  'identityNumber',
  'studentAddress',
  'studentPhone',
  'guardianRelation',
  'guardianPhone',
] as const;

/** What the office says once for a whole class. */
export const sharedAnswers = [
  ...['tasks', 'dailyHours', 'weeklyHours', 'restDays', 'payDay', 'meals', 'lodging'],
  ...['assessment', 'endNoticeDays', 'teacher', 'teacherPhone', 'mentor', 'mentorPhone'],
] as const;

/** What is usual, shown to the office before it says otherwise. */
export const usualAnswers: GivenValues = {
  ...{ dailyHours: 8, weeklyHours: 40, payDay: 15, endNoticeDays: 7 },
  restDays: both('周六、周日', 'Saturdays and Sundays'),
};

/** The variables of these names, in their order. */
export function variablesNamed(
  variables: readonly TemplateVariable[],
  names: readonly string[],
): TemplateVariable[] {
  return names.flatMap((name) => variables.filter((one) => one.name === name));
}
