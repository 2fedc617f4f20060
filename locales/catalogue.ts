import type en from './en/index.ts';
import { formatMessage } from './format.ts';
import type { Locale } from './locale.ts';
import type { ParamArguments, Params } from './params.ts';
import type { Phrases } from './phrases.ts';

/** The English phrases, the measure of all other languages. */
export type English = typeof en;

/** A phrase file's name: one per module, beside `shell` (frame and areas), `ui` (parts), `errors` (error codes) and `cli`. */
export type Namespace = keyof English;

/** The keys of one namespace. */
export type PhraseKey<N extends Namespace> = keyof English[N] & string;

/** The parameters, if any, of one phrase. */
export type PhraseParams<N extends Namespace, K extends PhraseKey<N>> = ParamArguments<
  English[N][K] & string
>;

/** One phrase named by namespace and key in one string, for tables of pages and areas: `'agreements:list.title'`. */
export type PhraseAddress = { [N in Namespace]: `${N}:${PhraseKey<N>}` }[Namespace];

/** All phrases of one language; languages in preparation are already filled up with English. */
export type Catalogue = {
  readonly locale: Locale;
  readonly phrases: { readonly [N in Namespace]: Phrases<English[N]> };
};

/** Finds a phrase by names that are only known at run time. `undefined` when there is none. Parameters are not checked. */
export function findPhrase(
  catalogue: Catalogue,
  namespace: string,
  key: string,
  params?: Params,
): string | undefined {
  const found = Object.entries(catalogue.phrases).find(([name]) => name === namespace);
  const message = found && Object.entries(found[1]).find(([name]) => name === key)?.[1];
  return message === undefined ? undefined : formatMessage(catalogue.locale, message, params);
}

/**
 * The sentence for a refusal's or problem's code. A code is looked up in `errors` first, then as `error.<code>` in every
 * module's own namespace, so that a module keeps its codes beside its other phrases. `undefined` for an unknown code.
 */
export function findErrorPhrase(catalogue: Catalogue, code: string, params?: Params): string | undefined {
  const own = findPhrase(catalogue, 'errors', code, params);
  if (own !== undefined) return own;
  for (const namespace of Object.keys(catalogue.phrases)) {
    const found = findPhrase(catalogue, namespace, `error.${code}`, params);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A typed phrase of a loaded catalogue: unknown keys and missing parameters do not compile. */
export function phraseOf<N extends Namespace, K extends PhraseKey<N>>(
  catalogue: Catalogue,
  namespace: N,
  key: K,
  ...params: PhraseParams<N, K>
): string {
  const message = catalogue.phrases[namespace][key];
  return formatMessage(catalogue.locale, message, params[0]);
}

/** The phrase at an address such as `'shell:area.home'`. */
export function phraseAt(catalogue: Catalogue, address: PhraseAddress, params?: Params): string {
  const cut = address.indexOf(':');
  return findPhrase(catalogue, address.slice(0, cut), address.slice(cut + 1), params) ?? address;
}
