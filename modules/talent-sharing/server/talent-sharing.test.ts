import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { type Actor, grantPartnership } from '@dualtrack/platform/access';
import { ownScope, transact } from '@dualtrack/platform/db';
import { readCalendar, refusal, textOf } from '@dualtrack/platform/testing';
import { buildHouse, type House } from '../testing/house.ts';
import { answerByLink, showAnswerLink } from './answer-by-link.ts';
import { createFeed, talentFeed } from './calendar-feed.ts';
import { createExpert, saveExpert } from './keep-experts.ts';
import { leaveExpert } from './leave-expert.ts';
import {
  answerSession,
  attestSession,
  cancelSession,
  leaveSeat,
  rateSession,
  takeSeat,
} from './move-session.ts';
import { createNeed, listNeeds, moveNeed, proposeForNeed } from './needs.ts';
import { passDay } from './pass-day.ts';
import { planSession } from './plan-session.ts';
import { getExpert, listExperts } from './read-experts.ts';
import { getSession, listSessions } from './session-view.ts';

let house: House;
before(async () => {
  house = await buildHouse();
});
after(() => house.close());

const monday = { on: '2026-12-07', at: '10:00', minutes: 90 };

/** A teacher's question to a mentor. */
async function asked(facts: Record<string, unknown> = {}, monthlyHours = 20) {
  const { kit, actor } = house;
  const agreementId = await house.addAgreement();
  const mentor = await house.addExpert('mentor', { name: '师傅甲', monthlyHours });
  const office = actor('school-office', undefined, '方晓雯');
  const ask = (more: Record<string, unknown> = {}, who: Actor = office) =>
    kit.call(planSession, who, {
      ...{ agreementId, form: 'guest-lecture', title: '晶体生长讲座', ...monday },
      ...{ experts: [{ expertId: mentor.expertId, isLeading: true, minutes: null }], ...facts, ...more },
    });
  return { agreementId, mentor, office, ask };
}
const yes = (who: { actor: Actor; expertId: string }, sessionId: string) =>
  house.kit.call(answerSession, who.actor, { sessionId, expertId: who.expertId, accept: true });

describe('cards of experts', () => {
  test('the other side sees what the person shows, by a part of a Chinese word, and nothing without consent', async () => {
    const { kit, actor } = house;
    const facts = { tags: ['多晶硅'], title: '高级技师', shown: ['title' as const], mail: 'a@firm.example' };
    const mentor = await house.addExpert('mentor', { name: '王某某', ...facts });
    const hidden = await house.addExpert('mentor', { tags: ['多晶硅铸锭'], isListed: false });
    const office = actor('school-office');
    const { items } = await kit.call(listExperts, office, { q: '晶硅' });
    assert.deepEqual(
      items.map((row) => [row.id, row.name, row.title]),
      [[mentor.expertId, '', '高级技师']],
    );
    assert.ok(
      !JSON.stringify(await kit.call(getExpert, office, { expertId: mentor.expertId })).includes('王某某'),
    );
    await assert.rejects(
      kit.call(getExpert, office, { expertId: hidden.expertId }),
      refusal('thing.not-found'),
    );
    const byIsco = await kit.call(listExperts, office, { q: '过程控制' });
    assert.ok(
      byIsco.items.some((row) => row.id === mentor.expertId),
      'by the name of the occupation',
    );
  });

  test('an office lists somebody only with a paper; a colleague cannot, and cannot show more than the person', async () => {
    const { kit, actor } = house;
    const [hr, mentor] = [actor('enterprise-hr'), actor('mentor')];
    const card = { isMine: false, name: '李某', isListed: true };
    await assert.rejects(kit.call(createExpert, hr, card), refusal('expert.consent-missing'));
    await assert.rejects(kit.call(createExpert, mentor, card), refusal('expert.not-yours'));
    const { id } = await kit.call(createExpert, hr, { ...card, consentNote: '档案 12', shown: ['title'] });
    const saved = await kit.call(saveExpert, hr, {
      ...{ expertId: id, revision: 1, isListed: true, consentNote: '档案 12', shown: ['title', 'name'] },
    });
    assert.deepEqual(saved.card?.shown, ['title']);
    await assert.rejects(kit.call(saveExpert, hr, { expertId: id, revision: 1 }), refusal('expert.changed'));
    await assert.rejects(
      kit.call(saveExpert, actor('school-office'), { expertId: id, revision: 2 }),
      refusal('expert.not-yours'),
    );
  });
});

