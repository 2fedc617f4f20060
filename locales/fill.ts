import type { Catalogue, English } from './catalogue.ts';
import en from './en/index.ts';
import type { Locale } from './locale.ts';
import type { SomePhrases } from './phrases.ts';

/** A language in preparation as a whole catalogue: what is not translated yet is English, key by key. */
export function filledWithEnglish(
  locale: Locale,
  some: { readonly [N in keyof English]?: SomePhrases<English[N]> },
): Catalogue {
  return {
    locale,
    phrases: {
      ...en,
      shell: { ...en.shell, ...some.shell },
      ui: { ...en.ui, ...some.ui },
      errors: { ...en.errors, ...some.errors },
    },
  };
}
