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

/** The calendar day of an instant in the time zone of the deployment, `YYYY-MM-DD`. */
export function dayOf(instant: Date, timeZone = 'Asia/Shanghai'): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(instant);
}
