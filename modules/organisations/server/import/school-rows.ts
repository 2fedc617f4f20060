import { newId } from '@dualtrack/platform/ids';
import type { TransactionContext } from '@dualtrack/platform/operation';
import type { ImportBundle } from '../../import/index.ts';
import { idsBy, upsertRows } from './upsert-rows.ts';

type Count = (rows: number) => void;

/** Writes a school's own rows: programmes, teachers, cohorts, students, calendar. */
export async function writeSchoolRows<Tables>(
  context: TransactionContext<Tables>,
  bundle: ImportBundle,
  code: string,
  onWritten: Count,
): Promise<void> {
  await upsertRows(context, {
    table: 'programme',
    shape: {
      id: 'uuid',
      majorCode: 'text',
      name: 'text',
      nameEn: 'text',
      level: 'text',
      years: 'int',
      occupations: 'text[]',
      joinRate: 'float8',
      completionRate: 'float8',
    },
    key: ['majorCode'],
    keep: ['id'],
    rows: bundle.programmes
      .filter((row) => row.schoolCode === code)
      .map(({ durationYears, nameEn, ...row }) => ({
        ...row,
        id: newId(),
        nameEn: nameEn ?? '',
        years: durationYears,
      })),
    onWritten,
  });
  const programmes = await idsBy(context, 'programme', 'major_code');
  const programmeOf = (major: string | null) => (major === null ? null : (programmes.get(major) ?? null));
  await upsertRows(context, {
    table: 'teacher',
    shape: {
      id: 'uuid',
      staffNumber: 'text',
      name: 'text',
      programmeId: 'uuid',
      title: 'text',
      isDualQualified: 'boolean',
      phone: 'text',
      mail: 'text',
    },
    key: ['staffNumber'],
    keep: ['id'],
    rows: bundle.teachers
      .filter((row) => row.schoolCode === code)
      .map((row) => ({
        ...row,
        id: newId(),
        programmeId: programmeOf(row.majorCode),
        title: row.title ?? '',
        isDualQualified: row.dualQualified,
      })),
    onWritten,
  });
  await upsertRows(context, {
    table: 'cohort',
    shape: {
      id: 'uuid',
      code: 'text',
      programmeId: 'uuid',
      entryYear: 'int',
      className: 'text',
      size: 'int',
      graduationQuarter: 'text',
    },
    key: ['code'],
    keep: ['id'],
    rows: bundle.cohorts
      .filter((row) => row.schoolCode === code)
      .map((row) => ({ ...row, id: newId(), code: row.cohortId, programmeId: programmeOf(row.majorCode) })),
    onWritten,
  });
  const cohorts = await idsBy(context, 'cohort', 'code');
  await upsertRows(context, {
    table: 'student',
    shape: {
      id: 'uuid',
      studentNumber: 'text',
      name: 'text',
      sex: 'text',
      birthDate: 'date',
      cohortId: 'uuid',
      phone: 'text',
      guardianName: 'text',
      guardianPhone: 'text',
    },
    key: ['studentNumber'],
    keep: ['id'],
    rows: bundle.students
      .filter((row) => row.schoolCode === code)
      .map((row) => ({ ...row, id: newId(), cohortId: cohorts.get(row.cohortId) ?? null })),
    onWritten,
  });
  await upsertRows(context, {
    table: 'calendar_entry',
    shape: {
      id: 'uuid',
      weekStart: 'date',
      kind: 'text',
      scope: 'text',
      programmeId: 'uuid',
      cohortId: 'uuid',
      note: 'text',
    },
    key: ['weekStart', 'scope'],
    keep: ['id'],
    rows: bundle.calendar
      .filter((row) => row.schoolCode === code)
      .map((row) => ({
        id: newId(),
        weekStart: row.weekStart,
        kind: row.kind,
        scope: row.cohortId ?? row.majorCode ?? '',
        programmeId: row.cohortId === null ? programmeOf(row.majorCode) : null,
        cohortId: row.cohortId === null ? null : (cohorts.get(row.cohortId) ?? null),
        note: row.note ?? '',
      })),
    onWritten,
  });
}
