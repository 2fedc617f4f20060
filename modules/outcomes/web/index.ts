import type { AreaEntry, HomeCardDefinition, PageDefinition } from '@dualtrack/ui';

const offices = ['school-office', 'programme-head', 'enterprise-hr', 'project-lead'] as const;
const boards = [...offices, 'teacher'] as const;
const staff = [...boards, 'mentor'] as const;
const learners = ['student', 'guardian'] as const;

/** The addresses of this module's pages. */
export const pages: PageDefinition[] = [
  {
    path: '/scoreboard',
    area: 'outcomes',
    roles: boards,
    titleKey: 'outcomes:scoreboard.title',
    load: async () => ({ Page: (await import('./pages/scoreboard-page.tsx')).ScoreboardPage }),
  },
  {
    path: '/scoreboard/$figure',
    area: 'outcomes',
    roles: boards,
    titleKey: 'outcomes:scoreboard.title',
    load: async () => ({ Page: (await import('./pages/figure-page.tsx')).FigurePage }),
  },
  {
    path: '/outcomes',
    area: 'outcomes',
    roles: staff,
    titleKey: 'outcomes:classes.title',
    load: async () => ({ Page: (await import('./pages/classes-page.tsx')).ClassesPage }),
  },
  {
    path: '/outcomes/$classId',
    area: 'outcomes',
    roles: staff,
    titleKey: 'outcomes:classes.title',
    load: async () => ({ Page: (await import('./pages/class-page.tsx')).ClassPage }),
  },
  {
    path: '/outcomes/$classId/marks',
    area: 'outcomes',
    roles: staff,
    titleKey: 'outcomes:marks.title',
    load: async () => ({ Page: (await import('./pages/marks-page.tsx')).MarksPage }),
  },
  {
    path: '/talent-orders/$orderId/way',
    area: 'outcomes',
    roles: offices,
    titleKey: 'outcomes:way.title',
    load: async () => ({ Page: (await import('./pages/way-page.tsx')).WayPage }),
  },
  {
    path: '/my-outcomes',
    area: 'outcomes',
    roles: learners,
    titleKey: 'outcomes:mine.title',
    load: async () => ({ Page: (await import('./pages/my-outcomes-page.tsx')).MyOutcomesPage }),
  },
];

/** What this module shows on the homes of the roles. */
export const homeCards: HomeCardDefinition[] = [
  {
    id: 'outcomes.scoreboard',
    roles: boards,
    order: 60,
    load: async () => ({ Card: (await import('./parts/scoreboard-card.tsx')).ScoreboardCard }),
  },
  {
    id: 'outcomes.mine',
    roles: learners,
    order: 40,
    load: async () => ({ Card: (await import('./parts/my-outcome-card.tsx')).MyOutcomeCard }),
  },
];

/** This module's entries in the sidebar. */
export const areas: AreaEntry[] = [
  {
    area: 'outcomes',
    order: 10,
    path: '/scoreboard',
    roles: boards,
    labelKey: 'outcomes:scoreboard.title',
  },
  { area: 'outcomes', order: 20, path: '/outcomes', roles: staff, labelKey: 'outcomes:classes.title' },
  { area: 'outcomes', order: 10, path: '/my-outcomes', roles: learners, labelKey: 'outcomes:mine.title' },
];
