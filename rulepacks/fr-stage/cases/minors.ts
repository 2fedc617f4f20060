import type { PackCase } from '@dualtrack/rules';
import { adult, shift, week } from './lawful.ts';

const roster = (...shifts: readonly object[]) => ({ 'roster.shifts': shifts });
const monday = '2025-03-03';
const young = { 'student.birthDate': '2009-07-15', 'student.hasTrainingException': true };
const half = [{ afterMinutes: 240, minutes: 30 }];
const short = [{ afterMinutes: 240, minutes: 29 }];

/** The cases of the rules that protect minors. */
export const minorCases: readonly PackCase[] = [
  {
    rule: 'FR-M01',
    met: [
      roster(shift(monday, '09:00', '13:30', [])),
      roster(shift(monday, '09:00', '17:30', half)),
      roster(shift(monday, '13:00', '20:00'), shift('2025-03-04', '08:00', '12:00')),
      week([2, 3, 4, 5, 6], '09:00', '15:00'),
    ],
    breached: [
      { set: roster(shift(monday, '09:00', '18:01')) },
      { set: week([1, 2, 3, 4, 5], '09:00', '17:01') },
      { set: roster(shift(monday, '09:00', '13:31', [])) },
      { set: roster(shift(monday, '09:00', '15:00', short)) },
      { set: roster(shift(monday, '13:00', '20:01'), shift('2025-03-04', '08:00', '12:00')) },
      // Thursday and Sunday are free, but the Monday after is not.
      {
        set: roster(
          ...['03', '04', '05', '07', '08', '10'].map((day) => shift(`2025-03-${day}`, '09:00', '14:00')),
        ),
      },
      // Below sixteen the rest is two hours longer.
      {
        set: { ...young, ...roster(shift(monday, '12:00', '18:01'), shift('2025-03-04', '08:00', '12:00')) },
      },
    ],
    unknown: ['roster.shifts', 'student.birthDate'],
    notApplicable: [{ ...adult, ...week([1, 2, 3, 4, 5, 6, 7], '09:00', '17:30') }],
  },
  {
    rule: 'FR-M02',
    met: [roster(shift(monday, '06:00', '12:00')), roster(shift(monday, '15:00', '22:00'))],
    breached: [
      { set: roster(shift(monday, '05:59', '12:00')) },
      { set: roster(shift(monday, '15:00', '22:01')) },
      { set: roster(shift(monday, '20:00', '02:00')) },
      { set: { ...young, ...roster(shift(monday, '14:00', '20:01')) } },
    ],
    unknown: ['roster.shifts', 'student.birthDate'],
    notApplicable: [{ ...adult, ...roster(shift(monday, '20:00', '02:00')) }],
  },
  {
    rule: 'FR-M03',
    breached: [
      { set: { 'student.birthDate': '2009-02-04' } },
      { set: { 'post.isDangerous': true } },
      { set: { 'post.isDangerous': true, 'post.derogationDeclaredOn': null } },
      { set: { 'post.isDangerous': true, 'post.derogationDeclaredOn': '2022-07-14' } },
      // One excuse does not make up for the other.
      { set: { ...young, 'student.birthDate': '2009-02-04', 'post.isDangerous': true } },
    ],
    unknown: ['student.birthDate', 'post.isDangerous'],
    excused: [
      { 'student.birthDate': '2009-02-04', 'student.hasTrainingException': true },
      { 'post.isDangerous': true, 'post.derogationDeclaredOn': '2022-07-15' },
    ],
    notApplicable: [{ ...adult, 'post.isDangerous': true }],
  },
];
