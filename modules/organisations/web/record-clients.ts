import type { CallContext } from '@dualtrack/ui';
import type { RecordKind } from '../contract/records.ts';
import type { RecordValues } from '../records/record-faults.ts';
import { organisations } from './client.ts';

type Call = { signal?: AbortSignal; context?: CallContext };

/** The four operations on one kind of record, with the id under one name for all kinds. */
export type RecordClient<Values> = {
  get(id: string, call?: Call): Promise<{ version: string; values: Values }>;
  create(values: Values, call?: Call): Promise<unknown>;
  change(given: { id: string; version: string; values: Values }, call?: Call): Promise<unknown>;
  remove(given: { id: string; version: string }, call?: Call): Promise<unknown>;
};

const { records } = organisations;

/** The client of each kind of record. */
export const recordClients: { readonly [Kind in RecordKind]: RecordClient<RecordValues[Kind]> } = {
  programme: {
    get: (programmeId, call) => records.programme.get({ programmeId }, call),
    create: (values, call) => records.programme.create({ values }, call),
    change: ({ id, ...given }, call) => records.programme.change({ ...given, programmeId: id }, call),
    remove: ({ id, version }, call) => records.programme.remove({ programmeId: id, version }, call),
  },
  teacher: {
    get: (teacherId, call) => records.teacher.get({ teacherId }, call),
    create: (values, call) => records.teacher.create({ values }, call),
    change: ({ id, ...given }, call) => records.teacher.change({ ...given, teacherId: id }, call),
    remove: ({ id, version }, call) => records.teacher.remove({ teacherId: id, version }, call),
  },
  cohort: {
    get: (cohortId, call) => records.cohort.get({ cohortId }, call),
    create: (values, call) => records.cohort.create({ values }, call),
    change: ({ id, ...given }, call) => records.cohort.change({ ...given, cohortId: id }, call),
    remove: ({ id, version }, call) => records.cohort.remove({ cohortId: id, version }, call),
  },
  site: {
    get: (siteId, call) => records.site.get({ siteId }, call),
    create: (values, call) => records.site.create({ values }, call),
    change: ({ id, ...given }, call) => records.site.change({ ...given, siteId: id }, call),
    remove: ({ id, version }, call) => records.site.remove({ siteId: id, version }, call),
  },
  post: {
    get: (postId, call) => records.post.get({ postId }, call),
    create: (values, call) => records.post.create({ values }, call),
    change: ({ id, ...given }, call) => records.post.change({ ...given, postId: id }, call),
    remove: ({ id, version }, call) => records.post.remove({ postId: id, version }, call),
  },
  workstation: {
    get: (workstationId, call) => records.workstation.get({ workstationId }, call),
    create: (values, call) => records.workstation.create({ values }, call),
    change: ({ id, ...given }, call) => records.workstation.change({ ...given, workstationId: id }, call),
    remove: ({ id, version }, call) => records.workstation.remove({ workstationId: id, version }, call),
  },
  mentor: {
    get: (staffId, call) => records.mentor.get({ staffId }, call),
    create: (values, call) => records.mentor.create({ values }, call),
    change: ({ id, ...given }, call) => records.mentor.change({ ...given, staffId: id }, call),
    remove: ({ id, version }, call) => records.mentor.remove({ staffId: id, version }, call),
  },
  project: {
    get: (projectId, call) => records.project.get({ projectId }, call),
    create: (values, call) => records.project.create({ values }, call),
    change: ({ id, ...given }, call) => records.project.change({ ...given, projectId: id }, call),
    remove: ({ id, version }, call) => records.project.remove({ projectId: id, version }, call),
  },
};
