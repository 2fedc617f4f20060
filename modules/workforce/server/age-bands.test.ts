import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { organisations } from '@dualtrack/organisations/server';
import type { Operation } from '@dualtrack/platform/operation';
import { refusal } from '@dualtrack/platform/testing';
import { type DemandKit, demandKit } from '../testing/demand-kit.ts';
import { makeForecast } from './make-forecast.ts';
import { getForecast } from './read-forecast.ts';

let kit: DemandKit;
before(async () => {
  kit = await demandKit();
});
after(() => kit.close());

test('ages of an occupation reach the forecast, and those near retirement leave it', async () => {
  const hr = kit.actor('enterprise-hr');
  const stock: unknown = organisations.operations['stock'];
  // The module's tree of operations is what any caller has; this leaf is the one that changes ages.
  const { put } = stock as { put: Operation };
  const values = { occupation: 'mechanic', headcount: 60, attrition: 0, retirementAge: 60 };
  const change = (bands: readonly object[], more: object = {}) =>
    kit.call(put, hr, { ...values, ...more, bands });
  const bands = [
    { from: 20, to: 49, headcount: 40 },
    { from: 58, to: 59, headcount: 20 },
  ];
  await assert.rejects(() => change([{ from: 20, to: 49, headcount: 40 }]), refusal('headcount.other-sum'));
  await assert.rejects(() => change([bands[1]!, bands[0]!]), refusal('headcount.bad-bands'));
  await assert.rejects(() => change([]), refusal('headcount.no-bands'));
  await change(bands);
  const span = { name: '', start: '2026-Q4', quarters: 9, runs: 100, seed: 'x', changes: [] };
  const { id } = await kit.forecast(makeForecast, hr, span);
  const { plan, result } = await kit.call(getForecast, hr, { forecastId: id });
  assert.equal(plan.occupations[0]?.ageBands?.length, 2);
  // Forty stay, twenty retire within two years, twenty of the forty graduates join.
  assert.ok(Math.abs((result.occupations[0]?.quarters[8]?.stock.mean ?? 0) - 60) < 1e-6);
  const { rows } = await kit.admin.query('select count(*)::int as bands from occupation_age_band');
  assert.equal(rows[0]?.bands, 2);
});
