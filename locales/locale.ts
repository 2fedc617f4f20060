/** A language the product can speak, as a BCP 47 tag. */
export type Locale = 'en' | 'zh-CN' | 'ug';

/** What a language menu needs: the tag, the name in its own tongue, the writing direction, and whether every phrase is there. */
export type LocaleEntry = {
  readonly locale: Locale;
  readonly ownName: string;
  readonly direction: 'ltr' | 'rtl';
  /** False while phrases still fall back to English one by one. */
  readonly isComplete: boolean;
};

/** All languages in the order in which a menu shows them. */
export const locales: readonly LocaleEntry[] = [
  { locale: 'zh-CN', ownName: '中文', direction: 'ltr', isComplete: true },
  { locale: 'en', ownName: 'English', direction: 'ltr', isComplete: true },
  { locale: 'ug', ownName: 'ئۇيغۇرچە', direction: 'rtl', isComplete: false },
];

/** The language used when nothing else is known. */
export const defaultLocale: Locale = 'zh-CN';

/** Whether a string from outside (a cookie, a database row, an address) names a language we speak. */
export function isLocale(text: string | null | undefined): text is Locale {
  return locales.some((entry) => entry.locale === text);
}

/** The writing direction of a language. */
export function directionOf(locale: Locale): 'ltr' | 'rtl' {
  return locales.find((entry) => entry.locale === locale)?.direction ?? 'ltr';
}

/**
 * The best language for an `Accept-Language` header (RFC 9110 §12.5.4): highest weight first, matched by the
 * primary subtag. Anything missing, malformed or unspoken gives `defaultLocale`; it never throws.
 */
export function localeFrom(acceptLanguage: string | undefined): Locale {
  const wishes = (acceptLanguage ?? '')
    .slice(0, 1000)
    .split(',')
    .map((part, position) => {
      const [tag = '', ...attributes] = part.trim().toLowerCase().split(';');
      const weight = attributes.map((text) => text.trim()).find((text) => text.startsWith('q='));
      const quality = weight === undefined ? 1 : Number(weight.slice(2));
      return { language: tag.split('-')[0] ?? '', quality, position };
    })
    .filter((wish) => wish.quality > 0)
    .sort((a, b) => b.quality - a.quality || a.position - b.position);
  for (const wish of wishes) {
    const found = locales.find((entry) => entry.locale.toLowerCase().split('-')[0] === wish.language);
    if (found) return found.locale;
  }
  return defaultLocale;
}
