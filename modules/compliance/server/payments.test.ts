import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { layerCases } from '@dualtrack/cn-2021-internship/layers/cases';
import { refusal } from '@dualtrack/platform/testing';
import { type ComplianceKit, complianceKit } from '../testing/compliance-kit.ts';
import { evaluateClass, latestVerdicts } from './index.ts';
import { listPayments, recordPayments } from './payments.ts';

let kit: ComplianceKit;
before(async () => {
  kit = await complianceKit();
});
after(() => kit.close());

const dates = { startsOn: '2026-03-02', endsOn: '2026-08-28' };
const pay = 350_000;
const unpaid = Object.fromEntries(
  Object.entries(layerCases.lawful).filter(([name]) => !name.startsWith('payment.')),
);
const whole = {
  ...unpaid,
  'agreement.pay': pay,
  'placement.start': dates.startsOn,
  'placement.end': dates.endsOn,
};
const verdict = async (classId: string, rule: string) =>
  (await kit.as(kit.ids.school, (context) => latestVerdicts(context, classId)))
    .filter((one) => one.rule === rule)
    .map((one) => one.outcome);

test('pay is unknown until it is recorded, month by month, and a month that fell short is breached until corrected', async () => {
  const { classId, placementIds } = await kit.addClass({ own: [{}], whole, dates });
  const [placementId = ''] = placementIds;
  await kit.as(kit.ids.school, (context) => evaluateClass(context, { classId, moment: 'monthly' }));
  assert.deepEqual(await verdict(classId, 'CN-INT-034'), ['unknown']);
  const hr = kit.actor('enterprise-hr');
  const month = (name: string, amount: number) => ({
    ...{ placementId, month: name, amount, meals: 0, lodging: 0, paidOn: `${name}-28` },
    ...{ method: 'bank-transfer' as const, payer: '', accountHolder: '', evidence: `回单 ${name}` },
  });
  const record = (...payments: ReturnType<typeof month>[]) =>
    kit.call(recordPayments, hr, { classId, payments });
  // March began on its second day: that month alone does not tell what is paid for a whole one.
  await record(month('2026-03', 100_000));
  assert.deepEqual(await verdict(classId, 'CN-INT-034'), ['unknown']);
  await record(month('2026-04', pay), month('2026-05', pay - 1));
  assert.deepEqual(await verdict(classId, 'CN-INT-034'), ['breached']);
  await record({ ...month('2026-05', pay - 1), meals: 1 });
  assert.deepEqual(await verdict(classId, 'CN-INT-034'), ['met']);
  assert.deepEqual(await verdict(classId, 'CN-INT-035'), ['met']);
  const { items, mayRecord } = await kit.call(listPayments, kit.actor('teacher'), { classId });
  assert.deepEqual([mayRecord, items[0]?.agreedPay], [false, pay]);
  assert.deepEqual(
    items[0]?.payments.map((one) => [one.month, one.amount, one.isPart, one.recordedSide]),
    [
      ['2026-05', pay - 1, false, 'enterprise'],
      ['2026-04', pay, false, 'enterprise'],
      ['2026-03', 100_000, true, 'enterprise'],
    ],
  );
});

test('what cannot have been paid is refused, and strangers find nothing', async () => {
  const { classId, placementIds } = await kit.addClass({ own: [{}], whole, dates });
  const office = kit.actor('school-office');
  const given = {
    ...{ placementId: placementIds[0] ?? '', month: '2026-04', amount: pay, meals: 0, lodging: 0 },
    ...{ paidOn: '2026-04-30', method: 'cash' as const, payer: '', accountHolder: '', evidence: '收据 1' },
  };
  const record = (change: Partial<typeof given>, actor = office) =>
    kit.call(recordPayments, actor, { classId, payments: [{ ...given, ...change }] });
  await assert.rejects(record({ month: '2026-02' }), refusal('payment.outside'));
  await assert.rejects(record({ paidOn: '2099-01-01' }), refusal('payment.not-yet'));
  await assert.rejects(
    kit.call(recordPayments, office, { classId, payments: [given, given] }),
    refusal('payment.twice'),
  );
  await assert.rejects(
    record({}, kit.actor('school-office', kit.ids.otherSchool)),
    refusal('thing.not-found'),
  );
  await assert.rejects(record({}, kit.actor('enterprise-hr', kit.ids.otherFirm)), refusal('thing.not-found'));
  await assert.rejects(record({}, kit.actor('mentor')));
  await record({});
});
