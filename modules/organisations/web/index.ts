import type { AreaEntry, HomeCardDefinition, PageDefinition, Role } from '@dualtrack/ui';

const school = ['school-office', 'programme-head', 'teacher'] as const;
const enterprise = ['enterprise-hr', 'project-lead'] as const;
const workplace = [...enterprise, 'mentor'] as const;
const importers = ['school-office', 'programme-head', ...enterprise, 'operator'] as const;

type Entry = Omit<PageDefinition, 'area' | 'roles'> & { order: number; roles: readonly Role[] };

const entries: readonly Entry[] = [
  {
    path: '/organisation',
    order: 10,
    roles: [...school, ...workplace],
    titleKey: 'organisations:profile.title',
    load: async () => ({ Page: (await import('./pages/organisation-page.tsx')).OrganisationPage }),
  },
  {
    path: '/settings/programmes',
    order: 20,
    roles: school,
    titleKey: 'organisations:programmes.title',
    load: async () => ({ Page: (await import('./pages/programmes-page.tsx')).ProgrammesPage }),
  },
  {
    path: '/settings/cohorts',
    order: 21,
    roles: school,
    titleKey: 'organisations:cohorts.title',
    load: async () => ({ Page: (await import('./pages/cohorts-page.tsx')).CohortsPage }),
  },
  {
    path: '/settings/students',
    order: 22,
    roles: school,
    titleKey: 'organisations:students.title',
    load: async () => ({ Page: (await import('./pages/students-page.tsx')).StudentsPage }),
  },
  {
    path: '/settings/teachers',
    order: 23,
    roles: school,
    titleKey: 'organisations:teachers.title',
    load: async () => ({ Page: (await import('./pages/teachers-page.tsx')).TeachersPage }),
  },
  {
    path: '/settings/sites',
    order: 30,
    roles: workplace,
    titleKey: 'organisations:sites.title',
    load: async () => ({ Page: (await import('./pages/sites-page.tsx')).SitesPage }),
  },
  {
    path: '/settings/posts',
    order: 31,
    roles: workplace,
    titleKey: 'organisations:posts.title',
    load: async () => ({ Page: (await import('./pages/posts-page.tsx')).PostsPage }),
  },
  {
    path: '/settings/workstations',
    order: 32,
    roles: workplace,
    titleKey: 'organisations:workstations.title',
    load: async () => ({ Page: (await import('./pages/workstations-page.tsx')).WorkstationsPage }),
  },
  {
    path: '/settings/mentors',
    order: 33,
    roles: workplace,
    titleKey: 'organisations:mentors.title',
    load: async () => ({ Page: (await import('./pages/mentors-page.tsx')).MentorsPage }),
  },
  {
    path: '/settings/headcount',
    order: 34,
    roles: enterprise,
    titleKey: 'organisations:headcount.title',
    load: async () => ({ Page: (await import('./pages/headcount-page.tsx')).HeadcountPage }),
  },
  {
    path: '/settings/capacity',
    order: 35,
    roles: enterprise,
    titleKey: 'organisations:capacity.title',
    load: async () => ({ Page: (await import('./pages/capacity-page.tsx')).CapacityPage }),
  },
  {
    path: '/settings/projects',
    order: 36,
    roles: enterprise,
    titleKey: 'organisations:projects.title',
    load: async () => ({ Page: (await import('./pages/projects-page.tsx')).ProjectsPage }),
  },
  {
    path: '/settings/organisations',
    order: 40,
    roles: ['operator'],
    titleKey: 'organisations:registrations.title',
    load: async () => ({ Page: (await import('./pages/registrations-page.tsx')).RegistrationsPage }),
  },
  {
    path: '/settings/import',
    order: 50,
    roles: importers,
    titleKey: 'imports:title',
    load: async () => ({ Page: (await import('./pages/import-page.tsx')).ImportPage }),
  },
];

/** Profile, lists and import of the own organisation, all in the area "settings". */
export const pages: PageDefinition[] = entries.map(({ path, roles, titleKey, load }) => ({
  path,
  area: 'settings',
  roles,
  titleKey,
  load,
}));

/** This module's entries in the sidebar: every page is one. */
export const areas: AreaEntry[] = entries.map(({ path, order, roles, titleKey }) => ({
  area: 'settings',
  order,
  path,
  roles,
  labelKey: titleKey,
}));

/** Nothing of this module waits for a person. */
export const homeCards: HomeCardDefinition[] = [];
