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

const dayFormats = new Map<string, Intl.DateTimeFormat>();

/** The calendar day of an instant in the time zone of the deployment, `YYYY-MM-DD`. */
export function dayOf(instant: Date, timeZone = 'Asia/Shanghai'): string {
  // Making a formatter costs more than all of the rest of a small request.
  let format = dayFormats.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' });
    dayFormats.set(timeZone, format);
  }
  return format.format(instant);
}
