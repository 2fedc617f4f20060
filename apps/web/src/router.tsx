import { loadAllPhrases } from '@dualtrack/locales/browser';
import { parseAddressQuery, writeAddressQuery } from '@dualtrack/ui/plain';
import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { BrokenPage } from './frame/broken-page.tsx';
import { pages } from './modules.ts';
import { sessionQuery } from './session/session-query.ts';

const root = createRootRoute({ component: Outlet });

function plainRoutes() {
  const signIn = () => import('./plain/sign-in-page.tsx');
  const reset = () => import('./plain/reset-pages.tsx');
  const invitation = () => import('./plain/invitation-page.tsx');
  const open = () => import('./plain/open-pages.tsx');
  const getParentRoute = () => root;
  return [
    createRoute({ getParentRoute, path: '/sign-in', component: lazyRouteComponent(signIn, 'SignInPage') }),
    createRoute({ getParentRoute, path: '/reset', component: lazyRouteComponent(reset, 'AskResetPage') }),
    createRoute({ getParentRoute, path: '/reset/$token', component: lazyRouteComponent(reset, 'ResetPage') }),
    createRoute({ getParentRoute, path: '/sign/$token', component: lazyRouteComponent(open, 'SignPage') }),
    createRoute({ getParentRoute, path: '/verify', component: lazyRouteComponent(open, 'VerifyPage') }),
    createRoute({ getParentRoute, path: '/hall/$token', component: lazyRouteComponent(open, 'HallPage') }),
    createRoute({
      getParentRoute,
      path: '/answer/$token',
      component: lazyRouteComponent(open, 'AnswerPage'),
    }),
    createRoute({
      getParentRoute,
      path: '/talent-answer/$token',
      component: lazyRouteComponent(open, 'TalentAnswerPage'),
    }),
    createRoute({
      getParentRoute,
      path: '/invitation/$token',
      component: lazyRouteComponent(invitation, 'InvitationPage'),
    }),
  ];
}

function framedRoutes(queries: QueryClient) {
  const frame = createRoute({
    getParentRoute: () => root,
    id: 'frame',
    beforeLoad: async ({ location }) => {
      const session = await queries.ensureQueryData(sessionQuery);
      if (session === null) {
        const to = location.href === '/' ? undefined : location.href;
        throw redirect({ href: `/sign-in${writeAddressQuery({ to })}` });
      }
    },
    loader: loadAllPhrases,
    component: lazyRouteComponent(() => import('./frame/frame.tsx'), 'Frame'),
  });
  const getParentRoute = () => frame;
  const home = createRoute({
    getParentRoute,
    path: '/',
    component: lazyRouteComponent(() => import('./home/home-page.tsx'), 'HomePage'),
  });
  const lost = createRoute({
    getParentRoute,
    path: '$',
    component: lazyRouteComponent(() => import('./frame/edge-pages.tsx'), 'NotFoundPage'),
  });
  const ofModules = pages.map((page) =>
    createRoute({
      getParentRoute,
      path: page.path,
      component: lazyRouteComponent(async () => {
        const [{ guarded }, { Page }] = await Promise.all([import('./frame/guarded.tsx'), page.load()]);
        return { default: guarded(page, Page) };
      }),
    }),
  );
  return frame.addChildren([home, ...ofModules, lost]);
}

/** All addresses: the plain pages without the frame, and the framed ones of the modules behind the session. */
export function createAppRouter(queries: QueryClient) {
  return createRouter({
    routeTree: root.addChildren([...plainRoutes(), framedRoutes(queries)]),
    parseSearch: parseAddressQuery,
    stringifySearch: writeAddressQuery,
    defaultErrorComponent: BrokenPage,
    defaultPendingMs: 400,
    scrollRestoration: true,
  });
}