describe('needs', () => {
  test('a need proposes people of the other side with reasons, of this partnership only', async () => {
    const { kit, ids, actor } = house;
    const agreementId = await house.addAgreement();
    const fit = await house.addExpert('mentor', { occupations: ['7212'], tags: ['氩弧焊'] });
    const foreign = await house.addExpert('mentor', { occupations: ['7212'] }, ids.otherFirm);
    const teacher = actor('teacher');
    const { id: needId } = await kit.call(createNeed, teacher, {
      ...{ agreementId, form: 'guest-lecture', title: '焊接安全', occupations: ['7212'], tags: ['氩弧焊'] },
      ...{ fromOn: '2026-12-07', toOn: '2026-12-11' },
    });
    const { items } = await kit.call(proposeForNeed, teacher, { needId });
    assert.deepEqual([items[0]?.expertId, items[0]?.matched], [fit.expertId, ['7212', '氩弧焊']]);
    assert.ok(items.every((one) => one.expertId !== foreign.expertId));
    const seen = await kit.call(listNeeds, actor('enterprise-hr'), { q: '焊接' });
    assert.deepEqual(
      seen.items.map((one) => one.id),
      [needId],
    );
    const stranger = actor('enterprise-hr', ids.otherFirm);
    assert.equal((await kit.call(listNeeds, stranger, {})).items.length, 0);
    await assert.rejects(kit.call(moveNeed, stranger, { needId, to: 'met' }), refusal('thing.not-found'));
    await assert.rejects(
      kit.call(moveNeed, actor('enterprise-hr'), { needId, to: 'met' }),
      refusal('need.not-yours'),
    );
  });
});

