import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Actor } from '@dualtrack/platform/access';
import { refusal } from '@dualtrack/platform/testing';
import { buildHouse, type House } from '../testing/house.ts';
import { getExpert, listExperts } from './read-experts.ts';
import { createRoom, listRooms } from './rooms.ts';
import { exportTalentSheet, importTalentSheet } from './talent-sheets.ts';

let house: House;
before(async () => {
  house = await buildHouse();
});
after(() => house?.close());

const csv = (...lines: string[]) => new File([lines.join('\r\n')], '专家.csv', { type: 'text/csv' });
// A form sends words, which the contract reads as yes.
const yes = 'true' as never;
const read = (who: Actor, table: 'experts' | 'rooms', file: File, checkOnly = false) =>
  house.kit.call(importTalentSheet, who, { table, file, ...(checkOnly ? { checkOnly: yes } : {}) });
const own = async (who: Actor) =>
  (await house.kit.call(listExperts, who, { scope: 'own', page: 1, size: 50 })).items;
const head = '姓名,职业（ISCO-08）,专长,每月最多小时,邮箱,同意列出的材料';

test('cards from a file: every fault with its row and column and nothing saved; then all, and twice is once', async () => {
  const office = house.actor('school-office');
  const bad = csv(head, '甲,3139；0000,PLC,200.5,,卷 1', ',,,,不是邮箱,', '甲,,,999,,', '乙,,,4,,');
  const refused = await read(office, 'experts', bad);
  assert.deepEqual(
    refused.issues.map(({ row, code }) => `${row} ${code}`),
    [
      '2 import.occupation-code-unknown',
      '2 import.integer-invalid',
      '3 import.value-required',
      '3 import.mail-invalid',
      '4 import.duplicate-row',
      '4 import.out-of-range',
    ],
  );
  assert.equal(refused.isSaved, false);
  assert.deepEqual(await own(office), []);

  const good = csv(head, '甲,3139,PLC；变频器,6,,卷 1', '乙,,,,,');
  const checked = await read(office, 'experts', good, true);
  assert.deepEqual([checked.added, checked.changed, checked.isSaved], [2, 0, false]);
  assert.deepEqual(await own(office), []);
  const both = await Promise.all([read(office, 'experts', good), read(office, 'experts', good)]);
  assert.deepEqual(both.map((one) => [one.added, one.changed]).sort(), [
    [0, 2],
    [2, 0],
  ]);
  const cards = await own(office);
  // Only who is named with a paper of consent is seen by the other side.
  assert.deepEqual(cards.map((one) => [one.name, one.isListed, one.monthlyHours]).sort(), [
    ['乙', false, 8],
    ['甲', true, 6],
  ]);
  const listed = await house.kit.call(listExperts, house.actor('enterprise-hr'), { page: 1, size: 50 });
  assert.deepEqual(
    listed.items.map((one) => [one.name, one.tags]),
    [['甲', ['PLC', '变频器']]],
  );
});

test('what a file was made of reads back as it is; a card that somebody keeps and a namesake are not touched', async () => {
  const { kit } = house;
  const hr = house.actor('enterprise-hr');
  await read(hr, 'experts', csv(head, '丙,8131,=1+1；6S,3,c@firm.example,卷 7'));
  const [before] = await own(hr);
  const file = await kit.call(exportTalentSheet, hr, { table: 'experts', format: 'xlsx' });
  const again = await read(hr, 'experts', file);
  assert.deepEqual([again.errors, again.added, again.changed], [0, 0, 1]);
  const after = await kit.call(getExpert, hr, { expertId: before?.id ?? '' });
  assert.deepEqual(
    [after.tags, after.card?.mail, after.card?.consentNote],
    [['=1+1', '6S'], 'c@firm.example', '卷 7'],
  );
  await house.addExpert('mentor', { name: '丁' });
  const mine = (await own(hr)).find((one) => one.name === 'mentor' || one.name === '丁');
  const refused = await read(hr, 'experts', csv(head, `${mine?.name},,,,,`));
  assert.deepEqual(
    refused.issues.map(({ code }) => code),
    ['talent-sheet.own-card'],
  );
});

test('rooms from a file: new ones are added, known ones changed; other roles and files without rows are refused', async () => {
  const { kit, actor } = house;
  const office = actor('school-office');
  await kit.call(createRoom, office, { name: '108', seats: 20 });
  const rows = ['场地,座位,时区,节假日按', '108,30,,', '柏林教室,12,Europe/Berlin,DE-BE'];
  const saved = await read(office, 'rooms', csv(...rows));
  assert.deepEqual([saved.added, saved.changed, saved.isSaved], [1, 1, true]);
  const { items } = await kit.call(listRooms, office, undefined);
  assert.deepEqual(
    items.map((one) => [one.name, one.seats, one.zone, one.region]),
    [
      ['108', 30, 'Asia/Shanghai', ''],
      ['柏林教室', 12, 'Europe/Berlin', 'DE-BE'],
    ],
  );
  const odd = await read(office, 'rooms', csv('场地,座位,时区', '109,0,Mars/Base'));
  assert.deepEqual(
    odd.issues.map(({ column, code }) => `${column} ${code}`),
    ['B import.out-of-range', 'C talent-sheet.zone-unknown'],
  );
  const empty = await read(office, 'rooms', csv('场地,座位'));
  assert.deepEqual(
    empty.issues.map(({ code }) => code),
    ['talent-sheet.without-rows'],
  );
  await assert.rejects(read(actor('teacher'), 'rooms', csv(...rows)), refusal('access.forbidden'));
});
