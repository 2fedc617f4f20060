// The door for the server and the command line: all languages at once, no waiting.
import {
  type Catalogue,
  findErrorPhrase as findErrorPhraseIn,
  findPhrase as findPhraseIn,
  type Namespace,
  type PhraseKey,
  type PhraseParams,
  phraseOf,
} from './catalogue.ts';
import en from './en/index.ts';
import { filledWithEnglish } from './fill.ts';
import type { Locale } from './locale.ts';
import type { Params } from './params.ts';
import ug from './ug/index.ts';
import zhCN from './zh-CN/index.ts';

export type { Catalogue, Namespace, PhraseAddress, PhraseKey, PhraseParams } from './catalogue.ts';
export { defaultLocale, directionOf, isLocale, type Locale, localeFrom, locales } from './locale.ts';
export type { Params } from './params.ts';

/** Every language, whole. */
export const catalogues: Readonly<Record<Locale, Catalogue>> = {
  en: { locale: 'en', phrases: en },
  'zh-CN': { locale: 'zh-CN', phrases: zhCN },
  ug: { locale: 'ug', phrases: filledWithEnglish(en, ug) },
};

/** A sentence in a language. Key and parameters are checked by the compiler: `phrase('en', 'shell', 'area.home')`. */
export function phrase<N extends Namespace, K extends PhraseKey<N>>(
  locale: Locale,
  namespace: N,
  key: K,
  ...params: PhraseParams<N, K>
): string {
  return phraseOf(catalogues[locale], namespace, key, ...params);
}

/** A sentence whose namespace and key are only known at run time; `undefined` when there is none. */
export function findPhrase(
  locale: Locale,
  namespace: string,
  key: string,
  params?: Params,
): string | undefined {
  return findPhraseIn(catalogues[locale], namespace, key, params);
}

/** The sentence for an error code, from `errors` or from `error.<code>` of any module; `undefined` for an unknown code. */
export function findErrorPhrase(locale: Locale, code: string, params?: Params): string | undefined {
  return findErrorPhraseIn(catalogues[locale], code, params);
}