describe('booking', () => {
  test('asked, answered, promised: the hour is taken for everybody', async () => {
    const { kit, ids } = house;
    const { mentor, ask, office } = await asked();
    const { id } = await ask();
    assert.equal((await kit.call(listSessions, mentor.actor, { scope: 'to-answer' })).total, 1);
    assert.equal((await yes(mentor, id)).state, 'planned');
    await assert.rejects(ask({ at: '11:00' }), refusal('expert.booked'));
    await ask({ at: '11:30' });
    // Another partner's school is told as well, without being told with whom.
    const other = await house.addAgreement(ids.otherSchool);
    const elsewhere = house.actor('school-office', ids.otherSchool);
    await assert.rejects(ask({ agreementId: other, at: '10:30' }, elsewhere), refusal('expert.booked'));
    const view = await kit.call(getExpert, elsewhere, { expertId: mentor.expertId });
    assert.deepEqual(view.busy, [
      { startsAt: '2026-12-07T02:00:00.000Z', endsAt: '2026-12-07T03:30:00.000Z' },
    ]);
    await assert.rejects(kit.call(getSession, elsewhere, { sessionId: id }), refusal('thing.not-found'));
    assert.equal((await kit.call(getSession, office, { sessionId: id })).experts[0]?.name, '师傅甲');
  });

  test('two schools that ask for the same hour: both questions stand, one yes is kept', async () => {
    const { ids } = house;
    const { mentor, ask } = await asked();
    const other = await house.addAgreement(ids.otherSchool);
    const elsewhere = house.actor('school-office', ids.otherSchool);
    const [one, two] = [await ask(), await ask({ agreementId: other }, elsewhere)];
    const both = await Promise.allSettled([yes(mentor, one.id), yes(mentor, two.id)]);
    assert.deepEqual(both.map((each) => each.status).sort(), ['fulfilled', 'rejected']);
    const failed = both.find((each) => each.status === 'rejected');
    assert.ok(failed?.status === 'rejected' && refusal('expert.booked')(failed.reason));
    const { rows } = await house.admin.query('select 1 from expert_reservation where expert_id = $1', [
      mentor.expertId,
    ]);
    assert.equal(rows.length, 1);
  });

  test('a holiday, a missing slot, an absence, the limit of the month and the past are refused with their reasons', async () => {
    const { ask } = await asked();
    await assert.rejects(ask({ on: '2027-01-01' }), refusal('session.on-holiday'));
    await assert.rejects(ask({ on: '2026-11-20' }), refusal('session.past'));
    await assert.rejects(ask({ at: '23:30' }), refusal('session.over-midnight'));
    const small = await asked({}, 1);
    await assert.rejects(small.ask(), refusal('expert.over-limit'));
    const narrow = await house.addExpert('mentor', {
      ...{ slots: ['2-pm'], absences: [{ from: '2026-12-15', to: '2026-12-16' }] },
    });
    const experts = [{ expertId: narrow.expertId, isLeading: true, minutes: null }];
    await assert.rejects(ask({ experts }), refusal('expert.no-slot'));
    await assert.rejects(ask({ experts, on: '2026-12-15', at: '14:00' }), refusal('expert.away'));
    await ask({ experts, on: '2026-12-08', at: '14:00' });
  });

  test('a superior who must approve has the last word; a no needs a reason and frees the others', async () => {
    const { kit, actor } = house;
    const { ask, office } = await asked();
    const mentor = await house.addExpert('mentor', { needsApproval: true, name: '师傅乙' });
    const experts = [{ expertId: mentor.expertId, isLeading: true, minutes: null }];
    const { id } = await ask({ experts });
    assert.equal((await yes(mentor, id)).experts[0]?.answer, 'to-approve');
    await assert.rejects(yes(mentor, id), refusal('session.answered'));
    const hr = actor('enterprise-hr');
    assert.equal((await yes({ actor: hr, expertId: mentor.expertId }, id)).state, 'planned');
    const teacher = await house.addExpert('teacher', { name: '教师丙' });
    const pair = [...experts, { expertId: teacher.expertId, isLeading: false, minutes: 45 }];
    const second = await ask({ experts: pair, on: '2026-12-09' });
    const no = { sessionId: second.id, expertId: mentor.expertId, accept: false };
    await assert.rejects(kit.call(answerSession, hr, no), refusal('session.no-reason'));
    await kit.call(answerSession, hr, { ...no, reason: '检修' });
    await kit.settle();
    const left = await house.admin.query('select 1 from expert_reservation where session_id = $1', [
      second.id,
    ]);
    assert.equal(left.rows.length, 0);
    assert.equal((await kit.call(getSession, office, { sessionId: second.id })).state, 'declined');
    const stranger = actor('teacher');
    await assert.rejects(
      kit.call(answerSession, stranger, { ...no, accept: true }),
      refusal('session.not-your-role'),
    );
  });

  test('calling off late needs a reason, is kept as late, and frees the hour', async () => {
    const { kit, actor } = house;
    const { mentor, ask, office } = await asked();
    const { id } = await ask({ on: '2026-11-23' });
    await yes(mentor, id);
    await assert.rejects(
      kit.call(cancelSession, office, { sessionId: id }),
      refusal('session.late-needs-reason'),
    );
    await assert.rejects(
      kit.call(cancelSession, actor('teacher'), { sessionId: id, reason: 'x' }),
      refusal('session.not-your-role'),
    );
    const view = await kit.call(cancelSession, office, { sessionId: id, reason: '停课' });
    assert.deepEqual([view.state, view.isLateCancel, view.cancelledSide], ['cancelled', true, 'school']);
    await kit.settle();
    await yes(mentor, (await ask({ on: '2026-11-23' })).id);
  });

  test('seats: the last one once, then a waiting list that moves up', async () => {
    const { kit, actor } = house;
    const { ask } = await asked();
    const { id: sessionId } = await ask({ seats: 1 });
    const [one, two, three] = [actor('teacher'), actor('teacher'), actor('mentor')];
    await Promise.all([one, two].map((who) => kit.call(takeSeat, who, { sessionId })));
    const view = await kit.call(takeSeat, three, { sessionId });
    assert.deepEqual([view.seated, view.waiting], [1, 2]);
    await assert.rejects(kit.call(takeSeat, three, { sessionId }), refusal('session.seated'));
    const first = view.people.find((person) => !person.isWaiting);
    const seated = (await kit.call(getSession, one, { sessionId })).people.find((person) => person.isMine);
    const leaver = seated?.isWaiting === false ? one : two;
    assert.ok(first !== undefined);
    const after = await kit.call(leaveSeat, leaver, { sessionId });
    assert.deepEqual([after.seated, after.waiting], [1, 1]);
  });
});

