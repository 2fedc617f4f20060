import type { AreaEntry, HomeCardDefinition, PageDefinition } from '@dualtrack/ui';

const staff = [
  'school-office',
  'programme-head',
  'teacher',
  'enterprise-hr',
  'project-lead',
  'mentor',
] as const;
const offices = ['school-office', 'programme-head', 'enterprise-hr', 'project-lead'] as const;

export const pages: PageDefinition[] = [
  {
    path: '/bases',
    area: 'bases',
    roles: staff,
    titleKey: 'training-bases:list.title',
    load: async () => ({ Page: (await import('./pages/bases-page.tsx')).BasesPage }),
  },
  {
    path: '/bases/new',
    area: 'bases',
    roles: offices,
    titleKey: 'training-bases:new.title',
    load: async () => ({ Page: (await import('./pages/new-base-page.tsx')).NewBasePage }),
  },
  {
    path: '/bases/$baseId',
    area: 'bases',
    roles: staff,
    titleKey: 'training-bases:list.title',
    load: async () => ({ Page: (await import('./pages/base-page.tsx')).BasePage }),
  },
  {
    path: '/my-inductions',
    area: 'bases',
    roles: ['student'],
    titleKey: 'training-bases:mine.title',
    load: async () => ({ Page: (await import('./pages/my-inductions-page.tsx')).MyInductionsPage }),
  },
];

export const homeCards: HomeCardDefinition[] = [
  {
    id: 'training-bases.care',
    roles: ['enterprise-hr', 'project-lead'],
    order: 36,
    side: 'enterprise',
    load: async () => ({ Card: (await import('./parts/care-card.tsx')).CareCard }),
  },
];

export const areas: AreaEntry[] = [
  { area: 'bases', order: 10, path: '/bases', roles: staff, labelKey: 'training-bases:list.title' },
  {
    area: 'bases',
    order: 15,
    path: '/my-inductions',
    roles: ['student'],
    labelKey: 'training-bases:mine.title',
  },
];
