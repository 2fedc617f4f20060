import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { refusal } from '@dualtrack/platform/testing';
import { defaultAssumptions } from '../assumptions.ts';
import { type DemandKit, demandKit, majorCode } from '../testing/demand-kit.ts';
import { getBackTest, makeBackTest } from './back-tests.ts';
import { createOrder } from './draft-order.ts';
import { getAssumptions, putAssumptions } from './forecast-assumptions.ts';
import { getHistory, putHistory } from './headcount-records.ts';
import { putIntake } from './intake.ts';
import { makeForecast } from './make-forecast.ts';
import { acceptOrder, proposeOrder } from './move-order.ts';
import { askOpinions, getOpinions, giveOpinion } from './opinions.ts';
import { getForecast, listForecasts, removeForecast } from './read-forecast.ts';
import { compareScenarios, makeScenario } from './scenarios.ts';
import { getPresident, namePresident } from './school-president.ts';

let kit: DemandKit;
before(async () => {
  kit = await demandKit();
});
after(() => kit.close());

const span = { name: '', start: '2026-Q4', quarters: 12, runs: 300, seed: 'x', changes: [] };

test('assumptions reach the plan: class sizes, lead, how sure, and a limit that orders keep', async () => {
  const hr = kit.actor('enterprise-hr');
  assert.deepEqual(await kit.call(getAssumptions, hr, undefined), defaultAssumptions);
  const needs = [{ resource: 'beds' as const, perClass: 0, perSeat: 1, free: 12 }];
  const changed = { ...defaultAssumptions, leadQuarters: 2, classMin: 6, classMax: 20, sureness: 0.9, needs };
  await kit.call(putAssumptions, hr, changed);
  const { id } = await kit.forecast(makeForecast, hr, span);
  const { plan, result } = await kit.call(getForecast, hr, { forecastId: id });
  assert.deepEqual(plan.costs, { shortage: 9, surplus: 1 });
  assert.deepEqual(plan.training?.[0]?.classSize, { min: 6, max: 20 });
  assert.equal(result.ordersBy, 'programme');
  assert.ok(result.orders.length > 0);
  for (const { used } of result.resources?.[0]?.quarters ?? []) assert.ok(used <= 12);
  const other = kit.actor('enterprise-hr', { tenant: kit.ids.otherFirm });
  assert.deepEqual(await kit.call(getAssumptions, other, undefined), defaultAssumptions);
  await assert.rejects(
    () => kit.call(putAssumptions, hr, { ...changed, classMin: 30 }),
    refusal('input.invalid'),
  );
});

test('scenarios stand beside their forecast, and the forecast and the data stay as they were', async () => {
  const hr = kit.actor('enterprise-hr');
  const { id: forecastId } = await kit.forecast(makeForecast, hr, span);
  const before = await kit.call(getForecast, hr, { forecastId });
  const changes = [{ kind: 'scale-attrition' as const, factor: 0.5 }];
  await kit.forecast(makeScenario, hr, { forecastId, name: '流失减半', changes });
  const { base, scenarios } = await kit.call(compareScenarios, hr, { forecastId });
  assert.deepEqual(
    scenarios.map(({ name }) => name),
    ['流失减半'],
  );
  assert.ok((scenarios[0]?.shortage ?? 0) < base.shortage);
  assert.deepEqual(await kit.call(getForecast, hr, { forecastId }), before);
  assert.ok(
    !(await kit.call(listForecasts, hr, { page: 1, size: 50, kind: 'plan' })).items.some(
      (one) => one.changeCount > 0,
    ),
  );
  const unknown = [{ kind: 'delay-project' as const, project: 'nothing', quarters: 4 }];
  await assert.rejects(
    () => kit.call(makeScenario, hr, { forecastId, name: 'x', changes: unknown }),
    refusal('forecast.bad-plan'),
  );
  const other = kit.actor('enterprise-hr', { tenant: kit.ids.otherFirm });
  await assert.rejects(() => kit.call(compareScenarios, other, { forecastId }), refusal('thing.not-found'));
  await assert.rejects(
    () => kit.call(makeScenario, other, { forecastId, name: 'x', changes }),
    refusal('thing.not-found'),
  );
  await kit.call(removeForecast, hr, { forecastId });
  const left = await kit.call(listForecasts, hr, { page: 1, size: 50, kind: 'what-if' });
  assert.ok(!left.items.some((one) => one.baseId === forecastId));
});

