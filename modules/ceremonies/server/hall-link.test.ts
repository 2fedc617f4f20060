import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Actor } from '@dualtrack/platform/access';
import { refusal } from '@dualtrack/platform/testing';
import { aGuest, buildHouse, type House } from '../testing/house.ts';
import { makeHallLink, revokeHallLink, showHall } from './hall-link.ts';
import { controlLive, getLive } from './live.ts';
import { moveCeremony } from './move-ceremony.ts';
import { createCeremony } from './plan-ceremony.ts';
import { getCeremony } from './read-ceremonies.ts';
import { setAgenda } from './set-agenda.ts';
import { setGuests } from './set-guests.ts';

let house: House;
before(async () => {
  house = await buildHouse();
});
after(() => house.close());

const unknown = refusal('link.unknown');

/** A planned ceremony of today with a base, a signer and a speech. */
async function planned(heldOn = '2026-11-22') {
  const { kit, actor } = house;
  const office = actor('school-office', undefined, '周老师');
  const firm = actor('enterprise-hr');
  const agreementId = await house.addAgreement();
  const baseId = await house.addBase(agreementId);
  const plan = { agreementId, baseId, heldOn, hostSide: 'school' as const, place: '报告厅' };
  const { id: ceremonyId } = await kit.call(createCeremony, office, plan);
  const guests = [aGuest({ name: '王大川', posts: ['院长'], duty: 'signer' })];
  await kit.call(setGuests, office, { ceremonyId, side: 'school', revision: 1, guests });
  const { agenda } = await kit.call(getCeremony, office, { ceremonyId });
  const items = agenda.map(({ position: _, begunAt: __, ...item }) => ({ ...item, speech: '机密讲稿' }));
  await kit.call(setAgenda, office, { ceremonyId, revision: 1, items });
  return { ceremonyId, office, firm, agenda };
}

async function linkTo(ceremonyId: string, who: Actor): Promise<string> {
  const { address } = await house.kit.call(makeHallLink, who, { ceremonyId });
  return address.split('/').at(-1) ?? '';
}
const wall = (token: string) => house.kit.call(showHall, null, { token });

async function goTo(ceremonyId: string, who: Actor, itemId: string | undefined) {
  const { revision } = await house.kit.call(getLive, who, { ceremonyId });
  const press = { ceremonyId, revision, press: 'go-to' as const, itemId: itemId ?? null };
  return house.kit.call(controlLive, who, press);
}

test('without a sign-in the hall sees what is on, and neither speeches nor what is to come', async () => {
  const { kit } = house;
  const { ceremonyId, office, agenda } = await planned();
  const token = await linkTo(ceremonyId, office);
  assert.equal((await wall(token)).current, null);
  await kit.call(moveCeremony, office, { ceremonyId, action: 'start' });
  const signing = agenda.find((item) => item.kind === 'signing');
  await goTo(ceremonyId, office, agenda[0]?.id);
  const opening = await wall(token);
  assert.deepEqual([opening.current?.kind, opening.at, opening.steps], ['opening', 0, agenda.length]);
  for (const secret of ['机密讲稿', '王大川', '校企共建实训基地', signing?.id ?? '']) {
    assert.ok(!JSON.stringify(opening).includes(secret), secret);
  }
  await goTo(ceremonyId, office, signing?.id);
  assert.equal((await wall(token)).signers[0]?.name, '王大川');
  const { revision } = await kit.call(getLive, office, { ceremonyId });
  await kit.call(controlLive, office, { ceremonyId, revision, press: 'unveil' });
  assert.equal((await wall(token)).plaque, '校企共建实训基地');
});

test('a link ends when it is revoked by either side, when a new one is made, and with a cancelled ceremony', async () => {
  const { kit, actor } = house;
  const { ceremonyId, office, firm } = await planned();
  const first = await linkTo(ceremonyId, office);
  const second = await linkTo(ceremonyId, office);
  await assert.rejects(wall(first), unknown);
  assert.equal((await kit.call(getCeremony, firm, { ceremonyId })).hallLink?.madeBy, '周老师');
  const stranger = actor('school-office', house.ids.otherSchool);
  await assert.rejects(kit.call(makeHallLink, stranger, { ceremonyId }), refusal('thing.not-found'));
  await assert.rejects(kit.call(revokeHallLink, stranger, { ceremonyId }), refusal('thing.not-found'));
  assert.equal((await wall(second)).state, 'planned');
  await kit.call(revokeHallLink, firm, { ceremonyId });
  await assert.rejects(wall(second), unknown);
  assert.equal((await kit.call(getCeremony, office, { ceremonyId })).hallLink, null);
  const third = await linkTo(ceremonyId, firm);
  await kit.call(moveCeremony, office, { ceremonyId, action: 'cancel' });
  await assert.rejects(wall(third), unknown);
});

test('a token that was guessed, cut or made for something else opens nothing', async () => {
  const { ceremonyId, office } = await planned();
  const token = await linkTo(ceremonyId, office);
  const other = token.startsWith('A') ? `B${token.slice(1)}` : `A${token.slice(1)}`;
  const forged = `${token.slice(0, -4)}AAAA`;
  for (const guess of ['', 'x', token.slice(1), other, forged, ceremonyId]) {
    await assert.rejects(wall(guess), unknown, guess);
  }
});

test('two days after the ceremony the link no longer opens', async () => {
  const { kit } = house;
  const { ceremonyId, office } = await planned();
  const token = await linkTo(ceremonyId, office);
  const today = (await kit.call(getLive, office, { ceremonyId })).now.slice(0, 10);
  const dayOf = (days: number) =>
    new Date(Date.parse(`${today}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);
  const hold = (day: string) =>
    house.admin.query('update ceremony set held_on = $1 where id = $2', [day, ceremonyId]);
  await hold(dayOf(1));
  assert.equal((await wall(token)).state, 'planned');
  await hold(dayOf(4));
  await assert.rejects(wall(token), unknown);
});
