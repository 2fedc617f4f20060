import type { Locale } from '@dualtrack/locales/browser';
import {
  DesignProvider,
  forgetDrafts,
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
        forgetDrafts();
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

/** Keeps with the person the language that was chosen on this device, so that mails come in it. */
function useKeptLocale(session: Session | null | undefined) {
  const { locale, isChosen } = useLanguage();
  const kept = session?.person.locale;
  useEffect(() => {
    if (!isChosen || kept === undefined || kept === locale) return;
    // Nothing is lost when it fails: the next page tries again.
    sessionApi.keepLocale(locale).catch(() => undefined);
  }, [isChosen, kept, locale]);
}

/** Everything behind the sign-in: session, look of the parts, frame, page. Goes to the sign-in page when the session ends. */
export function Frame() {
  const { data: session } = useQuery(sessionQuery);
  const go = useGo();
  const path = usePath();
  useKeptLocale(session);
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
