import { chineseNames } from './names-abroad.ts';

/** A stretch of days that is not what its weekdays say. `isOff` false: a Saturday or Sunday on which people work (调休). */
type Stretch = readonly [from: string, to: string, name: string, isOff: boolean];

/** What a day is where it is not what its weekday says; `regional`: free in the region only. */
export type SpecialDay = { date: string; kind: 'off' | 'work' | 'regional'; name: string };

/** Years for which the State Council's arrangement of holidays is known here. */
const knownYears = ['2025', '2026'] as const;

/** Statutory holidays and adjusted workdays of China, from the State Council's notices of November 2024 and 2025. */
const statutory: readonly Stretch[] = [
  ['2025-01-01', '2025-01-01', '元旦', true],
  ['2025-01-26', '2025-01-26', '春节', false],
  ['2025-01-28', '2025-02-04', '春节', true],
  ['2025-02-08', '2025-02-08', '春节', false],
  ['2025-04-04', '2025-04-06', '清明节', true],
  ['2025-04-27', '2025-04-27', '劳动节', false],
  ['2025-05-01', '2025-05-05', '劳动节', true],
  ['2025-05-31', '2025-06-02', '端午节', true],
  ['2025-09-28', '2025-09-28', '国庆节、中秋节', false],
  ['2025-10-01', '2025-10-08', '国庆节、中秋节', true],
  ['2025-10-11', '2025-10-11', '国庆节、中秋节', false],
  ['2026-01-01', '2026-01-03', '元旦', true],
  ['2026-01-04', '2026-01-04', '元旦', false],
  ['2026-02-14', '2026-02-14', '春节', false],
  ['2026-02-15', '2026-02-23', '春节', true],
  ['2026-02-28', '2026-02-28', '春节', false],
  ['2026-04-04', '2026-04-06', '清明节', true],
  ['2026-05-01', '2026-05-05', '劳动节', true],
  ['2026-05-09', '2026-05-09', '劳动节', false],
  ['2026-06-19', '2026-06-21', '端午节', true],
  ['2026-09-20', '2026-09-20', '国庆节', false],
  ['2026-09-25', '2026-09-27', '中秋节', true],
  ['2026-10-01', '2026-10-07', '国庆节', true],
  ['2026-10-10', '2026-10-10', '国庆节', false],
];

const english: Readonly<Record<string, string>> = {
  元旦: "New Year's Day",
  春节: 'Spring Festival',
  清明节: 'Qingming Festival',
  劳动节: 'Labour Day',
  端午节: 'Dragon Boat Festival',
  中秋节: 'Mid-Autumn Festival',
  国庆节: 'National Day',
  '国庆节、中秋节': 'National Day and Mid-Autumn Festival',
  肉孜节: 'Eid al-Fitr',
  古尔邦节: 'Corban Festival',
  // What schools write beside their weeks.
  国庆中秋假期: 'National Day and Mid-Autumn break',
  寒假: 'Winter holidays',
  暑假: 'Summer holidays',
  期中考试: 'Mid-term examinations',
  期末考试: 'Final examinations',
};

/** A holiday's name, or several with 、 between, in the reader's language; other words stay as they are. */
export function holidayName(name: string, locale: string): string {
  const isEnglish = locale === 'en';
  const names = isEnglish ? english : chineseNames;
  return (
    names[name] ??
    name
      .split('、')
      .map((one) => names[one] ?? one)
      .join(isEnglish ? ', ' : '、')
  );
}

const islamic = new Intl.DateTimeFormat('en-u-ca-islamic-umalqura', {
  timeZone: 'UTC',
  month: 'numeric',
  day: 'numeric',
});

/**
 * Festivals that are holidays by the region's own rules: in Xinjiang (65) one day of Roza and three of Corban. They
 * follow the moon, so that the days are those of the calendar and the region's notice may differ by a day.
 */
function festivalOf(day: number, region: string): string | null {
  if (!region.startsWith('65')) return null;
  const [month, date] = islamic
    .format(day)
    .split('/')
    .map((part) => Number.parseInt(part, 10));
  if (month === 10 && date === 1) return '肉孜节';
  return month === 12 && date !== undefined && date >= 10 && date <= 12 ? '古尔邦节' : null;
}

