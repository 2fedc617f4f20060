import feteDays from '@socialgouv/jours-feries';
import { type Region as GermanState, getHolidays } from 'feiertagejs';
import { type SpecialDay, specialDays } from '../holidays.ts';
import { type FrenchArea, frenchAreas, frenchNames, germanStates } from '../names-abroad.ts';
import { isAbroad } from '../region.ts';

/** A region whose statutory days are known, with its names. */
export type HolidayRegion = { code: string; name: string; nameEn: string };

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** Of a whole country its federal days; of Bavaria and Thuringia those of most communities. */
function germanDays(state: string, year: number): SpecialDay[] {
  return getHolidays(year, isGermanState(state) ? state : 'BUND').map((day) => ({
    date: day.dateString,
    kind: 'off',
    name: day.translate('en') ?? day.name,
  }));
}

function frenchDays(area: string, year: number): SpecialDay[] {
  return Object.entries(feteDays(year, { alsace: isFrenchArea(area) })).map(([name, day]) => {
    // The library counts days by 24 hours: where clocks change between two of them, midnight may be an hour off.
    const noon = new Date(day.getTime() + 12 * 3_600_000);
    const date = `${noon.getFullYear()}-${twoDigits(noon.getMonth() + 1)}-${twoDigits(noon.getDate())}`;
    return { date, kind: 'off', name: frenchNames[name] ?? name };
  });
}

const isGermanState = (code: string): code is GermanState & keyof typeof germanStates =>
  Object.hasOwn(germanStates, code);
const isFrenchArea = (code: string): code is FrenchArea => Object.hasOwn(frenchAreas, code);

/** Whether the days of a region abroad are known. */
export function isKnownAbroad(region: string): boolean {
  return regionsAbroad().some((one) => one.code === region);
}

/**
 * Days between two days, both included, that are not what their weekdays say: China by the State Council's notices,
 * Germany and France by libraries. Of a region nobody knows, none.
 */
export function specialDaysIn(from: string, to: string, region: string): readonly SpecialDay[] {
  if (!isAbroad(region)) return specialDays(from, to, region);
  if (!isKnownAbroad(region)) return [];
  const [country, part = ''] = region.split('-');
  const first = Number.parseInt(from.slice(0, 4), 10);
  const last = Number.parseInt(to.slice(0, 4), 10);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at)
    .flatMap((year) => (country === 'DE' ? germanDays(part, year) : frenchDays(part, year)))
    .filter(({ date }) => from <= date && date <= to)
    .sort((a, b) => (a.date < b.date ? -1 : 1));
}

/** Countries abroad whose days are known, each with those of its parts that have days of their own. */
export function regionsAbroad(): HolidayRegion[] {
  const germany = { code: 'DE', name: '德国', nameEn: 'Germany' };
  const france = { code: 'FR', name: '法国', nameEn: 'France' };
  const below = (country: HolidayRegion, parts: Readonly<Record<string, readonly [string, string]>>) =>
    Object.entries(parts).map(([code, [name, nameEn]]) => ({
      code: `${country.code}-${code}`,
      name: `${country.name} · ${name}`,
      nameEn: `${country.nameEn} · ${nameEn}`,
    }));
  return [germany, ...below(germany, germanStates), france, ...below(france, frenchAreas)];
}
