import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Actor } from '@dualtrack/platform/access';
import { newId } from '@dualtrack/platform/ids';
import { asSystem } from '@dualtrack/platform/operation';
import { closePdf } from '@dualtrack/platform/pdf';
import { refusal } from '@dualtrack/platform/testing';
import { inForce, plainInForce, signBoth } from '../testing/signed-pair.ts';
import { type TestPair, testPair } from '../testing/test-pair.ts';
import { standingAgreements } from './agreement-doors.ts';
import { getCourse } from './amend-course.ts';
import { beginAmendment } from './amend-draft.ts';
import { onInForce } from './amend-in-force.ts';
import { answerNotice, giveNotice } from './amend-notice.ts';
import { beginRenewal } from './amend-renew.ts';
import { calendarFeed, createFeed, listFeeds, revokeFeed } from './calendar-feed.ts';
import { fixAgreement } from './move-agreement.ts';
import { confirmSections, editSection } from './negotiate.ts';
import { listObligations } from './obligation-changes.ts';
import { passDay } from './pass-day.ts';
import { getAgreement, listAgreements } from './read-agreements.ts';
import { signAgreement } from './sign-agreement.ts';
import { setSigningDue } from './signing-plan.ts';

let pair: TestPair;
before(async () => {
  pair = await testPair();
});
after(async () => {
  await closePdf();
  await pair.kit.close();
});

const onDay = (day: string) => pair.kit.clock.set(new Date(`${day}T02:00:00Z`));
const stateOf = async (agreementId: string) =>
  (await pair.kit.call(getAgreement, pair.office, { agreementId })).state;
const confirmAll = async (agreementId: string) => {
  const { kit, office, hr } = pair;
  const { clauses } = await kit.call(getAgreement, office, { agreementId });
  const sections = clauses.map(({ clause, revision }) => ({ clause, revision }));
  for (const actor of [office, hr]) await kit.call(confirmSections, actor, { agreementId, sections });
};

describe('an amendment', () => {
  test('is a diff against the signed text, says who signs and why, and changes text and duties once signed', async () => {
    const { kit, office, hr } = pair;
    const agreementId = await inForce(pair);
    const begun = await kit.call(beginAmendment, hr, {
      ...{ agreementId, clauses: ['O13'], terms: { enterpriseCourseHours: 96 }, reason: '增加企业课程' },
    });
    const amendment = await kit.call(getAgreement, office, { agreementId: begun.id });
    assert.deepEqual(
      amendment.clauses.map((one) => one.clause),
      ['A00', 'O05', 'O13'],
    );
    assert.match(amendment.clauses[0]?.body ?? '', /增加企业课程/);
    const wording = { body: '双方共同所有。', bodyEn: 'Owned jointly.' };
    await kit.call(editSection, office, { agreementId: begun.id, clause: 'O13', revision: 1, ...wording });
    const course = await kit.call(getCourse, hr, { agreementId: begun.id });
    assert.equal(course.parent?.id, agreementId);
    const hours = course.diff.find((one) => one.clause === 'O05');
    assert.deepEqual(
      hours?.zh.filter((one) => one.kind !== 'same'),
      [
        { kind: 'gone', text: '64' },
        { kind: 'new', text: '96' },
      ],
    );
    assert.deepEqual(
      hours?.en.filter((one) => one.kind === 'new').map((one) => one.text),
      ['96'],
    );
    assert.deepEqual(course.signers, [
      {
        side: 'school',
        reasons: [
          { clause: 'O05', code: 'is-owed-duty' },
          { clause: 'O13', code: 'consent-of-both' },
        ],
      },
      {
        side: 'enterprise',
        reasons: [
          { clause: 'O05', code: 'owes-duty' },
          { clause: 'O13', code: 'consent-of-both' },
        ],
      },
    ]);
    // Until it is signed nothing has changed.
    const before = await kit.call(getAgreement, office, { agreementId });
    assert.match(before.clauses.find((one) => one.clause === 'O05')?.body ?? '', /64/);
    await confirmAll(begun.id);
    await kit.call(fixAgreement, office, { agreementId: begun.id });
    await signBoth(pair, begun.id);
    const changed = await kit.call(getAgreement, office, { agreementId });
    assert.match(changed.clauses.find((one) => one.clause === 'O05')?.body ?? '', /96/);
    assert.equal(changed.clauses.find((one) => one.clause === 'O13')?.body, wording.body);
    assert.equal(changed.documentDigest, before.documentDigest);
    const { obligations } = await kit.call(listObligations, hr, { agreementId });
    assert.equal(obligations.find((one) => one.metric === 'course-hours')?.target, 96);
    // Told again, nothing changes.
    const revision = changed.clauses.find((one) => one.clause === 'O05')?.revision;
    await asSystem(kit.kernel, pair.school, (context) => onInForce(context, { agreementId: begun.id }));
    const again = await kit.call(getAgreement, office, { agreementId });
    assert.equal(again.clauses.find((one) => one.clause === 'O05')?.revision, revision);
    // It is no agreement of its own for the register and for later rooms.
    const { items } = await kit.call(listAgreements, office, { size: 200 });
    assert.ok(items.every((one) => one.id !== begun.id));
    const standing = await asSystem(kit.kernel, pair.school, (context) => standingAgreements(context));
    assert.ok(standing.every((one) => one.id !== begun.id));
  });

  test('that changes nothing, or comes from elsewhere, is refused', async () => {
    const { kit, office, otherHr } = pair;
    const agreementId = newId();
    await plainInForce(pair, { id: agreementId, validFrom: '2026-01-01', validTo: '2027-12-31' });
    const given = { agreementId, reason: '无变更' };
    await assert.rejects(kit.call(beginAmendment, office, given), refusal('amendment.nothing-changes'));
    await assert.rejects(
      kit.call(beginAmendment, office, { ...given, clauses: ['O99'] }),
      refusal('amendment.no-such-clause'),
    );
    await assert.rejects(kit.call(beginAmendment, otherHr, given), refusal('thing.not-found'));
    await assert.rejects(kit.call(getCourse, otherHr, { agreementId }), refusal('thing.not-found'));
  });
});

