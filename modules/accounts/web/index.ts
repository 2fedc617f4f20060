import type { AreaEntry, HomeCardDefinition, PageDefinition } from '@dualtrack/ui';

const admins = ['school-office', 'enterprise-hr', 'authority', 'operator'] as const;
const partnered = ['school-office', 'programme-head', 'enterprise-hr', 'project-lead'] as const;

/** People, partners and the own account. */
export const pages: PageDefinition[] = [
  {
    path: '/settings/people',
    area: 'settings',
    roles: admins,
    titleKey: 'accounts:people.title',
    load: async () => ({ Page: (await import('./pages/people-page.tsx')).PeoplePage }),
  },
  {
    path: '/settings/partners',
    area: 'settings',
    roles: partnered,
    titleKey: 'accounts:partners.title',
    load: async () => ({ Page: (await import('./pages/partners-page.tsx')).PartnersPage }),
  },
  {
    path: '/account',
    area: 'settings',
    roles: 'all',
    titleKey: 'accounts:account.title',
    load: async () => ({ Page: (await import('./pages/account-page.tsx')).AccountPage }),
  },
];

/** This module's entries in the sidebar. */
export const areas: AreaEntry[] = [
  {
    area: 'settings',
    order: 60,
    path: '/settings/people',
    roles: admins,
    labelKey: 'accounts:people.title',
  },
  {
    area: 'settings',
    order: 70,
    path: '/settings/partners',
    roles: partnered,
    labelKey: 'accounts:partners.title',
    countLoad: async () => (await import('./client.ts')).waitingOffers(),
  },
  { area: 'settings', order: 90, path: '/account', roles: 'all', labelKey: 'accounts:account.title' },
];

/** Offers of a partnership wait in the sidebar; there is no card. */
export const homeCards: HomeCardDefinition[] = [];
