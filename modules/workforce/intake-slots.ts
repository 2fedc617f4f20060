/** What a school lets in until it says otherwise. */
export const defaultIntake = { monthlyLimit: 10, answerDays: 10, opinionsRequired: false } as const;

/** The first day of the month after that of a day. */
function nextMonth(day: string): string {
  const [year = 0, month = 0] = day.split('-').map(Number);
  return month === 12
    ? `${year + 1}-01-01`
    : `${String(year).padStart(4, '0')}-${String(month + 1).padStart(2, '0')}-01`;
}

/**
 * The first day, from `from` on, in whose month the school still takes in a demand, if those taken in already begin
 * on the days of `taken` and at most `limit` begin in one month. Days as YYYY-MM-DD.
 */
export function nextFreeDay(taken: readonly string[], from: string, limit: number): string {
  for (let day = from; ; day = nextMonth(day)) {
    const month = day.slice(0, 7);
    if (taken.filter((one) => one.slice(0, 7) === month).length < limit) return day;
  }
}

/** The calendar day so many days after a day. */
export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