describe('the term of an agreement', () => {
  test('ends by the clock, once, and as renewed when a renewal is in force', async () => {
    const { kit, office } = pair;
    const [plain, endless] = [newId(), newId()];
    await plainInForce(pair, { id: plain, validFrom: '2026-01-01', validTo: '2026-12-31' });
    await plainInForce(pair, { id: endless, validFrom: '2026-01-01', validTo: null });
    onDay('2026-12-31');
    await passDay(kit.kernel);
    assert.equal(await stateOf(plain), 'in-force');
    onDay('2027-01-01');
    const moved = await Promise.all([passDay(kit.kernel), passDay(kit.kernel)]);
    assert.equal(await stateOf(plain), 'ended');
    assert.equal(await stateOf(endless), 'in-force');
    assert.ok(moved.some((one) => one.moved > 0));
    const { history } = await kit.call(getAgreement, office, { agreementId: plain });
    assert.equal(history.filter((one) => one.kind === 'ended').length, 1);
    onDay('2026-11-22');
  });

  test('is followed by a renewal prefilled from it, with missed duties named and wished for', async () => {
    const { kit, office, hr } = pair;
    const agreementId = await inForce(pair);
    onDay('2029-06-01');
    const period = { agreementId, validFrom: '2030-01-01', validTo: '2031-12-31' };
    await assert.rejects(
      kit.call(beginRenewal, hr, { ...period, validFrom: '2029-12-31' }),
      refusal('renewal.overlaps'),
    );
    const { id } = await kit.call(beginRenewal, hr, period);
    const renewal = await kit.call(getAgreement, office, { agreementId: id });
    assert.equal(renewal.clauses.length, 20);
    assert.equal(renewal.terms?.enterpriseCourseHours, 64);
    const course = await kit.call(getCourse, office, { agreementId: id });
    assert.deepEqual([course.missed[0]?.metric, course.missed[0]?.dueOn], ['seats-filled', '2027-03-31']);
    const hours = course.missed.filter((one) => one.metric === 'course-hours');
    assert.deepEqual(
      hours.map((one) => [one.dueOn, one.achieved, one.target]),
      [
        ['2027-12-31', 0, 64],
        ['2028-12-31', 0, 64],
      ],
    );
    const { changes, obligations } = await kit.call(listObligations, office, { agreementId: id });
    assert.ok(
      changes.some((one) => one.key === 'carried.O05.course-hours.year-1' && one.state === 'proposed'),
    );
    assert.equal(
      obligations.some((one) => one.key.startsWith('carried.')),
      false,
    );
    await pair.confirmBoth(id);
    await kit.call(fixAgreement, office, { agreementId: id });
    await signBoth(pair, id);
    const parent = await kit.call(listObligations, office, { agreementId });
    const decision = parent.obligations.find((one) => one.metric === 'renewal-decision');
    assert.equal(decision?.dues[0]?.standing, 'met');
    onDay('2030-01-01');
    await passDay(kit.kernel);
    assert.equal(await stateOf(agreementId), 'renewed');
    onDay('2026-11-22');
  });
});

