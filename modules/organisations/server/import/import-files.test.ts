import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { after, before, describe, test } from 'node:test';
import { accounts } from '@dualtrack/accounts/server';
import { asSystem, type Kernel } from '@dualtrack/platform/operation';
import { type TestKernel, testKernel } from '@dualtrack/platform/testing';
import { forecastFacts, importFiles, organisations, publicProgrammes } from '../index.ts';

const folder = new URL('../../../../examples/yizhou-dingyuan/', import.meta.url);
let kit: TestKernel;
let files: { name: string; source: Uint8Array }[];

async function count(table: string): Promise<number> {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: kit.adminUrl });
  await client.connect();
  const { rows } = await client.query<{ n: number }>(`select count(*)::int as n from ${table}`);
  await client.end();
  return rows[0]?.n ?? -1;
}

/** A copy of the example's files in which one text file says something else. */
function changed(name: string, change: (text: string) => string) {
  return files.map((file) =>
    file.name === name
      ? { name, source: Buffer.from(change(Buffer.from(file.source).toString('utf8'))) }
      : file,
  );
}

before(async () => {
  kit = await testKernel([accounts, organisations]);
  const names = (await readdir(folder)).filter((name) => /\.(xlsx|csv)$/.test(name));
  files = await Promise.all(
    names.map(async (name) => ({ name, source: await readFile(new URL(name, folder)) })),
  );
});
after(() => kit.close());

describe('import of a folder', () => {
  test('one wrong row anywhere keeps everything out', async () => {
    const wrong = changed('教师.csv', (text) => text.replace(/,是,/u, ',也许,'));
    const outcome = await importFiles(kit.kernel, wrong, { tenant: null });
    assert.equal(outcome.ok, false);
    assert.ok(
      !outcome.ok && outcome.issues.some((issue) => issue.file === '教师.csv' && issue.row !== undefined),
    );
    for (const table of ['organisation', 'programme', 'student', 'post'])
      assert.equal(await count(table), 0, table);
  });

  test('a kernel that dies in the last step leaves nothing behind', async () => {
    const dying = new AbortController();
    const progress = (step: string, done: number) => {
      if (step === 'writing' && done > 300) dying.abort(new Error('killed'));
    };
    await assert.rejects(
      importFiles(kit.kernel, files, { tenant: null, progress, signal: dying.signal }),
      /killed/,
    );
    assert.equal(await count('organisation'), 0);
    assert.equal(await count('student'), 0);
  });

  test('the example comes in whole, and once more without a change', async () => {
    const first = await importFiles(kit.kernel, files, { tenant: null });
    assert.ok(first.ok);
    assert.equal(await count('student'), 400);
    assert.equal(await count('workstation'), 30);
    assert.equal(await count('post'), 14);
    const again = await importFiles(kit.kernel, files, { tenant: null });
    assert.ok(again.ok);
    assert.equal(await count('student'), 400);
    assert.equal(await count('project_headcount'), first.rows.projects);
  });

  test('ages of people come in with their file, and stay when a later file says nothing of them', async () => {
    const { rows } = await kit.kernel.pool.raw.query<{ code: string; tenant: string }>(
      "select code, tenant_id as tenant from organisation where kind = 'enterprise' limit 1",
    );
    const head = '企业统一社会信用代码,工种编号,工种名称,职业代码,现有人数,季度流失率';
    const row = `${rows[0]?.code},bands,中控,3133,95,2%`;
    const file = (text: string) => [{ name: '人员现状.csv', source: Buffer.from(text) }];
    const bring = (text: string) => importFiles(kit.kernel, file(text), { tenant: rows[0]?.tenant ?? null });
    const before = await count('occupation_age_band');
    const aged = await bring(`${head},退休年龄,年龄段人数\n${row},60,18-29:40；30-44:55\n`);
    assert.ok(aged.ok, JSON.stringify(aged).slice(0, 600));
    assert.equal(await count('occupation_age_band'), before + 2);
    assert.ok((await bring(`${head}\n${row}\n`)).ok);
    assert.equal(await count('occupation_age_band'), before + 2);
    assert.ok((await bring(`${head},年龄段人数\n${row},18-44:95\n`)).ok);
    assert.equal(await count('occupation_age_band'), before + 1);
  });

  test('a school may not bring rows of another organisation', async () => {
    const { rows } = await kit.kernel.pool.raw.query<{ id: string }>(
      "select tenant_id as id from organisation where kind = 'school'",
    );
    const outcome = await importFiles(kit.kernel, files, { tenant: rows[0]?.id ?? null });
    assert.ok(!outcome.ok && outcome.issues.some((issue) => issue.code === 'import.not-own-organisation'));
  });

  test('demand facts and published supply follow from the files', async () => {
    const home = async (kernel: Kernel, kind: string) =>
      (
        await kernel.pool.raw.query<{ id: string }>(
          'select tenant_id as id from organisation where kind = $1',
          [kind],
        )
      ).rows[0]?.id ?? '';
    const facts = await asSystem(kit.kernel, await home(kit.kernel, 'enterprise'), (context) =>
      forecastFacts(context, { start: '2026-Q4', quarters: 8 }),
    );
    assert.equal(facts.lines.length, 3);
    assert.equal(facts.projects.length, 2);
    assert.ok(facts.lines.every((line) => line.units.length === 8));
    const school = await home(kit.kernel, 'school');
    const programmes = await asSystem(kit.kernel, await home(kit.kernel, 'enterprise'), (context) =>
      publicProgrammes(context, [school]),
    );
    assert.equal(programmes.length, 4);
    assert.ok(programmes.some((programme) => programme.graduates.length > 0));
  });
});
