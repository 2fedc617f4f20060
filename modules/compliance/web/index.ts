import type { AreaEntry, FormAsideDefinition, HomeCardDefinition, PageDefinition } from '@dualtrack/ui';

const school = ['school-office', 'programme-head', 'teacher'] as const;
const staff = [...school, 'enterprise-hr', 'project-lead', 'mentor'] as const;

export const pages: PageDefinition[] = [
  {
    path: '/compliance',
    area: 'compliance',
    roles: staff,
    titleKey: 'compliance:home.title',
    load: async () => ({ Page: (await import('./pages/compliance-page.tsx')).CompliancePage }),
  },
  {
    path: '/compliance/classes/$classId',
    area: 'compliance',
    roles: staff,
    titleKey: 'compliance:home.title',
    load: async () => ({ Page: (await import('./pages/class-page.tsx')).ClassPage }),
  },
  {
    path: '/compliance/rules',
    area: 'compliance',
    roles: [...staff, 'authority', 'operator'],
    titleKey: 'compliance:library.title',
    load: async () => ({ Page: (await import('./pages/library-page.tsx')).LibraryPage }),
  },
  {
    path: '/compliance/reports',
    area: 'compliance',
    roles: ['authority'],
    titleKey: 'compliance:reports.title',
    load: async () => ({ Page: (await import('./pages/reports-page.tsx')).ReportsPage }),
  },
  {
    path: '/compliance/reports/$classId',
    area: 'compliance',
    roles: ['authority'],
    titleKey: 'compliance:reports.title',
    load: async () => ({ Page: (await import('./pages/report-page.tsx')).ReportPage }),
  },
];

export const homeCards: HomeCardDefinition[] = [
  {
    id: 'compliance.open',
    roles: ['school-office', 'programme-head', 'enterprise-hr'],
    order: 30,
    load: async () => ({ Card: (await import('./parts/open-card.tsx')).OpenCard }),
  },
  {
    id: 'compliance.reports',
    roles: ['authority'],
    order: 10,
    load: async () => ({ Card: (await import('./parts/reports-card.tsx')).ReportsCard }),
  },
];

export const areas: AreaEntry[] = [
  {
    area: 'compliance',
    order: 10,
    path: '/compliance',
    roles: staff,
    labelKey: 'compliance:home.title',
    countLoad: async () => (await import('./client.ts')).breachedCount(),
  },
  {
    area: 'compliance',
    order: 10,
    path: '/compliance/reports',
    roles: ['authority'],
    labelKey: 'compliance:reports.title',
  },
  {
    area: 'compliance',
    order: 20,
    path: '/compliance/rules',
    roles: [...staff, 'authority', 'operator'],
    labelKey: 'compliance:library.title',
  },
];

/** The law beside forms of rooms that come before this one. */
export const formAsides: FormAsideDefinition[] = [
  {
    form: 'organisations.post',
    load: async () => ({ Aside: (await import('./parts/post-law.tsx')).PostLaw }),
  },
];

/** Beside a form of a class or a placement: what verdicts would become if what is typed were recorded. */
export const loadTriedVerdicts = async () => (await import('./parts/tried-verdicts.tsx')).TriedVerdicts;

/** Beside a form that is about no class yet, such as hours of a workstation. */
export const loadTypedLaw = async () => (await import('./parts/typed-law.tsx')).TypedLaw;

/** Findings of the law on the terms of an agreement; a later room shows them before signing. */
export const loadTermsCheck = async () => (await import('./parts/terms-check.tsx')).TermsCheck;