test('a plan that cannot be is named with its places in the words of the reader, and nothing is kept', async () => {
  const hr = kit.actor('enterprise-hr', { tenant: kit.ids.otherFirm });
  const before = (await kit.call(listForecasts, hr, { page: 1, size: 50 })).total;
  const asEn = (changes: object[]) =>
    // Whatever somebody sends: the shapes are what is tried out here.
    kit.call(makeForecast, hr, { ...span, changes: changes as never[] });
  for (const wrong of [
    { kind: 'scale-units', line: 'L1', factor: -1 },
    { kind: 'set-project-probability', project: 'p', probability: 1.5 },
    { kind: 'set-join-rate', programme: 'a', occupation: 'mechanic', joinRate: Number.NaN },
    { kind: 'open-class', programme: 'a', occupation: 'mechanic', start: '2027-Q5', seats: 20 },
  ])
    await assert.rejects(() => asEn([wrong]), refusal('input.invalid'));
  await assert.rejects(
    () => asEn([{ kind: 'scale-units', line: 'nothing', factor: 2 }]),
    refusal('forecast.bad-plan'),
  );
  // The retirements of an occupation exceed its people: no screen lets that happen, a database might.
  const retire = `insert into occupation_retirement (tenant_id, occupation, quarter, headcount) values ($1, 'mechanic', '2027-Q1', 900)`;
  await kit.admin.query(retire, [kit.ids.otherFirm]);
  const said = await kit.call(makeForecast, hr, span).catch((error) => error.params);
  assert.equal(said.count, 1);
  assert.match(said.list, /^Fitter · .*900/);
  assert.equal((await kit.call(listForecasts, hr, { page: 1, size: 50 })).total, before);
});

test('a forecast from an earlier quarter knows only what was recorded by then, and is scored by the rest', async () => {
  const hr = kit.actor('enterprise-hr');
  const quarters = ['2025-Q1', '2025-Q2', '2025-Q3', '2025-Q4', '2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4'];
  const records = quarters.map((quarter, index) => ({
    ...{ occupation: 'mechanic', quarter, headcount: 50 + index, needed: 60 },
    ...{ leavers: index < 4 ? 1 : 20, joiners: 2 },
  }));
  await kit.call(putHistory, hr, { records });
  await kit.call(putHistory, hr, { records: records.slice(0, 1) });
  assert.equal((await kit.call(getHistory, hr, undefined)).records.length, 8);
  const { id } = await kit.forecast(makeBackTest, hr, { asOf: '2026-Q1' });
  const { plan } = await kit.call(getForecast, hr, { forecastId: id });
  // Four quarters of one leaver each among 50 + 51 + 52 + 53 people; the later, wilder ones are not known then.
  assert.equal(plan.occupations[0]?.headcount, 54);
  assert.ok(Math.abs((plan.occupations[0]?.attrition ?? 0) - 4.5 / 207) < 1e-12);
  assert.equal(plan.occupations[0]?.attritionSeenOn, 206);
  const found = await kit.call(getBackTest, hr, { figure: 'stock', forecastId: id });
  assert.deepEqual(
    found.cases.map((one) => [one.quarter, one.horizon, one.actual, one.last]),
    [
      ['2026-Q2', 1, 55, 54],
      ['2026-Q3', 2, 56, 54],
      ['2026-Q4', 3, 57, 54],
    ],
  );
  // The records rise by one a quarter, so the straight line is right to the head.
  assert.equal(found.score?.trend.pinball, 0);
  assert.equal(found.score?.cases, 3);
  const gap = await kit.call(getBackTest, hr, { figure: 'gap', forecastId: id });
  assert.deepEqual(
    gap.cases.map(({ actual }) => actual),
    [5, 4, 3],
  );
  await assert.rejects(
    () => kit.call(makeBackTest, hr, { asOf: '2019-Q1' }),
    refusal('back-test.no-records'),
  );
  const wrong = [{ ...records[0]!, occupation: 'nobody' }];
  await assert.rejects(
    () => kit.call(putHistory, hr, { records: wrong }),
    refusal('history.no-such-occupation'),
  );
  const other = kit.actor('enterprise-hr', { tenant: kit.ids.otherFirm });
  assert.deepEqual((await kit.call(getHistory, other, undefined)).records, []);
});

async function proposed(): Promise<string> {
  const hr = kit.actor('enterprise-hr');
  const { id } = await kit.call(createOrder, hr, {
    ...{ schoolId: kit.ids.school, majorCode, className: '班', startQuarter: '2027-Q3', note: '' },
    lines: [{ postId: kit.ids.post, seats: 20 }],
  });
  await kit.call(proposeOrder, hr, { orderId: id });
  return id;
}

/** A present member of the school's office, as the people of a school are kept. */
async function officer(title: string) {
  const actor = kit.actor('school-office');
  await kit.admin.query(
    `insert into membership (tenant_id, id, person_id, role, name, title, created_at)
     values ($1, $2, $3, 'school-office', $4, $4, '2026-01-01')`,
    [kit.ids.school, actor.membershipId, actor.personId, title],
  );
  return actor;
}

type Voice = [step: 'faculty' | 'office' | 'president', verdict?: 'for' | 'against' | 'back', words?: string];