describe('notices', () => {
  test('by consent take effect when the other side agrees; duties pause and move by the days of it', async () => {
    const { kit, office, hr } = pair;
    const agreementId = await inForce(pair);
    onDay('2027-02-01');
    const suspend = { agreementId, kind: 'suspend' as const, ground: 'consent' as const, reason: '设备改造' };
    const { notices } = await kit.call(giveNotice, hr, { ...suspend, effectiveOn: '2027-02-01' });
    assert.equal(await stateOf(agreementId), 'in-force');
    const noticeId = notices[0]?.id ?? '';
    await assert.rejects(
      kit.call(answerNotice, hr, { agreementId, noticeId, action: 'agree' }),
      refusal('notice.not-your-side'),
    );
    await assert.rejects(
      kit.call(giveNotice, office, { ...suspend, effectiveOn: '2027-03-01' }),
      refusal('notice.waiting-already'),
    );
    await kit.call(answerNotice, office, { agreementId, noticeId, action: 'agree' });
    assert.equal(await stateOf(agreementId), 'suspended');
    const paused = await kit.call(listObligations, office, { agreementId });
    assert.ok(paused.isPaused);
    assert.ok(paused.obligations.every((one) => one.dues.every((due) => due.standing === 'paused')));
    onDay('2027-02-11');
    const back = await kit.call(giveNotice, office, {
      ...suspend,
      kind: 'resume',
      effectiveOn: '2027-02-11',
    });
    await kit.call(answerNotice, hr, { agreementId, noticeId: back.notices[0]?.id ?? '', action: 'agree' });
    assert.equal(await stateOf(agreementId), 'in-force');
    const { obligations } = await kit.call(listObligations, hr, { agreementId });
    // Ten days of suspension before the first due day, 31 March 2027.
    assert.equal(obligations.find((one) => one.metric === 'seats-filled')?.dues[0]?.dueOn, '2027-04-10');
    onDay('2026-11-22');
  });

  test('by breach and law keep their days, need no answer, and void what would fall due after', async () => {
    const { kit, office, hr } = pair;
    const agreementId = await inForce(pair);
    onDay('2028-01-01');
    const end = { agreementId, kind: 'terminate' as const, ground: 'breach' as const, reason: '逾期未补救' };
    await assert.rejects(
      kit.call(giveNotice, office, { ...end, effectiveOn: '2028-01-30' }),
      refusal('notice.too-early'),
    );
    const { notices } = await kit.call(giveNotice, office, { ...end, effectiveOn: '2028-01-31' });
    const answer = { agreementId, noticeId: notices[0]?.id ?? '', action: 'agree' as const };
    await assert.rejects(kit.call(answerNotice, hr, answer), refusal('notice.needs-no-answer'));
    onDay('2028-01-31');
    await passDay(kit.kernel);
    assert.equal(await stateOf(agreementId), 'terminated');
    const { obligations } = await kit.call(listObligations, hr, { agreementId });
    const hours = obligations.find((one) => one.metric === 'course-hours');
    assert.deepEqual(
      hours?.dues.map((due) => due.standing),
      ['missed', 'void', 'void'],
    );
    onDay('2026-11-22');
  });

  test('two who answer at once: one is told', async () => {
    const { kit, office, hr } = pair;
    const agreementId = newId();
    await plainInForce(pair, { id: agreementId, validFrom: '2026-01-01', validTo: '2027-12-31' });
    const { notices } = await kit.call(giveNotice, office, {
      ...{ agreementId, kind: 'terminate' as const, ground: 'consent' as const },
      ...{ reason: '双方商定', effectiveOn: '2026-12-31' },
    });
    const noticeId = notices[0]?.id ?? '';
    const both = await Promise.allSettled([
      kit.call(answerNotice, hr, { agreementId, noticeId, action: 'agree' }),
      kit.call(answerNotice, office, { agreementId, noticeId, action: 'withdraw' }),
      kit.call(answerNotice, hr, { agreementId, noticeId, action: 'refuse' }),
    ]);
    const done = both.filter((one) => one.status === 'fulfilled').length;
    // What was agreed to may still be withdrawn before its day; nothing else follows anything.
    assert.ok(
      done === 1 || (done === 2 && both[1]?.status === 'fulfilled' && both[0]?.status === 'fulfilled'),
    );
    assert.equal(await stateOf(agreementId), 'in-force');
  });
});

