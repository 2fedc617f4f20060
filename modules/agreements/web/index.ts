import type { AreaEntry, HomeCardDefinition, PageDefinition } from '@dualtrack/ui';

const offices = ['school-office', 'enterprise-hr'] as const;
const family = ['student', 'guardian'] as const;
/** Offices act on tripartite agreements; those who teach the students see how far they are. */
const internshipReaders = ['school-office', 'enterprise-hr', 'programme-head', 'teacher'] as const;
const readers = ['school-office', 'programme-head', 'enterprise-hr', 'project-lead'] as const;

/** The addresses of this module's pages. */
export const pages: PageDefinition[] = [
  {
    path: '/agreements',
    area: 'cooperation',
    roles: readers,
    titleKey: 'agreements:list.title',
    load: async () => ({ Page: (await import('./pages/agreements-page.tsx')).AgreementsPage }),
  },
  {
    path: '/agreements/new',
    area: 'cooperation',
    roles: offices,
    titleKey: 'agreements:create.title',
    load: async () => ({ Page: (await import('./pages/new-agreement-page.tsx')).NewAgreementPage }),
  },
  {
    path: '/agreements/register',
    area: 'cooperation',
    roles: offices,
    titleKey: 'agreements:register.title',
    load: async () => ({ Page: (await import('./pages/register-page.tsx')).RegisterPage }),
  },
  {
    path: '/agreements/verify',
    area: 'cooperation',
    roles: 'all',
    titleKey: 'agreements:verify.title',
    load: async () => ({ Page: (await import('./pages/verify-page.tsx')).VerifyPage }),
  },
  {
    path: '/obligations',
    area: 'cooperation',
    roles: readers,
    titleKey: 'obligations:list.open',
    load: async () => ({ Page: (await import('./pages/obligations-page.tsx')).ObligationsPage }),
  },
  {
    path: '/agreement-templates',
    area: 'cooperation',
    roles: offices,
    titleKey: 'agreement-templates:list.title',
    load: async () => ({ Page: (await import('./pages/templates-page.tsx')).TemplatesPage }),
  },
  {
    path: '/agreement-templates/standard/$kind',
    area: 'cooperation',
    roles: offices,
    titleKey: 'agreement-templates:list.title',
    load: async () => ({ Page: (await import('./pages/template-page.tsx')).StandardTemplatePage }),
  },
  {
    path: '/agreement-templates/$templateId',
    area: 'cooperation',
    roles: offices,
    titleKey: 'agreement-templates:list.title',
    load: async () => ({ Page: (await import('./pages/template-page.tsx')).TemplatePage }),
  },
  {
    path: '/internship-agreements',
    area: 'classes',
    roles: internshipReaders,
    titleKey: 'internships:list.title',
    load: async () => ({ Page: (await import('./pages/internships-page.tsx')).InternshipsPage }),
  },
  {
    path: '/internship-agreements/$classId',
    area: 'classes',
    roles: internshipReaders,
    titleKey: 'internships:list.title',
    load: async () => ({ Page: (await import('./pages/internship-class-page.tsx')).InternshipClassPage }),
  },
  {
    path: '/my-internship-agreements',
    area: 'classes',
    roles: family,
    titleKey: 'internships:mine.title',
    load: async () => ({ Page: (await import('./pages/my-internships-page.tsx')).MyInternshipsPage }),
  },
  {
    path: '/my-internship-agreements/$agreementId',
    area: 'classes',
    roles: family,
    titleKey: 'internships:mine.title',
    load: async () => ({ Page: (await import('./pages/my-internship-page.tsx')).MyInternshipPage }),
  },
  {
    path: '/agreements/$agreementId',
    area: 'cooperation',
    roles: readers,
    titleKey: 'agreements:list.title',
    load: async () => ({ Page: (await import('./pages/agreement-page.tsx')).AgreementPage }),
  },
];

/** What this module shows on the homes of the roles. */
export const homeCards: HomeCardDefinition[] = (['school', 'enterprise'] as const).flatMap((side) => {
  const roles: HomeCardDefinition['roles'] = [side === 'school' ? 'school-office' : 'enterprise-hr'];
  return [
    {
      ...{ id: `agreements.waiting-${side}`, roles, order: 10, side },
      load: async () => ({ Card: (await import('./parts/waiting-card.tsx')).WaitingCard }),
    },
    {
      ...{ id: `agreements.asked-${side}`, roles, order: 11, side },
      load: async () => ({ Card: (await import('./parts/asked-card.tsx')).AskedCard }),
    },
    {
      ...{ id: `agreements.due-${side}`, roles, order: 12, side },
      load: async () => ({ Card: (await import('./parts/due-card.tsx')).DueCard }),
    },
    {
      ...{ id: `agreements.ending-${side}`, roles, order: 14, side },
      load: async () => ({ Card: (await import('./parts/ending-card.tsx')).EndingCard }),
    },
  ];
});

homeCards.push({
  ...{ id: 'agreements.my-internship', roles: family, order: 12 },
  load: async () => ({ Card: (await import('./parts/my-internship-card.tsx')).MyInternshipCard }),
});

/** This module's entries in the sidebar. */
export const areas: AreaEntry[] = [
  {
    ...{ area: 'classes', order: 20, path: '/internship-agreements' },
    ...{ roles: internshipReaders, labelKey: 'internships:list.title' },
  },
  {
    ...{ area: 'classes', order: 20, path: '/my-internship-agreements' },
    ...{ roles: family, labelKey: 'internships:mine.title' },
  },
  {
    area: 'cooperation',
    order: 10,
    path: '/agreements',
    roles: readers,
    labelKey: 'agreements:list.title',
    countLoad: async () => (await import('./client.ts')).waitingAgreements(),
  },
  {
    area: 'cooperation',
    order: 15,
    path: '/obligations',
    roles: readers,
    labelKey: 'obligations:list.title',
  },
  {
    area: 'cooperation',
    order: 15,
    path: '/agreement-templates',
    roles: offices,
    labelKey: 'agreement-templates:list.title',
  },
  {
    area: 'cooperation',
    order: 20,
    path: '/agreements/verify',
    roles: readers,
    labelKey: 'agreements:verify.title',
  },
];

/** The page of a one-time link, for people without an account; it draws without the product's frame. */
export const loadSignByLink = async () => (await import('./pages/sign-by-link.tsx')).SignByLink;

/** Verifying a PDF without an account; it draws without the product's frame. */
export const loadVerifyOpen = async () => (await import('./pages/verify-open.tsx')).VerifyOpen;
