// A page of every part with invented content, for looking at them while developing. The build does not include it.
import { loadAllPhrases, loadLocale, localeFrom } from '@dualtrack/locales/browser';
import {
  AppearanceProvider,
  DesignProvider,
  type FrameArea,
  firstLocale,
  LanguageProvider,
  parseAddressQuery,
  type SearchItem,
  type Session,
  SessionProvider,
  Shell,
  ToastProvider,
  useLanguage,
  usePhrases,
  writeAddressQuery,
} from '@dualtrack/ui';
import '@dualtrack/ui/styles.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createRootRoute, createRoute, createRouter, Outlet, RouterProvider } from '@tanstack/react-router';
import { createRoot } from 'react-dom/client';
import { BoardPage } from './board-page.tsx';
import { FormPage } from './form-page.tsx';
import { ListPage } from './list-page.tsx';
import { AgreementPage } from './object-page.tsx';
import { PartsPage } from './parts-page.tsx';
import { PlanPage } from './plan-page.tsx';

const school = {
  id: 's',
  name: '伊州职业技术学院',
  nameEn: 'Yizhou Vocational and Technical College',
  kind: 'school',
  illustrative: true,
} as const;
const membership = { id: 'm1', role: 'school-office', organisation: school } as const;
const session: Session = {
  person: { id: 'p', name: '阿依古丽·买买提', locale: null },
  membership,
  memberships: [membership, { ...membership, id: 'm2', role: 'programme-head' }],
  timeZone: 'Asia/Shanghai',
};

const hits: SearchItem[] = [
  {
    kind: 'order-class',
    id: '1',
    title: '2026 级机电订单班',
    subtitle: '定远新材料集团有限公司',
    path: '/list',
  },
  { kind: 'student', id: '2', title: '机小龙', subtitle: '2024 级机电一体化技术 2 班', path: '/list' },
];

function Frame() {
  const t = usePhrases('shell');
  const { setLocale } = useLanguage();
  const area = (name: FrameArea['area'], path: string, count?: number): FrameArea => ({
    area: name,
    label: t(`area.${name}`),
    path,
    entries: [],
    count,
  });
  const areas: FrameArea[] = [
    area('home', '/'),
    area('cooperation', '/object', 2),
    area('demand', '/board'),
    area('classes', '/list', 14),
    {
      ...area('bases', '/plan'),
      entries: [
        { path: '/plan', label: t('entry.rotations') },
        { path: '/plan/other', label: t('entry.directory') },
      ],
    },
    area('outcomes', '/outcomes'),
    area('compliance', '/compliance', 120),
    area('settings', '/form'),
  ];
  const nothing = () => undefined;
  return (
    <Shell
      areas={areas}
      search={async (query) => hits.filter((hit) => hit.title.includes(query))}
      onSwitch={nothing}
      onLocale={(locale) => void setLocale(locale)}
      account={{ onSignOut: nothing, onSignOutEverywhere: nothing, onAccount: nothing }}
      noticeCount={3}
    >
      <Outlet />
    </Shell>
  );
}

const root = createRootRoute({ component: Frame });
const getParentRoute = () => root;
const router = createRouter({
  routeTree: root.addChildren([
    createRoute({ getParentRoute, path: '/', component: PartsPage }),
    createRoute({ getParentRoute, path: '/gallery.html', component: PartsPage }),
    createRoute({ getParentRoute, path: '/list', component: ListPage }),
    createRoute({ getParentRoute, path: '/object', component: AgreementPage }),
    createRoute({ getParentRoute, path: '/form', component: FormPage }),
    createRoute({ getParentRoute, path: '/plan', component: PlanPage }),
    createRoute({ getParentRoute, path: '/board', component: BoardPage }),
  ]),
  parseSearch: parseAddressQuery,
  stringifySearch: writeAddressQuery,
});

const first = await loadLocale(firstLocale(localeFrom));
await loadAllPhrases();
const place = document.getElementById('root');
if (place) {
  createRoot(place).render(
    <AppearanceProvider>
      <LanguageProvider first={first}>
        <QueryClientProvider client={new QueryClient()}>
          <ToastProvider>
            <SessionProvider session={session}>
              <DesignProvider>
                <RouterProvider router={router} />
              </DesignProvider>
            </SessionProvider>
          </ToastProvider>
        </QueryClientProvider>
      </LanguageProvider>
    </AppearanceProvider>,
  );
}
