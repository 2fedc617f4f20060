import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { accounts, registerOrganisation } from '@dualtrack/accounts/server';
import type { Actor } from '@dualtrack/platform/access';
import { newId } from '@dualtrack/platform/ids';
import type { Operation } from '@dualtrack/platform/operation';
import { longRunView } from '@dualtrack/platform/runs/contract';
import { runs } from '@dualtrack/platform/runs/module';
import { refusal, type TestKernel, testKernel } from '@dualtrack/platform/testing';
import { organisations } from '../index.ts';
import { listSites } from '../list-enterprise.ts';
import { startImport } from './start-import.ts';

const code = '91650599EXAMPLE2XL';
let kit: TestKernel;
let firm: Actor;
// The module's tree is untyped from outside; both are operations of the runs contract.
const { get, cancel } = runs.operations as { get: Operation; cancel: Operation };

before(async () => {
  kit = await testKernel([runs, accounts, organisations]);
  const tenant = newId();
  const names = { name: '某公司', nameEn: 'Firm', regionCode: null, isIllustrative: true };
  await registerOrganisation(kit.kernel, { id: tenant, kind: 'enterprise', code, ...names });
  const person = { personId: newId(), name: 'Somebody', membershipId: newId(), subjectId: null };
  // A partner school: what an enterprise reads is then moved to the partner's home, its own runs must stay in sight.
  firm = { ...person, tenant, kind: 'enterprise', role: 'enterprise-hr', homes: [newId()] };
});
after(() => kit.close());

const table = (rows: string) =>
  new File([`企业统一社会信用代码,厂区编号,厂区名称,行政区划代码,地址\r\n${rows}`], '厂区.csv');

async function runOf(checkOnly: boolean, file: File) {
  // A form field is a text on the wire; the operation's own type is what it is parsed into.
  const input = { files: [file], checkOnly: String(checkOnly) } as never;
  const { runId } = await kit.call(startImport, firm, input);
  return runId;
}
async function read(runId: string, actor = firm) {
  return longRunView.parse(await kit.call(get, actor, { runId }));
}

test('an enterprise that has a partner follows its own import, checks only, and saves', async () => {
  const good = () => table(`${code},A1,甲厂,650502,路1号\r\n`);
  const checked = await runOf(true, good());
  await kit.settle();
  assert.equal((await read(checked)).state, 'done');
  assert.equal((await kit.call(listSites, firm, {})).total, 0);
  const saved = await runOf(false, good());
  await kit.settle();
  assert.equal((await read(saved)).state, 'done');
  assert.equal((await kit.call(listSites, firm, {})).total, 1);
  await assert.rejects(read(saved, { ...firm, tenant: newId() }), refusal('thing.not-found'));
});

test('it may cancel its own import too; one that is over says so', async () => {
  const runId = await runOf(false, table(`${code},A2,乙厂,650502,路2号\r\n`));
  await kit.settle();
  await assert.rejects(kit.call(cancel, firm, { runId }), refusal('run.ended'));
});
