import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isWholeMonth, type Payment, paymentFacts, touchesMonth } from './payment.ts';

const paid = (month: string, given: Partial<Payment> = {}): Payment => ({
  ...{ month, amount: 300_000, meals: 0, lodging: 0, isPart: false, paidOn: `${month}-28` },
  ...{ method: 'bank-transfer', payer: '', accountHolder: '', ...given },
});

test('the month that fell short is the one that is told, with what was kept for board', () => {
  const facts = paymentFacts([
    paid('2026-03', { amount: 100_000, isPart: true }),
    paid('2026-04'),
    paid('2026-05', { amount: 250_000, meals: 40_000 }),
    paid('2026-06', { amount: 260_000, lodging: 50_000 }),
  ]);
  assert.equal(facts['payment.amount'], 250_000);
  assert.deepEqual(facts['payment.deductions'], [{ kind: 'meals', amount: 40_000 }]);
  assert.deepEqual(facts['payment.dates'], ['2026-03-28', '2026-04-28', '2026-05-28', '2026-06-28']);
});

test('nothing is said of the amount before a whole month was paid, and nothing at all before any payment', () => {
  assert.ok(!('payment.amount' in paymentFacts([paid('2026-03', { isPart: true })])));
  assert.deepEqual(paymentFacts([]), {});
});

test('what once was no money, from others or to others stays in sight', () => {
  const facts = paymentFacts([
    paid('2026-04', { method: 'voucher', payer: '某人力资源公司', accountHolder: '王某' }),
    paid('2026-05'),
  ]);
  assert.deepEqual(
    ['method', 'payer', 'payeeAccountHolder'].map((name) => facts[`payment.${name}`]),
    ['voucher', '某人力资源公司', '王某'],
  );
});

test('months of a placement, also a February of 29 days', () => {
  assert.equal(isWholeMonth('2028-02', '2028-02-01', '2028-02-29'), true);
  assert.equal(isWholeMonth('2028-02', '2028-02-01', '2028-02-28'), false);
  assert.equal(isWholeMonth('2026-03', '2026-03-02', null), false);
  assert.equal(touchesMonth('2026-02', '2026-03-02', '2026-08-28'), false);
  assert.equal(touchesMonth('2026-08', '2026-03-02', '2026-08-01'), true);
  assert.equal(touchesMonth('2026-09', '2026-03-02', '2026-08-28'), false);
});
