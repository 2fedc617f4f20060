/** A calendar day as `YYYY-MM-DD`, without time zone. Days compare in order as plain strings. */
export type Day = string;

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MS_A_DAY = 86_400_000;

/** Whether the text is a day that the Gregorian calendar has (2025-02-29 is not one). */
export function isDay(text: string): boolean {
  if (!DAY.test(text)) return false;
  const [year, month, date] = parts(text);
  if (year < 1 || month < 1 || month > 12 || date < 1) return false;
  return date <= 28 || date <= daysInMonth(year, month);
}

/** Days since 1970-01-01; {@link Day} in, whole number out. */
export function dayNumber(day: Day): number {
  const [year, month, date] = parts(day);
  return Date.UTC(year, month - 1, date) / MS_A_DAY;
}

/** Whole days from `from` to `to`; negative when `to` comes first. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

/** The day so many days later (earlier when negative). */
export function addDays(day: Day, days: number): Day {
  return new Date((dayNumber(day) + days) * MS_A_DAY).toISOString().slice(0, 10);
}

/** The same date so many months later; the last day of the month where that date does not exist. */
export function addMonths(day: Day, months: number): Day {
  const [year, month, date] = parts(day);
  const total = year * 12 + (month - 1) + months;
  const toYear = Math.floor(total / 12);
  const toMonth = (total % 12) + 1;
  return format(toYear, toMonth, Math.min(date, daysInMonth(toYear, toMonth)));
}

/** Full years of age on a day; a child of 29 February grows older on 1 March of a common year. */
export function ageOn(birth: Day, day: Day): number {
  const years = Number(day.slice(0, 4)) - Number(birth.slice(0, 4));
  return day.slice(5) < birth.slice(5) ? years - 1 : years;
}

/** The Monday of the week the day is in, as a day number, so that days of one week share it. */
export function mondayOf(number: number): number {
  // 1970-01-01 was a Thursday, three days after a Monday.
  return number - ((((number + 3) % 7) + 7) % 7);
}

function parts(day: Day): [number, number, number] {
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))];
}

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function format(year: number, month: number, date: number): Day {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(date)}`;
}
