/** The only source of "now" outside engines; replaced in tests and when history is replayed. */
export type Clock = { now(): Date };

export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands still at an instant until it is moved. */
export function settableClock(start: Date): Clock & { set(to: Date): void } {
  let current = start;
  return {
    now: () => current,
    set(to) {
      current = to;
    },
  };
}

const dayFormats = new Map<string, (instant: Date) => string>();
// Offsets and changes of clocks are multiples of this in every zone since 1972, so no day begins within one.
const quarterHour = 900_000;

/** The calendar day of an instant in the time zone of the deployment, `YYYY-MM-DD`. */
export function dayOf(instant: Date, timeZone = 'Asia/Shanghai'): string {
  // Making a formatter costs more than all of the rest of a small request.
  let write = dayFormats.get(timeZone);
  if (write === undefined) {
    write = dayWriter(new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }));
    dayFormats.set(timeZone, write);
  }
  return write(instant);
}

/** Writes the same day again without formatting while the asked instants stay in one quarter of an hour. */
function dayWriter(format: Intl.DateTimeFormat): (instant: Date) => string {
  let last = { quarter: Number.NaN, day: '' };
  return (instant) => {
    const quarter = Math.floor(instant.getTime() / quarterHour);
    if (quarter !== last.quarter) last = { quarter, day: format.format(instant) };
    return last.day;
  };
}
