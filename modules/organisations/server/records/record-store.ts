import type { RecordKind } from '../../contract/records.ts';
import type { RowShape } from '../import/upsert-rows.ts';

/** Another table's rows that stand on a record; `name` is what a refusal says of them. */
export type Use = { table: string; column: string; name: string; where?: 'open' };

/** A field that names another record of the same home. */
export type Reference = { field: string; table: string };

/** How a kind of record is kept: its table, the columns of its form with their types, its own code, what uses it. */
export type RecordStore = {
  kind: RecordKind;
  table: string;
  /** Name of the id in the contract's input. */
  idName: string;
  shape: RowShape;
  /** The field that no two records of a home share. */
  code: string;
  references: readonly Reference[];
  uses: readonly Use[];
};

/** A person of the organisation signs in as this record. */
const account: Use = { table: 'membership', column: 'subject_id', name: 'account', where: 'open' };

/** Every kind of record with a form. */
export const recordStores: { readonly [Kind in RecordKind]: RecordStore } = {
  programme: {
    kind: 'programme',
    table: 'programme',
    idName: 'programmeId',
    shape: {
      majorCode: 'text',
      name: 'text',
      nameEn: 'text',
      level: 'text',
      years: 'int',
      occupations: 'text[]',
      joinRate: 'float8',
      completionRate: 'float8',
    },
    code: 'majorCode',
    references: [],
    uses: [
      { table: 'cohort', column: 'programme_id', name: 'cohort' },
      { table: 'teacher', column: 'programme_id', name: 'teacher' },
      { table: 'calendar_entry', column: 'programme_id', name: 'calendar' },
    ],
  },
  teacher: {
    kind: 'teacher',
    table: 'teacher',
    idName: 'teacherId',
    shape: {
      staffNumber: 'text',
      name: 'text',
      programmeId: 'uuid',
      title: 'text',
      isDualQualified: 'boolean',
      phone: 'text',
      mail: 'text',
    },
    code: 'staffNumber',
    references: [{ field: 'programmeId', table: 'programme' }],
    uses: [account],
  },
  cohort: {
    kind: 'cohort',
    table: 'cohort',
    idName: 'cohortId',
    shape: {
      code: 'text',
      className: 'text',
      programmeId: 'uuid',
      entryYear: 'int',
      size: 'int',
      graduationQuarter: 'text',
    },
    code: 'code',
    references: [{ field: 'programmeId', table: 'programme' }],
    uses: [
      { table: 'student', column: 'cohort_id', name: 'student' },
      { table: 'calendar_entry', column: 'cohort_id', name: 'calendar' },
    ],
  },
  site: {
    kind: 'site',
    table: 'site',
    idName: 'siteId',
    shape: { code: 'text', name: 'text', nameEn: 'text', regionCode: 'text', address: 'text' },
    code: 'code',
    references: [],
    uses: [
      { table: 'post', column: 'site_id', name: 'post' },
      { table: 'workstation', column: 'site_id', name: 'workstation' },
    ],
  },
  post: {
    kind: 'post',
    table: 'post',
    idName: 'postId',
    shape: {
      code: 'text',
      title: 'text',
      titleEn: 'text',
      occupation: 'text',
      siteId: 'uuid',
      headcount: 'int',
      monthlyPay: 'bigint',
      internPay: 'bigint',
      hazards: 'text[]',
      isNightShift: 'boolean',
      majorCategories: 'int[]',
      labourGrade: 'int',
    },
    code: 'code',
    references: [{ field: 'siteId', table: 'site' }],
    uses: [{ table: 'workstation', column: 'post_id', name: 'workstation' }],
  },
  workstation: {
    kind: 'workstation',
    table: 'workstation',
    idName: 'workstationId',
    shape: {
      code: 'text',
      name: 'text',
      nameEn: 'text',
      siteId: 'uuid',
      postId: 'uuid',
      unit: 'text',
      unitWeeks: 'int',
      places: 'int',
      safetyNote: 'text',
    },
    code: 'code',
    references: [
      { field: 'siteId', table: 'site' },
      { field: 'postId', table: 'post' },
    ],
    uses: [],
  },
  mentor: {
    kind: 'mentor',
    table: 'staff',
    idName: 'staffId',
    shape: {
      staffNumber: 'text',
      name: 'text',
      postTitle: 'text',
      certificate: 'text',
      maxLearners: 'int',
      mail: 'text',
    },
    code: 'staffNumber',
    references: [],
    uses: [account],
  },
  project: {
    kind: 'project',
    table: 'project',
    idName: 'projectId',
    shape: {
      code: 'text',
      name: 'text',
      nameEn: 'text',
      probability: 'float8',
      delayMean: 'float8',
      delayMax: 'int',
    },
    code: 'code',
    references: [],
    uses: [],
  },
};
