import type { FiledCase } from '@dualtrack/rules';
import { READ_ITEMS, RECALLED_ITEMS, REGISTER_ITEMS } from '../facts/stage.ts';

/** The day on which the cases are judged. */
export const LAWFUL_ON = '2025-07-14';

/** One shift on a day; its breaks are an hour after four hours unless said otherwise. */
export function shift(
  date: string,
  start: string,
  end: string,
  breaks: readonly object[] = [{ afterMinutes: 240, minutes: 60 }],
): FiledCase {
  return { date, start, end, breaks };
}

/** A roster of one week in March 2025 with work on these weekdays, 1 being Monday. */
export function week(days: readonly number[], start: string, end: string): FiledCase {
  return { 'roster.shifts': days.map((day) => shift(`2025-03-0${2 + day}`, start, end)) };
}

/** Signatures of these on one day. */
export function signed(on: string, ...by: readonly string[]): FiledCase {
  return { 'agreement.signatures': by.map((one) => ({ by: one, on })) };
}

/** Somebody of nineteen. */
export const adult = { 'student.birthDate': '2006-01-10' };

const stage = {
  ...signed('2025-01-20', 'student', 'host', 'school', 'teacher', 'tutor'),
  ...{ 'agreement.fields': [...READ_ITEMS, ...RECALLED_ITEMS], 'attendance.hoursInSchoolYear': 700 },
  ...{ 'placement.hours': 700, 'pay.hourly': 450, 'pay.isMonthly': true, 'host.interns': 3 },
  ...{ 'host.headcountLastMonth': 20, 'host.headcountYearAverage': 18, 'tutor.activePlacements': 2 },
  ...{ 'authority.raisesInternLimit': false, 'post.previousPlacement': null, 'post.kind': 'training' },
  'declaration.noJobReplaced': { holds: true, evidence: ['declaration-12'] },
  ...{ 'host.keepsPresenceRecord': true, 'export.hasInspectorCopy': true, 'register.retentionYears': 5 },
  'register.entry': { on: '2025-02-03', items: [...REGISTER_ITEMS] },
  ...{ 'placement.isFinalYear': false, 'hire.date': null, 'certificate.issuedAt': '2025-07-01' },
};

const apprenticeship = {
  ...{ 'training.practiceStart': '2025-02-03', 'training.schoolStart': '2025-03-03', 'training.year': 1 },
  ...{ 'calendar.schoolHours': 450, 'calendar.totalHours': 1_600, 'payroll.schoolHoursPaid': 450 },
  ...{ 'exam.date': null, 'mentor.apprentices': 2, 'mentor.repeaters': 0, 'mentor.isEmployee': true },
  ...{ 'mentor.isVolunteer': true, 'mentor.birthDate': '1980-06-01', 'mentor.hasDegreeInField': true },
  ...{ 'mentor.yearsInField': 3, 'mentor.meetsBranchRule': null, 'termination.ground': null },
  ...{ 'pay.monthly': 60_000, 'policy.smicMonthly': 180_000, 'filing.sentAt': '2025-02-05' },
};

/** An intern of seventeen, with everything as the law wants it; what an apprenticeship needs is filed too. */
export const lawful: FiledCase = {
  ...{ 'placement.kind': 'stage', 'placement.start': '2025-02-03', 'placement.end': '2025-06-27' },
  ...{ 'student.birthDate': '2008-01-10', 'post.isDangerous': false },
  ...week([1, 2, 3, 4, 5], '09:00', '17:00'),
  ...stage,
  ...apprenticeship,
};

/** The same person as an apprentice for a year. */
export const asApprentice = { 'placement.kind': 'apprenticeship', 'placement.end': '2026-02-02' };
