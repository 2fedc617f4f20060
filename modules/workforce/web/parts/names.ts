import type { ForecastNames } from '../../contract.ts';

/** Name of an occupation, line, project or programme of a forecast in the reader's language. */
export function nameIn(
  names: ForecastNames,
  group: 'occupations' | 'lines' | 'projects' | 'programmes',
  id: string,
  locale: string,
): string {
  const isChinese = locale === 'zh-CN';
  if (group === 'occupations') {
    const one = names.occupations.find((entry) => entry.id === id);
    return (isChinese ? one?.title : one?.titleEn || one?.title) ?? id;
  }
  if (group === 'lines') return names.lines.find((entry) => entry.id === id)?.name ?? id;
  const one = names[group].find((entry) => entry.id === id);
  return (isChinese ? one?.name : one?.nameEn || one?.name) ?? id;
}

/**
 * The programme of a supply row. Its id is `school:major:occupation`, also with what the forecast puts before it to
 * keep rows of several programmes apart.
 */
export function supplyName(names: ForecastNames, id: string, locale: string): string {
  const one = names.programmes.find((entry) => `:${id}:`.includes(`:${entry.schoolId}:${entry.id}:`));
  if (one === undefined) return id;
  return locale === 'zh-CN' ? `${one.school} ${one.name}` : `${one.schoolEn} ${one.nameEn || one.name}`;
}
