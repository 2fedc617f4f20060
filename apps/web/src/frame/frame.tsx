import { isLocale, type Locale } from '@dualtrack/locales/browser';
import {
  DesignProvider,
  problemOf,
  problemSentence,
  type SearchItem,
  type Session,
  SessionProvider,
  Shell,
  sendJson,
  useGo,
  useLanguage,
  usePath,
  useToast,
  writeAddressQuery,
} from '@dualtrack/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Outlet } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
import { pages } from '../modules.ts';
import { sessionApi } from '../session/session-api.ts';
import { renewSession, sessionQuery } from '../session/session-query.ts';
import { useAreas } from './use-areas.ts';

async function search(query: string): Promise<readonly SearchItem[]> {
  const found = await sendJson<{ items: SearchItem[] }>('GET', `/search${asQuery(query)}`);
  return found.items;
}

function asQuery(q: string): '' | `?${string}` {
  return `?${new URLSearchParams({ q }).toString()}`;
}

function useActions() {
  const queries = useQueryClient();
  const go = useGo();
  const toast = useToast();
  const { catalogue, setLocale } = useLanguage();
  const attempt = async (work: () => Promise<void>) => {
    try {
      await work();
    } catch (error) {
      toast(problemSentence(catalogue, problemOf(error)), 'problem');
    }
  };
  return {
    leave: (signOut: () => Promise<unknown>) =>
      attempt(async () => {
        await signOut();
        // Loaded anew, so that nothing of this person stays in the page's memory.
        location.assign('/sign-in');
      }),
    switchTo: (membershipId: string) =>
      attempt(async () => {
        await sessionApi.switchTo(membershipId);
        go('/');
        await renewSession(queries);
      }),
    changeLocale: (locale: Locale) =>
      attempt(async () => {
        await setLocale(locale);
        await sessionApi.keepLocale(locale);
      }),
  };
}

function Framed(props: { readonly children: ReactNode }) {
  const areas = useAreas();
  const actions = useActions();
  const go = useGo();
  const account = pages.some((page) => page.path === '/account');
  return (
    <Shell
      areas={areas}
      search={search}
      onSwitch={(membershipId) => void actions.switchTo(membershipId)}
      onLocale={(locale) => void actions.changeLocale(locale)}
      account={{
        onSignOut: () => void actions.leave(sessionApi.signOut),
        onSignOutEverywhere: () => void actions.leave(sessionApi.signOutEverywhere),
        onAccount: account ? () => go('/account') : undefined,
      }}
    >
      {props.children}
    </Shell>
  );
}

/** Follows the language kept with the person on a device where none was chosen. */
function usePersonsLocale(session: Session | null | undefined) {
  const { locale, setLocale, isChosen } = useLanguage();
  const wished = session?.person.locale;
  useEffect(() => {
    if (!isChosen && isLocale(wished) && wished !== locale) void setLocale(wished);
  }, [isChosen, wished, locale, setLocale]);
}

/** Everything behind the sign-in: session, look of the parts, frame, page. Goes to the sign-in page when the session ends. */
export function Frame() {
  const { data: session } = useQuery(sessionQuery);
  const go = useGo();
  const path = usePath();
  usePersonsLocale(session);
  useEffect(() => {
    if (session === null)
      go(`/sign-in${writeAddressQuery({ to: path === '/' ? undefined : path, again: '1' })}`);
  }, [session, go, path]);
  if (!session) return null;
  return (
    <SessionProvider session={session}>
      <DesignProvider>
        <Framed key={session.membership.id}>
          <Outlet />
        </Framed>
      </DesignProvider>
    </SessionProvider>
  );
}
