import type { OperationsOf, ServerModule } from '@dualtrack/platform/operation';
import { contract } from '../contract.ts';
import { getCapacity, putCapacity } from './capacity.ts';
import { importTemplate, runImport, startImport } from './import/start-import.ts';
import {
  listPosts,
  listProjects,
  listSites,
  listStaff,
  listStocks,
  listWorkstations,
} from './list-enterprise.ts';
import { listCohorts, listProgrammes, listStudents, listTeachers } from './list-school.ts';
import { getProfile, updateProfile } from './profile.ts';
import { recordOperations } from './records/operations.ts';
import { registerByHand } from './register.ts';
import { searchOrganisations } from './search.ts';
import { getStock, putStock } from './stock-ages.ts';

export type { MentorFacts, PostFacts, WorkstationFacts } from './enterprise-doors.ts';
export { findMentors, findPosts, findWorkstations } from './enterprise-doors.ts';
export { forecastFacts, quarterAfter } from './forecast-doors.ts';
export type { ImportOutcome, ImportProgress } from './import/import-files.ts';
export { importFiles } from './import/import-files.ts';
export { isAnyIllustrative, organisationNames, organisationProfile, regionOf } from './profile-doors.ts';
export type { CalendarWeek, ProgrammeFacts, StudentFacts } from './school-doors.ts';
export {
  calendarWeeks,
  findProgrammes,
  findStudents,
  findTeachers,
  publicProgrammes,
  studentsNamed,
} from './school-doors.ts';
export type { OrganisationsTables } from './tables.ts';
export { organisationsTables } from './tables.ts';

const operations: OperationsOf<typeof contract> = {
  profile: { get: getProfile, update: updateProfile },
  register: registerByHand,
  records: recordOperations,
  programmes: listProgrammes,
  teachers: listTeachers,
  cohorts: listCohorts,
  students: listStudents,
  sites: listSites,
  posts: listPosts,
  workstations: listWorkstations,
  staff: listStaff,
  stocks: listStocks,
  stock: { get: getStock, put: putStock },
  projects: listProjects,
  capacity: { get: getCapacity, put: putCapacity },
  imports: { start: startImport, template: importTemplate },
};

/** The organisations module: profiles, programmes, people, posts, plan and workstations, and their import. */
export const organisations: ServerModule = {
  name: 'organisations',
  contract,
  operations,
  migrations: { room: 'organisations', folder: new URL('../migrations/', import.meta.url) },
  runs: { 'organisations.import': runImport },
  search: searchOrganisations,
};
