import {
  type Namespace,
  type PhraseAddress,
  type PhraseKey,
  type PhraseParams,
  phraseAt,
  phraseOf,
} from '@dualtrack/locales/browser';
import { useMemo } from 'react';
import { useLanguage } from './language-provider.tsx';

/** A phrase function of one namespace: `t('list.title')`, `t('list.count', { count: 3 })`. */
export type Translate<N extends Namespace> = <K extends PhraseKey<N>>(
  key: K,
  ...params: PhraseParams<N, K>
) => string;

/** The phrases of one namespace in the language of the page. Unknown keys and missing parameters do not compile. */
export function usePhrases<N extends Namespace>(namespace: N): Translate<N> {
  const { catalogue } = useLanguage();
  return useMemo(
    () =>
      (key, ...params) =>
        phraseOf(catalogue, namespace, key, ...params),
    [catalogue, namespace],
  );
}

/** Phrases by address such as `'agreements:list.title'`, for tables of pages and areas. */
export function usePhraseAt(): (address: PhraseAddress) => string {
  const { catalogue } = useLanguage();
  return useMemo(() => (address) => phraseAt(catalogue, address), [catalogue]);
}
