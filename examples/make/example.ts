import type { Cycle } from '@dualtrack/app-server/example-cycle';
import { writeCsv, writeXlsx } from '@dualtrack/platform/sheets';
import {
  type ImportBundle,
  sheetFor,
  type TableKey,
  tableKeys,
  tableOf,
} from '../../modules/organisations/import/index.ts';
import { calendar } from './calendar.ts';
import { chanceFrom } from './chance.ts';
import { makeCycle2025 } from './cycle-2025.ts';
import { makeCycle2026 } from './cycle-2026.ts';
import { makeMentors, posts, sites, workstations } from './enterprise.ts';
import { nameMaker } from './names.ts';
import { organisations } from './parties.ts';
import { capacity, headcount, projects, staffing } from './plan.ts';
import { cohorts, makeStudents, makeTeachers, programmes } from './school.ts';

/** Everything the example pair consists of, as typed rows. */
export type Example = { bundle: ImportBundle; cycles: { 2025: Cycle; 2026: Cycle } };

/** The example, the same at every call. */
export function makeExample(): Example {
  const chance = chanceFrom(20_250_312);
  const newName = nameMaker(chance);
  const teachers = makeTeachers(newName);
  const mentors = makeMentors(newName);
  const students = makeStudents(chance, newName);
  return {
    bundle: {
      organisations,
      programmes,
      teachers,
      cohorts,
      students,
      sites,
      posts,
      capacity,
      staffing,
      headcount,
      projects,
      workstations,
      mentors,
      calendar,
    },
    cycles: {
      2025: makeCycle2025(chance, students, mentors),
      2026: makeCycle2026(chance, students, mentors),
    },
  };
}

/** How each table is written: the mix of types, encodings and languages that offices really send. */
const files: Readonly<
  Record<TableKey, { type: 'xlsx' | 'csv' | 'gb18030'; locale: 'zh-CN' | 'en'; wide?: boolean }>
> = {
  organisations: { type: 'xlsx', locale: 'zh-CN' },
  programmes: { type: 'xlsx', locale: 'zh-CN' },
  teachers: { type: 'csv', locale: 'zh-CN' },
  cohorts: { type: 'gb18030', locale: 'zh-CN' },
  students: { type: 'xlsx', locale: 'zh-CN' },
  sites: { type: 'gb18030', locale: 'zh-CN' },
  posts: { type: 'xlsx', locale: 'zh-CN' },
  capacity: { type: 'xlsx', locale: 'zh-CN', wide: true },
  staffing: { type: 'csv', locale: 'zh-CN' },
  headcount: { type: 'xlsx', locale: 'zh-CN' },
  projects: { type: 'csv', locale: 'en' },
  workstations: { type: 'xlsx', locale: 'zh-CN' },
  mentors: { type: 'csv', locale: 'en' },
  calendar: { type: 'csv', locale: 'zh-CN' },
};

/** A fixed instant, so that the files are the same at every run. */
const modifiedAt = new Date('2026-11-22T02:00:00Z');

/** The files of the example by path below its folder. */
export async function exampleFiles(example: Example): Promise<Map<string, Uint8Array>> {
  const written = new Map<string, Uint8Array>();
  const add = async <K extends TableKey>(key: K) => {
    const { type, locale, wide } = files[key];
    const sheet = sheetFor(key, example.bundle[key], locale, { wide: wide ?? false });
    const name = tableOf(key)[locale === 'en' ? 'en' : 'zh'];
    if (type === 'xlsx')
      written.set(`${name}.xlsx`, await writeXlsx({ sheets: [sheet], modifiedAt, title: `${name}（示例）` }));
    else written.set(`${name}.csv`, writeCsv({ ...sheet, encoding: type === 'csv' ? 'utf-8' : 'gb18030' }));
  };
  for (const key of tableKeys) await add(key);
  for (const [year, cycle] of Object.entries(example.cycles)) {
    written.set(
      `history/cycle-${year}.json`,
      new TextEncoder().encode(`${JSON.stringify(cycle, null, 1)}\n`),
    );
  }
  return written;
}