describe('an answer by mail', () => {
  test('the link shows the question and takes one answer; a foreign token opens nothing', async () => {
    const { kit } = house;
    const { ask } = await asked();
    const mentor = await house.addExpert('mentor', { name: '师傅丁', mail: 'ding@firm.example' });
    const experts = [{ expertId: mentor.expertId, isLeading: true, minutes: null }];
    const { id } = await ask({ experts });
    await kit.settle();
    const folder = kit.kernel.mailer.folder ?? '';
    const mails = await Promise.all(
      (await readdir(folder)).map((name) => readFile(join(folder, name), 'utf8')),
    );
    const body = mails.find((mail) => mail.includes('ding@firm.example')) ?? '';
    const text = Buffer.from(body.split('\n\n').slice(1).join(''), 'base64').toString('utf8');
    const token = /talent-answer\/([\w-]{86})/.exec(`${text}${body.replaceAll('=\n', '')}`)?.[1] ?? '';
    const seen = await kit.call(showAnswerLink, null, { token });
    assert.deepEqual([seen.title, seen.answer, seen.asker], ['晶体生长讲座', 'waiting', '方晓雯']);
    await assert.rejects(
      kit.call(answerByLink, null, { token, accept: false }),
      refusal('session.no-reason'),
    );
    assert.equal((await kit.call(answerByLink, null, { token, accept: true })).state, 'planned');
    await assert.rejects(
      kit.call(answerByLink, null, { token, accept: true }),
      refusal('session.not-in-state'),
    );
    const wrong = `${token.slice(0, -4)}AAAA`;
    await assert.rejects(kit.call(showAnswerLink, null, { token: wrong }), refusal('link.unknown'));
    assert.equal((await kit.call(getSession, mentor.actor, { sessionId: id })).state, 'planned');
  });
});

describe('mails about a session', () => {
  /** Subjects of the mails to an address, as their readers see them. */
  async function subjectsTo(address: string): Promise<string[]> {
    await house.kit.settle();
    const folder = house.kit.kernel.mailer.folder ?? '';
    const mails = await Promise.all(
      (await readdir(folder)).sort().map((name) => readFile(join(folder, name), 'utf8')),
    );
    return mails
      .filter((mail) => mail.includes(`To: ${address}`))
      .map((mail) =>
        (/^Subject: (.*(?:\n .*)*)/m.exec(mail)?.[1] ?? '')
          .split(/\s+/)
          .map((word) => Buffer.from(word.replace(/^=\?UTF-8\?B\?|\?=$/g, ''), 'base64').toString())
          .join(''),
      );
  }

  test('who asked hears the answer unless they turned it off; that it is called off is told to all who would come', async () => {
    const { kit, admin } = house;
    const { ask, office } = await asked({ title: '机修' });
    const mentor = await house.addExpert('mentor', { name: '师傅戊', mail: 'wu@firm.example' });
    const experts = [{ expertId: mentor.expertId, isLeading: true, minutes: null }];
    await admin.query("insert into person (id, name, created_at) values ($1, $2, '2026-01-01')", [
      ...[office.personId, office.name],
    ]);
    await admin.query('insert into sign_in_name (name, person_id) values ($1, $2)', [
      ...['fang@school.example', office.personId],
    ]);
    const first = await ask({ experts });
    await yes(mentor, first.id);
    assert.deepEqual(await subjectsTo('fang@school.example'), ['已确定：机修']);
    await admin.query(
      "insert into mail_stop (person_id, kind, stopped_at) values ($1, 'talents', '2026-01-01')",
      [office.personId],
    );
    const second = await ask({ experts, on: '2026-12-08' });
    await yes(mentor, second.id);
    assert.equal((await subjectsTo('fang@school.example')).length, 1);
    const hr = house.actor('enterprise-hr');
    await kit.call(cancelSession, hr, { sessionId: second.id, reason: '停产' });
    assert.deepEqual(await subjectsTo('fang@school.example'), ['已确定：机修', '已取消：机修']);
    await kit.call(cancelSession, office, { sessionId: first.id, reason: '停课' });
    // Whoever calls it off is told nothing of it; the expert is, both times.
    assert.equal((await subjectsTo('fang@school.example')).length, 2);
    const toMentor = (await subjectsTo('wu@firm.example')).filter((one) => one.startsWith('已取消'));
    assert.equal(toMentor.length, 2);
  });
});

describe('attestation and marks', () => {
  test('both sides say the same number after the end; then each rates once, and the card carries the mark', async () => {
    const { kit, clock } = { ...house, clock: house.kit.clock };
    const { mentor, ask, office } = await asked();
    const { id: sessionId } = await ask({ on: '2026-11-24' });
    await yes(mentor, sessionId);
    await assert.rejects(
      kit.call(attestSession, office, { sessionId, attended: 30 }),
      refusal('session.not-over'),
    );
    const before = clock.now();
    clock.set(new Date('2026-11-25T02:00:00Z'));
    await kit.call(attestSession, office, { sessionId, attended: 30 });
    await assert.rejects(
      kit.call(attestSession, office, { sessionId, attended: 30 }),
      refusal('session.attested'),
    );
    await assert.rejects(
      kit.call(attestSession, mentor.actor, { sessionId, attended: 31 }),
      refusal('session.other-number'),
    );
    assert.equal((await kit.call(attestSession, mentor.actor, { sessionId, attended: 30 })).state, 'held');
    await kit.call(rateSession, office, { sessionId, rating: 5, note: '好' });
    const view = await kit.call(getExpert, office, { expertId: mentor.expertId });
    assert.deepEqual([view.rating, view.ratings], [5, 1]);
    clock.set(before);
  });
});

