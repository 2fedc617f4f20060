import { likePattern, listPage, operationsOn } from '@dualtrack/platform/operation';
import { contract } from '../contract.ts';
import type { OrganisationsTables } from './tables.ts';

const operation = operationsOn<OrganisationsTables>();

export const listProgrammes = operation(contract.programmes, async ({ db }, input) => {
  let query = db
    .selectFrom('programme')
    .select([
      'id',
      'majorCode',
      'name',
      'nameEn',
      'level',
      'years',
      'occupations',
      'joinRate',
      'completionRate',
    ]);
  if (input.q) {
    const pattern = likePattern(input.q);
    query = query.where((eb) =>
      eb.or([eb('name', 'ilike', pattern), eb('nameEn', 'ilike', pattern), eb('majorCode', 'like', pattern)]),
    );
  }
  return listPage(query, input, { majorCode: 'majorCode', name: 'name', years: 'years' });
});

export const listTeachers = operation(contract.teachers, async ({ db }, input) => {
  let query = db
    .selectFrom('teacher as t')
    .leftJoin('programme as p', (join) =>
      join.onRef('p.tenantId', '=', 't.tenantId').onRef('p.id', '=', 't.programmeId'),
    )
    .select([
      't.id',
      't.staffNumber',
      't.name',
      'p.name as programme',
      'p.nameEn as programmeEn',
      't.title',
      't.isDualQualified',
    ]);
  if (input.q) {
    const pattern = likePattern(input.q);
    query = query.where((eb) =>
      eb.or([eb('t.name', 'ilike', pattern), eb('t.staffNumber', 'like', pattern)]),
    );
  }
  return listPage(query, input, {
    staffNumber: 't.staffNumber',
    name: 't.name',
    programme: 'p.name',
    title: 't.title',
  });
});

export const listCohorts = operation(contract.cohorts, async ({ db }, input) => {
  let query = db
    .selectFrom('cohort as c')
    .innerJoin('programme as p', (join) =>
      join.onRef('p.tenantId', '=', 'c.tenantId').onRef('p.id', '=', 'c.programmeId'),
    )
    .select([
      'c.id',
      'c.code',
      'c.className',
      'p.name as programme',
      'p.nameEn as programmeEn',
      'c.entryYear',
      'c.size',
      'c.graduationQuarter',
    ]);
  if (input.q) {
    const pattern = likePattern(input.q);
    query = query.where((eb) => eb.or([eb('c.className', 'ilike', pattern), eb('p.name', 'ilike', pattern)]));
  }
  return listPage(
    query,
    { ...input, sort: input.sort ?? '-entryYear' },
    {
      entryYear: 'c.entryYear',
      className: 'c.className',
      programme: 'p.name',
      size: 'c.size',
      graduationQuarter: 'c.graduationQuarter',
    },
  );
});

/** Students of the school; reading them is written into the audit trail. */
export const listStudents = operation(contract.students, async ({ db }, input) => {
  let query = db
    .selectFrom('student as s')
    .innerJoin('cohort as c', (join) =>
      join.onRef('c.tenantId', '=', 's.tenantId').onRef('c.id', '=', 's.cohortId'),
    )
    .innerJoin('programme as p', (join) =>
      join.onRef('p.tenantId', '=', 'c.tenantId').onRef('p.id', '=', 'c.programmeId'),
    )
    .select([
      's.id',
      's.studentNumber',
      's.name',
      's.sex',
      's.birthDate',
      'c.className as cohort',
      'p.name as programme',
      'p.nameEn as programmeEn',
      's.guardianName',
    ]);
  if (input.q) {
    const pattern = likePattern(input.q);
    query = query.where((eb) =>
      eb.or([eb('s.name', 'ilike', pattern), eb('s.studentNumber', 'like', pattern)]),
    );
  }
  if (input.cohortId !== undefined) query = query.where('s.cohortId', '=', input.cohortId);
  return listPage(query, input, {
    studentNumber: 's.studentNumber',
    name: 's.name',
    birthDate: 's.birthDate',
    cohort: 'c.className',
    programme: 'p.name',
  });
});
