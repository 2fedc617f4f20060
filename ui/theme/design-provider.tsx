import { ConfigProvider } from 'antd';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { useLanguage } from '../language/language-provider.tsx';
import { antdTheme } from './antd-theme.ts';
import { useAppearance } from './appearance-provider.tsx';
import { builtInParts, loadPartsLocale } from './parts-locale.ts';

function useMedia(query: string): boolean {
  const [matches, setMatches] = useState(() => window.matchMedia(query).matches);
  useEffect(() => {
    const media = window.matchMedia(query);
    const update = () => setMatches(media.matches);
    update();
    media.addEventListener('change', update);
    return () => media.removeEventListener('change', update);
  }, [query]);
  return matches;
}

/** Whether the screen is as narrow as a phone (at most 640 pixels). */
export function usePhone(): boolean {
  return useMedia('(max-width: 640px)');
}

// Menus and lists open inside the part of the page they belong to, so that screen readers meet them there.
function popupPlace(trigger?: HTMLElement): HTMLElement {
  return trigger?.closest<HTMLElement>('[role="dialog"], header, main') ?? document.body;
}

/** Gives antd's parts our look, language and direction. Everything that uses antd stands inside. */
export function DesignProvider(props: { readonly children: ReactNode }) {
  const { dark } = useAppearance();
  const { locale, direction } = useLanguage();
  const phone = usePhone();
  const [parts, setParts] = useState(builtInParts);
  useEffect(() => {
    let isCurrent = true;
    void loadPartsLocale(locale).then((loaded) => {
      if (isCurrent) setParts(loaded);
    });
    return () => {
      isCurrent = false;
    };
  }, [locale]);
  const still = useMedia('(prefers-reduced-motion: reduce)');
  const look = useMemo(() => antdTheme({ dark, phone, still }), [dark, phone, still]);
  return (
    <ConfigProvider
      theme={look}
      direction={direction}
      button={{ autoInsertSpace: false }}
      getPopupContainer={popupPlace}
      wave={{ disabled: true }}
      locale={parts}
    >
      {props.children}
    </ConfigProvider>
  );
}
