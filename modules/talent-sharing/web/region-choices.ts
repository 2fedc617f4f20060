import type { Choice } from '@dualtrack/ui';
import { regionName, regions } from '../regions.ts';

/** Divisions to choose from, found by any part of their name or code; a code of an older list stays as it is. */
export function regionChoices(known: string, isEnglish: boolean): Choice[] {
  const choices = regions.map(({ code }) => {
    const name = regionName(code, isEnglish);
    return { value: code, label: isEnglish ? name : `${name} ${code}` };
  });
  const isKnown = known === '' || regions.some(({ code }) => code === known);
  return isKnown ? choices : [{ value: known, label: regionName(known) }, ...choices];
}
