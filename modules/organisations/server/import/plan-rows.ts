import { newId } from '@dualtrack/platform/ids';
import type { TransactionContext } from '@dualtrack/platform/operation';
import type { ImportBundle } from '../../import/index.ts';
import { ownDb } from '../own-db.ts';
import { idsBy, upsertRows } from './upsert-rows.ts';

type Count = (rows: number) => void;

/** Writes what demand follows from: people by occupation, lines with units and staffing, projects. */
export async function writePlanRows<Tables>(
  context: TransactionContext<Tables>,
  bundle: ImportBundle,
  code: string,
  onWritten: Count,
): Promise<void> {
  const own = <Row extends { enterpriseCode: string }>(rows: readonly Row[]) =>
    rows.filter((row) => row.enterpriseCode === code);
  const headcount = own(bundle.headcount);
  await upsertRows(context, {
    table: 'occupation_stock',
    shape: {
      occupation: 'text',
      title: 'text',
      titleEn: 'text',
      isco: 'text',
      headcount: 'int',
      attrition: 'float8',
    },
    key: ['occupation'],
    rows: headcount.map((row) => ({
      occupation: row.occupationId,
      title: row.title,
      titleEn: row.titleEn ?? '',
      isco: row.iscoCode,
      headcount: row.headcount,
      attrition: row.attrition,
    })),
    onWritten,
  });
  await upsertRows(context, {
    table: 'occupation_retirement',
    shape: { occupation: 'text', quarter: 'text', headcount: 'int' },
    key: ['occupation', 'quarter'],
    rows: headcount.flatMap((row) =>
      row.quarters.map((one) => ({
        occupation: row.occupationId,
        quarter: one.quarter,
        headcount: one.value,
      })),
    ),
  });
  await writeAges(context, headcount);
  const capacity = own(bundle.capacity);
  await upsertRows(context, {
    table: 'capacity_line',
    shape: { id: 'uuid', code: 'text', name: 'text' },
    key: ['code'],
    keep: ['id'],
    rows: firstOf(capacity, (row) => row.lineId).map((row) => ({
      id: newId(),
      code: row.lineId,
      name: row.lineName,
    })),
  });
  const lines = await idsBy(context, 'capacity_line', 'code');
  await upsertRows(context, {
    table: 'capacity_value',
    shape: { lineId: 'uuid', quarter: 'text', units: 'float8' },
    key: ['lineId', 'quarter'],
    rows: capacity.map((row) => ({ lineId: lines.get(row.lineId), quarter: row.quarter, units: row.units })),
    onWritten,
  });
  await upsertRows(context, {
    table: 'line_staffing',
    shape: { lineId: 'uuid', occupation: 'text', perUnit: 'float8' },
    key: ['lineId', 'occupation'],
    rows: own(bundle.staffing).map((row) => ({
      lineId: lines.get(row.lineId),
      occupation: row.occupationId,
      perUnit: row.perUnit,
    })),
    onWritten,
  });
  const projects = own(bundle.projects);
  await upsertRows(context, {
    table: 'project',
    shape: {
      id: 'uuid',
      code: 'text',
      name: 'text',
      nameEn: 'text',
      probability: 'float8',
      delayMean: 'float8',
      delayMax: 'int',
    },
    key: ['code'],
    keep: ['id'],
    rows: firstOf(projects, (row) => row.projectId).map((row) => ({
      ...row,
      id: newId(),
      code: row.projectId,
      nameEn: row.nameEn ?? '',
    })),
  });
  const projectIds = await idsBy(context, 'project', 'code');
  await upsertRows(context, {
    table: 'project_headcount',
    shape: { projectId: 'uuid', occupation: 'text', quarter: 'text', headcount: 'int' },
    key: ['projectId', 'occupation', 'quarter'],
    rows: projects.map((row) => ({
      projectId: projectIds.get(row.projectId),
      occupation: row.occupationId,
      quarter: row.quarter,
      headcount: row.headcount,
    })),
    onWritten,
  });
}

/** Ages of the occupations for which the file gives them; the others keep what they have. */
async function writeAges<Tables>(
  context: TransactionContext<Tables>,
  headcount: ImportBundle['headcount'],
): Promise<void> {
  const db = ownDb(context);
  const given = headcount.filter((row) => row.ageBands !== null);
  if (given.length === 0) return;
  const occupations = given.map((row) => row.occupationId);
  await db.deleteFrom('occupationAgeBand').where('occupation', 'in', occupations).execute();
  const bands = given.flatMap(({ occupationId, ageBands }) =>
    (ageBands ?? []).map(({ from, to, headcount: people }) => ({
      ...{ tenantId: context.tenant, occupation: occupationId, headcount: people },
      ...{ ageFrom: from, ageTo: to },
    })),
  );
  if (bands.length > 0) await db.insertInto('occupationAgeBand').values(bands).execute();
  for (const { occupationId, retirementAge } of given) {
    await db
      .updateTable('occupationStock')
      .set({ retirementAge })
      .where('occupation', '=', occupationId)
      .execute();
  }
}

/** The first row of each group. */
function firstOf<Row>(rows: readonly Row[], groupOf: (row: Row) => string): Row[] {
  const groups = new Map<string, Row>();
  for (const row of rows) if (!groups.has(groupOf(row))) groups.set(groupOf(row), row);
  return [...groups.values()];
}
