import type { PackCase } from '@dualtrack/rules';
import { asApprentice } from './lawful.ts';

const base = asApprentice;
const finished = { 'student.finishedLowerSecondary': true };
// Below sixteen another rule asks for its own exception.
const fifteen = { 'student.birthDate': '2009-02-04', 'student.hasTrainingException': true };
const preparing = (...days: readonly string[]) => ({
  'exam.date': '2025-06-16',
  'exam.paidPreparationDays': days,
});
const week = ['2025-06-09', '2025-06-10', '2025-06-11', '2025-06-12', '2025-06-13'];
const pay = (birth: string, year: number, monthly: number) => ({
  ...{ 'student.birthDate': birth, 'training.year': year, 'pay.monthly': monthly },
});
/** Age on the day of the cases, year, and the share of a minimum wage of 1,000 euro. */
const shares: readonly (readonly [string, number, number])[] = [
  ...([1, 2, 3] as const).map((year, index) => ['2008-01-10', year, [27, 39, 55][index] ?? 0] as const),
  ...([1, 2, 3] as const).map((year, index) => ['2006-01-10', year, [43, 51, 67][index] ?? 0] as const),
  ...([1, 2, 3] as const).map((year, index) => ['2001-01-10', year, [53, 61, 78][index] ?? 0] as const),
];
const smic = { 'policy.smicMonthly': 100_000 };

/** The cases of the rules on apprenticeships. */
export const apprenticeCases: readonly PackCase[] = [
  {
    rule: 'FR-A01',
    base,
    met: [
      { 'student.birthDate': '2009-02-03' },
      { 'student.birthDate': '1995-02-04' },
      { ...fifteen, ...finished },
    ],
    breached: [{ set: fifteen }, { set: { 'student.birthDate': '1995-02-03' } }],
    unknown: ['student.birthDate', 'placement.kind'],
    notApplicable: [{ 'placement.kind': 'stage' }],
  },
  {
    rule: 'FR-A02',
    base,
    met: [
      { 'placement.end': '2025-08-02' },
      { 'placement.end': '2028-02-02' },
      { 'training.practiceStart': '2025-05-03', 'training.schoolStart': '2025-05-03' },
    ],
    breached: [
      { set: { 'placement.end': '2025-08-01' } },
      { set: { 'placement.end': '2028-02-03' } },
      { set: { 'training.practiceStart': '2025-05-04' } },
      { set: { 'training.schoolStart': '2025-05-04' } },
    ],
    unknown: ['placement.end', 'training.practiceStart', 'training.schoolStart'],
  },
  {
    rule: 'FR-A03',
    base,
    met: [{ 'calendar.schoolHours': 400 }],
    breached: [{ set: { 'calendar.schoolHours': 399 } }],
    unknown: ['calendar.schoolHours', 'calendar.totalHours'],
  },
  {
    rule: 'FR-A04',
    base,
    met: [preparing(...week)],
    breached: [
      { set: { 'payroll.schoolHoursPaid': 449 } },
      { set: preparing(...week.slice(1)) },
      { set: preparing(...week.slice(1), '2025-05-15') },
      { set: preparing(...week.slice(1), '2025-06-13') },
    ],
    unknown: ['payroll.schoolHoursPaid', 'exam.date'],
  },
  {
    rule: 'FR-A05',
    base,
    met: [{ 'mentor.apprentices': 3, 'mentor.repeaters': 1 }],
    breached: [
      { set: { 'mentor.apprentices': 3 } },
      { set: { 'mentor.apprentices': 4, 'mentor.repeaters': 2 } },
    ],
    unknown: ['mentor.apprentices', 'mentor.repeaters'],
  },
  {
    rule: 'FR-A06',
    base,
    met: [
      { 'mentor.yearsInField': 1 },
      { 'mentor.hasDegreeInField': false, 'mentor.yearsInField': 2 },
      { 'mentor.yearsInField': 0, 'mentor.meetsBranchRule': true },
    ],
    breached: [
      { set: { 'mentor.isEmployee': false } },
      { set: { 'mentor.isVolunteer': false } },
      { set: { 'mentor.birthDate': '2007-02-04' } },
      { set: { 'mentor.yearsInField': 0.9 } },
      { set: { 'mentor.hasDegreeInField': false, 'mentor.yearsInField': 1.9 } },
      { set: { 'mentor.meetsBranchRule': false } },
    ],
    unknown: ['mentor.isEmployee', 'mentor.birthDate', 'mentor.hasDegreeInField', 'mentor.yearsInField'],
  },
  {
    rule: 'FR-A07',
    base: { ...base, 'termination.ground': 'free', 'termination.practicalDays': 45 },
    breached: [{ set: { 'termination.practicalDays': 46 } }],
    unknown: ['termination.practicalDays', 'termination.ground'],
    notApplicable: [{ 'termination.ground': 'other', 'termination.practicalDays': 100 }],
  },
  {
    rule: 'FR-A08',
    base,
    met: shares.map(([birth, year, percent]) => ({ ...pay(birth, year, percent * 1_000), ...smic })),
    breached: shares.map(([birth, year, percent]) => ({
      set: { ...pay(birth, year, percent * 1_000 - 1), ...smic },
    })),
    unknown: ['pay.monthly', 'policy.smicMonthly', 'training.year'],
    notApplicable: [pay('1999-01-10', 1, 0)],
  },
  {
    rule: 'FR-A09',
    base,
    met: [
      { 'filing.sentAt': '2025-02-10' },
      { 'filing.sentAt': '2025-02-11', 'calendar.holidays': ['2025-02-04'] },
    ],
    breached: [
      { set: { 'filing.sentAt': '2025-02-11', 'calendar.holidays': [] } },
      { set: { 'filing.sentAt': null, 'calendar.holidays': [] } },
    ],
    unknown: ['filing.sentAt'],
  },
];
