import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type House, openHouse } from './journey/house.ts';
import { moveByHand, smallPlan } from './journey/thread-moves.ts';
import { visit } from './journey/visitor.ts';

let house: House;
before(async () => {
  house = await openHouse();
});
after(() => house.close());

test('blocks of a rotation are moved and swapped by mouse and by keyboard, and taken back', async () => {
  const faults: string[] = [];
  const hr = await visit(house, faults, { name: 'hr@dingyuan.example', language: 'en', width: 1280 });
  const office = await visit(house, faults, { name: 'office@yizhou.example', language: 'en', width: 1280 });
  const planId = await smallPlan(office, hr);
  await moveByHand(office, planId);
  await office.leave();
  await hr.leave();
  assert.deepEqual(faults, []);
});
