import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { type AccountsTables, addMember } from '@dualtrack/accounts/server';
import type { Role } from '@dualtrack/platform/contract';
import { asSystem } from '@dualtrack/platform/operation';
import { letterKinds } from '../demand-letter.ts';
import { type DemandKit, demandKit, majorCode } from '../testing/demand-kit.ts';
import { answerDemand } from './answer-demand.ts';
import { openAnswerLink } from './demand-links.ts';
import { createOrder } from './draft-order.ts';
import { passIntakeDay, putIntake } from './intake.ts';
import { acceptOrder, proposeOrder } from './move-order.ts';
import { askOpinions, giveOpinion } from './opinions.ts';
import { publishDemand } from './publish-demand.ts';
import { namePresident } from './school-president.ts';
import type { WorkforceTables } from './tables.ts';
import { tellOfNotice } from './tell-demand.ts';
import { letterPhrase } from './write-letters.ts';

let kit: DemandKit;
before(async () => {
  kit = await demandKit();
});
after(() => kit.close());

type Mail = { to: string; subject: string; text: string };
const looked = new Set<string>();

/** Mails sent since the last look, sorted by their address. */
async function newMails(): Promise<Mail[]> {
  await kit.settle();
  const folder = kit.kernel.mailer.folder ?? '';
  const names = (await readdir(folder).catch(() => [])).filter((name) => !looked.has(name));
  for (const name of names) looked.add(name);
  const mails = await Promise.all(
    names.map(async (name): Promise<Mail> => {
      // Long lines are broken softly.
      const text = (await readFile(`${folder}/${name}`, 'utf8')).replaceAll(/=\r?\n/g, '');
      const of = (field: string) => new RegExp(`^${field}: (.*)$`, 'm').exec(text)?.[1] ?? '';
      return { to: of('To'), subject: of('Subject'), text };
    }),
  );
  return mails.sort((a, b) => (a.to < b.to ? -1 : 1));
}

const addressed = (mails: readonly Mail[]) => mails.map(({ to }) => to);

async function member(home: string, role: Role, name: string) {
  const { personId } = await asSystem<AccountsTables, { personId: string }>(kit.kernel, home, (context) =>
    addMember(context, { signInName: `${name}@example.org`, name, role, subjectId: null, locale: 'en' }),
  );
  return kit.actor(role, { personId });
}

test('every letter has its words in both languages, whatever the numbers', () => {
  const words = {
    enterprise: 'E',
    school: 'S',
    post: 'P',
    class: 'C',
    quarter: '2027-Q3',
    from: 'F',
    until: 'U',
  };
  for (const kind of letterKinds) {
    for (const locale of ['en', 'zh-CN'] as const) {
      for (const key of [`subject.${kind}`, `text.${kind}`] as const) {
        const said = letterPhrase(locale, key, { ...words, people: 1, seats: 2 });
        assert.ok(said.length > 5 && !said.includes('{'), said);
      }
    }
  }
});

test('each side is written to when it is to act, once, and whoever speaks next about an order', async () => {
  const office = await member(kit.ids.school, 'school-office', 'office');
  const president = await member(kit.ids.school, 'school-office', 'president');
  const head = await member(kit.ids.school, 'programme-head', 'head');
  const hr = await member(kit.ids.firm, 'enterprise-hr', 'hr');
  await member(kit.ids.otherFirm, 'enterprise-hr', 'rival');
  await member(kit.ids.stranger, 'school-office', 'stranger');
  await kit.call(namePresident, office, { personId: president.personId });
  const demand = { people: 12, fromQuarter: '2027-Q3', payMin: 500_000, payMax: 650_000, note: '' };
  const given = { ...demand, postId: kit.ids.post, schoolIds: [kit.ids.school] };

  const { ids } = await kit.call(publishDemand, hr, given);
  const noticeId = ids[0] ?? '';
  const published = await newMails();
  assert.deepEqual(addressed(published), ['office@example.org', 'president@example.org']);
  assert.match(published[0]?.text ?? '', /12 people/);
  const token = /\/answer\/([\w.-]+)/.exec(published[0]?.text ?? '')?.[1] ?? '';
  // The same event once more: nobody is told again, and the link in the letter still opens.
  await asSystem<WorkforceTables, void>(kit.kernel, kit.ids.school, (context) =>
    tellOfNotice(context, { noticeId }),
  );
  assert.deepEqual(await newMails(), []);
  assert.equal((await kit.call(openAnswerLink, null, { token })).mayAnswer, true);

  kit.clock.set(new Date('2027-03-01T02:00:00Z'));
  await passIntakeDay(kit.kernel);
  await passIntakeDay(kit.kernel);
  const silent = await newMails();
  assert.deepEqual(addressed(silent), ['office@example.org', 'president@example.org']);
  const reply = { decision: 'offer' as const, seats: 10, majorCode, answer: '' };
  await kit.call(answerDemand, office, { noticeId, reply });
  assert.deepEqual(addressed(await newMails()), ['hr@example.org']);

  const { id: orderId } = await kit.call(createOrder, hr, {
    ...{ schoolId: kit.ids.school, majorCode, className: 'class', startQuarter: '2027-Q3', note: '' },
    lines: [{ postId: kit.ids.post, seats: 20 }],
  });
  assert.deepEqual(await newMails(), []);
  await kit.call(proposeOrder, hr, { orderId });
  assert.deepEqual(addressed(await newMails()), ['office@example.org', 'president@example.org']);
  await kit.call(askOpinions, office, { orderId });
  assert.deepEqual(addressed(await newMails()), ['head@example.org']);
  const say = { orderId, verdict: 'for' as const, words: 'good' };
  await kit.call(giveOpinion, head, { ...say, step: 'faculty' });
  assert.deepEqual(addressed(await newMails()), ['office@example.org']);
  await kit.call(giveOpinion, office, { ...say, step: 'office' });
  assert.deepEqual(addressed(await newMails()), ['president@example.org']);
  await kit.call(giveOpinion, president, { ...say, step: 'president', verdict: 'back' });
  assert.deepEqual(addressed(await newMails()), ['head@example.org']);
  for (const [actor, step] of [
    [head, 'faculty'],
    [office, 'office'],
    [president, 'president'],
  ] as const)
    await kit.call(giveOpinion, actor, { ...say, step });
  await newMails();
  await kit.call(acceptOrder, office, { orderId, answer: '' });
  const accepted = await newMails();
  assert.deepEqual(addressed(accepted), ['hr@example.org']);
  assert.match(accepted[0]?.text ?? '', new RegExp(`/talent-orders/${orderId}`));
});

test('a school that hears every order asks its faculty as soon as one is proposed', async () => {
  const office = kit.actor('school-office');
  await kit.call(putIntake, office, { monthlyLimit: 10, answerDays: 10, opinionsRequired: true });
  const hr = kit.actor('enterprise-hr');
  const { id: orderId } = await kit.call(createOrder, hr, {
    ...{ schoolId: kit.ids.school, majorCode, className: 'another', startQuarter: '2027-Q3', note: '' },
    lines: [{ postId: kit.ids.post, seats: 20 }],
  });
  await kit.call(proposeOrder, hr, { orderId });
  assert.deepEqual(addressed(await newMails()), [
    'head@example.org',
    'office@example.org',
    'president@example.org',
  ]);
});
