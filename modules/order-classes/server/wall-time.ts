const formats = new Map<string, Intl.DateTimeFormat>();

/** Day and time (`09:00`) that the clocks of a zone show at an instant. */
export function wallTime(instant: Date, timeZone: string): { day: string; time: string } {
  let format = formats.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
    formats.set(timeZone, format);
  }
  const [day = '', time = ''] = format.format(instant).split(' ');
  return { day, time };
}

/** The instant at which the clocks of a zone show a day and time. */
export function instantAt(day: string, time: string, timeZone: string): Date {
  const wanted = Date.parse(`${day}T${time}Z`);
  const shownAt = (at: number) => {
    const wall = wallTime(new Date(at), timeZone);
    return Date.parse(`${wall.day}T${wall.time}Z`);
  };
  const first = wanted - (shownAt(wanted) - wanted);
  // Once more, where the offset changes between the two.
  return new Date(first - (shownAt(first) - wanted));
}
