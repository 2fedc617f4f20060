import type { AreaEntry, HomeCardDefinition, PageDefinition } from '@dualtrack/ui';

const staff = [
  'school-office',
  'programme-head',
  'teacher',
  'enterprise-hr',
  'project-lead',
  'mentor',
] as const;
const schoolLeads = ['school-office', 'programme-head'] as const;
const leads = [...schoolLeads, 'enterprise-hr', 'project-lead'] as const;
const area = 'talents';

/** The addresses of this module's pages. */
export const pages: PageDefinition[] = [
  {
    ...{ path: '/talents', area, roles: staff, titleKey: 'talent-sharing:area.experts' },
    load: async () => ({ Page: (await import('./pages/experts-page.tsx')).ExpertsPage }),
  },
  {
    ...{ path: '/talents/new', area, roles: staff, titleKey: 'talent-sharing:expert.new' },
    load: async () => ({ Page: (await import('./pages/new-expert-page.tsx')).NewExpertPage }),
  },
  {
    ...{ path: '/talents/$expertId', area, roles: staff, titleKey: 'talent-sharing:area.experts' },
    load: async () => ({ Page: (await import('./pages/expert-page.tsx')).ExpertPage }),
  },
  {
    ...{ path: '/talents/$expertId/edit', area, roles: staff, titleKey: 'talent-sharing:expert.edit' },
    load: async () => ({ Page: (await import('./pages/edit-expert-page.tsx')).EditExpertPage }),
  },
  {
    ...{ path: '/talent-needs', area, roles: staff, titleKey: 'talent-sharing:area.needs' },
    load: async () => ({ Page: (await import('./pages/needs-page.tsx')).NeedsPage }),
  },
  {
    ...{ path: '/talent-needs/new', area, roles: staff, titleKey: 'talent-sharing:need.new' },
    load: async () => ({ Page: (await import('./pages/new-need-page.tsx')).NewNeedPage }),
  },
  {
    ...{ path: '/talent-needs/$needId', area, roles: staff, titleKey: 'talent-sharing:area.needs' },
    load: async () => ({ Page: (await import('./pages/need-page.tsx')).NeedPage }),
  },
  {
    ...{ path: '/talent-sessions', area, roles: staff, titleKey: 'talent-sharing:area.sessions' },
    load: async () => ({ Page: (await import('./pages/sessions-page.tsx')).SessionsPage }),
  },
  {
    ...{ path: '/talent-sessions/new', area, roles: staff, titleKey: 'talent-sharing:session.new' },
    load: async () => ({ Page: (await import('./pages/new-session-page.tsx')).NewSessionPage }),
  },
  {
    ...{ path: '/talent-sessions/$sessionId', area, roles: staff, titleKey: 'talent-sharing:area.sessions' },
    load: async () => ({ Page: (await import('./pages/session-page.tsx')).SessionPage }),
  },
  {
    ...{ path: '/talent-rooms', area, roles: staff, titleKey: 'talent-booking:area.rooms' },
    load: async () => ({ Page: (await import('./pages/rooms-page.tsx')).RoomsPage }),
  },
  {
    ...{ path: '/talent-courses', area, roles: staff, titleKey: 'talent-sharing:area.courses' },
    load: async () => ({ Page: (await import('./pages/courses-page.tsx')).CoursesPage }),
  },
  {
    ...{ path: '/talent-courses/new', area, roles: staff, titleKey: 'talent-sharing:course.new' },
    load: async () => ({ Page: (await import('./pages/new-course-page.tsx')).NewCoursePage }),
  },
  {
    ...{ path: '/talent-courses/$courseId', area, roles: staff, titleKey: 'talent-sharing:area.courses' },
    load: async () => ({ Page: (await import('./pages/course-page.tsx')).CoursePage }),
  },
  {
    ...{ path: '/talent-stays', area, roles: staff, titleKey: 'talent-sharing:area.stays' },
    load: async () => ({ Page: (await import('./pages/stays-page.tsx')).StaysPage }),
  },
  {
    ...{ path: '/talent-stays/new', area, roles: staff, titleKey: 'talent-sharing:stay.new' },
    load: async () => ({ Page: (await import('./pages/new-stay-page.tsx')).NewStayPage }),
  },
  {
    ...{ path: '/talent-stays/$stayId', area, roles: staff, titleKey: 'talent-sharing:area.stays' },
    load: async () => ({ Page: (await import('./pages/stay-page.tsx')).StayPage }),
  },
  {
    ...{ path: '/talent-ledger', area, roles: leads, titleKey: 'talent-sharing:area.ledger' },
    load: async () => ({ Page: (await import('./pages/ledger-page.tsx')).LedgerPage }),
  },
  {
    ...{ path: '/talent-hours', area, roles: staff, titleKey: 'talent-sharing:area.hours' },
    load: async () => ({ Page: (await import('./pages/hours-page.tsx')).HoursPage }),
  },
  {
    ...{ path: '/talent-teachers', area, roles: schoolLeads, titleKey: 'talent-sharing:area.teachers' },
    load: async () => ({ Page: (await import('./pages/teachers-page.tsx')).TeachersPage }),
  },
  {
    ...{ path: '/talent-teachers/$expertId', area, titleKey: 'talent-evidence:record.title' },
    roles: ['school-office', 'programme-head', 'teacher'],
    load: async () => ({ Page: (await import('./pages/teacher-page.tsx')).TeacherPage }),
  },
];

const bySide = [
  { side: 'school', roles: ['school-office', 'programme-head', 'teacher'] },
  { side: 'enterprise', roles: ['enterprise-hr', 'project-lead', 'mentor'] },
] as const;

/** What this module shows on the homes of the roles. */
export const homeCards: HomeCardDefinition[] = bySide.map(({ side, roles }) => ({
  ...{ id: `talentSharing.answers-${side}`, roles, order: 28, side },
  load: async () => ({ Card: (await import('./parts/answers-card.tsx')).AnswersCard }),
}));

/** This module's entries in the sidebar. */
export const areas: AreaEntry[] = [
  { area, order: 10, path: '/talents', roles: staff, labelKey: 'talent-sharing:area.experts' },
  { area, order: 20, path: '/talent-needs', roles: staff, labelKey: 'talent-sharing:area.needs' },
  {
    ...{ area, order: 30, path: '/talent-sessions', roles: staff, labelKey: 'talent-sharing:area.sessions' },
    countLoad: async () => (await import('./client.ts')).waitingAnswers(),
  },
  { area, order: 40, path: '/talent-courses', roles: staff, labelKey: 'talent-sharing:area.courses' },
  { area, order: 50, path: '/talent-stays', roles: staff, labelKey: 'talent-sharing:area.stays' },
  { area, order: 60, path: '/talent-ledger', roles: leads, labelKey: 'talent-sharing:area.ledger' },
  { area, order: 70, path: '/talent-hours', roles: staff, labelKey: 'talent-sharing:area.hours' },
  { area, order: 75, path: '/talent-rooms', roles: staff, labelKey: 'talent-booking:area.rooms' },
  { area, order: 80, path: '/talent-teachers', roles: schoolLeads, labelKey: 'talent-sharing:area.teachers' },
];

/** The question of a mail by its link, for somebody who is not signed in; drawn without the product's frame. */
export const loadTalentAnswer = async () => (await import('./pages/answer-by-link.tsx')).AnswerByLink;
