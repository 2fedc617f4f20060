import type { ForecastPlan, Parsed } from '@dualtrack/forecast';
import { quarterAt } from '@dualtrack/forecast';
import { findPhrase, type Locale, phrase } from '@dualtrack/locales';
import type { ForecastNames } from '../contract.ts';

type Fault = Extract<Parsed<ForecastPlan>, { ok: false }>['issues'][number];

/** Most faults that are told at once. */
const most = 8;

const quartered = ['units', 'byQuarter', 'graduates', 'retirements'];

/** Everything that is wrong with a plan in the reader's words, each with its place: which occupation, line, project, quarter. */
export function faultWords(
  locale: Locale,
  plan: ForecastPlan,
  names: ForecastNames,
  faults: readonly Fault[],
): string {
  const said = faults.slice(0, most).map(({ pointer, code, params }) => {
    const sentence = findPhrase(locale, 'cli', `issue.${code}`, params) ?? code;
    const place = placeWords(locale, plan, names, pointer);
    return place === '' ? sentence : phrase(locale, 'demand-letters', 'fault', { place, sentence });
  });
  return said.join(' ');
}

function placeWords(locale: Locale, plan: ForecastPlan, names: ForecastNames, pointer: string): string {
  const [list = '', index = '', ...rest] = pointer.split('/').slice(1);
  const at = rest.findLastIndex((step) => quartered.includes(step));
  const quarter = at >= 0 && /^\d+$/.test(rest[at + 1] ?? '') ? Number(rest[at + 1]) : undefined;
  const field = rest
    .toReversed()
    .map((step) => findPhrase(locale, 'demand-letters', `fault.${step}`))
    .find((words) => words !== undefined);
  const words = [
    nameOfRow(locale, plan, names, list, Number(index)),
    field,
    quarter === undefined ? undefined : quarterAt(plan.start, quarter),
  ];
  return words.filter((one) => one !== undefined && one !== '').join(' · ');
}

/** The name of a row of a plan as people know it. */
function nameOfRow(
  locale: Locale,
  plan: ForecastPlan,
  names: ForecastNames,
  list: string,
  index: number,
): string | undefined {
  const inWords = (name: string, nameEn: string) => (locale === 'en' && nameEn !== '' ? nameEn : name);
  const find = <T extends { id: string }>(known: readonly T[], id: string | undefined) =>
    known.find((one) => one.id === id);
  switch (list) {
    case 'occupations': {
      const found = find(names.occupations, plan.occupations[index]?.id);
      return found && inWords(found.title, found.titleEn);
    }
    case 'lines':
      return find(names.lines, plan.lines[index]?.id)?.name;
    case 'projects': {
      const found = find(names.projects, plan.projects[index]?.id);
      return found && inWords(found.name, found.nameEn);
    }
    case 'supply':
    case 'training': {
      const found = find(names.programmes, plan[list][index]?.programme);
      return found && inWords(found.name, found.nameEn);
    }
    default:
      return undefined;
  }
}
