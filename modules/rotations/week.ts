/** Days between two calendar days, `YYYY-MM-DD`. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** The day some days after a day. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The Monday some weeks after a Monday. */
export function weekAfter(monday: string, weeks: number): string {
  return dayAfter(monday, weeks * 7);
}

/** Whether the week of a Monday has a day within a span of days, both ends included. */
export function isWeekWithin(monday: string, span: { startsOn: string; endsOn: string }): boolean {
  return monday <= span.endsOn && dayAfter(monday, 6) >= span.startsOn;
}

/** Whether a row of weeks lies within a span of days: its first and last week have a day in it. */
export function isSpanWithin(
  firstWeek: string,
  weeks: number,
  span: { startsOn: string; endsOn: string },
): boolean {
  return [firstWeek, weekAfter(firstWeek, weeks - 1)].every((monday) => isWeekWithin(monday, span));
}

/** The longest row of whole weeks from the first Monday of a span of days on; at least one, at most two years. */
export function spanWithin(span: { startsOn: string; endsOn: string }): { firstWeek: string; weeks: number } {
  const monday = mondayOf(span.startsOn);
  const firstWeek =
    monday < span.startsOn && weekAfter(monday, 1) <= span.endsOn ? weekAfter(monday, 1) : monday;
  const weeks = Math.floor(daysBetween(firstWeek, span.endsOn) / 7) + 1;
  return { firstWeek, weeks: Math.max(1, Math.min(104, weeks)) };
}

/** Whether a day is a Monday. */
export function isMonday(day: string): boolean {
  return new Date(`${day}T00:00:00Z`).getUTCDay() === 1;
}

/** The Monday of the week in which a day lies. */
export function mondayOf(day: string): string {
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  return dayAfter(day, -weekday);
}
