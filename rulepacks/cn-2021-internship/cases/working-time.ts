import type { RuleCases } from './case.ts';

const week = { from: '2026-03-02', to: '2026-08-28', weekdays: [1, 2, 3, 4, 5], breakMinutes: 60 };
const day = { start: '08:30', end: '17:00', skipsOffDays: true };
const roster = (changes: object) => ({ 'placement.roster': [{ ...week, ...day, ...changes }] });

const onHolidays = roster({ skipsOffDays: false });
const everyDay = roster({ weekdays: [1, 2, 3, 4, 5, 6, 7], start: '09:00', end: '15:00' });
const nights = roster({ start: '22:00', end: '06:00' });
const longDays = roster({ end: '18:30', weekdays: [1, 2, 3, 4] });
const sixDays = roster({ weekdays: [1, 2, 3, 4, 5, 6] });
const filing = (scope: string[]) => ({
  'filing.id': 'XJ-2026-4',
  'filing.date': '2026-02-01',
  'filing.scope': scope,
});

/** Chapter 3, Art. 17: rest, overtime, nights. */
export const workingTimeCases: readonly RuleCases[] = [
  {
    rule: 'CN-INT-030',
    breached: [
      { set: onHolidays },
      { set: everyDay },
      { set: { 'shift.date': '2026-10-01' } },
      { set: { 'calendar.isOffDay': { '2026-05-22': true }, ...onHolidays } },
    ],
    unknown: ['placement.roster'],
    excused: [{ ...everyDay, ...filing(['rest-days']) }],
  },
  {
    rule: 'CN-INT-031',
    met: [roster({ start: '14:00', end: '22:00' }), roster({ start: '06:00', end: '14:30' })],
    breached: [
      { set: nights },
      { set: longDays },
      { set: sixDays },
      { set: roster({ start: '14:30', end: '22:30' }) },
      { set: { 'host.standardHours': 7 } },
      { set: { 'attendance.days': [{ date: '2026-08-27', in: '08:00', out: '18:00', breakMinutes: 60 }] } },
      { set: { 'attendance.days': [{ date: '2026-08-27', in: '17:00', out: '23:00' }] } },
    ],
    unknown: ['placement.roster', 'attendance.days'],
    excused: [
      { ...nights, ...filing(['night']) },
      { ...longDays, ...filing(['overtime']) },
      { ...roster({ start: '20:00', end: '07:00' }), ...filing(['night', 'overtime']) },
    ],
  },
];
