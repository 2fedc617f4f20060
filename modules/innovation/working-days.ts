/** A day that is not what its weekday says: free, worked, or free in the region. */
export type SpecialDay = { date: string; kind: 'off' | 'work' | 'regional' };

const dayMilliseconds = 86_400_000;

/** Whether people work on a day: Monday to Friday, but for holidays and the days that are worked in their stead. */
export function isWorkingDay(day: string, special: readonly SpecialDay[]): boolean {
  const kind = special.find((one) => one.date === day)?.kind;
  if (kind !== undefined) return kind === 'work';
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday >= 1 && weekday <= 5;
}

/** The working day that is so many working days after a day; the day itself is not counted. */
export function workingDayAfter(day: string, count: number, special: readonly SpecialDay[]): string {
  let at = day;
  for (let left = count; left > 0; ) {
    at = new Date(Date.parse(`${at}T00:00:00Z`) + dayMilliseconds).toISOString().slice(0, 10);
    if (isWorkingDay(at, special)) left -= 1;
  }
  return at;
}
