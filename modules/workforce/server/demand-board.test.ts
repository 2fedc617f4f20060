import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { refusal } from '@dualtrack/platform/testing';
import { type DemandKit, demandKit, majorCode } from '../testing/demand-kit.ts';
import { answerDemand, takeOffer } from './answer-demand.ts';
import { decidePool } from './decide-pool.ts';
import { answerByLink, makeAnswerLink, openAnswerLink } from './demand-links.ts';
import { getIntake, listDemandSchools, passIntakeDay, putIntake } from './intake.ts';
import { acceptOrder, declineOrder, proposeOrder } from './move-order.ts';
import { listPools, makePool } from './pools.ts';
import { closeNotice, getNotice, listNotices, publishDemand } from './publish-demand.ts';
import { getOrder } from './read-orders.ts';
import { getSupply } from './school-supply.ts';

let kit: DemandKit;
before(async () => {
  kit = await demandKit();
});
after(() => kit.close());

const demand = { people: 12, fromQuarter: '2027-Q3', payMin: 500_000, payMax: 650_000, note: '' };

async function publish(firm = kit.ids.firm, postId = kit.ids.post, people = demand.people): Promise<string> {
  const hr = kit.actor('enterprise-hr', { tenant: firm });
  const input = { ...demand, people, postId, schoolIds: [kit.ids.school] };
  const { ids } = await kit.call(publishDemand, hr, input);
  await kit.settle();
  return ids[0] ?? '';
}

const offer = { decision: 'offer' as const, seats: 10, majorCode, answer: '' };

describe('published demand', () => {
  test('is seen by the school and its enterprise, with a clock, and by nobody else', async () => {
    const noticeId = await publish();
    const seen = await kit.call(getNotice, kit.actor('school-office'), { noticeId });
    assert.equal(seen.title, '检修钳工');
    assert.deepEqual(seen.hazards, ['noise']);
    assert.equal(seen.opensOn, kit.kernel.clock.now().toISOString().slice(0, 10));
    assert.ok(seen.answerBy !== null && seen.answerBy > (seen.opensOn ?? ''));
    const noOther = kit.actor('enterprise-hr', { tenant: kit.ids.otherFirm });
    await assert.rejects(() => kit.call(getNotice, noOther, { noticeId }), refusal('thing.not-found'));
    const stranger = kit.actor('school-office', { tenant: kit.ids.stranger });
    await assert.rejects(() => kit.call(getNotice, stranger, { noticeId }), refusal('thing.not-found'));
    const input = { ...demand, postId: kit.ids.post, schoolIds: [kit.ids.stranger] };
    await assert.rejects(
      () => kit.call(publishDemand, kit.actor('enterprise-hr'), input),
      refusal('order.no-such-partner'),
    );
    await assert.rejects(
      () =>
        kit.call(publishDemand, kit.actor('enterprise-hr'), {
          ...input,
          postId: kit.ids.otherPost,
          schoolIds: [kit.ids.school],
        }),
      refusal('order.no-such-post'),
    );
  });

  test('is offered seats, and the offer taken up becomes a draft of an order', async () => {
    const noticeId = await publish();
    const office = kit.actor('school-office');
    const hr = kit.actor('enterprise-hr');
    await assert.rejects(
      () => kit.call(takeOffer, hr, { noticeId, className: '班', startQuarter: '2027-Q3' }),
      refusal('demand.not-in-state'),
    );
    await assert.rejects(
      () => kit.call(answerDemand, office, { noticeId, reply: { ...offer, majorCode: '999999' } }),
      refusal('demand.no-such-programme'),
    );
    await assert.rejects(
      () => kit.call(answerDemand, hr, { noticeId, reply: offer }),
      refusal('demand.not-your-role'),
    );
    await kit.call(answerDemand, office, { noticeId, reply: offer });
    const { orderId } = await kit.call(takeOffer, hr, { noticeId, className: '班', startQuarter: '2027-Q3' });
    const order = await kit.call(proposeOrder, hr, { orderId });
    assert.deepEqual([order.seats, order.majorCode, order.lines.length], [10, majorCode, 1]);
    await assert.rejects(() => kit.call(closeNotice, hr, { noticeId }), refusal('demand.not-in-state'));
  });

  test('two answers at once: one is told that it is too late', async () => {
    const noticeId = await publish();
    const both = await Promise.allSettled(
      [offer, { decision: 'decline' as const, answer: '没有学生' }].map((reply) =>
        kit.call(answerDemand, kit.actor('school-office'), { noticeId, reply }),
      ),
    );
    assert.equal(both.filter(({ status }) => status === 'fulfilled').length, 1);
  });

  test('a link answers once, without a sign-in', async () => {
    const noticeId = await publish();
    const { address } = await kit.call(makeAnswerLink, kit.actor('school-office'), { noticeId });
    const token = address.split('/').at(-1) ?? '';
    const shown = await kit.call(openAnswerLink, null, { token });
    assert.equal(shown.mayAnswer, true);
    assert.deepEqual(
      shown.programmes.map((one) => one.majorCode),
      [majorCode],
    );
    await kit.call(answerByLink, null, { token, name: '周敏', reply: offer });
    const seen = await kit.call(getNotice, kit.actor('school-office'), { noticeId });
    assert.deepEqual([seen.state, seen.answeredBy, seen.offeredSeats], ['offered', '周敏', 10]);
    await assert.rejects(
      () => kit.call(answerByLink, null, { token, name: '周敏', reply: offer }),
      refusal('link.unknown'),
    );
  });
});

