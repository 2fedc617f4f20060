import type { AreaEntry, HomeCardDefinition, PageDefinition } from '@dualtrack/ui';

const leads = ['school-office', 'programme-head', 'enterprise-hr', 'project-lead'] as const;
const area = 'cooperation';

/** The addresses of this module's pages. */
export const pages: PageDefinition[] = [
  {
    ...{ path: '/ceremonies', area, roles: leads, titleKey: 'ceremonies:list.ceremonies' },
    load: async () => ({ Page: (await import('./pages/ceremonies-page.tsx')).CeremoniesPage }),
  },
  {
    ...{ path: '/ceremonies/new', area, roles: leads, titleKey: 'ceremonies:new.title' },
    load: async () => ({ Page: (await import('./pages/new-ceremony-page.tsx')).NewCeremonyPage }),
  },
  {
    ...{ path: '/ceremonies/$ceremonyId', area, roles: leads, titleKey: 'ceremonies:list.title2' },
    load: async () => ({ Page: (await import('./pages/ceremony-page.tsx')).CeremonyPage }),
  },
  {
    ...{ path: '/ceremonies/$ceremonyId/screen', area, roles: leads, titleKey: 'ceremonies:do.screen' },
    load: async () => ({ Page: (await import('./pages/screen-page.tsx')).ScreenPage }),
  },
  {
    ...{ path: '/ceremonies/$ceremonyId/remote', area, roles: leads, titleKey: 'ceremonies:remote.title' },
    load: async () => ({ Page: (await import('./pages/remote-page.tsx')).RemotePage }),
  },
  {
    ...{ path: '/meetings', area, roles: leads, titleKey: 'ceremonies:meetings.title' },
    load: async () => ({ Page: (await import('./pages/meetings-page.tsx')).MeetingsPage }),
  },
  {
    ...{ path: '/meetings/new', area, roles: leads, titleKey: 'ceremonies:meetings.new' },
    load: async () => ({ Page: (await import('./pages/new-meeting-page.tsx')).NewMeetingPage }),
  },
  {
    ...{ path: '/meetings/$meetingId', area, roles: leads, titleKey: 'ceremonies:meetings.title' },
    load: async () => ({ Page: (await import('./pages/meeting-page.tsx')).MeetingPage }),
  },
  {
    ...{ path: '/agreements/$agreementId/beside', area, roles: leads, titleKey: 'ceremonies:beside.title' },
    load: async () => ({ Page: (await import('./pages/beside-page.tsx')).BesidePage }),
  },
  {
    ...{ path: '/discussions', area, roles: leads, titleKey: 'ceremonies:talk.title' },
    load: async () => ({ Page: (await import('./pages/threads-page.tsx')).ThreadsPage }),
  },
  {
    ...{ path: '/discussions/new', area, roles: leads, titleKey: 'ceremonies:talk.new' },
    load: async () => ({ Page: (await import('./pages/new-thread-page.tsx')).NewThreadPage }),
  },
  {
    ...{ path: '/discussions/$threadId', area, roles: leads, titleKey: 'ceremonies:talk.title' },
    load: async () => ({ Page: (await import('./pages/thread-page.tsx')).ThreadPage }),
  },
];

const bySide = [
  { side: 'school', roles: ['school-office', 'programme-head'] },
  { side: 'enterprise', roles: ['enterprise-hr', 'project-lead'] },
] as const;

/** What this module shows on the homes of the roles. */
export const homeCards: HomeCardDefinition[] = bySide.flatMap(({ side, roles }) => [
  {
    ...{ id: `ceremonies.tasks-${side}`, roles, order: 22, side },
    load: async () => ({ Card: (await import('./parts/tasks-card.tsx')).TasksCard }),
  },
  {
    ...{ id: `ceremonies.coming-${side}`, roles, order: 24, side },
    load: async () => ({ Card: (await import('./parts/coming-card.tsx')).ComingCard }),
  },
  {
    ...{ id: `ceremonies.mentions-${side}`, roles, order: 26, side },
    load: async () => ({ Card: (await import('./parts/mentions-card.tsx')).MentionsCard }),
  },
]);

/** This module's entries in the sidebar. */
export const areas: AreaEntry[] = [
  { area, order: 30, path: '/ceremonies', roles: leads, labelKey: 'ceremonies:list.ceremonies' },
  { area, order: 32, path: '/meetings', roles: leads, labelKey: 'ceremonies:meetings.title' },
  {
    ...{ area, order: 34, path: '/discussions', roles: leads, labelKey: 'ceremonies:talk.title' },
    countLoad: async () => (await import('./client.ts')).unreadMentions(),
  },
];

/** The screen in the hall by its link, for a machine on which nobody is signed in; it draws without the product's frame. */
export const loadHallByLink = async () => (await import('./pages/hall-by-link.tsx')).HallByLink;
