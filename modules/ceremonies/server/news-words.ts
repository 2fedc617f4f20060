import type { Guest } from '../shapes.ts';
import type { NewsFacts } from './news-facts.ts';

/** One of the two languages of the news. */
export type Tongue = 'zh-CN' | 'en';

/** The form in a language, else the one there is. */
export function inTongue(tongue: Tongue, chinese: string, english: string): string {
  return tongue === 'zh-CN' ? chinese || english : english || chinese;
}

const isWide = (letter: string) => /\p{Script=Han}|[，。、；：（）《》“”]/u.test(letter);

/** Puts Chinese and Latin words together, with a space wherever Latin letters would otherwise touch. */
export function glue(...parts: readonly string[]): string {
  return parts
    .filter((part) => part !== '')
    .reduce((whole, part) => {
      const touches = whole !== '' && !isWide(whole.at(-1) ?? '') && !isWide(part[0] ?? '');
      return touches ? `${whole} ${part}` : whole + part;
    }, '');
}

/** Words in a row: `A、B` in Chinese, `A, B and C` in English. */
export function inRow(tongue: Tongue, words: readonly string[]): string {
  if (tongue === 'zh-CN') return words.join('、');
  return new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(words);
}

/** The name of a side. */
export function partyName(tongue: Tongue, { parties }: NewsFacts, side: 'school' | 'enterprise'): string {
  return side === 'school'
    ? inTongue(tongue, parties.school, parties.schoolEn)
    : inTongue(tongue, parties.enterprise, parties.enterpriseEn);
}

/** A guest by name alone. */
export function shortName(tongue: Tongue, guest: Pick<Guest, 'name' | 'nameEn'>): string {
  return inTongue(tongue, guest.name, guest.nameEn);
}

/** A guest with posts and organisation: `某学院院长张三`, `Zhang San, President of Some College`. */
export function fullName(tongue: Tongue, facts: NewsFacts, guest: NewsFacts['guests'][number]): string {
  const party = partyName(tongue, facts, guest.side);
  const name = shortName(tongue, guest);
  if (tongue === 'zh-CN') {
    const posts = guest.posts.length > 0 ? guest.posts : guest.postsEn;
    return guest.isGroup ? glue(party, name) : glue(party, posts.join('、'), name);
  }
  if (guest.isGroup) return `${name} of ${party}`;
  const posts = guest.postsEn.length > 0 ? guest.postsEn : guest.posts;
  return posts.length === 0 ? `${name} of ${party}` : `${name}, ${inRow('en', posts)} of ${party}`;
}

/** A calendar day in words: `2025年3月12日`, `12 March 2025`. */
export function dayInWords(tongue: Tongue, day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  return new Intl.DateTimeFormat(tongue === 'en' ? 'en-GB' : tongue, {
    dateStyle: 'long',
    timeZone: 'UTC',
  }).format(date);
}
