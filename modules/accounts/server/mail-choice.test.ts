import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Actor } from '@dualtrack/platform/access';
import { newId } from '@dualtrack/platform/ids';
import { asSystem } from '@dualtrack/platform/operation';
import { refusal, type TestKernel, testKernel } from '@dualtrack/platform/testing';
import { type AccountsTables, accounts, addMember, hashPassword, registerOrganisation } from './index.ts';
import { type MailAddress, mailAddressesOf } from './mail-addresses.ts';
import { chooseMail, mailStopDocuments, myMails } from './mail-choice.ts';
import { noticeMail } from './notice-mail.ts';

const school = newId();
let kit: TestKernel;
let office: Actor;
let mentor: Actor;

async function member(signInName: string, role: Actor['role']): Promise<Actor> {
  const passwordHash = await hashPassword('a long enough word');
  const made = await asSystem<AccountsTables, { personId: string; membershipId: string }>(
    kit.kernel,
    school,
    (context) => addMember(context, { signInName, name: signInName, role, passwordHash }),
  );
  const rest = { tenant: school, kind: 'school' as const, homes: [], subjectId: null };
  return { ...made, ...rest, name: signInName, role };
}

before(async () => {
  kit = await testKernel([accounts]);
  const names = { name: '学校', nameEn: 'School', regionCode: null, isIllustrative: true };
  await registerOrganisation(kit.kernel, { id: school, kind: 'school', code: school, ...names });
  office = await member('office@school.example', 'school-office');
  mentor = await member('teacher@school.example', 'teacher');
});
after(() => kit?.close());

const addresses = (people: readonly Actor[], kind: 'innovation' | 'classes' | null) =>
  asSystem<AccountsTables, MailAddress[]>(kit.kernel, school, (context) =>
    mailAddressesOf(
      context,
      people.map((one) => one.personId),
      kind,
    ),
  );
const names = async (kind: 'innovation' | 'classes' | null) =>
  (await addresses([office, mentor], kind)).map((one) => one.address);
const wants = async (who: Actor) =>
  Object.fromEntries((await kit.call(myMails, who, undefined)).items.map((one) => [one.kind, one.isWanted]));

/** Opens or posts to the address of a mail, as a mail program does; null: nothing is there. */
async function visit(stopPath: string, method: 'GET' | 'POST'): Promise<string | null> {
  const route = mailStopDocuments.find((one) => (one.method ?? 'GET') === method);
  const [, , key = '', kind = ''] = stopPath.split('/');
  const answer = await route?.answer(kit.kernel, { params: { key, kind }, query: {}, locale: 'en' });
  return answer ? String(answer.body) : null;
}

test('a kind turned off reaches the person no more, others do, and what always goes still goes', async () => {
  assert.deepEqual(await wants(mentor), { classes: true, rotations: true, talents: true, innovation: true });
  await kit.call(chooseMail, mentor, { kind: 'innovation', isWanted: false });
  await kit.call(chooseMail, mentor, { kind: 'innovation', isWanted: false });
  assert.deepEqual(await wants(mentor), { classes: true, rotations: true, talents: true, innovation: false });
  assert.deepEqual(await names('innovation'), ['office@school.example']);
  const both = ['office@school.example', 'teacher@school.example'];
  assert.deepEqual(await names('classes'), both);
  assert.deepEqual(await names(null), both);
  await kit.call(chooseMail, mentor, { kind: 'innovation', isWanted: true });
  assert.deepEqual(await names('innovation'), both);
  await assert.rejects(kit.call(myMails, null, undefined), refusal('session.required'));
});

test('a mail says how to end its kind; opening the link asks, posting to it ends it once and for all', async () => {
  const [to] = await addresses([office], 'innovation');
  const { stopPath = null } = to ?? {};
  if (to === undefined || stopPath === null) assert.fail('no address');
  const { headers = {}, text } = noticeMail(kit.kernel, to, { subject: 's', text: 't' });
  const link = /<(.*)>/.exec(headers['List-Unsubscribe'] ?? '')?.[1] ?? '';
  assert.ok(link.endsWith(stopPath) && text.includes(link));
  assert.equal(headers['List-Unsubscribe-Post'], 'List-Unsubscribe=One-Click');
  const asked = await visit(stopPath, 'GET');
  assert.match(asked ?? '', /<form method="post">/);
  assert.ok(!asked?.includes('office@'), 'whoever holds the link learns no name');
  assert.equal((await names('innovation')).length, 2);
  for (const _ of [1, 2]) assert.doesNotMatch((await visit(stopPath, 'POST')) ?? '', /<form/);
  assert.deepEqual(await names('innovation'), ['teacher@school.example']);
  assert.equal((await names('classes')).length, 2);
});

test('a guessed key, a word that is none and a kind that cannot be turned off open nothing', async () => {
  for (const path of [
    `/mail-stop/${newId()}/innovation`,
    '/mail-stop/x/innovation',
    `/mail-stop/${newId()}/signing`,
  ])
    for (const method of ['GET', 'POST'] as const) assert.equal(await visit(path, method), null);
  const [to] = await addresses([mentor], 'classes');
  assert.equal(await visit((to?.stopPath ?? '').replace('classes', 'signing'), 'POST'), null);
});

test('mails that always go offer no way to end them', async () => {
  const [to] = await addresses([mentor], null);
  if (to === undefined) assert.fail('no address');
  const words = { subject: 's', text: 't' };
  assert.deepEqual(noticeMail(kit.kernel, to, words), { to: 'teacher@school.example', ...words });
});
