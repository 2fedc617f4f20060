import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { layerCases } from '@dualtrack/cn-2021-internship/layers/cases';
import { refusal } from '@dualtrack/platform/testing';
import { type ComplianceKit, complianceKit } from '../testing/compliance-kit.ts';
import { paidFiles } from './evidence-files.ts';
import { evaluateClass, latestVerdicts } from './index.ts';
import { attachToPayment, readPaymentPaper } from './payment-papers.ts';
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

test('one payroll list is the paper of many payments: who kept it is said, a correction that names it keeps it', async () => {
  const { classId, placementIds } = await kit.addClass({ own: [{}, {}], whole, dates });
  const hr = kit.actor('enterprise-hr');
  const [first = '', second = ''] = placementIds;
  const given = (placementId: string, evidence: string, amount = pay) => ({
    ...{ placementId, month: '2026-04', amount, meals: 0, lodging: 0, paidOn: '2026-04-30' },
    ...{ method: 'bank-transfer' as const, payer: '', accountHolder: '', evidence },
  });
  const record = (...payments: ReturnType<typeof given>[]) =>
    kit.call(recordPayments, hr, { classId, payments });
  const paid = async (actor = hr) =>
    (await kit.call(listPayments, actor, { classId })).items.flatMap((one) => one.payments);
  await record(given(first, '工资单 4'), given(second, '工资单 4'));
  const [one] = await paid();
  assert.ok(one);
  const call = { paymentId: one.id };
  await assert.rejects(kit.call(readPaymentPaper, hr, call), refusal('thing.not-found'));
  const file = new File(['the list'], '../工资单.pdf', { type: 'application/pdf' });
  const strangers = [
    kit.actor('school-office', kit.ids.otherSchool),
    kit.actor('enterprise-hr', kit.ids.otherFirm),
  ];
  for (const stranger of strangers) {
    await assert.rejects(kit.call(attachToPayment, stranger, { ...call, file }), refusal('thing.not-found'));
  }
  await assert.rejects(
    kit.call(attachToPayment, kit.actor('mentor'), { ...call, file }),
    refusal('access.forbidden'),
  );
  assert.deepEqual(await kit.call(attachToPayment, hr, { ...call, file }), { payments: 2 });
  for (const stranger of strangers) {
    await assert.rejects(kit.call(readPaymentPaper, stranger, call), refusal('thing.not-found'));
  }
  // The school reads what the enterprise kept.
  const office = kit.actor('school-office');
  assert.deepEqual(
    (await paid(office)).map(({ fileName, filedByName, filedAt }) => [
      fileName,
      filedByName,
      filedAt !== null,
    ]),
    [
      ['../工资单.pdf', hr.name, true],
      ['../工资单.pdf', hr.name, true],
    ],
  );
  assert.equal(await (await kit.call(readPaymentPaper, office, call)).text(), 'the list');
  // Corrected with the same paper and with another one.
  await record(given(first, '工资单 4', pay + 1), given(second, '收据 9'));
  const after = await paid();
  assert.deepEqual(Object.fromEntries(after.map((row) => [row.evidence, row.fileName])), {
    '工资单 4': '../工资单.pdf',
    '收据 9': null,
  });
  await assert.rejects(kit.call(readPaymentPaper, hr, call), refusal('thing.not-found'));
  const files = await kit.as(kit.ids.school, (context) => paidFiles(context, classId));
  assert.deepEqual(
    files.map((one) => one.path),
    ['payments.json', 'payments/01-__工资单.pdf'],
  );
});
