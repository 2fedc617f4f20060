import { type OperationsOf, operationsOn } from '@dualtrack/platform/operation';
import type * as z from 'zod';
import * as contract from '../../contract/records.ts';
import type { OrganisationsTables } from '../tables.ts';
import { changeRecord, createRecord, openRecord, removeRecord } from './record-rows.ts';
import { recordStores } from './record-store.ts';

const operation = operationsOn<OrganisationsTables>();
const routes = contract.recordContract;
const ok = { ok: true } as const;

/** What was read, in the shape of its contract; anything else is a defect. */
function shaped<Values>(shape: z.ZodType<Values>, found: { version: string; values: unknown }) {
  return { version: found.version, values: shape.parse(found.values) };
}

const programmeStore = { ...recordStores.programme, kind: 'programme' } as const;
const programme = {
  get: operation(routes.programme.get, async (ctx, input) =>
    shaped(contract.programmeValues, await openRecord(ctx, programmeStore, input.programmeId)),
  ),
  create: operation(routes.programme.create, (ctx, input) => createRecord(ctx, programmeStore, input.values)),
  change: operation(routes.programme.change, async (ctx, { programmeId: id, version, values }) => {
    await changeRecord(ctx, programmeStore, { id, version, values });
    return ok;
  }),
  remove: operation(routes.programme.remove, async (ctx, { programmeId: id, version }) => {
    await removeRecord(ctx, programmeStore, { id, version });
    return ok;
  }),
};

const teacherStore = { ...recordStores.teacher, kind: 'teacher' } as const;
const teacher = {
  get: operation(routes.teacher.get, async (ctx, input) =>
    shaped(contract.teacherValues, await openRecord(ctx, teacherStore, input.teacherId)),
  ),
  create: operation(routes.teacher.create, (ctx, input) => createRecord(ctx, teacherStore, input.values)),
  change: operation(routes.teacher.change, async (ctx, { teacherId: id, version, values }) => {
    await changeRecord(ctx, teacherStore, { id, version, values });
    return ok;
  }),
  remove: operation(routes.teacher.remove, async (ctx, { teacherId: id, version }) => {
    await removeRecord(ctx, teacherStore, { id, version });
    return ok;
  }),
};

const cohortStore = { ...recordStores.cohort, kind: 'cohort' } as const;
const cohort = {
  get: operation(routes.cohort.get, async (ctx, input) =>
    shaped(contract.cohortValues, await openRecord(ctx, cohortStore, input.cohortId)),
  ),
  create: operation(routes.cohort.create, (ctx, input) => createRecord(ctx, cohortStore, input.values)),
  change: operation(routes.cohort.change, async (ctx, { cohortId: id, version, values }) => {
    await changeRecord(ctx, cohortStore, { id, version, values });
    return ok;
  }),
  remove: operation(routes.cohort.remove, async (ctx, { cohortId: id, version }) => {
    await removeRecord(ctx, cohortStore, { id, version });
    return ok;
  }),
};

const siteStore = { ...recordStores.site, kind: 'site' } as const;
const site = {
  get: operation(routes.site.get, async (ctx, input) =>
    shaped(contract.siteValues, await openRecord(ctx, siteStore, input.siteId)),
  ),
  create: operation(routes.site.create, (ctx, input) => createRecord(ctx, siteStore, input.values)),
  change: operation(routes.site.change, async (ctx, { siteId: id, version, values }) => {
    await changeRecord(ctx, siteStore, { id, version, values });
    return ok;
  }),
  remove: operation(routes.site.remove, async (ctx, { siteId: id, version }) => {
    await removeRecord(ctx, siteStore, { id, version });
    return ok;
  }),
};

const postStore = { ...recordStores.post, kind: 'post' } as const;
const post = {
  get: operation(routes.post.get, async (ctx, input) =>
    shaped(contract.postValues, await openRecord(ctx, postStore, input.postId)),
  ),
  create: operation(routes.post.create, (ctx, input) => createRecord(ctx, postStore, input.values)),
  change: operation(routes.post.change, async (ctx, { postId: id, version, values }) => {
    await changeRecord(ctx, postStore, { id, version, values });
    return ok;
  }),
  remove: operation(routes.post.remove, async (ctx, { postId: id, version }) => {
    await removeRecord(ctx, postStore, { id, version });
    return ok;
  }),
};

const workstationStore = { ...recordStores.workstation, kind: 'workstation' } as const;
const workstation = {
  get: operation(routes.workstation.get, async (ctx, input) =>
    shaped(contract.workstationValues, await openRecord(ctx, workstationStore, input.workstationId)),
  ),
  create: operation(routes.workstation.create, (ctx, input) =>
    createRecord(ctx, workstationStore, input.values),
  ),
  change: operation(routes.workstation.change, async (ctx, { workstationId: id, version, values }) => {
    await changeRecord(ctx, workstationStore, { id, version, values });
    return ok;
  }),
  remove: operation(routes.workstation.remove, async (ctx, { workstationId: id, version }) => {
    await removeRecord(ctx, workstationStore, { id, version });
    return ok;
  }),
};

const mentorStore = { ...recordStores.mentor, kind: 'mentor' } as const;
const mentor = {
  get: operation(routes.mentor.get, async (ctx, input) =>
    shaped(contract.mentorValues, await openRecord(ctx, mentorStore, input.staffId)),
  ),
  create: operation(routes.mentor.create, (ctx, input) => createRecord(ctx, mentorStore, input.values)),
  change: operation(routes.mentor.change, async (ctx, { staffId: id, version, values }) => {
    await changeRecord(ctx, mentorStore, { id, version, values });
    return ok;
  }),
  remove: operation(routes.mentor.remove, async (ctx, { staffId: id, version }) => {
    await removeRecord(ctx, mentorStore, { id, version });
    return ok;
  }),
};

const projectStore = { ...recordStores.project, kind: 'project' } as const;
const project = {
  get: operation(routes.project.get, async (ctx, input) =>
    shaped(contract.projectValues, await openRecord(ctx, projectStore, input.projectId)),
  ),
  create: operation(routes.project.create, (ctx, input) => createRecord(ctx, projectStore, input.values)),
  change: operation(routes.project.change, async (ctx, { projectId: id, version, values }) => {
    await changeRecord(ctx, projectStore, { id, version, values });
    return ok;
  }),
  remove: operation(routes.project.remove, async (ctx, { projectId: id, version }) => {
    await removeRecord(ctx, projectStore, { id, version });
    return ok;
  }),
};

/** Operations on single records of the own organisation, kind by kind. */
export const recordOperations: OperationsOf<typeof routes> = {
  programme,
  teacher,
  cohort,
  site,
  post,
  workstation,
  mentor,
  project,
};
