import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { after, before, describe, test } from 'node:test';
import { accounts, organisationByCode } from '@dualtrack/accounts/server';
import type { Actor } from '@dualtrack/platform/access';
import { newId } from '@dualtrack/platform/ids';
import { createIssueList, readSheetRows } from '@dualtrack/platform/sheets';
import { refusal, type TestKernel, testKernel } from '@dualtrack/platform/testing';
import { readTables, tableKeys } from '../import/index.ts';
import { getCapacity, putCapacity } from './capacity.ts';
import { importTemplate } from './import/start-import.ts';
import { importFiles, organisations } from './index.ts';
import { listPosts } from './list-enterprise.ts';
import { listCohorts, listProgrammes, listStudents } from './list-school.ts';
import { getProfile, updateProfile } from './profile.ts';

const folder = new URL('../../../examples/yizhou-dingyuan/', import.meta.url);
const codes = { school: '12650599EXAMPLE112', enterprise: '91650599EXAMPLE2XL' };
let kit: TestKernel;
let school: Actor;
let firm: Actor;

function actor(tenant: string, kind: Actor['kind'], role: Actor['role']): Actor {
  return {
    personId: newId(),
    name: 'Somebody',
    membershipId: newId(),
    tenant,
    kind,
    role,
    homes: [],
    subjectId: null,
  };
}

/** Somebody with the same role in an organisation that has nothing. */
const elsewhere = (of: Actor): Actor => ({ ...of, tenant: newId(), membershipId: newId() });

before(async () => {
  kit = await testKernel([accounts, organisations]);
  const names = (await readdir(folder)).filter((name) => /\.(xlsx|csv)$/.test(name));
  const files = await Promise.all(
    names.map(async (name) => ({ name, source: await readFile(new URL(name, folder)) })),
  );
  const outcome = await importFiles(kit.kernel, files, { tenant: null });
  assert.ok(outcome.ok);
  const home = async (code: string) => (await organisationByCode(kit.kernel, code))?.id ?? '';
  school = actor(await home(codes.school), 'school', 'school-office');
  firm = actor(await home(codes.enterprise), 'enterprise', 'enterprise-hr');
});
after(() => kit.close());

describe('lists', () => {
  test('search, sort and pages give every student once', async () => {
    const seen: string[] = [];
    for (let page = 1; page <= 5; page += 1) {
      const part = await kit.call(listStudents, school, { page, size: 90, sort: 'studentNumber' });
      assert.equal(part.total, 400);
      seen.push(...part.items.map((row) => row.studentNumber));
    }
    assert.equal(new Set(seen).size, 400);
    assert.deepEqual(seen, [...seen].sort());
    const one = await kit.call(listStudents, school, { q: seen[7] });
    assert.deepEqual(
      one.items.map((row) => row.studentNumber),
      [seen[7]],
    );
  });

  test('a wildcard in the search is a letter, not a wildcard', async () => {
    assert.equal((await kit.call(listStudents, school, { q: '%' })).total, 0);
    assert.equal((await kit.call(listPosts, firm, { q: '_' })).total, 0);
  });

  test('students of one class only', async () => {
    const cohorts = await kit.call(listCohorts, school, { size: 200 });
    const cohort = cohorts.items.find((row) => row.size > 0);
    assert.ok(cohort !== undefined);
    const { items } = await kit.call(listStudents, school, { cohortId: cohort.id, size: 200 });
    assert.ok(items.length > 0 && items.length < 400);
    assert.ok(items.every((row) => row.cohort === cohort.className));
  });
});

describe('tenancy', () => {
  test('another school and another enterprise see nothing', async () => {
    const other = elsewhere(school);
    assert.equal((await kit.call(listStudents, other, {})).total, 0);
    assert.equal((await kit.call(listProgrammes, other, {})).total, 0);
    assert.equal((await kit.call(listCohorts, other, {})).total, 0);
    assert.equal((await kit.call(listPosts, elsewhere(firm), {})).total, 0);
    assert.equal((await kit.call(getCapacity, elsewhere(firm), undefined)).lines.length, 0);
  });

  test('the partner’s office may not ask for students', async () => {
    await assert.rejects(kit.call(listStudents, firm, {}), refusal('access.forbidden'));
  });

  test('a profile is changed in the own home only', async () => {
    const { version } = await kit.call(getProfile, firm, undefined);
    const words = { legalRepresentative: '某人', address: '', profile: 'x' };
    const given = { ...words, industrySection: null, schoolLevel: null, version };
    await kit.call(updateProfile, firm, given);
    await assert.rejects(kit.call(updateProfile, firm, given), refusal('record.changed'));
    assert.equal((await kit.call(getProfile, firm, undefined)).legalRepresentative, '某人');
    assert.notEqual((await kit.call(getProfile, school, undefined)).legalRepresentative, '某人');
  });
});

describe('capacity plan', () => {
  test('a foreign line is refused, and nothing of the same call is kept', async () => {
    const [line] = (await kit.call(getCapacity, firm, undefined)).lines;
    assert.ok(line !== undefined);
    const values = [
      { lineId: line.id, quarter: '2031-Q1', units: 7 },
      { lineId: newId(), quarter: '2031-Q1', units: 7 },
    ];
    await assert.rejects(kit.call(putCapacity, firm, { values }), refusal('capacity.no-such-line'));
    assert.ok(!(await kit.call(getCapacity, firm, undefined)).quarters.includes('2031-Q1'));
    await assert.rejects(
      kit.call(putCapacity, elsewhere(firm), { values: values.slice(0, 1) }),
      refusal('capacity.no-such-line'),
    );
    await kit.call(putCapacity, firm, { values: values.slice(0, 1) });
    const after = (await kit.call(getCapacity, firm, undefined)).lines.find((one) => one.id === line.id);
    assert.equal(after?.units['2031-Q1'], 7);
  });
});

describe('templates', () => {
  for (const format of ['xlsx', 'csv'] as const) {
    test(`every ${format} template opens again, in both languages`, async () => {
      for (const locale of ['zh-CN', 'en'] as const) {
        for (const table of tableKeys) {
          const file = await kit.call(importTemplate, firm, { table, format }, { locale });
          const issues = createIssueList();
          const source = new Uint8Array(await file.arrayBuffer());
          const inputs = await readTables(
            [{ name: file.name, source }],
            readSheetRows,
            issues,
            () => undefined,
          );
          assert.deepEqual(issues.list(), [], `${file.name}`);
          assert.deepEqual(
            inputs.map((input) => [input.table, input.rows.length]),
            [[table, 0]],
          );
        }
      }
    });
  }
});
