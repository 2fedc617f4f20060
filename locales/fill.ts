import type { Catalogue, English } from './catalogue.ts';
import en from './en/index.ts';
import type { Locale } from './locale.ts';
import type { SomePhrases } from './phrases.ts';

// Isolates (Unicode UAX 9), so that English sentences keep their full stops at their end inside a right-to-left page.
function isolated<T extends object>(phrases: T): T {
  const entries = Object.entries(phrases).map(([key, message]) => [key, `\u2066${message}\u2069`]);
  return { ...phrases, ...Object.fromEntries(entries) };
}

/** A language in preparation as a whole catalogue: what is not translated yet is English, key by key. */
export function filledWithEnglish(
  locale: Locale,
  some: { readonly [N in keyof English]?: SomePhrases<English[N]> },
): Catalogue {
  const entries = Object.entries(en).map(([namespace, phrases]) => [namespace, isolated(phrases)]);
  const english: English = { ...en, ...Object.fromEntries(entries) };
  return {
    locale,
    phrases: {
      ...english,
      shell: { ...english.shell, ...some.shell },
      ui: { ...english.ui, ...some.ui },
      errors: { ...english.errors, ...some.errors },
    },
  };
}
