import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { after, before, describe, test } from 'node:test';
import type { Actor } from '@dualtrack/platform/access';
import { findWallBreaches } from '@dualtrack/platform/db';
import { Refusal } from '@dualtrack/platform/errors';
import { newId } from '@dualtrack/platform/ids';
import { asSystem } from '@dualtrack/platform/operation';
import { refusal, type TestKernel, testKernel } from '@dualtrack/platform/testing';
import pg from 'pg';
import { closeAllSessions, setMembership } from './change-session.ts';
import {
  type AccountsTables,
  accounts,
  addMember,
  authenticate,
  hashPassword,
  registerOrganisation,
} from './index.ts';
import { acceptInvitation, createInvitation, showInvitation } from './invite.ts';
import { listMembers } from './members.ts';
import { openSession } from './open-session.ts';
import { decidePartnership, listPartnerships, offerPartnership } from './partnerships.ts';
import { askPasswordReset, usePasswordReset } from './reset-password.ts';

const password = 'a long enough word';
let kit: TestKernel;
const school = newId();
const firm = newId();

async function register(id: string, kind: 'school' | 'enterprise', name: string) {
  const given = { id, kind, code: id, name, nameEn: name, regionCode: '6505', isIllustrative: true };
  await registerOrganisation(kit.kernel, given);
}

async function member(tenant: string, role: Actor['role'], signInName: string) {
  const passwordHash = await hashPassword(password);
  return asSystem<AccountsTables, { personId: string; membershipId: string }>(kit.kernel, tenant, (context) =>
    addMember(context, { signInName, name: signInName, role, passwordHash }),
  );
}

/** Signs in over the operation and gives the word the browser would keep. */
async function signIn(name: string, given = password): Promise<string> {
  let word = '';
  await kit.call(
    openSession,
    null,
    { name, password: given },
    { setSession: (value) => (word = value ?? '') },
  );
  return word;
}

async function actorOf(name: string): Promise<Actor> {
  const actor = await authenticate(kit.kernel, await signIn(name));
  assert.ok(actor !== null);
  return actor;
}

async function mails(): Promise<string[]> {
  const folder = kit.kernel.mailer.folder ?? '';
  const names = (await readdir(folder)).sort();
  const texts = await Promise.all(names.map((name) => readFile(`${folder}/${name}`, 'utf8')));
  return texts.map((text) => text.replaceAll('=\n', '').replaceAll('=3D', '='));
}

before(async () => {
  kit = await testKernel([accounts]);
  await register(school, 'school', 'School');
  await register(firm, 'enterprise', 'Firm');
  await member(school, 'school-office', 'office@school.example');
  await member(firm, 'enterprise-hr', 'hr@firm.example');
});
after(() => kit.close());

describe('sign-in', () => {
  test('a session word finds its person, and an unknown one nobody', async () => {
    const actor = await actorOf('office@school.example');
    assert.equal(actor.tenant, school);
    assert.equal(actor.role, 'school-office');
    assert.equal(await authenticate(kit.kernel, 'not-a-word'), null);
  });

  test('unknown names and wrong passwords get the same answer', async () => {
    const wrong = refusal('session.wrong-name-or-password');
    await assert.rejects(() => signIn('nobody@school.example'), wrong);
    await assert.rejects(() => signIn('office@school.example', 'another word'), wrong);
  });

  test('parallel guesses are all counted and lock the name; time unlocks it', async () => {
    await member(school, 'teacher', 'teacher@school.example');
    const guesses = Array.from({ length: 8 }, () => signIn('teacher@school.example', 'guess'));
    await Promise.allSettled(guesses);
    await assert.rejects(() => signIn('teacher@school.example'), refusal('session.locked'));
    kit.clock.set(new Date(kit.clock.now().getTime() + 16 * 60_000));
    assert.notEqual(await signIn('teacher@school.example'), '');
  });

  test('a name that nobody has is locked and unlocked just like one that somebody has', async () => {
    await member(school, 'teacher', 'known@school.example');
    const answers = async (name: string) => {
      const seen: string[] = [];
      for (let guess = 0; guess < 10; guess += 1) {
        const result = await signIn(name, 'guess').catch((error: unknown) => error);
        seen.push(result instanceof Refusal ? `${result.code} ${JSON.stringify(result.params)}` : 'in');
      }
      return seen;
    };
    const known = await answers('known@school.example');
    assert.ok(known.at(-1)?.startsWith('session.locked'));
    assert.deepEqual(await answers('nobody-here@school.example'), known);
    kit.clock.set(new Date(kit.clock.now().getTime() + 16 * 60_000));
    const wrong = refusal('session.wrong-name-or-password');
    await assert.rejects(() => signIn('nobody-here@school.example', 'guess'), wrong);
    await assert.rejects(() => signIn('known@school.example', 'guess'), wrong);
  });

  test('a new password by link unlocks the name', async () => {
    await member(school, 'teacher', 'forgot@school.example');
    for (let guess = 0; guess < 9; guess += 1) await signIn('forgot@school.example', 'guess').catch(() => '');
    await assert.rejects(() => signIn('forgot@school.example'), refusal('session.locked'));
    await kit.call(askPasswordReset, null, { name: 'forgot@school.example' });
    const link = /\/reset\/([\w-]+)/.exec((await mails()).at(-1) ?? '')?.[1] ?? '';
    await kit.call(usePasswordReset, null, { token: link, password: 'a remembered word' });
    assert.notEqual(await signIn('forgot@school.example', 'a remembered word'), '');
  });

  test('signing out everywhere ends every session', async () => {
    const first = await signIn('office@school.example');
    const second = await signIn('office@school.example');
    await kit.call(closeAllSessions, await authenticate(kit.kernel, first), {});
    assert.equal(await authenticate(kit.kernel, first), null);
    assert.equal(await authenticate(kit.kernel, second), null);
  });

  test('a reset link works once and ends the sessions', async () => {
    const before = await signIn('hr@firm.example');
    await kit.call(askPasswordReset, null, { name: 'hr@firm.example' });
    const link = /\/reset\/([\w-]+)/.exec((await mails()).at(-1) ?? '')?.[1] ?? '';
    await kit.call(usePasswordReset, null, { token: link, password: 'another long word' });
    assert.equal(await authenticate(kit.kernel, before), null);
    await assert.rejects(
      () => kit.call(usePasswordReset, null, { token: link, password: 'a third long word' }),
      refusal('link.not-valid'),
    );
    assert.notEqual(await signIn('hr@firm.example', 'another long word'), '');
    await kit.call(askPasswordReset, null, { name: 'hr@firm.example' });
    const again = /\/reset\/([\w-]+)/.exec((await mails()).at(-1) ?? '')?.[1] ?? '';
    await kit.call(usePasswordReset, null, { token: again, password });
  });
});

