import type { AreaEntry, HomeCardDefinition, PageDefinition, Role } from '@dualtrack/ui';

const school = ['school-office', 'programme-head'] as const satisfies readonly Role[];
const staff = [
  ...school,
  'teacher',
  'enterprise-hr',
  'project-lead',
  'mentor',
] as const satisfies readonly Role[];
const family = ['student', 'guardian'] as const satisfies readonly Role[];

/** The addresses of this module's pages. */
export const pages: PageDefinition[] = [
  {
    path: '/order-classes',
    area: 'classes',
    roles: staff,
    titleKey: 'order-classes:list.title',
    load: async () => ({ Page: (await import('./pages/classes-page.tsx')).ClassesPage }),
  },
  {
    path: '/order-classes/new',
    area: 'classes',
    roles: school,
    titleKey: 'order-classes:form.newTitle',
    load: async () => ({ Page: (await import('./pages/new-class-page.tsx')).NewClassPage }),
  },
  {
    path: '/order-classes/$classId',
    area: 'classes',
    roles: staff,
    titleKey: 'order-classes:list.title',
    load: async () => ({ Page: (await import('./pages/class-page.tsx')).ClassPage }),
  },
  {
    path: '/order-classes/$classId/edit',
    area: 'classes',
    roles: school,
    titleKey: 'order-classes:form.editTitle',
    load: async () => ({ Page: (await import('./pages/edit-class-page.tsx')).EditClassPage }),
  },
  {
    path: '/my-order-classes',
    area: 'classes',
    roles: family,
    titleKey: 'order-classes:my.title',
    load: async () => ({ Page: (await import('./pages/my-classes-page.tsx')).MyClassesPage }),
  },
  {
    path: '/my-order-classes/$classId',
    area: 'classes',
    roles: family,
    titleKey: 'order-classes:my.title',
    load: async () => ({ Page: (await import('./pages/my-class-page.tsx')).MyClassPage }),
  },
];

/** What this module shows on the homes of the roles. */
export const homeCards: HomeCardDefinition[] = [
  {
    id: 'order-classes.recruiting',
    roles: school,
    order: 40,
    side: 'school',
    load: async () => ({ Card: (await import('./parts/class-cards.tsx')).RecruitingCard }),
  },
  {
    id: 'order-classes.mine',
    roles: ['teacher'],
    order: 20,
    side: 'school',
    load: async () => ({ Card: (await import('./parts/class-cards.tsx')).LedClassesCard }),
  },
  {
    id: 'order-classes.scores',
    roles: ['enterprise-hr', 'mentor'],
    order: 30,
    side: 'enterprise',
    load: async () => ({ Card: (await import('./parts/class-cards.tsx')).ScoresCard }),
  },
  {
    id: 'order-classes.my',
    roles: family,
    order: 10,
    load: async () => ({ Card: (await import('./parts/my-card.tsx')).MyCard }),
  },
];

/** This module's entries in the sidebar. */
export const areas: AreaEntry[] = [
  { area: 'classes', order: 10, path: '/order-classes', roles: staff, labelKey: 'order-classes:list.title' },
  {
    area: 'classes',
    order: 10,
    path: '/my-order-classes',
    roles: family,
    labelKey: 'order-classes:my.title',
  },
];
