import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { accounts, organisationByCode, registerOrganisation } from '@dualtrack/accounts/server';
import type { Actor } from '@dualtrack/platform/access';
import { Refusal } from '@dualtrack/platform/errors';
import { newId } from '@dualtrack/platform/ids';
import { asSystem } from '@dualtrack/platform/operation';
import { refusal, type TestKernel, testKernel } from '@dualtrack/platform/testing';
import { creditCheckDigit } from '../../import/credit-code.ts';
import { organisations, publicProgrammes } from '../index.ts';
import { listPosts } from '../list-enterprise.ts';
import { registerByHand } from '../register.ts';
import { recordOperations as records } from './operations.ts';

let kit: TestKernel;
let school: Actor;
let firm: Actor;

async function register(kind: 'school' | 'enterprise'): Promise<Actor> {
  const tenant = newId();
  const names = { name: kind, nameEn: kind, regionCode: null, isIllustrative: true };
  await registerOrganisation(kit.kernel, { id: tenant, kind, code: tenant, ...names });
  const role = kind === 'school' ? 'school-office' : 'enterprise-hr';
  const person = { personId: newId(), name: 'Somebody', membershipId: newId(), subjectId: null };
  return { ...person, tenant, kind, role, homes: [] };
}

before(async () => {
  kit = await testKernel([accounts, organisations]);
  school = await register('school');
  firm = await register('enterprise');
});
after(() => kit.close());

const programme = {
  majorCode: '460301',
  name: '机电一体化技术',
  nameEn: '',
  level: 'associate' as const,
  years: 3,
  occupations: ['3115'],
  joinRate: 0.35,
  completionRate: 0.95,
};
const site = { code: 'S1', name: '一厂', nameEn: 'Plant 1', regionCode: '', address: '' };
const post = (siteId: string, code = 'P1') => ({
  code,
  title: '焊工',
  titleEn: 'Welder',
  occupation: '7212',
  siteId,
  headcount: 12,
  monthlyPay: 620_000,
  internPay: 520_000,
  hazards: ['dust'],
  isNightShift: true,
  majorCategories: [6],
  labourGrade: 3,
});

/** The pointers of a refused input. */
async function pointersOf(call: Promise<unknown>): Promise<string[]> {
  const error = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  assert.ok(error instanceof Refusal, String(error));
  assert.equal(error.code, 'input.invalid');
  return error.issues.map((issue) => `${issue.pointer} ${issue.code}`).sort();
}

describe('a record', () => {
  test('comes back as it was typed, and what a school offers is published', async () => {
    const { id } = await kit.call(records.programme.create, school, { values: programme });
    const cohort = { code: 'J2601', className: '机电2601班', programmeId: id, entryYear: 2026, size: 40 };
    await kit.call(records.cohort.create, school, { values: { ...cohort, graduationQuarter: '2029-Q2' } });
    const read = await kit.call(records.programme.get, school, { programmeId: id });
    assert.deepEqual(read.values, programme);
    const shown = await asSystem<unknown, Awaited<ReturnType<typeof publicProgrammes>>>(
      kit.kernel,
      firm.tenant,
      (context) => publicProgrammes(context, [school.tenant]),
    );
    assert.deepEqual(
      shown.map((one) => [one.majorCode, one.graduates]),
      [['460301', [{ quarter: '2029-Q2', count: 38 }]]],
    );
  });

  test('every field that is not right is named at once, by the rules of the import', async () => {
    const wrong = { ...programme, majorCode: '46030', occupations: ['31', '3115'] };
    assert.deepEqual(await pointersOf(kit.call(records.programme.create, school, { values: wrong })), [
      '/values/majorCode import.major-code-invalid',
      '/values/occupations import.occupation-code-invalid',
    ]);
    const level = { ...programme, majorCode: '260301' };
    assert.deepEqual(await pointersOf(kit.call(records.programme.create, school, { values: level })), [
      '/values/level import.level-mismatch',
    ]);
    const foreign = await kit.call(records.site.create, await register('enterprise'), { values: site });
    assert.deepEqual(
      await pointersOf(
        kit.call(records.post.create, firm, { values: { ...post(foreign.id), hazards: ['magic'] } }),
      ),
      ['/values/hazards record.no-such-hazard', '/values/siteId record.no-such-record'],
    );
  });

  test('a number that is taken is refused at its field, also for two who add it at once', async () => {
    const values = { ...site, code: 'TWICE' };
    const results = await Promise.allSettled(
      [1, 2, 3].map(() => kit.call(records.site.create, firm, { values })),
    );
    assert.equal(results.filter((one) => one.status === 'fulfilled').length, 1);
    assert.deepEqual(await pointersOf(kit.call(records.site.create, firm, { values })), [
      '/values/code record.code-taken',
    ]);
  });

  test('of two editors of the same state one is kept and the other is told', async () => {
    const { id } = await kit.call(records.site.create, firm, { values: { ...site, code: 'EDIT' } });
    const { version } = await kit.call(records.site.get, firm, { siteId: id });
    const change = (name: string) =>
      kit.call(records.site.change, firm, { siteId: id, version, values: { ...site, code: 'EDIT', name } });
    const results = await Promise.allSettled([change('A'), change('B')]);
    assert.equal(results.filter((one) => one.status === 'fulfilled').length, 1);
    const lost = results.find((one) => one.status === 'rejected');
    assert.ok(lost?.status === 'rejected' && refusal('record.changed')(lost.reason));
    await assert.rejects(
      kit.call(records.site.remove, firm, { siteId: id, version }),
      refusal('record.changed'),
    );
  });

  test('two programmes added at once are both kept and both published', async () => {
    const home = await register('school');
    const codes = ['460301', '460302', '460303', '460304'];
    await Promise.all(
      codes.map((majorCode) =>
        kit.call(records.programme.create, home, { values: { ...programme, majorCode } }),
      ),
    );
    const shown = await asSystem<unknown, { majorCode: string }[]>(kit.kernel, firm.tenant, (context) =>
      publicProgrammes(context, [home.tenant]),
    );
    assert.deepEqual(shown.map((one) => one.majorCode).sort(), codes);
  });
});