describe('invitations', () => {
  test('an invited person joins once, also when two tabs accept at the same time', async () => {
    const office = await actorOf('office@school.example');
    await kit.call(createInvitation, office, {
      name: '阿依古丽',
      address: 'new@school.example',
      role: 'teacher',
    });
    const token = /\/invitation\/([\w-]+)/.exec((await mails()).at(-1) ?? '')?.[1] ?? '';
    const shown = await kit.call(showInvitation, null, { token });
    assert.equal(shown.name, '阿依古丽');
    const accepting = [1, 2].map(() =>
      kit.call(acceptInvitation, null, { token, name: '阿依古丽', password }),
    );
    const results = await Promise.allSettled(accepting);
    assert.equal(results.filter((result) => result.status === 'fulfilled').length, 1);
    const people = await kit.call(listMembers, office, { q: '古丽' });
    assert.equal(people.total, 1);
  });

  test('a school cannot give an enterprise role', async () => {
    const office = await actorOf('office@school.example');
    const wrong = { name: 'X', address: 'x@firm.example', role: 'mentor' as const };
    await assert.rejects(
      () => kit.call(createInvitation, office, wrong),
      refusal('invitation.role-not-here'),
    );
  });
});

describe('partnership and membership', () => {
  test('who is asked answers instead of asking back; two who ask at once are one partnership', async () => {
    const [here, there] = [newId(), newId()];
    await register(here, 'school', 'Here');
    await register(there, 'enterprise', 'There');
    await member(here, 'school-office', 'office@here.example');
    await member(there, 'enterprise-hr', 'hr@there.example');
    const office = await actorOf('office@here.example');
    const hr = await actorOf('hr@there.example');
    const asked = await Promise.allSettled([
      kit.call(offerPartnership, office, { organisationId: there }),
      kit.call(offerPartnership, hr, { organisationId: here }),
    ]);
    assert.ok(asked.some((one) => one.status === 'fulfilled'));
    const waiting = async (who: Actor) => (await kit.call(listPartnerships, who, {})).offers;
    const answering = (await waiting(office)).length > 0 ? office : hr;
    const [offer] = await waiting(answering);
    const other = answering === office ? there : here;
    await assert.rejects(
      () => kit.call(offerPartnership, answering, { organisationId: other }),
      refusal('partnership.waits-here'),
    );
    await kit.call(decidePartnership, answering, { offerId: offer?.id ?? '', accept: true });
    assert.deepEqual([await waiting(office), await waiting(hr)], [[], []]);
    assert.equal((await kit.call(listPartnerships, hr, {})).partners.length, 1);
  });

  test('an accepted offer is a grant in both homes and opens the school to the enterprise', async () => {
    const office = await actorOf('office@school.example');
    const hr = await actorOf('hr@firm.example');
    assert.deepEqual(hr.homes, []);
    await kit.call(offerPartnership, hr, { organisationId: school });
    await assert.rejects(
      () => kit.call(offerPartnership, hr, { organisationId: firm }),
      refusal('partnership.same-side'),
    );
    const { offers } = await kit.call(listPartnerships, office, {});
    const offerId = offers[0]?.id ?? '';
    await assert.rejects(
      () => kit.call(decidePartnership, hr, { offerId, accept: true }),
      refusal('thing.not-found'),
    );
    await kit.call(decidePartnership, office, { offerId, accept: true });
    await assert.rejects(
      () => kit.call(decidePartnership, office, { offerId, accept: true }),
      refusal('partnership.decided'),
    );
    assert.deepEqual((await actorOf('hr@firm.example')).homes, [school]);
    assert.equal((await kit.call(listPartnerships, hr, {})).partners[0]?.id, school);
  });

  test('nobody can act in a membership that is not the own one', async () => {
    const word = await signIn('office@school.example');
    const hr = await actorOf('hr@firm.example');
    const office = await authenticate(kit.kernel, word);
    await assert.rejects(
      () => kit.call(setMembership, office, { membershipId: hr.membershipId }, { sessionToken: word }),
      refusal('session.no-membership'),
    );
  });
});

test('the schema keeps the rules of tenancy', async () => {
  const client = new pg.Client({ connectionString: kit.ownerUrl });
  await client.connect();
  try {
    assert.deepEqual(await findWallBreaches(client), []);
  } finally {
    await client.end();
  }
});
