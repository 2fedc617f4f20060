export type { MentorFacts, PostFacts, WorkstationFacts } from './enterprise-doors.ts';
export { findMentors, findPosts, findWorkstations } from './enterprise-doors.ts';
export { forecastFacts, quarterAfter } from './forecast-doors.ts';
export { organisationNames, organisationProfile } from './profile-doors.ts';
export type { CalendarWeek, ProgrammeFacts, StudentFacts } from './school-doors.ts';
export {
  calendarWeeks,
  findProgrammes,
  findStudents,
  findTeachers,
  publicProgrammes,
} from './school-doors.ts';
export type { OrganisationsTables } from './tables.ts';
export { organisationsTables } from './tables.ts';