describe('how much a school takes in', () => {
  test('beyond the monthly limit the clock starts next month, and everybody sees from when', async () => {
    const office = kit.actor('school-office');
    const { total } = await kit.call(listNotices, office, { page: 1, size: 50 });
    await kit.call(putIntake, office, { monthlyLimit: total + 1, answerDays: 5, opinionsRequired: false });
    const today = kit.kernel.clock.now().toISOString().slice(0, 10);
    const first = await kit.call(getNotice, office, { noticeId: await publish() });
    const second = await kit.call(getNotice, office, { noticeId: await publish() });
    assert.equal(first.opensOn, today);
    assert.match(second.opensOn ?? '', /-01$/);
    assert.ok((second.opensOn ?? '') > today);
    const [school] = await kit.call(listDemandSchools, kit.actor('enterprise-hr'), undefined);
    assert.equal(school?.nextFreeOn, second.opensOn);
    await kit.call(putIntake, office, { monthlyLimit: 100, answerDays: 5, opinionsRequired: false });
  });

  test('a silent school is paused until it answers', async () => {
    const office = kit.actor('school-office');
    const noticeId = await publish();
    const now = kit.clock.now();
    kit.clock.set(new Date(now.getTime() + 12 * 86_400_000));
    await passIntakeDay(kit.kernel);
    await passIntakeDay(kit.kernel);
    const seen = await kit.call(getNotice, office, { noticeId });
    assert.deepEqual([seen.state, seen.silentSide, seen.abilities.offer], ['paused', 'school', null]);
    assert.notEqual((await kit.call(getIntake, office, undefined)).pausedOn, null);
    const input = { ...demand, postId: kit.ids.post, schoolIds: [kit.ids.school] };
    await assert.rejects(
      () => kit.call(publishDemand, kit.actor('enterprise-hr'), input),
      refusal('demand.school-paused'),
    );
    const waiting = await kit.call(listNotices, office, { page: 1, size: 50, state: 'paused' });
    for (const one of waiting.items.filter(({ silentSide }) => silentSide === 'school')) {
      await kit.call(answerDemand, office, {
        noticeId: one.id,
        reply: { decision: 'decline', answer: '没有学生' },
      });
    }
    await kit.settle();
    assert.equal((await kit.call(getIntake, office, undefined)).pausedOn, null);
    kit.clock.set(now);
  });

  test('a silent enterprise is paused, and may still take the offer up', async () => {
    const noticeId = await publish();
    await kit.call(answerDemand, kit.actor('school-office'), { noticeId, reply: offer });
    const now = kit.clock.now();
    kit.clock.set(new Date(now.getTime() + 12 * 86_400_000));
    await passIntakeDay(kit.kernel);
    const hr = kit.actor('enterprise-hr');
    assert.equal((await kit.call(getNotice, hr, { noticeId })).silentSide, 'enterprise');
    await kit.call(takeOffer, hr, { noticeId, className: '班', startQuarter: '2027-Q3' });
    kit.clock.set(now);
  });
});

