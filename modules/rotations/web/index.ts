import type { AreaEntry, HomeCardDefinition, PageDefinition } from '@dualtrack/ui';

const planners = ['school-office', 'programme-head', 'enterprise-hr', 'project-lead'] as const;
const readers = [...planners, 'teacher'] as const;
const learners = ['student', 'guardian'] as const;
const mine = [...learners, 'mentor'] as const;

export const pages: PageDefinition[] = [
  {
    path: '/rotations',
    area: 'bases',
    roles: [...readers, 'mentor'],
    titleKey: 'rotations:list.title',
    load: async () => ({ Page: (await import('./pages/plans-page.tsx')).PlansPage }),
  },
  {
    path: '/rotations/new',
    area: 'bases',
    roles: ['school-office', 'programme-head'],
    titleKey: 'rotations:new.title',
    load: async () => ({ Page: (await import('./pages/new-plan-page.tsx')).NewPlanPage }),
  },
  {
    path: '/rotations/$planId',
    area: 'bases',
    roles: [...readers, 'mentor'],
    titleKey: 'rotations:list.title',
    load: async () => ({ Page: (await import('./pages/plan-page.tsx')).PlanPage }),
  },
  {
    path: '/bases/$baseId/usage',
    area: 'bases',
    roles: [...readers, 'mentor'],
    titleKey: 'rotations:usage.title',
    load: async () => ({ Page: (await import('./pages/usage-page.tsx')).UsagePage }),
  },
  {
    path: '/rotation-calendar',
    area: 'bases',
    roles: [...readers, ...mine],
    titleKey: 'rotations:cal.title',
    load: async () => ({ Page: (await import('./pages/calendar-page.tsx')).CalendarPage }),
  },
  {
    path: '/my-weeks',
    area: 'bases',
    roles: mine,
    titleKey: 'rotations:mine.title',
    load: async () => ({ Page: (await import('./pages/my-weeks-page.tsx')).MyWeeksPage }),
  },
];

export const homeCards: HomeCardDefinition[] = [
  {
    id: 'rotations.mine',
    roles: mine,
    order: 5,
    load: async () => ({ Card: (await import('./parts/my-week-card.tsx')).MyWeekCard }),
  },
  {
    id: 'rotations.who',
    roles: ['teacher', 'school-office', 'programme-head', 'enterprise-hr'],
    order: 40,
    load: async () => ({ Card: (await import('./parts/who-is-where-card.tsx')).WhoIsWhereCard }),
  },
];

export const areas: AreaEntry[] = [
  { area: 'bases', order: 20, path: '/rotations', roles: readers, labelKey: 'rotations:list.title' },
  {
    area: 'bases',
    order: 30,
    path: '/rotation-calendar',
    roles: [...readers, ...mine],
    labelKey: 'rotations:cal.title',
  },
  { area: 'bases', order: 5, path: '/my-weeks', roles: mine, labelKey: 'rotations:mine.title' },
];
