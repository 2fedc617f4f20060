import { type FromRecorded, shiftsOfRoster } from '@dualtrack/rules';

/** Birth date and days of the placement are recorded under the names of this pack; shifts stand in the rotation's roster. */
export const fromRecorded: FromRecorded = (recorded) => {
  const shifts = shiftsOfRoster(recorded['placement.roster'], recorded['calendar.holidays']);
  return shifts === undefined ? {} : { 'roster.shifts': shifts };
};
