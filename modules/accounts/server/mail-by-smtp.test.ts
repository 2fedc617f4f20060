import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Actor } from '@dualtrack/platform/access';
import { newId } from '@dualtrack/platform/ids';
import { smtpMailer } from '@dualtrack/platform/mail';
import { asSystem } from '@dualtrack/platform/operation';
import { refusal, type TestKernel, testKernel } from '@dualtrack/platform/testing';
import { listenForMail } from '../testing/smtp-listener.ts';
import { type AccountsTables, accounts, addMember, hashPassword, registerOrganisation } from './index.ts';
import { acceptInvitation, createInvitation, listInvitations } from './invite.ts';
import { openSession } from './open-session.ts';
import { askPasswordReset, usePasswordReset } from './reset-password.ts';

const school = newId();
let kit: TestKernel;
let post: Awaited<ReturnType<typeof listenForMail>>;
let office: Actor;

before(async () => {
  kit = await testKernel([accounts]);
  post = await listenForMail((address) => address === 'full@school.example');
  kit.kernel.mailer = smtpMailer(post.url, 'Dualtrack <no-reply@dualtrack.example>');
  const names = { name: '学校', nameEn: 'School', regionCode: null, isIllustrative: true };
  await registerOrganisation(kit.kernel, { id: school, kind: 'school', code: school, ...names });
  const passwordHash = await hashPassword('a long enough word');
  const person = { signInName: 'office@school.example', name: '办公室', role: 'school-office' as const };
  const made = await asSystem<AccountsTables, { personId: string; membershipId: string }>(
    kit.kernel,
    school,
    (context) => addMember(context, { ...person, passwordHash }),
  );
  office = {
    ...made,
    name: person.name,
    role: person.role,
    tenant: school,
    kind: 'school',
    homes: [],
    subjectId: null,
  };
});
after(async () => {
  await post.close();
  await kit.close();
});

/** The text of a mail as its reader sees it. */
function textOf(message: string): string {
  const [head = '', ...body] = message.split('\r\n\r\n');
  const text = body.join('\r\n\r\n');
  if (/transfer-encoding: base64/i.test(head)) return Buffer.from(text, 'base64').toString();
  const bytes = text
    .replaceAll('=\r\n', '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString();
}

test('a reset asked for arrives over SMTP, at the one address, and its link sets a new password', async () => {
  await kit.call(askPasswordReset, null, { name: 'office@school.example' });
  await kit.call(askPasswordReset, null, { name: 'nobody@school.example' });
  assert.equal(post.mails.length, 1);
  const [mail] = post.mails;
  assert.equal(mail?.from, 'no-reply@dualtrack.example');
  assert.deepEqual(mail?.to, ['office@school.example']);
  const text = textOf(mail?.message ?? '');
  assert.match(text, /办公室/);
  const token = /\/reset\/([\w-]+)/.exec(text)?.[1] ?? '';
  await kit.call(usePasswordReset, null, { token, password: 'another long word' });
  const given = { name: 'office@school.example', password: 'another long word' };
  const session = await kit.call(openSession, null, given, { setSession: () => undefined });
  assert.equal(session.membership.role, 'school-office');
});

test('an invitation arrives over SMTP and is accepted', async () => {
  const invited = { name: '老师', address: 'teacher@school.example', role: 'school-office' as const };
  await kit.call(createInvitation, office, invited);
  const mail = post.mails.at(-1);
  assert.deepEqual(mail?.to, ['teacher@school.example']);
  const token = /\/invitation\/([\w-]+)/.exec(textOf(mail?.message ?? ''))?.[1] ?? '';
  const password = 'a word of my own';
  assert.deepEqual(await kit.call(acceptInvitation, null, { token, name: '老师', password }), { ok: true });
});

test('an invitation that the mail server refuses is not kept', async () => {
  const invited = { name: '老师', address: 'full@school.example', role: 'school-office' as const };
  await assert.rejects(kit.call(createInvitation, office, invited), refusal('invitation.not-sent'));
  const { items } = await kit.call(listInvitations, office, {});
  assert.ok(items.length > 0 && items.every((row) => row.address !== invited.address));
});

test('a mail server that is away answers a known name and an unknown one alike', async () => {
  kit.kernel.mailer = smtpMailer('smtp://127.0.0.1:9', 'no-reply@dualtrack.example');
  for (const name of ['office@school.example', 'nobody@school.example'])
    assert.deepEqual(await kit.call(askPasswordReset, null, { name }), { ok: true });
});
