import { noId } from '@dualtrack/platform/ids';
import type { TransactionContext } from '@dualtrack/platform/operation';
import { ownDb } from './own-db.ts';

/** A programme of a school. Rates are shares of 1. */
export type ProgrammeFacts = {
  id: string;
  majorCode: string;
  name: string;
  nameEn: string;
  level: string;
  years: number;
  occupations: string[];
  joinRate: number;
  completionRate: number;
};
const programmeColumns = [
  'id',
  'majorCode',
  'name',
  'nameEn',
  'level',
  'years',
  'occupations',
  'joinRate',
  'completionRate',
] as const;

/** Programmes of the school in whose home the context runs. */
export async function findProgrammes<Tables>(context: TransactionContext<Tables>): Promise<ProgrammeFacts[]> {
  return ownDb(context).selectFrom('programme').select(programmeColumns).orderBy('majorCode').execute();
}

/** Published programmes of schools, with expected graduates by quarter; readable by everybody. */
export async function publicProgrammes<Tables>(
  context: TransactionContext<Tables>,
  schoolIds: readonly string[],
): Promise<(ProgrammeFacts & { schoolId: string; graduates: { quarter: string; count: number }[] })[]> {
  return ownDb(context)
    .selectFrom('directoryProgramme')
    .select([...programmeColumns, 'tenantId as schoolId', 'graduates'])
    .where('tenantId', 'in', [...schoolIds, noId])
    .orderBy('majorCode')
    .execute();
}

/** A student with what law needs to know; never leaves the school's home. */
export type StudentFacts = {
  id: string;
  studentNumber: string;
  name: string;
  sex: string;
  birthDate: string;
  cohortId: string;
  cohortName: string;
  programmeId: string;
  majorCode: string;
  phone: string | null;
  guardianName: string | null;
  guardianPhone: string | null;
};

function studentQuery<Tables>(context: TransactionContext<Tables>) {
  return ownDb(context)
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
      's.cohortId',
      'c.className as cohortName',
      'c.programmeId',
      'p.majorCode',
      's.phone',
      's.guardianName',
      's.guardianPhone',
    ])
    .orderBy('s.studentNumber');
}

/** Students of the school in whose home the context runs, by id. */
export async function findStudents<Tables>(
  context: TransactionContext<Tables>,
  ids: readonly string[],
): Promise<StudentFacts[]> {
  return studentQuery(context)
    .where('s.id', 'in', [...ids, noId])
    .execute();
}

/** Students of the school in whose home the context runs who have one of the numbers or one of the names, as a list on paper gives them. */
export async function studentsNamed<Tables>(
  context: TransactionContext<Tables>,
  given: { numbers: readonly string[]; names: readonly string[] },
): Promise<StudentFacts[]> {
  return studentQuery(context)
    .where((eb) =>
      eb.or([eb('s.studentNumber', 'in', [...given.numbers, '']), eb('s.name', 'in', [...given.names, ''])]),
    )
    .execute();
}

/** Teachers of the school in whose home the context runs; all, or those with the ids given. */
export async function findTeachers<Tables>(context: TransactionContext<Tables>, ids?: readonly string[]) {
  let query = ownDb(context)
    .selectFrom('teacher')
    .select(['id', 'staffNumber', 'name', 'programmeId', 'title', 'isDualQualified'])
    .orderBy('staffNumber');
  if (ids !== undefined) query = query.where('id', 'in', [...ids, noId]);
  return query.execute();
}

/** A week of the dual calendar. `weekStart` is a Monday. */
export type CalendarWeek = { weekStart: string; kind: string; note: string };

/**
 * Weeks of the school's calendar in a span of days, both ends included. Where a cohort or its programme has an
 * entry of its own, it stands instead of the school's.
 */
export async function calendarWeeks<Tables>(
  context: TransactionContext<Tables>,
  span: { from: string; to: string; cohortId?: string; programmeId?: string },
): Promise<CalendarWeek[]> {
  const rows = await ownDb(context)
    .selectFrom('calendarEntry')
    .select(['weekStart', 'kind', 'note', 'cohortId', 'programmeId'])
    .where('weekStart', '>=', span.from)
    .where('weekStart', '<=', span.to)
    .orderBy('weekStart')
    .execute();
  const weeks = new Map<string, { week: CalendarWeek; rank: number }>();
  for (const { cohortId, programmeId, ...week } of rows) {
    const isForeign =
      (cohortId !== null && cohortId !== span.cohortId) ||
      (programmeId !== null && programmeId !== span.programmeId);
    if (isForeign) continue;
    const rank = cohortId !== null ? 2 : programmeId !== null ? 1 : 0;
    const known = weeks.get(week.weekStart);
    if (known === undefined || rank > known.rank) weeks.set(week.weekStart, { week, rank });
  }
  return [...weeks.values()].map(({ week }) => week);
}