describe('removal', () => {
  test('what is used stays and says by what; then from the outside in', async () => {
    const siteId = (await kit.call(records.site.create, firm, { values: { ...site, code: 'GO' } })).id;
    const postId = (await kit.call(records.post.create, firm, { values: post(siteId, 'GO-P') })).id;
    const station = { code: 'GO-W', name: '工位', nameEn: '', siteId, postId, unit: '焊接', places: 2 };
    const values = { ...station, unitWeeks: null, safetyNote: '' };
    const workstationId = (await kit.call(records.workstation.create, firm, { values })).id;
    const isUsed = (by: string, count: number) => (error: unknown) => {
      assert.ok(error instanceof Refusal && error.code === 'record.in-use', String(error));
      assert.deepEqual(error.params, { by, count });
      return true;
    };
    const { version } = await kit.call(records.site.get, firm, { siteId });
    await assert.rejects(kit.call(records.site.remove, firm, { siteId, version }), isUsed('post', 1));
    const seen = await kit.call(records.post.get, firm, { postId });
    await assert.rejects(
      kit.call(records.post.remove, firm, { postId, version: seen.version }),
      isUsed('workstation', 1),
    );
    const place = await kit.call(records.workstation.get, firm, { workstationId });
    await kit.call(records.workstation.remove, firm, { workstationId, version: place.version });
    await kit.call(records.post.remove, firm, { postId, version: seen.version });
    await kit.call(records.site.remove, firm, { siteId, version });
    assert.equal((await kit.call(listPosts, firm, { q: '焊工' })).total, 0);
  });

  test('another home neither sees nor changes nor removes it', async () => {
    const { id } = await kit.call(records.site.create, firm, { values: { ...site, code: 'OWN' } });
    const other = await register('enterprise');
    const { version } = await kit.call(records.site.get, firm, { siteId: id });
    const none = refusal('thing.not-found');
    await assert.rejects(kit.call(records.site.get, other, { siteId: id }), none);
    await assert.rejects(kit.call(records.site.remove, other, { siteId: id, version }), none);
    const change = { siteId: id, version, values: { ...site, code: 'TAKEN' } };
    await assert.rejects(kit.call(records.site.change, other, change), none);
    await assert.rejects(kit.call(records.site.get, school, { siteId: id }), refusal('access.forbidden'));
  });
});

test('a project keeps its needs by occupation and quarter; a need that changed is a change of the project', async () => {
  const head = { code: 'X1', name: '新车间', nameEn: '', probability: 0.8, delayMean: 1, delayMax: 4 };
  const needs = [
    { occupation: '7212', quarter: '2027-Q1', headcount: 20 },
    { occupation: '7212', quarter: '2027-Q2', headcount: 35 },
  ];
  const { id } = await kit.call(records.project.create, firm, { values: { ...head, needs } });
  const first = await kit.call(records.project.get, firm, { projectId: id });
  assert.deepEqual(first.values, { ...head, needs });
  const fewer = { ...head, needs: needs.slice(1) };
  await kit.call(records.project.change, firm, { projectId: id, version: first.version, values: fewer });
  await assert.rejects(
    kit.call(records.project.change, firm, { projectId: id, version: first.version, values: fewer }),
    refusal('record.changed'),
  );
  assert.deepEqual((await kit.call(records.project.get, firm, { projectId: id })).values, fewer);
  const twice = { ...head, code: 'X2', delayMean: 9, needs: [...needs, ...needs.slice(0, 1)] };
  assert.deepEqual(await pointersOf(kit.call(records.project.create, firm, { values: twice })), [
    '/values/delayMean record.delay-beyond-longest',
    '/values/needs record.need-twice',
  ]);
});

describe('an organisation registered by the operator', () => {
  const given = { kind: 'school' as const, name: '某校', nameEn: '', regionCode: '650502' };
  // Made with the check digit of GB 32100-2015, and never issued.
  const first = '12650599EXAMPLE9A';
  const code = `${first}${creditCheckDigit(first)}`;
  const operator = (): Actor => ({ ...school, tenant: newId(), kind: 'host', role: 'operator' });

  test('is there for an invitation, and its code cannot be given twice', async () => {
    const { id } = await kit.call(registerByHand, operator(), { ...given, code: code.toLowerCase() });
    assert.equal((await organisationByCode(kit.kernel, code))?.id, id);
    assert.deepEqual(await pointersOf(kit.call(registerByHand, operator(), { ...given, code })), [
      '/code organisation.code-taken',
    ]);
  });

  test('a wrong check digit and a wrong region are both said; nobody but the operator registers', async () => {
    const wrong = `${first}${code.endsWith('0') ? '1' : '0'}`;
    assert.deepEqual(
      await pointersOf(kit.call(registerByHand, operator(), { ...given, code: wrong, regionCode: '99' })),
      ['/code import.credit-code-check-digit', '/regionCode import.region-code-invalid'],
    );
    await assert.rejects(kit.call(registerByHand, school, { ...given, code }), refusal('access.forbidden'));
  });
});