test('faculty, office and president are heard in turn by three people before an order is accepted', async () => {
  const orderId = await proposed();
  const head = kit.actor('programme-head');
  const office = kit.actor('school-office');
  const president = await officer('校长');
  const accept = () => kit.call(acceptOrder, office, { orderId, answer: '' });
  await kit.call(askOpinions, office, { orderId });
  await assert.rejects(accept, refusal('order.opinions-missing'));
  const say = (actor: typeof head, [step, verdict = 'for', words = '有师资']: Voice) =>
    kit.call(giveOpinion, actor, { orderId, step, verdict, words });
  await assert.rejects(() => say(office, ['office']), refusal('opinion.not-your-turn'));
  await assert.rejects(() => say(office, ['faculty']), refusal('opinion.not-your-role'));
  await assert.rejects(() => say(head, ['faculty', 'for', ' ']), refusal('input.invalid'));
  await assert.rejects(() => say(head, ['faculty', 'back']), refusal('opinion.first-step'));
  await say(head, ['faculty']);
  await say(office, ['office']);
  await assert.rejects(() => say(president, ['president']), refusal('opinion.no-president'));
  const nobody = { personId: office.personId };
  await assert.rejects(() => kit.call(namePresident, office, nobody), refusal('president.not-in-office'));
  await assert.rejects(
    () => kit.call(namePresident, head, { personId: president.personId }),
    refusal('access.forbidden'),
  );
  await kit.call(namePresident, office, { personId: president.personId });
  const { named, candidates } = await kit.call(getPresident, head, undefined);
  assert.deepEqual([named?.name, candidates.map(({ title }) => title)], ['校长', ['校长']]);
  await assert.rejects(() => say(office, ['president']), refusal('opinion.not-president'));
  await assert.rejects(accept, refusal('order.opinions-missing'));
  const view = await say(president, ['president']);
  assert.deepEqual([view.next, view.president], [null, '校长']);
  assert.equal((await accept()).state, 'accepted');
  await assert.rejects(() => say(head, ['faculty']), refusal('order.not-in-state'));
});

test('sent back, an order is heard again from the faculty on, and what was said stays on record', async () => {
  const orderId = await proposed();
  const head = kit.actor('programme-head');
  const office = kit.actor('school-office');
  const president = await officer('院长');
  await kit.call(namePresident, office, { personId: president.personId });
  await kit.call(askOpinions, office, { orderId });
  const say = (actor: typeof head, [step, verdict = 'for', words = '可行']: Voice) =>
    kit.call(giveOpinion, actor, { orderId, step, verdict, words });
  await say(head, ['faculty']);
  await assert.rejects(() => say(president, ['office']), refusal('opinion.not-your-role'));
  await say(office, ['office']);
  const back = await say(president, ['president', 'back', '请补充实训工位']);
  assert.deepEqual([back.round, back.next, back.given.length], [2, 'faculty', 3]);
  const accept = () => kit.call(acceptOrder, office, { orderId, answer: '' });
  await assert.rejects(accept, refusal('order.opinions-missing'));
  await say(head, ['faculty', 'against', '没有工位']);
  await assert.rejects(accept, refusal('order.opinion-against'));
  const again = await kit.call(askOpinions, office, { orderId });
  assert.deepEqual([again.round, again.next, again.given.length], [3, 'faculty', 4]);
  // Asking once more begins nothing anew.
  assert.equal((await kit.call(askOpinions, office, { orderId })).round, 3);
  await say(head, ['faculty']);
  const twice = await Promise.allSettled([say(office, ['office']), say(office, ['office'])]);
  assert.equal(twice.filter(({ status }) => status === 'fulfilled').length, 1);
  const done = await say(president, ['president']);
  assert.deepEqual(
    done.given.map(({ round, step, verdict }) => `${round} ${step} ${verdict}`),
    [
      ...['1 faculty for', '1 office for', '1 president back', '2 faculty against'],
      ...['3 faculty for', '3 office for', '3 president for'],
    ],
  );
  assert.equal((await accept()).state, 'accepted');
});

test('one voice against ends it; a school may hear every order; another school hears nothing', async () => {
  const orderId = await proposed();
  const office = kit.actor('school-office');
  await kit.call(putIntake, office, { monthlyLimit: 10, answerDays: 10, opinionsRequired: true });
  const accept = () => kit.call(acceptOrder, office, { orderId, answer: '' });
  await assert.rejects(accept, refusal('order.opinions-missing'));
  const head = kit.actor('programme-head');
  await kit.call(giveOpinion, head, { orderId, step: 'faculty', verdict: 'against', words: '没有师资' });
  await assert.rejects(accept, refusal('order.opinion-against'));
  const stranger = kit.actor('school-office', { tenant: kit.ids.stranger });
  await assert.rejects(() => kit.call(getOpinions, stranger, { orderId }), refusal('thing.not-found'));
  await kit.call(putIntake, office, { monthlyLimit: 10, answerDays: 10, opinionsRequired: false });
});
