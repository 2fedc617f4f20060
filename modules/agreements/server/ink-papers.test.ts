import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { grantPartnership } from '@dualtrack/platform/access';
import { asSystem } from '@dualtrack/platform/operation';
import { closePdf } from '@dualtrack/platform/pdf';
import { refusal } from '@dualtrack/platform/testing';
import type * as z from 'zod';
import { paperFollows } from '../contract/amendments.ts';
import { recordFacts } from '../shapes.ts';
import { inForce } from '../testing/signed-pair.ts';
import { type TestPair, testPair } from '../testing/test-pair.ts';
import { getCourse } from './amend-course.ts';
import { answerNotice, giveNotice } from './amend-notice.ts';
import { askedOf } from './obligation-asked.ts';
import { listObligations } from './obligation-changes.ts';
import { answerPaper } from './paper-answer.ts';
import { passDay } from './pass-day.ts';
import { getAgreement, listAgreements } from './read-agreements.ts';
import { answerRecorded } from './recorded-answer.ts';
import { addScan, registerOutside } from './register-agreement.ts';

let pair: TestPair;
before(async () => {
  pair = await testPair();
});
after(async () => {
  await closePdf();
  await pair.kit.close();
});

const onDay = (day: string) => pair.kit.clock.set(new Date(`${day}T02:00:00Z`));
const hours = {
  ...{ metric: 'course-hours' as const, owedBy: 'enterprise' as const, target: 40, clause: '第五条' },
  ...{ cadence: 'yearly' as const, dueOn: '2027-12-31' },
};
const facts = (obligations: object[] = [], on?: string) =>
  recordFacts.parse({
    parties: (['school', 'enterprise'] as const).map((side) => ({ side, name: { zh: side, en: null } })),
    ...(on === undefined ? {} : { ceremony: { on } }),
    obligations,
  });
/** A paper signed elsewhere for 2026 and 2027 with one duty that the enterprise stands by. */
async function registered(): Promise<string> {
  const { kit, office, hr, firm } = pair;
  const { id } = await kit.call(registerOutside, office, {
    ...{ partnerId: firm, source: '档案室', title: '校企合作协议', validFrom: '2026-01-01' },
    validTo: '2027-12-31',
    facts: facts([{ side: 'enterprise', words: { zh: '每年授课40学时', en: null }, duty: hours }]),
  });
  await kit.call(answerRecorded, hr, { agreementId: id, numbers: [1], answer: 'confirm' });
  return id;
}

type Follows = z.input<typeof paperFollows>;
/** Registers, by the school, a paper that does something with an agreement. */
const paper = async (follows: Follows, own: { validFrom?: string; validTo?: string; on?: string } = {}) => {
  const { on, ...term } = own;
  const made = await pair.kit.call(registerOutside, pair.office, {
    ...{ partnerId: pair.firm, source: '档案室第二卷', facts: facts([], on) },
    ...{ ...term, follows: paperFollows.parse(follows) },
  });
  return made.id;
};
const answer = (agreementId: string, said: 'confirm' | 'dispute' = 'confirm', reason = '') =>
  pair.kit.call(answerPaper, pair.hr, { agreementId, answer: said, reason });
const read = (agreementId: string) => pair.kit.call(getAgreement, pair.office, { agreementId });
const course = (agreementId: string) => pair.kit.call(getCourse, pair.office, { agreementId });
const duties = async (agreementId: string) =>
  (await pair.kit.call(listObligations, pair.office, { agreementId })).obligations.map(
    (one) =>
      `${one.metric} ${one.target} ${one.dues.map((due) => `${due.dueOn} ${due.standing}`).join(', ')}`,
  );

const change = { number: 1, duty: { ...hours, target: 60 } };