describe('a calendar feed', () => {
  test('shows own due days to whoever has its address, until it is revoked', async () => {
    const { kit, hr, office } = pair;
    const agreementId = await inForce(pair);
    const read = (address: string) =>
      calendarFeed.answer(kit.kernel, {
        params: { token: address.split('/').at(-1) ?? '' },
        ...{ query: {}, locale: 'en' as const },
      });
    for (const actor of [hr, office]) {
      const { id, address } = await kit.call(createFeed, actor, { agreementId });
      const body = String((await read(address))?.body).replaceAll(/\r\n[ \t]/g, '');
      assert.match(body, /DTSTART;VALUE=DATE:20271231/);
      assert.match(body, new RegExp(`URL[^\n]*agreements/${agreementId}`));
      const feeds = await kit.call(listFeeds, actor, {});
      assert.deepEqual(
        feeds.items.map((one) => one.id),
        [id],
      );
      await assert.rejects(
        kit.call(revokeFeed, actor === hr ? office : hr, { feedId: id }),
        refusal('thing.not-found'),
      );
      await kit.call(revokeFeed, actor, { feedId: id });
      await assert.rejects(read(address), refusal('link.unknown'));
    }
  });

  test('of a person has only their own dates; the office answers for what its side owes', async () => {
    const { kit, hr, office, school } = pair;
    const agreementId = await inForce(pair);
    const fixed = await pair.fixed();
    await kit.call(setSigningDue, office, { agreementId: fixed.id, dueOn: '2026-12-20' });
    const head = await pair.actorOf(school, 'programme-head');
    const entries = async (actor: Actor, input: { agreementId?: string; scope?: 'mine' | 'side' } = {}) => {
      const { address } = await kit.call(createFeed, actor, { scope: 'mine', ...input });
      const token = address.split('/').at(-1) ?? '';
      const request = { params: { token }, query: {}, locale: 'en' as const };
      const body = String((await calendarFeed.answer(kit.kernel, request))?.body);
      return [...body.replaceAll(/\r\n[ \t]/g, '').matchAll(/UID:(due|term|signing)-([\w-]+)/g)].map(
        (found) => `${found[1]} ${found[2]}`,
      );
    };
    const has = (list: readonly string[], kind: string) => list.some((one) => one.startsWith(`${kind} `));
    for (const actor of [office, hr]) {
      const own = await entries(actor);
      assert.deepEqual([has(own, 'due'), has(own, 'term'), has(own, 'signing')], [true, false, true]);
    }
    // Nobody named this one: nothing is their own, though they may read everything.
    assert.deepEqual(await entries(head), []);
    const side = await entries(head, { scope: 'side' });
    assert.deepEqual([has(side, 'due'), has(side, 'term'), has(side, 'signing')], [true, true, true]);
    const ofOne = await entries(head, { agreementId });
    assert.ok(ofOne.includes(`term ${agreementId}`) && !has(ofOne, 'signing'));
    // Once signed it is no longer to be signed.
    await kit.call(signAgreement, office, {
      ...{ agreementId: fixed.id, secret: 'a long enough word', digest: fixed.digest },
    });
    assert.equal(has(await entries(office), 'signing'), false);
    assert.equal(has(await entries(hr), 'signing'), true);
  });

  test('of another pair is not made, and a wrong address opens nothing', async () => {
    const { kit, otherHr } = pair;
    const agreementId = await pair.begun();
    await assert.rejects(kit.call(createFeed, otherHr, { agreementId }), refusal('thing.not-found'));
    const request = { params: { token: 'x.ics' }, query: {}, locale: 'en' as const };
    await assert.rejects(calendarFeed.answer(kit.kernel, request), refusal('link.unknown'));
  });
});