test('the supply of the school names the demand that a programme could answer', async () => {
  const noticeId = await publish();
  const supply = await kit.call(getSupply, kit.actor('school-office'), undefined);
  const [programme] = supply.programmes;
  assert.equal(programme?.graduates[supply.quarters.indexOf('2027-Q2')], 40);
  assert.ok(programme?.answerable.some((one) => one.id === noticeId && one.kind === 'notice'));
});

test('demand of two small enterprises is one class, accepted when together they fill it', async () => {
  const office = kit.actor('school-office');
  const firms = [
    { hr: kit.actor('enterprise-hr'), noticeId: await publish(kit.ids.firm, kit.ids.post, 8) },
    {
      hr: kit.actor('enterprise-hr', { tenant: kit.ids.otherFirm }),
      noticeId: await publish(kit.ids.otherFirm, kit.ids.otherPost, 9),
    },
  ];
  const noticeIds = firms.map((firm) => firm.noticeId);
  const pool = { name: '联合订单班', noticeIds, majorCode, startQuarter: '2027-Q3', classMin: 15 };
  await assert.rejects(
    () => kit.call(makePool, office, { ...pool, classMin: 18 }),
    refusal('pool.too-small'),
  );
  const alone = [firms[0]?.noticeId ?? '', await publish(kit.ids.firm, kit.ids.post, 9)];
  await assert.rejects(
    () => kit.call(makePool, office, { ...pool, noticeIds: alone }),
    refusal('pool.one-enterprise'),
  );
  await kit.call(makePool, office, pool);
  await assert.rejects(() => kit.call(makePool, office, pool), refusal('pool.not-open'));
  const orders: string[] = [];
  for (const { hr, noticeId } of firms) {
    const { orderId } = await kit.call(takeOffer, hr, {
      noticeId,
      className: '自己起的名字',
      startQuarter: '2027-Q3',
    });
    orders.push(orderId);
  }
  const [first = '', second = ''] = orders;
  await kit.call(proposeOrder, firms[0]!.hr, { orderId: first });
  await assert.rejects(
    () => kit.call(acceptOrder, office, { orderId: first, answer: '' }),
    refusal('pool.decide-together'),
  );
  await assert.rejects(
    () => kit.call(declineOrder, office, { orderId: first, answer: '只要其中一家' }),
    refusal('pool.decide-together'),
  );
  const alike = await kit.call(getOrder, firms[0]!.hr, { orderId: first });
  assert.deepEqual([alike.className, alike.state], [pool.name, 'proposed']);
  const [waiting] = await kit.call(listPools, office, undefined);
  const poolId = waiting?.id ?? '';
  const decide = (accept: boolean) => kit.call(decidePool, office, { poolId, accept, answer: '' });
  await assert.rejects(() => decide(true), refusal('pool.too-small'));
  await kit.call(proposeOrder, firms[1]!.hr, { orderId: second });
  const strangers = kit.actor('school-office', { tenant: kit.ids.stranger });
  await assert.rejects(
    () => kit.call(decidePool, strangers, { poolId, accept: true, answer: '' }),
    refusal('thing.not-found'),
  );
  // One decision for all: of two who take it at once one is told that nothing is left to decide.
  const both = await Promise.allSettled([decide(true), decide(false)]);
  assert.equal(both.filter(({ status }) => status === 'fulfilled').length, 1);
  const [kept] = await kit.call(listPools, office, undefined);
  const states = new Set(kept?.members.map(({ state }) => state));
  assert.equal(states.size, 1, 'both orders went the same way');
  assert.ok(states.has('accepted') ? kept?.ready === 17 : kept?.ready === 0);
  assert.equal(kept?.proposed, 0);
  await assert.rejects(
    () => kit.call(makePool, kit.actor('school-office', { tenant: kit.ids.stranger }), pool),
    refusal('pool.not-open'),
  );
});
