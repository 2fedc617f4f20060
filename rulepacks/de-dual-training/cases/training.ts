import type { FiledCase, PackCase } from '@dualtrack/rules';

const statement = { holds: true, evidence: ['doc-1'] };
const shift = (date: string, start: string, end: string) => ({
  ...{ date, start, end, breaks: [{ afterMinutes: 240, minutes: 60 }] },
});
const roster = (...shifts: readonly object[]) => ({ 'roster.shifts': shifts });
const school = (date: string, start: string, end: string, lessons: number) => ({
  'school.days': [{ date, start, end, lessons }],
});
const block = (hours: number, days: number) => ({
  'school.blockWeeks': [{ monday: '2022-09-05', hours, days }],
});
const adult = { 'trainee.birthDate': '2000-01-15' };

/** What the cases of these rules add to the lawful facts. */
export const trainingLawful: FiledCase = {
  ...{ 'school.days': [], 'school.blockWeeks': [], 'school.hoursAttended': 40, 'calendar.holidays': [] },
  ...{ 'payroll.schoolHoursPaid': 40, 'absence.faultlessDays': 0, 'payroll.absenceDaysPaid': 0 },
  ...{ 'exam.writtenOn': null, 'exam.registeredAt': null, 'record.reviewedOn': ['2022-08-31'] },
  ...{ 'charges.trainingMeans': 0, 'declaration.tasksServeTraining': statement },
  ...{ 'declaration.placeSuitable': statement, 'place.trainees': 2, 'policy.maxTrainees': 2 },
  ...{ 'trainer.isSuitable': true, 'registration.appliedAt': '2022-05-24', 'registration.isComplete': true },
};

/** The cases of the rules on school, record, place, register and rest days. */
export const trainingCases: readonly PackCase[] = [
  {
    rule: 'DE-08',
    met: [
      { ...roster(shift('2022-09-05', '12:30', '17:00')), ...school('2022-09-05', '08:00', '12:30', 5) },
      { ...roster(shift('2022-09-05', '06:30', '09:00')), ...school('2022-09-05', '09:00', '12:30', 4) },
      { ...roster(shift('2022-09-06', '08:00', '17:00')), ...school('2022-09-05', '08:00', '13:00', 6) },
      { ...block(25, 5), ...roster(shift('2022-09-05', '14:00', '16:00')) },
      block(24, 5),
      block(25, 4),
      { ...roster(shift('2022-09-08', '08:00', '12:00')), 'exam.writtenOn': '2022-09-12' },
    ],
    breached: [
      {
        set: {
          ...roster(shift('2022-09-05', '12:29', '16:30')),
          ...school('2022-09-05', '08:00', '12:30', 5),
        },
      },
      {
        set: {
          ...roster(shift('2022-09-05', '06:30', '07:30')),
          ...school('2022-09-05', '08:59', '12:30', 4),
        },
      },
      {
        set: {
          ...roster(shift('2022-09-05', '14:00', '17:00')),
          ...school('2022-09-05', '08:00', '13:00', 6),
        },
      },
      { set: { ...block(25, 5), ...roster(shift('2022-09-05', '14:00', '16:01')) } },
      // The examination is on a Monday; the day before is the Friday.
      { set: { ...roster(shift('2022-09-09', '08:00', '12:00')), 'exam.writtenOn': '2022-09-12' } },
    ],
    unknown: ['school.days', 'school.blockWeeks', 'exam.writtenOn', 'roster.shifts'],
  },
  {
    rule: 'DE-09',
    met: [{ 'absence.faultlessDays': 60, 'payroll.absenceDaysPaid': 42 }],
    breached: [
      { set: { 'payroll.schoolHoursPaid': 39 } },
      { set: { 'absence.faultlessDays': 60, 'payroll.absenceDaysPaid': 41 } },
      { set: { 'absence.faultlessDays': 3, 'payroll.absenceDaysPaid': 2 } },
    ],
    unknown: ['school.hoursAttended', 'payroll.schoolHoursPaid', 'absence.faultlessDays'],
  },
  {
    rule: 'DE-10',
    met: [
      { 'record.reviewedOn': ['2022-08-12'] },
      { 'exam.registeredAt': '2022-09-01', 'record.signedBy': ['trainer', 'trainee'] },
    ],
    breached: [
      { set: { 'record.reviewedOn': [] } },
      { set: { 'record.reviewedOn': ['2022-08-11'] } },
      { set: { 'exam.registeredAt': '2022-09-01', 'record.signedBy': ['trainee'] } },
    ],
    unknown: ['record.reviewedOn', 'exam.registeredAt'],
  },
  {
    rule: 'DE-11',
    breached: [
      { set: { 'charges.trainingMeans': 1 } },
      { set: { 'declaration.tasksServeTraining': { holds: false, evidence: [] } } },
    ],
    unknown: ['charges.trainingMeans', 'declaration.tasksServeTraining'],
  },
  {
    rule: 'DE-12',
    breached: [
      { set: { 'place.trainees': 3 } },
      { set: { 'trainer.isSuitable': false } },
      { set: { 'declaration.placeSuitable': { holds: false, evidence: [] } } },
    ],
    unknown: ['place.trainees', 'policy.maxTrainees', 'trainer.isSuitable', 'declaration.placeSuitable'],
  },
  {
    rule: 'DE-13',
    breached: [
      { set: { 'registration.appliedAt': '2022-05-25' } },
      { set: { 'registration.appliedAt': null } },
      { set: { 'registration.isComplete': false } },
    ],
    unknown: ['registration.appliedAt', 'registration.isComplete'],
  },
  {
    rule: 'DE-17',
    met: [{ ...roster(shift('2022-09-09', '08:00', '12:00')), 'calendar.holidays': ['2022-10-03'] }],
    breached: [
      { set: roster(shift('2022-09-10', '08:00', '12:00')) },
      { set: roster(shift('2022-09-11', '08:00', '12:00')) },
      { set: { 'calendar.holidays': ['2022-09-06'] } },
      // September 2022 has four Sundays; three of them are worked.
      {
        set: {
          ...roster(...['04', '11', '18'].map((day) => shift(`2022-09-${day}`, '08:00', '12:00'))),
          'host.mayWorkSundays': true,
        },
      },
    ],
    unknown: ['roster.shifts', 'calendar.holidays', 'trainee.birthDate'],
    excused: [
      { ...roster(shift('2022-09-10', '08:00', '12:00')), 'host.mayWorkSaturdays': true },
      {
        ...roster(shift('2022-09-04', '08:00', '12:00'), shift('2022-09-11', '08:00', '12:00')),
        'host.mayWorkSundays': true,
      },
      { 'calendar.holidays': ['2022-09-06'], 'host.mayWorkHolidays': true },
    ],
    notApplicable: [{ ...adult, ...roster(shift('2022-09-11', '08:00', '12:00')) }],
  },
];
