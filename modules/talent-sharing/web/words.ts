import { type Tone, useLanguage, useNameOf, usePhrases, useSession, writeNumber } from '@dualtrack/ui';
import { occupations } from '../occupations.ts';
import { type SessionState, sessionCodes } from '../session.ts';
import { isLead, type Side } from '../side.ts';
import { type StayState, stayCodes } from '../stay.ts';

/** What a state means for the reader. */
export function toneOf(state: SessionState | StayState): Tone {
  if (state === 'held' || state === 'assessed') return 'done';
  if (state === 'declined' || state === 'cancelled') return 'danger';
  return state === 'asked' || state === 'reported' ? 'soon' : 'now';
}

/** The side of the person at the screen, and whether they speak for it. */
export function useOwn(): { side: Side; isLead: boolean } {
  const { role, organisation } = useSession().membership;
  return { side: organisation.kind === 'school' ? 'school' : 'enterprise', isLead: isLead(role) };
}

type Sides = { school: string; schoolEn: string; enterprise: string; enterpriseEn: string };

/** Names, occupations and lengths in the page's language. */
export function useWords() {
  const t = usePhrases('talent-sharing');
  const nameOf = useNameOf();
  const { locale } = useLanguage();
  const isChinese = locale === 'zh-CN';
  const pick = (zh: string, en: string) => (isChinese ? zh || en : en || zh);
  return {
    isEnglish: !isChinese,
    pick,
    sides: (row: Sides) => ({
      school: nameOf({ name: row.school, nameEn: row.schoolEn }),
      enterprise: nameOf({ name: row.enterprise, nameEn: row.enterpriseEn }),
    }),
    person: (row: { name: string; nameEn: string }) => pick(row.name, row.nameEn) || t('expert.nameHidden'),
    occupation: (code: string) => {
      const found = occupations.find((one) => one.code === code);
      return found === undefined ? code : pick(found.zh, found.en);
    },
    hours: (minutes: number) => t('hours', { hours: writeNumber(locale, minutes / 60, 1) }),
  };
}

/** Choices of a field: ISCO-08 groups with code and name. */
export function useOccupationChoices() {
  const words = useWords();
  return occupations.map(({ code }) => ({ value: code, label: `${code} ${words.occupation(code)}` }));
}

/** The sentence of a why-not code; undefined when the thing may be done. */
export function useWhyNot(): (code: string | null | undefined) => string | undefined {
  const t = usePhrases('talent-sharing');
  return (code) => {
    const known = [...sessionCodes, ...stayCodes].find((one) => one === code);
    return known === undefined ? undefined : t(`error.${known}`);
  };
}

/** What a person wrote between commas of any script. */
export const listOf = (text: string): string[] =>
  text
    .split(/[,，、;；\n]/)
    .map((one) => one.trim())
    .filter((one) => one !== '');

/** What a person wrote line by line. */
export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((one) => one.trim())
    .filter((one) => one !== '');
