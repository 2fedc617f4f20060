import type { Claim } from '@dualtrack/rules';
import type { CLAUSE_KINDS } from '../facts/agreement.ts';

type Facts = Claim['facts'];

/** Any week without a public holiday: what an agreement says of hours holds for each of its weeks. */
const WEEK = { from: '2026-03-09', to: '2026-03-15' } as const;
export const STANDARD_HOURS = 8;

/** Pay is agreed for whoever works; that is what the limit is about. */
export const INDEPENDENT: Facts = {
  ...{ 'placement.type': 'post', 'student.independence': true, 'host.lowestPayGrade': null },
};

/** A clause of a kind that the rules look for. */
export const clauseOf = (kind: (typeof CLAUSE_KINDS)[number], id: string): Facts => ({
  'agreement.clauses': [{ id, kind }],
});

/** The host states that it keeps papers of the student. */
export const keepsPapers: Facts = {
  'declaration.host': { holds: false, by: 'agreement', on: WEEK.from, evidence: [] },
};

/** A service period that no contract of employment precedes. */
export const servicePeriod: Facts = {
  'agreement.servicePeriod': { penalty: 1, unamortisedTrainingCost: 0, isAfterLabourContract: false },
};

/** Work in every week of the agreement: hours a day without breaks, days a week, first hour. */
export function roster(hoursADay: number, days: number, start = 8): Facts {
  const [weekdays, hours] = [
    Array.from({ length: Math.min(7, days) }, (_, day) => day + 1),
    Math.min(hoursADay, 23.5),
  ];
  return {
    'placement.roster': [
      { ...WEEK, weekdays, start: clock(start), end: clock(start + hours), breakMinutes: 0 },
    ],
    'host.standardHours': STANDARD_HOURS,
  };
}

const clock = (hour: number) =>
  `${String(Math.floor(hour) % 24).padStart(2, '0')}:${hour % 1 === 0 ? '00' : '30'}`;
