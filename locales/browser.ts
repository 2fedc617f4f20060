// The door for the browser: one chunk a language, loaded when it is needed.
import type { Catalogue } from './catalogue.ts';
import type { Locale } from './locale.ts';

export type {
  Catalogue,
  English,
  Namespace,
  PhraseAddress,
  PhraseKey,
  PhraseParams,
} from './catalogue.ts';
export { findErrorPhrase, findPhrase, phraseAt, phraseOf } from './catalogue.ts';
export { defaultLocale, directionOf, isLocale, type Locale, localeFrom, locales } from './locale.ts';
export type { Params } from './params.ts';

/** Loads a language once; a second call gets it from memory. Rejects when the network fails. */
export async function loadLocale(locale: Locale): Promise<Catalogue> {
  if (locale === 'zh-CN') return { locale, phrases: (await import('./zh-CN/index.ts')).default };
  if (locale === 'en') return { locale, phrases: (await import('./en/index.ts')).default };
  const [{ filledWithEnglish }, ug] = await Promise.all([import('./fill.ts'), import('./ug/index.ts')]);
  return filledWithEnglish(locale, ug.default);
}
