import type { AreaEntry, HomeCardDefinition, PageDefinition } from '@dualtrack/ui';

const staff = [
  ...(['school-office', 'programme-head', 'teacher'] as const),
  ...(['enterprise-hr', 'project-lead', 'mentor'] as const),
];
const area = 'innovation';

/** The addresses of this module's pages. */
export const pages: PageDefinition[] = [
  {
    ...{ path: '/challenges', area, roles: staff, titleKey: 'innovation:challenges.title' },
    load: async () => ({ Page: (await import('./pages/challenges-page.tsx')).ChallengesPage }),
  },
  {
    ...{ path: '/challenges/new', area, roles: staff, titleKey: 'innovation:challenge.new' },
    load: async () => ({ Page: (await import('./pages/challenge-form-page.tsx')).NewChallengePage }),
  },
  {
    ...{ path: '/challenges/$challengeId', area, roles: staff, titleKey: 'innovation:challenges.title' },
    load: async () => ({ Page: (await import('./pages/challenge-page.tsx')).ChallengePage }),
  },
  {
    ...{ path: '/challenges/$challengeId/edit', area, roles: staff, titleKey: 'innovation:challenge.edit' },
    load: async () => ({ Page: (await import('./pages/challenge-form-page.tsx')).EditChallengePage }),
  },
  {
    ...{ path: '/challenges/$challengeId/propose', area, roles: staff, titleKey: 'innovation:proposal.new' },
    load: async () => ({ Page: (await import('./pages/proposal-form-page.tsx')).NewProposalPage }),
  },
  {
    ...{ path: '/proposals/$proposalId', area, roles: staff, titleKey: 'innovation:proposals.title' },
    load: async () => ({ Page: (await import('./pages/proposal-page.tsx')).ProposalPage }),
  },
  {
    ...{ path: '/proposals/$proposalId/edit', area, roles: staff, titleKey: 'innovation:proposal.edit' },
    load: async () => ({ Page: (await import('./pages/proposal-form-page.tsx')).EditProposalPage }),
  },
  {
    ...{ path: '/innovation-projects', area, roles: staff, titleKey: 'innovation-projects:projects.title' },
    load: async () => ({ Page: (await import('./pages/projects-page.tsx')).ProjectsPage }),
  },
  {
    ...{ path: '/innovation-projects/$projectId', area, roles: staff },
    titleKey: 'innovation-projects:projects.title',
    load: async () => ({ Page: (await import('./pages/project-page.tsx')).ProjectPage }),
  },
  {
    ...{ path: '/innovation-outputs', area, roles: staff, titleKey: 'innovation-projects:outputs.title' },
    load: async () => ({ Page: (await import('./pages/outputs-page.tsx')).OutputsPage }),
  },
  {
    ...{ path: '/innovation-outputs/new', area, roles: staff, titleKey: 'innovation-projects:outputs.add' },
    load: async () => ({ Page: (await import('./pages/new-output-page.tsx')).NewOutputPage }),
  },
  {
    ...{ path: '/innovation-outputs/$outputId', area, roles: staff },
    titleKey: 'innovation-projects:outputs.title',
    load: async () => ({ Page: (await import('./pages/output-page.tsx')).OutputPage }),
  },
  {
    ...{ path: '/observations', area, roles: staff, titleKey: 'innovation-news:observations.title' },
    load: async () => ({ Page: (await import('./pages/observations-page.tsx')).ObservationsPage }),
  },
  {
    ...{ path: '/observations/new', area, roles: staff, titleKey: 'innovation-news:observation.new' },
    load: async () => ({ Page: (await import('./pages/new-observation-page.tsx')).NewObservationPage }),
  },
  {
    ...{ path: '/observations/$observationId', area, roles: staff },
    titleKey: 'innovation-news:observations.title',
    load: async () => ({ Page: (await import('./pages/observation-page.tsx')).ObservationPage }),
  },
  {
    ...{ path: '/my-innovation', area, roles: ['student'], titleKey: 'innovation-projects:mine.title' },
    load: async () => ({ Page: (await import('./pages/my-innovation-page.tsx')).MyInnovationPage }),
  },
];

/** This module's entries in the sidebar. */
export const areas: AreaEntry[] = [
  {
    ...{
      area,
      order: 10,
      path: '/challenges',
      roles: staff,
      labelKey: 'innovation:challenges.title' as const,
    },
    countLoad: async () => (await import('./client.ts')).unseenNotices(['challenge', 'proposal']),
  },
  {
    ...{ area, order: 20, path: '/innovation-projects', roles: staff },
    labelKey: 'innovation-projects:projects.title',
    countLoad: async () => (await import('./client.ts')).unseenNotices(['project']),
  },
  {
    ...{ area, order: 30, path: '/innovation-outputs', roles: staff },
    labelKey: 'innovation-projects:outputs.title',
  },
  {
    ...{ area, order: 40, path: '/observations', roles: staff },
    labelKey: 'innovation-news:observations.title',
  },
  {
    ...{ area, order: 10, path: '/my-innovation', roles: ['student'] },
    labelKey: 'innovation-projects:mine.title',
  },
];

/** What this module shows on the homes of the roles. */
export const homeCards: HomeCardDefinition[] = [
  { side: 'school' as const, roles: ['school-office', 'programme-head', 'teacher'] as const },
  { side: 'enterprise' as const, roles: ['enterprise-hr', 'project-lead', 'mentor'] as const },
  { side: 'school' as const, roles: ['student'] as const },
].map(({ side, roles }) => ({
  ...{ id: `innovation.news-${roles[0]}`, roles, order: 32, side },
  load: async () => ({ Card: (await import('./parts/news-card.tsx')).NewsCard }),
}));