test('a partner who comes later sees the listed experts from the next day on', async () => {
  const { kit, admin, ids, actor } = house;
  await admin.query('delete from partnership where home_id = $1 and enterprise_id = $2', [
    ids.otherSchool,
    ids.otherFirm,
  ]);
  const late = await house.addExpert('mentor', { tags: ['后来'] }, ids.otherFirm);
  const office = actor('school-office', ids.otherSchool);
  const seen = async () => (await kit.call(listExperts, office, { q: '后来' })).items.map((row) => row.id);
  assert.deepEqual(await seen(), []);
  await transact(kit.kernel.pool, ownScope(ids.otherSchool), (transaction) =>
    grantPartnership(transaction, {
      ...{ school: ids.otherSchool, enterprise: ids.otherFirm, validFrom: '2026-01-01' },
    }),
  );
  await passDay(kit.kernel);
  await passDay(kit.kernel);
  assert.deepEqual(await seen(), [late.expertId]);
});

test('an expert who leaves: named sessions first, then all of it together', async () => {
  const { kit } = house;
  const { mentor, ask, office } = await asked();
  const { id: sessionId } = await ask();
  await yes(mentor, sessionId);
  const { expertId } = mentor;
  await assert.rejects(kit.call(leaveExpert, mentor.actor, { expertId }), refusal('expert.has-sessions'));
  assert.equal((await kit.call(getSession, office, { sessionId })).state, 'planned');
  await kit.call(leaveExpert, mentor.actor, { expertId, cancelSessions: true });
  assert.equal((await kit.call(getSession, office, { sessionId })).state, 'cancelled');
  await assert.rejects(ask({ on: '2026-12-10' }), refusal('expert.not-listed'));
  await assert.rejects(kit.call(getExpert, office, { expertId }), refusal('thing.not-found'));
});

test('a feed of the own sessions, and none without a card', async () => {
  const { kit, actor } = house;
  await assert.rejects(kit.call(createFeed, actor('teacher'), {}), refusal('expert.no-card'));
  const { mentor, ask, office } = await asked();
  await yes(mentor, (await ask({ place: '实训楼 204' })).id);
  const { address } = await kit.call(createFeed, mentor.actor, {});
  const token = address.split('/').at(-1) ?? '';
  const request = { params: { token }, query: {}, locale: 'en' as const };
  // Nobody's membership, nobody's feed.
  assert.equal(await talentFeed.answer(kit.kernel, request), null);
  const { personId, membershipId, tenant, name } = mentor.actor;
  await house.admin.query(
    `insert into membership (tenant_id, id, person_id, role, name, title, created_at) values ($1, $2, $3, 'mentor', $4, '', '2026-01-01')`,
    [tenant, membershipId, personId, name],
  );
  const cancelled = await ask({
    on: '2026-12-08',
    title: '逗号, 分号; 斜杠 \\ 和很长很长很长很长很长很长很长很长的题目',
  });
  await yes(mentor, cancelled.id);
  await kit.call(cancelSession, office, { sessionId: cancelled.id, reason: '停课' });
  // Somebody else's hours stand in no feed but theirs.
  const stranger = await asked();
  await yes(stranger.mentor, (await stranger.ask()).id);
  const answer = await talentFeed.answer(kit.kernel, request);
  const calendar = readCalendar(String(answer?.body));
  const events = calendar.parts
    .filter((one) => one.name === 'VEVENT')
    .map((event) => ['SUMMARY', 'DTSTART', 'DTEND', 'STATUS', 'LOCATION'].map((key) => textOf(event, key)));
  assert.deepEqual(events.sort(), [
    ['晶体生长讲座', '20261207T020000Z', '20261207T033000Z', 'CONFIRMED', '实训楼 204'],
    [
      ...['逗号, 分号; 斜杠 \\ 和很长很长很长很长很长很长很长很长的题目', '20261208T020000Z'],
      ...['20261208T033000Z', 'CANCELLED', undefined],
    ],
  ]);
});
