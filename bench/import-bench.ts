import { accounts } from '@dualtrack/accounts/server';
import { importFiles, organisations } from '@dualtrack/organisations/server';
import { testKernel } from '@dualtrack/platform/testing';
import pg from 'pg';
import { report, timed } from './measure.ts';

const school = '12650599EXAMPLE112';
const header = {
  organisations:
    'Unified social credit code,Kind,Name,English name,Region code,School level,Illustrative\n' +
    `${school},school,示例学院,Example College,650502,associate,yes\n`,
  programmes: `School credit code,Major code,Name,Duration (years),Level,Occupations,Join rate,Completion rate\n${school},460301,机电一体化技术,3,associate,7233,30%,95%\n`,
  cohorts: `School credit code,Cohort id,Major code,Entry year,Class name,Size,Graduation quarter\n${school},C1,460301,2025,机电2501,500,2028Q2\n`,
};

function studentsCsv(count: number): string {
  const lines = [
    'School credit code,Student number,Name,Sex,Birth date,Cohort id,Phone,Guardian name,Guardian phone',
  ];
  for (let index = 0; index < count; index += 1) {
    lines.push(
      `${school},S${String(index).padStart(7, '0')},学生${index},female,2007-03-0${(index % 9) + 1},C1,,,`,
    );
  }
  return lines.join('\n');
}

/** Import of 100,000 students beside the database's own bulk load of the same rows. */
export async function benchImport(count: number): Promise<void> {
  const kit = await testKernel([accounts, organisations]);
  try {
    const file = (name: string, text: string) => ({ name: `${name}.csv`, source: Buffer.from(text) });
    const files = [
      ...Object.entries(header).map(([name, text]) => file(name, text)),
      file('students', studentsCsv(count)),
    ];
    const client = new pg.Client({ connectionString: kit.adminUrl });
    await client.connect();
    const whole = await timed(3, async () => {
      await client.query('truncate student cascade');
      const outcome = await importFiles(kit.kernel, files, { tenant: null });
      if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues.slice(0, 3)));
    });
    // The reference: the same rows, from a table without keys, by one insert … select of the database itself.
    await client.query('create unlogged table staged as select * from student');
    const bulk = await timed(3, async () => {
      await client.query('truncate student cascade');
      await client.query('insert into student select * from staged');
    });
    await client.end();
    report(`import of ${count} students, read and checked too`, whole, 's');
    report('  the same rows by the database’s own bulk load', bulk, 's');
    const ratio = whole.map((value, index) => value / (bulk[index] ?? value));
    report('  ratio', ratio, '×', 'aim ≤ 3');
  } finally {
    await kit.close();
  }
}
