import type { Locale } from '@dualtrack/locales/browser';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { usePath } from '../address/use-address.ts';
import { usePhrases } from '../language/use-phrases.ts';
import { useSession } from '../session/session.tsx';
import '../styles/frame.css';
import '../styles/parts.css';
import { BottomBar } from './bottom-bar.tsx';
import { type AccountActions, AccountMenu, LanguageMenu, NoticesMenu } from './frame-menus.tsx';
import type { FrameArea } from './frame-parts.ts';
import { OrganisationSwitch } from './organisation-switch.tsx';
import { type Search, SearchBox } from './search-box.tsx';
import { Sidebar } from './sidebar.tsx';

type ShellProps = {
  readonly areas: readonly FrameArea[];
  readonly search: Search;
  readonly onSwitch: (membershipId: string) => void;
  readonly onLocale: (locale: Locale) => void;
  readonly account: AccountActions;
  readonly noticeCount?: number;
  readonly notices?: ReactNode;
  readonly children: ReactNode;
};

/** True while the device has no connection. */
function useOffline(): boolean {
  const [isOffline, setOffline] = useState(!navigator.onLine);
  useEffect(() => {
    const update = () => setOffline(!navigator.onLine);
    window.addEventListener('online', update);
    window.addEventListener('offline', update);
    return () => {
      window.removeEventListener('online', update);
      window.removeEventListener('offline', update);
    };
  }, []);
  return isOffline;
}

function Ribbons() {
  const t = usePhrases('shell');
  const { membership } = useSession();
  const isOffline = useOffline();
  return (
    <>
      {isOffline ? (
        <p className="dt-ribbon dt-ribbon-offline" role="alert">
          {t('frame.offline')}
        </p>
      ) : null}
      {membership.organisation.illustrative ? (
        <p className="dt-ribbon" role="note">
          {t('frame.illustrative')}
        </p>
      ) : null}
    </>
  );
}

/** The frame around every page: areas beside or below, a bar above, the page between. */
export function Shell(props: ShellProps) {
  const t = usePhrases('shell');
  const path = usePath();
  const main = useRef<HTMLElement>(null);
  const before = useRef(path);
  useEffect(() => {
    // A new page is read from its top: by the eye and by a screen reader.
    if (before.current === path) return;
    before.current = path;
    main.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [path]);
  return (
    <div className="dt-shell">
      <a className="dt-skip" href="#dt-main">
        {t('frame.skip')}
      </a>
      <Sidebar areas={props.areas} path={path} />
      <div className="dt-stage">
        <header className="dt-bar">
          <OrganisationSwitch onSwitch={props.onSwitch} />
          <SearchBox search={props.search} />
          <span className="dt-bar-end">
            <LanguageMenu onChoose={props.onLocale} />
            <NoticesMenu count={props.noticeCount ?? 0}>{props.notices}</NoticesMenu>
            <AccountMenu actions={props.account} />
          </span>
        </header>
        <aside aria-label={t('frame.notices')}>
          <Ribbons />
        </aside>
        <main ref={main} id="dt-main" className="dt-main" tabIndex={-1}>
          {props.children}
        </main>
      </div>
      <BottomBar areas={props.areas} path={path} />
    </div>
  );
}
