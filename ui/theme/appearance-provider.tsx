import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { type Appearance, isDark, keepAppearance, keptAppearance } from './appearance.ts';

type AppearanceState = {
  readonly appearance: Appearance;
  readonly dark: boolean;
  readonly setAppearance: (appearance: Appearance) => void;
};

const Context = createContext<AppearanceState>({
  appearance: 'system',
  dark: false,
  setAppearance: () => undefined,
});

/** Sets `data-theme` on the page from the kept choice or the device, and follows the device when it changes. */
export function AppearanceProvider(props: { readonly children: ReactNode }) {
  const [appearance, setAppearance] = useState(keptAppearance);
  const [dark, setDark] = useState(() => isDark(appearance));
  useEffect(() => {
    const update = () => setDark(isDark(appearance));
    update();
    const media = window.matchMedia('(prefers-color-scheme: dark)');
    media.addEventListener('change', update);
    return () => media.removeEventListener('change', update);
  }, [appearance]);
  useEffect(() => {
    document.documentElement.dataset.theme = dark ? 'dark' : 'light';
  }, [dark]);
  const state = useMemo(
    () => ({
      appearance,
      dark,
      setAppearance: (next: Appearance) => {
        keepAppearance(next);
        setAppearance(next);
      },
    }),
    [appearance, dark],
  );
  return <Context value={state}>{props.children}</Context>;
}

/** The appearance now, and how to change it. */
export function useAppearance(): AppearanceState {
  return useContext(Context);
}
