import type { DayText } from './write-day.ts';

// The zone in which the deployment counts its days; the session names it, and until then it is that of the product's home.
let zone = 'Asia/Shanghai';
let format: Intl.DateTimeFormat | undefined;

/** Takes the deployment's time zone (IANA name), so that all see the same day and hour wherever they are. */
export function setZone(name: string): void {
  zone = name;
  format = undefined;
}

/** Calendar day and time (`14:05`) of an instant in the deployment's zone. */
export function wallClock(instant: Date): { day: DayText; time: string } {
  format ??= new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  const [day = '', time = ''] = format.format(instant).split(' ');
  return { day, time };
}

/** The calendar day of an instant in the deployment's zone; its first hours are still yesterday in UTC. */
export function dayOfInstant(instant: string): DayText {
  return wallClock(new Date(instant)).day;
}

/** Today's calendar day in the deployment's zone. */
export function today(): DayText {
  return wallClock(new Date()).day;
}

/**
 * The instant (ISO 8601) at which the clocks of the deployment's zone show a day and time. A time that is skipped when
 * clocks go forward is the same distance after the change.
 */
export function instantOf(day: DayText, time: string): string {
  const wanted = Date.parse(`${day}T${time}Z`);
  const shown = (at: number) => {
    const wall = wallClock(new Date(at));
    return Date.parse(`${wall.day}T${wall.time}Z`);
  };
  const first = wanted - (shown(wanted) - wanted);
  // Near a change of clocks the offset at the guess is not that of the answer.
  return new Date(first - (shown(first) - wanted)).toISOString();
}