describe('a paper signed by hand that follows from another', () => {
  test('amends its typed duties and term once the other side has confirmed it, linked both ways', async () => {
    const { kit, office, hr } = pair;
    onDay('2026-11-22');
    const agreementId = await registered();
    const amend = { agreementId, effect: 'amend' as const };
    await assert.rejects(paper(amend), refusal('amendment.nothing-changes'));
    await assert.rejects(paper({ ...amend, duties: [{ number: 9 }] }), refusal('amendment.no-such-clause'));
    const id = await paper({ ...amend, duties: [change], reason: '增加课时' }, { validTo: '2028-12-31' });
    const before = await duties(agreementId);
    assert.match(before.join(), /course-hours 40/);
    const [up, down] = [await course(id), await course(agreementId)];
    assert.deepEqual(
      [up.parent?.id, up.parent?.isInk, up.paper?.confirmation, up.reason],
      [agreementId, true, 'waiting', '增加课时'],
    );
    assert.deepEqual(
      down.children.map((one) => [one.id, one.kind, one.isInk, one.confirmation]),
      [[id, 'amendment', true, 'waiting']],
    );
    assert.deepEqual(
      up.diff.map((one) => [one.clause, one.isChanged]),
      [
        ['R00', true],
        ['R01', true],
      ],
    );
    const own = await read(id);
    assert.deepEqual([own.kind, own.state, own.record?.source], ['amendment', 'registered', '档案室第二卷']);
    await kit.call(addScan, office, {
      ...{ agreementId: id, file: new File(['%PDF-1.7'], 'a.pdf', { type: 'application/pdf' }) },
    });
    assert.equal((await read(id)).hasDocument, true);
    const waiting = (await kit.call(askedOf, hr, {})).items.find((one) => one.agreementId === id);
    assert.equal(waiting?.papers, 1);
    assert.equal(
      (await kit.call(askedOf, office, {})).items.find((one) => one.agreementId === id),
      undefined,
    );
    // Who registered it cannot confirm it.
    await assert.rejects(
      kit.call(answerPaper, office, { agreementId: id, answer: 'confirm' }),
      refusal('obligation.not-your-side'),
    );
    await assert.rejects(answer(id, 'dispute'), refusal('obligation.reason-missing'));
    assert.equal((await answer(id, 'dispute', '没有这份文件')).paper?.confirmation, 'disputed');
    await assert.rejects(answer(id, 'dispute', '没有'), refusal('obligation.answered'));
    assert.deepEqual(await duties(agreementId), before);
    assert.equal((await answer(id)).paper?.confirmation, 'confirmed');
    await assert.rejects(answer(id), refusal('obligation.answered'));
    assert.deepEqual(await duties(agreementId), [
      'course-hours 60 2026-12-31 at-risk, 2027-12-31 not-begun, 2028-12-31 not-begun',
    ]);
    const after = await read(agreementId);
    assert.deepEqual([after.state, after.validTo], ['registered', '2028-12-31']);
    assert.deepEqual(
      after.history.map((one) => one.kind).filter((kind) => kind.startsWith('paper') || kind === 'amended'),
      ['amended', 'paper-confirmed', 'paper-disputed', 'paper-named'],
    );
    const listed = (await kit.call(listAgreements, office, { kind: 'amendment', size: 200 })).items;
    assert.ok(listed.some((one) => one.id === id));
  });

  test('renews it: the old one counts as renewed after its last day, missed duties are named', async () => {
    const { kit, office } = pair;
    onDay('2027-12-01');
    const agreementId = await registered();
    const renew = { agreementId, effect: 'renew' as const };
    const term = { validFrom: '2028-01-01', validTo: '2029-12-31' };
    await assert.rejects(paper(renew), refusal('paper.day-missing'));
    await assert.rejects(paper(renew, { ...term, validFrom: '2027-12-31' }), refusal('renewal.overlaps'));
    const [first, second] = [await paper(renew, { ...term, on: '2027-11-20' }), await registered()];
    const unconfirmed = await paper({ ...renew, agreementId: second }, term);
    const { missed, parent } = await course(first);
    assert.deepEqual([missed.map((one) => one.dueOn), parent?.kind], [['2026-12-31'], 'renewal']);
    await answer(first);
    onDay('2028-01-01');
    await passDay(kit.kernel);
    const states = await Promise.all([agreementId, first, second, unconfirmed].map(read));
    assert.deepEqual(
      states.map((one) => one.state),
      ['renewed', 'registered', 'ended', 'registered'],
    );
    assert.equal(
      (await kit.call(listAgreements, office, { kind: 'registered', size: 200 })).total >= 4,
      true,
    );
    onDay('2026-11-22');
  });

  test('suspends, resumes and ends it, on the day that it names', async () => {
    const agreementId = await registered();
    const stateOf = async () => (await read(agreementId)).state;
    await assert.rejects(paper({ agreementId, effect: 'suspend' }), refusal('paper.day-missing'));
    await assert.rejects(paper({ agreementId, effect: 'resume' }), refusal('agreement.not-in-state'));
    const suspended = await paper({ agreementId, effect: 'suspend', effectiveOn: '2026-10-01' });
    const ended = await paper({
      agreementId,
      effect: 'terminate',
      effectiveOn: '2026-12-24',
      reason: '停产',
    });
    assert.equal(await stateOf(), 'registered');
    await answer(suspended);
    assert.equal(await stateOf(), 'suspended');
    const resumed = await paper({ agreementId, effect: 'resume', effectiveOn: '2026-11-10' });
    await answer(resumed);
    assert.equal(await stateOf(), 'registered');
    // Forty days of suspension move what was due on the last day of the year.
    assert.match((await duties(agreementId)).join(), /2027-02-09/);
    await answer(ended);
    assert.equal(await stateOf(), 'registered');
    const { notices, children } = await course(agreementId);
    assert.deepEqual(notices.map((one) => [one.kind, one.state, one.ground, one.paperId]).sort(), [
      ['resume', 'done', 'consent', resumed],
      ['suspend', 'done', 'consent', suspended],
      ['terminate', 'agreed', 'consent', ended],
    ]);
    assert.deepEqual(
      children.map((one) => one.kind),
      ['suspension', 'termination', 'resumption'],
    );
    onDay('2026-12-24');
    await passDay(pair.kit.kernel);
    assert.equal(await stateOf(), 'terminated');
    await assert.rejects(
      paper({ agreementId, effect: 'amend', duties: [change] }),
      refusal('agreement.not-in-state'),
    );
    onDay('2026-11-22');
  });

  test('amends what was signed here, in its clauses and figures, and only between the same two', async () => {
    const { kit, office, hr, otherHr } = pair;
    const agreementId = await inForce(pair);
    const [own] = (await read(agreementId)).clauses.slice(-1);
    assert.ok(own !== undefined);
    const amend = { agreementId, effect: 'amend' as const };
    const id = await paper({
      ...{ ...amend, terms: { enterpriseCourseHours: 96 } },
      wordings: [{ clause: own.clause, zh: '本协议一式四份。', en: '' }],
    });
    // A partner of somebody else sees nothing of it.
    await assert.rejects(
      kit.call(answerPaper, otherHr, { agreementId: id, answer: 'confirm' }),
      refusal('thing.not-found'),
    );
    const others = pair.otherHr.tenant;
    await asSystem(kit.kernel, pair.school, ({ transaction }) =>
      grantPartnership(transaction, { school: pair.school, enterprise: others, validFrom: '2020-01-01' }),
    );
    await assert.rejects(
      kit.call(registerOutside, office, {
        ...{ partnerId: others, source: '档案室', facts: facts() },
        follows: paperFollows.parse({ ...amend, terms: { enterpriseCourseHours: 1 } }),
      }),
      refusal('paper.other-pair'),
    );
    await answer(id);
    const after = await read(agreementId);
    assert.equal(after.terms?.enterpriseCourseHours, 96);
    const worded = after.clauses.find((one) => one.clause === own.clause);
    assert.deepEqual([worded?.body, worded?.bodyEn], ['本协议一式四份。', '本协议一式四份。']);
    assert.match((await duties(agreementId)).join(), /course-hours 96/);
    assert.equal(after.state, 'in-force');
    // What the state no longer allows cannot be confirmed either.
    const late = await paper({ ...amend, terms: { enterpriseCourseHours: 100 } });
    await kit.call(giveNotice, hr, {
      ...{ agreementId, kind: 'terminate', ground: 'consent', reason: '双方同意', effectiveOn: '2026-11-22' },
    });
    const [notice] = (await course(agreementId)).notices;
    await kit.call(answerNotice, office, { agreementId, noticeId: notice?.id ?? '', action: 'agree' });
    await assert.rejects(answer(late), refusal('agreement.not-in-state'));
    assert.equal((await course(late)).paper?.confirmation, 'waiting');
  });
});