const chinese = new Intl.DateTimeFormat('en-u-ca-chinese', {
  timeZone: 'UTC',
  month: 'numeric',
  day: 'numeric',
});

/** Month and day by the lunar calendar, `1/1` being the first day of the year; a leap month has `bis` behind its number. */
const lunarDate = (day: number): string => chinese.format(day);

/** Years of a span whose arrangement of days off and adjusted workdays the State Council has not announced yet. */
export function undecreedYears(from: string, to: string): number[] {
  const [first, last] = [from, to].map((day) => Number.parseInt(day.slice(0, 4), 10));
  const years = Array.from(
    { length: Math.max(0, (last ?? 0) - (first ?? 0) + 1) },
    (_, at) => (first ?? 0) + at,
  );
  return years.filter((year) => year > Number(knownYears.at(-1)));
}

/** First day of the lunar year, Dragon Boat and Mid-Autumn: by the almanac, since a new moon near midnight is easily missed. */
const lunarDays: Readonly<Record<string, readonly [string, string, string]>> = {
  '2027': ['2027-02-06', '2027-06-09', '2027-09-15'],
  '2028': ['2028-01-26', '2028-05-28', '2028-10-03'],
  '2029': ['2029-02-13', '2029-06-16', '2029-09-22'],
  '2030': ['2030-02-03', '2030-06-05', '2030-09-12'],
};

/** The days that the law itself names, for years whose arrangement of adjusted workdays is not announced yet. */
function legalHoliday(day: number): string | null {
  const iso = new Date(day).toISOString().slice(0, 10);
  const date = iso.slice(5);
  const year = new Date(day).getUTCFullYear() % 100;
  const qingming = Math.floor(year * 0.2422 + 4.81) - Math.floor(year / 4);
  if (date === '01-01') return '元旦';
  if (date === `04-0${qingming}`) return '清明节';
  if (date === '05-01' || date === '05-02') return '劳动节';
  if (['10-01', '10-02', '10-03'].includes(date)) return '国庆节';
  const almanac = lunarDays[iso.slice(0, 4)];
  if (almanac === undefined) return lunarHoliday(day);
  const [newYear, dragonBoat, midAutumn] = almanac;
  const fromNewYear = (day - Date.parse(newYear)) / 86_400_000;
  if (fromNewYear >= -1 && fromNewYear <= 2) return '春节';
  if (iso === dragonBoat) return '端午节';
  return iso === midAutumn ? '中秋节' : null;
}

/** The lunar holidays of a year that the almanac above does not have: by the calendar, which may be a day off. */
function lunarHoliday(day: number): string | null {
  const date = lunarDate(day);
  if (['1/1', '1/2', '1/3'].includes(date) || lunarDate(day + 86_400_000) === '1/1') return '春节';
  if (date === '5/5') return '端午节';
  return date === '8/15' ? '中秋节' : null;
}

/** Days between two days, both included, that are not what their weekdays say. `region`: division code, or empty. */
export function specialDays(from: string, to: string, region = ''): SpecialDay[] {
  const days: SpecialDay[] = [];
  const last = Date.parse(`${to}T00:00:00Z`);
  for (let at = Date.parse(`${from}T00:00:00Z`); at <= last; at += 86_400_000) {
    const date = new Date(at).toISOString().slice(0, 10);
    const stretch = statutory.find(([first, end]) => first <= date && date <= end);
    const isKnown = knownYears.some((year) => date.startsWith(year));
    const festival = festivalOf(at, region);
    const legal = isKnown ? null : legalHoliday(at);
    if (stretch !== undefined) days.push({ date, kind: stretch[3] ? 'off' : 'work', name: stretch[2] });
    else if (legal !== null) days.push({ date, kind: 'off', name: legal });
    else if (festival !== null) days.push({ date, kind: 'regional', name: festival });
  }
  return days;
}

/** Days of the week of a Monday on which people work, when Monday to Friday are the usual ones. */
export function workdaysOf(monday: string, special: readonly SpecialDay[]): number {
  let count = 0;
  for (let at = 0; at < 7; at += 1) {
    const date = new Date(Date.parse(`${monday}T00:00:00Z`) + at * 86_400_000).toISOString().slice(0, 10);
    const kind = special.find((day) => day.date === date)?.kind;
    if (kind === 'work' || (kind === undefined && at < 5)) count += 1;
  }
  return count;
}
