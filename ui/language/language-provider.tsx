import { type Catalogue, directionOf, isLocale, type Locale, loadLocale } from '@dualtrack/locales/browser';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';

type LanguageState = {
  readonly catalogue: Catalogue;
  readonly locale: Locale;
  readonly direction: 'ltr' | 'rtl';
  /** Whether somebody chose this language on this device, rather than the browser's wish. */
  readonly isChosen: boolean;
  /** Loads a language and shows everything in it; keeps the choice on this device. Rejects when it cannot be loaded. */
  readonly setLocale: (locale: Locale) => Promise<void>;
};

const Context = createContext<LanguageState | undefined>(undefined);
const place = 'dualtrack.locale';

function keptLocale(): Locale | undefined {
  try {
    const kept = localStorage.getItem(place);
    return isLocale(kept) ? kept : undefined;
  } catch {
    return undefined;
  }
}

/** The language to begin with: the one chosen on this device, else the browser's wish. */
export function firstLocale(fromWishes: (acceptLanguage: string) => Locale): Locale {
  return keptLocale() ?? fromWishes(navigator.languages.join(','));
}

/** Gives phrases, formats and direction to everything inside. Starts with a catalogue that is already loaded. */
export function LanguageProvider(props: { readonly first: Catalogue; readonly children: ReactNode }) {
  const [catalogue, setCatalogue] = useState(props.first);
  const [isChosen, setChosen] = useState(() => keptLocale() !== undefined);
  const direction = directionOf(catalogue.locale);
  useEffect(() => {
    document.documentElement.lang = catalogue.locale;
    document.documentElement.dir = direction;
  }, [catalogue, direction]);
  const setLocale = useCallback(async (locale: Locale) => {
    const next = await loadLocale(locale);
    // Set before the screen is drawn anew, so that requests made while drawing already ask for this language.
    document.documentElement.lang = locale;
    try {
      localStorage.setItem(place, locale);
    } catch {
      // A private window: the choice holds until the page is left.
    }
    setChosen(true);
    setCatalogue(next);
  }, []);
  const state = useMemo(
    () => ({ catalogue, locale: catalogue.locale, direction, isChosen, setLocale }),
    [catalogue, direction, isChosen, setLocale],
  );
  return <Context value={state}>{props.children}</Context>;
}

/** The language now, and how to change it. Throws outside of `LanguageProvider`. */
export function useLanguage(): LanguageState {
  const state = useContext(Context);
  if (!state) throw new Error('useLanguage outside of LanguageProvider');
  return state;
}
