import { addDays, fact, minutesOf, shape } from '@dualtrack/rules';
import { day, dayOrNone, regionCode, textOrNone } from './forms.ts';

const breakMinutes = () => shape.optional(shape.count());

const MINUTES_A_DAY = 1440;
const LONGEST_PATTERN_DAYS = 3_660;

type Times = { start: string; end: string; breakMinutes?: number | undefined };

/** A break is shorter than its shift; instants are not told apart here. */
function longBreak({ start, end, breakMinutes: rest = 0 }: Times) {
  if (start.length !== 5 || end.length !== 5) return undefined;
  const length = (minutesOf(end) - minutesOf(start) + MINUTES_A_DAY - 1) % MINUTES_A_DAY;
  return rest > length ? { at: 'breakMinutes', expected: `at most ${length}` } : undefined;
}

const shift = () =>
  shape.fitting(
    shape.object({
      date: day(),
      start: shape.timeOfDay(),
      end: shape.timeOfDay(),
      breakMinutes: breakMinutes(),
    }),
    longBreak,
  );

const weekdays = () => shape.listOf(shape.whole(1, 7));

const pattern = () =>
  shape.fitting(
    shape.object({
      from: day(),
      to: day(),
      weekdays: weekdays(),
      start: shape.timeOfDay(),
      end: shape.timeOfDay(),
      breakMinutes: breakMinutes(),
      skipsOffDays: shape.optional(shape.flag()),
    }),
    (written) => {
      if (written.to < written.from) return { at: 'to', expected: `at least ${written.from}` };
      const last = addDays(written.from, LONGEST_PATTERN_DAYS);
      return written.to > last ? { at: 'to', expected: `at most ${last}` } : longBreak(written);
    },
  );

const attended = () =>
  shape.object({
    date: day(),
    in: shape.timeOfDay(),
    out: shape.timeOfDay(),
    breakMinutes: breakMinutes(),
  });

/** Facts about the placement itself, its working time and what was filed for it. */
export const placementFacts = {
  'placement.type': fact(shape.oneOf(['familiarisation', 'post', 'other']), 'Kind of internship'),
  'placement.origin': fact(shape.oneOf(['school', 'self']), 'Who found the host: the school or the student'),
  'placement.start': fact(day(), 'First day'),
  'placement.end': fact(day(), 'Last day'),
  'placement.planId': fact(textOrNone(), 'The internship plan of school and host'),
  'placement.schoolApprovalAt': fact(dayOrNone(), 'Day the school agreed to a host that the student found'),
  'placement.schoolTeacherId': fact(textOrNone(), 'The internship teacher of the school'),
  'placement.hostMentorId': fact(textOrNone(), 'The mentor of the host'),
  'placement.accompanyingTeacherId': fact(textOrNone(), 'The teacher who goes along abroad', {
    aliases: ['accompanyingTeacherId'],
  }),
  'placement.region': fact(regionCode(), 'Where the work is done, GB/T 2260'),
  'placement.provinceCode': fact(regionCode(), 'Province where the work is done, GB/T 2260', {
    aliases: ['placement.provinceCode (GB/T 2260)'],
  }),
  'placement.country': fact(
    shape.pattern(/^[A-Z]{2}$/, 'an ISO 3166-1 code of two capital letters'),
    'Country or territory of the work, ISO 3166-1; mainland China is CN, Hong Kong HK',
  ),
  'placement.tasks': fact(shape.listOf(shape.text()), 'Typical work tasks the placement is to cover'),
  'placement.registeredAt': fact(dayOrNone(), 'Day the placement was registered'),
  'placement.reportedToRegulatorAt': fact(dayOrNone(), 'Day it was passed on to the supervising authority', {
    aliases: ['feed to regulator'],
  }),
  'placement.roster': fact(
    shape.listOf(shape.either(shift(), pattern())),
    'Planned shifts: single ones (date, start, end, breakMinutes) or weekly patterns (from, to, weekdays 1 = Monday, start, end, breakMinutes, skipsOffDays)',
  ),
  'shift.date': fact(day(), 'Day of one shift, where no roster is filed'),
  'shift.start': fact(shape.timeOfDay(), 'Begin of one shift'),
  'shift.end': fact(shape.timeOfDay(), 'End of one shift; earlier than its begin = on the next day'),
  'shift.breakMinutes': fact(shape.count(), 'Unpaid break within the shift', { unit: 'minutes' }),
  'attendance.days': fact(
    shape.listOf(attended()),
    'Time in and out, day by day (date, in, out, breakMinutes)',
  ),
  'attendance.in': fact(shape.timeOfDay(), 'Time in on one day, where no list of days is filed'),
  'attendance.out': fact(shape.timeOfDay(), 'Time out on one day'),
  'attendance.breakMinutes': fact(shape.count(), 'Break taken on that day', { unit: 'minutes' }),
  'calendar.isOffDay': fact(
    shape.either(shape.flag(), shape.byDay(shape.flag())),
    'Whether days are off, by day; adds to the announced calendar (regional festivals, years not announced yet)',
    { aliases: ['calendar.isOffDay(date)'] },
  ),
  'calendar.restRespected': fact(shape.flag(), 'Whether rest days and leave in the calendar were respected', {
    aliases: ['calendar'],
  }),
  'filing.id': fact(
    textOrNone(),
    'Number of a filing with, or consent of, the superior competent department',
  ),
  'filing.date': fact(day(), 'Day it was filed'),
  'filing.approvedAt': fact(dayOrNone(), 'Day consent was given'),
  'filing.scope': fact(
    shape.either(shape.text(), shape.listOf(shape.text())),
    'What it covers: high-risk, rest-days, overtime, night, cross-province, abroad, or rule ids',
  ),
  'filing.until': fact(day(), 'Last day on which it holds'),
  filings: fact(
    shape.listOf(
      shape.object({
        id: shape.text(),
        date: day(),
        approvedAt: shape.optional(dayOrNone()),
        scope: shape.listOf(shape.text()),
        until: shape.optional(day()),
      }),
    ),
    'All filings, where there is more than one',
  ),
};
