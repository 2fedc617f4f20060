import type { Tone } from '@dualtrack/ui';
import { useLanguage, useNameOf, usePhrases, useSession } from '@dualtrack/ui/plain';
import { type AgendaKind, type CeremonyState, ceremonyWhyNotCodes } from '../ceremony.ts';
import { type MeetingState, meetingWhyNotCodes } from '../meeting.ts';
import { type Side, sideOfRole } from '../side.ts';

/** What a state means for the reader. */
export function toneOf(state: CeremonyState | MeetingState): Tone {
  if (state === 'held') return 'done';
  if (state === 'cancelled') return 'danger';
  return state === 'live' ? 'soon' : 'now';
}

/** The side for which the person at the screen speaks. */
export function useOwnSide(): Side | null {
  return sideOfRole(useSession().membership.role);
}

type Sides = { school: string; schoolEn: string; enterprise: string; enterpriseEn: string };

/** Titles and names in the page's language; a Latin form stands in where there is no Chinese one, and the other way. */
export function useWords() {
  const t = usePhrases('ceremonies');
  const nameOf = useNameOf();
  const { locale } = useLanguage();
  const pick = (zh: string, en: string) => (locale === 'zh-CN' ? zh || en : en || zh);
  const sides = (row: Sides) => ({
    school: nameOf({ name: row.school, nameEn: row.schoolEn }),
    enterprise: nameOf({ name: row.enterprise, nameEn: row.enterpriseEn }),
  });
  return {
    pick,
    sides,
    title: (row: Sides & { title: string; titleEn: string }) =>
      pick(row.title, row.titleEn) || t('ceremony.untitled', sides(row)),
    item: (item: { kind: AgendaKind; title: string; titleEn: string }) =>
      pick(item.title, item.titleEn) || t(kindKey(item.kind)),
    posts: (guest: { posts: readonly string[]; postsEn: readonly string[] }) =>
      locale === 'zh-CN'
        ? (guest.posts.length > 0 ? guest.posts : guest.postsEn).join('、')
        : (guest.postsEn.length > 0 ? guest.postsEn : guest.posts).join(', '),
  };
}

/** The phrase of an agenda item's kind. */
export function kindKey(kind: AgendaKind) {
  return `kind.${kind}` as const;
}

/** The sentence of a why-not code; undefined when the thing may be done. */
export function useWhyNot(): (code: string | null | undefined) => string | undefined {
  const t = usePhrases('ceremonies');
  return (code) => {
    const known = [...ceremonyWhyNotCodes, ...meetingWhyNotCodes].find((one) => one === code);
    return known === undefined ? undefined : t(`error.${known}`);
  };
}
