import { type SpecialDay, specialDays } from '../holidays.ts';
import { isAbroad } from '../region.ts';

type Library = typeof import('date-holidays').default;

let loaded: Promise<Library> | undefined;
const known = new Map<string, readonly SpecialDay[]>();

/** The library knows the days of the whole world and is as big: only who asks about another country loads it. */
function library(): Promise<Library> {
  loaded ??= import('date-holidays').then((module) => module.default);
  return loaded;
}

/** Where the library's English name says less than its own one. */
const betterNames: Readonly<Record<string, string>> = { 'DE National Holiday': 'German Unity Day' };

/** Its days are those of holidays.ts: the library knows no adjusted workdays. */
const mainland = 'CN';

/** Whether the days of a region abroad are known. */
export async function isKnownAbroad(region: string): Promise<boolean> {
  const [country = '', state, part] = region.split('-');
  const Holidays = await library();
  const all = new Holidays();
  if (country === mainland || !(country in all.getCountries())) return false;
  if (state === undefined) return true;
  if (!(state in (all.getStates(country) ?? {}))) return false;
  return part === undefined || part in (all.getRegions(country, state) ?? {});
}

/** Public holidays of one year, whole days only. Names are English; `holidayName` puts them into Chinese. */
function daysOfYear(Holidays: Library, region: string, year: number): readonly SpecialDay[] {
  const key = `${region} ${year}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  const [country = '', state = '', part = ''] = region.split('-');
  const calendar = new Holidays(country, state, part, { types: ['public'] });
  const days = calendar.getHolidays(year, 'en').flatMap(({ date, start, end, name }): SpecialDay[] => {
    // Half a day off is a day on which people work.
    const length = Math.floor((end.getTime() - start.getTime()) / 86_400_000);
    const first = Date.parse(`${date.slice(0, 10)}T00:00:00Z`);
    return Array.from({ length }, (_, at) => ({
      date: new Date(first + at * 86_400_000).toISOString().slice(0, 10),
      kind: 'off' as const,
      name: betterNames[`${country} ${name}`] ?? name,
    }));
  });
  const own = [...new Map(days.map((day) => [day.date, day])).values()].sort((a, b) =>
    a.date < b.date ? -1 : 1,
  );
  known.set(key, own);
  return own;
}

/**
 * Days between two days, both included, that are not what their weekdays say, in a region of any country: China by the
 * State Council's notices, others by the date-holidays library. Of a region nobody knows, none.
 */
export async function specialDaysIn(from: string, to: string, region: string): Promise<SpecialDay[]> {
  if (!isAbroad(region)) return specialDays(from, to, region);
  if (!(await isKnownAbroad(region))) return [];
  const Holidays = await library();
  const first = Number.parseInt(from.slice(0, 4), 10);
  const last = Number.parseInt(to.slice(0, 4), 10);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at)
    .flatMap((year) => daysOfYear(Holidays, region, year))
    .filter(({ date }) => from <= date && date <= to);
}

/** A region whose statutory days are known, with its names; `name` is Chinese where there is a Chinese one. */
export type HolidayRegion = { code: string; name: string; nameEn: string };

/** Countries outside the mainland with their parts, each under its own names, by code. */
export async function regionsAbroad(): Promise<HolidayRegion[]> {
  const all = new (await library())();
  const [zh, en] = ['zh-CN', 'en'].map((locale) => new Intl.DisplayNames([locale], { type: 'region' }));
  return Object.keys(all.getCountries())
    .filter((country) => country !== mainland)
    .sort()
    .flatMap((country) => {
      const own = {
        code: country,
        name: country === 'TW' ? '中国台湾' : (zh?.of(country) ?? country),
        nameEn: en?.of(country) ?? country,
      };
      const below = (code: string, name: string): HolidayRegion => ({
        code: `${own.code}-${code}`,
        name: `${own.name} · ${name}`,
        nameEn: `${own.nameEn} · ${name}`,
      });
      const states = Object.entries(all.getStates(country) ?? {});
      return [
        own,
        ...states.flatMap(([state, name]) => [
          below(state, name),
          ...Object.entries(all.getRegions(country, state) ?? {}).map(([part, partName]) =>
            below(`${state}-${part}`, `${name}, ${partName}`),
          ),
        ]),
      ];
    });
}
