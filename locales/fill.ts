import type { English } from './catalogue.ts';
import type { SomePhrases } from './phrases.ts';

// Isolates (Unicode UAX 9), so that English sentences keep their full stops at their end inside a right-to-left page.
function isolated(phrases: object): object {
  const entries = Object.entries(phrases).map(([key, message]) => [key, `\u2066${message}\u2069`]);
  return { ...phrases, ...Object.fromEntries(entries) };
}

/** The phrases of a language in preparation: what is not translated yet is English, key by key. */
export function filledWithEnglish<E extends Partial<English>>(
  en: E,
  some: { readonly [N in keyof English]?: SomePhrases<English[N]> },
): E {
  const entries = Object.entries(en).map(([namespace, phrases]) => {
    // Plain objects for the compiler: all messages of all rooms at once are more than it can hold apart.
    const own: object | undefined = Object.entries(some).find(([name]) => name === namespace)?.[1];
    return [namespace, { ...isolated(phrases), ...own }];
  });
  return { ...en, ...Object.fromEntries(entries) };
}
