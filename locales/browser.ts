// The door for the browser: two chunks a language, what the entrance says and the rest, loaded when they are needed.
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

const loaded = new Map<Locale, Promise<Catalogue>>();
const whole = new WeakSet<Catalogue>();
let isAllWanted = false;

/**
 * Loads a language once; a second call gets it from memory. Rejects when the network fails. At first it holds what the
 * pages before the sign-in say, and everything once `loadAllPhrases` was called.
 */
export async function loadLocale(locale: Locale): Promise<Catalogue> {
  const known = loaded.get(locale) ?? entranceOf(locale);
  loaded.set(locale, known);
  try {
    const catalogue = await known;
    if (isAllWanted) await complete(catalogue);
    return catalogue;
  } catch (error) {
    loaded.delete(locale);
    throw error;
  }
}

/** Fills up what is loaded, and from now on every language as a whole: for pages that say more than the entrance. */
export async function loadAllPhrases(): Promise<void> {
  isAllWanted = true;
  await Promise.all([...loaded.keys()].map(loadLocale));
}

async function entranceOf(locale: Locale): Promise<Catalogue> {
  // The rest is filled in before a page that asks for it is drawn.
  return { locale, phrases: { ...(await phrasesOf(locale, 'entrance')) } as Catalogue['phrases'] };
}

// In place: whoever holds the catalogue finds the rest in it.
async function complete(catalogue: Catalogue): Promise<void> {
  if (whole.has(catalogue)) return;
  Object.assign(catalogue.phrases, await phrasesOf(catalogue.locale, 'all'));
  whole.add(catalogue);
}

async function phrasesOf(locale: Locale, extent: 'entrance' | 'all'): Promise<Partial<Catalogue['phrases']>> {
  if (locale === 'zh-CN') return zh(extent);
  if (locale === 'en') return english(extent);
  const [{ filledWithEnglish }, ug, en] = await Promise.all([
    import('./fill.ts'),
    import('./ug/index.ts'),
    english(extent),
  ]);
  return filledWithEnglish(en, ug.default);
}

async function zh(extent: 'entrance' | 'all') {
  return (extent === 'all' ? await import('./zh-CN/index.ts') : await import('./zh-CN/entrance.ts')).default;
}

async function english(extent: 'entrance' | 'all') {
  return (extent === 'all' ? await import('./en/index.ts') : await import('./en/entrance.ts')).default;
}
