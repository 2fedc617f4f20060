import { addDays, allowedCount, type Day, dayNumber, type Exception, mondayOf, peak } from '@dualtrack/rules';
import { condition, is } from '../facts.ts';

interface Limit {
  readonly code: string;
  /** From so many staff on the share counts; below that the fixed number. */
  readonly largeFrom: number;
  readonly percent: number;
  readonly small: number;
}

/** Interns in one calendar week against a share of the staff, fractions of a person rounded up. */
function perWeek({ code, largeFrom, percent, small }: Limit) {
  return condition({
    code,
    needs: ['host.interns', 'host.headcountLastMonth', 'host.headcountYearAverage'],
    uses: ['placement.start', 'placement.end'],
    holds: (facts) => {
      // The larger of the two counts.
      const staff = Math.max(facts['host.headcountLastMonth'], facts['host.headcountYearAverage']);
      const allowed =
        staff >= largeFrom ? allowedCount(staff, { parts: percent, in: 100, rounding: 'up' }) : small;
      const interns = facts['host.interns'];
      if (typeof interns === 'number') return interns <= allowed;
      const { 'placement.start': from, 'placement.end': to } = facts;
      if (from === undefined) return { missing: ['placement.start'] };
      if (to === undefined) return { missing: ['placement.end'] };
      const weeks = interns.map((span) => ({ from: monday(span.from), to: addDays(monday(span.to), 6) }));
      return peak(weeks, monday(from), addDays(monday(to), 6)) <= allowed;
    },
  });
}

const monday = (day: Day): Day => addDays(day, mondayOf(dayNumber(day)) - dayNumber(day));

/** At most 15 % of twenty staff and more, three below. */
export const internsPerWeek = perWeek({
  ...{ code: 'host.interns-limited', largeFrom: 20, percent: 15, small: 3 },
});

/** For compulsory vocational periods the authority may allow 20 % of thirty staff and more, five below. */
export const raisedLimit: Exception = {
  id: 'authority-raises-limit',
  priority: 1,
  when: [is('authority.raises-limit', 'authority.raisesInternLimit', true)],
  gives: {
    instead: [perWeek({ code: 'host.interns-limited', largeFrom: 30, percent: 20, small: 5 })],
  },
};
