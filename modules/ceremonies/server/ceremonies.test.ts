import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { roles } from '@dualtrack/platform/contract';
import { newId } from '@dualtrack/platform/ids';
import { refusal } from '@dualtrack/platform/testing';
import {
  type CeremonyAction,
  type CeremonyState,
  ceremonyActions,
  ceremonyStates,
  ceremonyTransitions,
  whyNotCeremony,
} from '../ceremony.ts';
import { aGuest, buildHouse, type House } from '../testing/house.ts';
import { listFollowUps } from './follow-ups.ts';
import { controlLive, getLive } from './live.ts';
import { setMinutes, writeGuestBook } from './minutes.ts';
import { moveCeremony } from './move-ceremony.ts';
import { draftNewsPage } from './news.ts';
import { nameCards, seatingPlan } from './papers.ts';
import { createCeremony, setPlan } from './plan-ceremony.ts';
import { getCeremony, listCeremonies } from './read-ceremonies.ts';
import { setAgenda } from './set-agenda.ts';
import { setGuests } from './set-guests.ts';

let house: House;
before(async () => {
  house = await buildHouse();
});
after(() => house.close());

const on = '2026-11-22';
async function planned(state: CeremonyState = 'planned') {
  const { kit, actor } = house;
  const office = actor('school-office');
  const agreementId = await house.addAgreement();
  const baseId = await house.addBase(agreementId);
  const plan = { agreementId, baseId, heldOn: on, place: '定远大厦', hostSide: 'enterprise' as const };
  const { id: ceremonyId } = await kit.call(createCeremony, office, plan);
  const path = { planned: [], live: ['start'], held: ['finish'], cancelled: ['cancel'] } as const;
  for (const action of path[state]) await kit.call(moveCeremony, office, { ceremonyId, action });
  return { ceremonyId, agreementId, baseId, office, firm: actor('enterprise-hr') };
}

describe('planning', () => {
  test('what is planned at short notice is not overdue from the start', async () => {
    const { kit, actor } = house;
    const office = actor('school-office');
    const dueDays = async (heldOn: string) => {
      const agreementId = await house.addAgreement();
      const plan = { agreementId, heldOn, hostSide: 'school' as const };
      const { id: ceremonyId } = await kit.call(createCeremony, office, plan);
      const { items } = await kit.call(listFollowUps, office, { ceremonyId, page: 1, size: 50 });
      return items.map((item) => item.dueOn ?? '');
    };
    const today = '2026-11-22';
    assert.ok((await dueDays('2026-11-24')).every((day) => day >= today && day <= '2026-11-24'));
    const early = await dueDays('2026-12-24');
    assert.ok(early.length > 0 && early.every((day) => day > today && day < '2026-12-24'));
  });

  test('a ceremony begins with agenda, checklist and plaque; both sides and nobody else see it', async () => {
    const { kit, actor, ids } = house;
    const { ceremonyId, firm } = await planned();
    const view = await kit.call(getCeremony, firm, { ceremonyId });
    assert.equal(view.agenda.length, 8);
    assert.equal(view.plaque, '校企共建实训基地');
    assert.equal(view.paper, '订单班协议');
    const strangers = [
      actor('school-office', ids.otherSchool),
      actor('enterprise-hr', ids.otherFirm),
      actor('project-lead', ids.otherFirm),
    ];
    for (const stranger of strangers) {
      await assert.rejects(kit.call(getCeremony, stranger, { ceremonyId }), refusal('thing.not-found'));
      await assert.rejects(
        kit.call(moveCeremony, stranger, { ceremonyId, action: 'start' }),
        refusal('thing.not-found'),
      );
      assert.equal((await kit.call(listCeremonies, stranger, {})).total, 0);
    }
    await assert.rejects(
      kit.call(getCeremony, actor('student'), { ceremonyId }),
      refusal('access.forbidden'),
    );
  });

  test('only for an agreement and base that the caller sees and that are together', async () => {
    const { kit, actor, ids } = house;
    const agreementId = await house.addAgreement();
    const declined = await house.addAgreement('declined');
    const plan = { heldOn: on, hostSide: 'school' as const };
    const office = actor('school-office');
    await assert.rejects(
      kit.call(createCeremony, office, { ...plan, agreementId: declined }),
      refusal('ceremony.no-such-agreement'),
    );
    await assert.rejects(
      kit.call(createCeremony, actor('school-office', ids.otherSchool), { ...plan, agreementId }),
      refusal('ceremony.no-such-agreement'),
    );
    await assert.rejects(
      kit.call(createCeremony, office, { ...plan, agreementId, baseId: newId() }),
      refusal('ceremony.no-such-base'),
    );
  });

  test('of two who save the same part one is told; different parts do not disturb each other', async () => {
    const { kit } = house;
    const { ceremonyId, office, firm } = await planned();
    const guests = (name: string) => [aGuest({ name })];
    const results = await Promise.allSettled([
      kit.call(setGuests, office, { ceremonyId, side: 'school', revision: 1, guests: guests('甲') }),
      kit.call(setGuests, firm, { ceremonyId, side: 'school', revision: 1, guests: guests('乙') }),
      kit.call(setGuests, firm, { ceremonyId, side: 'enterprise', revision: 1, guests: guests('丙') }),
      kit.call(setPlan, office, { ceremonyId, revision: 1, heldOn: on, hostSide: 'school', place: '礼堂' }),
    ]);
    const refused = results.filter((one) => one.status === 'rejected');
    assert.equal(refused.length, 1);
    assert.ok(refusal('ceremony.part-changed')(refused[0]?.reason));
    const view = await kit.call(getCeremony, office, { ceremonyId });
    assert.equal(view.guests.length, 2);
    assert.equal(view.place, '礼堂');
    assert.equal(view.parts['guests-school'].revision, 2);
  });

  test('who speaks cannot be struck from the guests, and a stranger cannot speak', async () => {
    const { kit } = house;
    const { ceremonyId, office } = await planned();
    const first = await kit.call(setGuests, office, {
      ceremonyId,
      side: 'school',
      revision: 1,
      guests: [aGuest({ name: '院长', posts: ['院长'], duty: 'signer' }), aGuest({ name: '主任' })],
    });
    const [speaker, other] = first.guests;
    const items = first.agenda.map((item) => ({
      ...item,
      speakerIds: item.kind === 'school-presentation' && speaker ? [speaker.id] : [],
    }));
    await kit.call(setAgenda, office, { ceremonyId, revision: 1, items });
    await assert.rejects(
      kit.call(setGuests, office, {
        ceremonyId,
        side: 'school',
        revision: 2,
        guests: other ? [aGuest({ id: other.id, name: other.name })] : [],
      }),
      refusal('ceremony.guest-speaks'),
    );
    const strange = items.map((item) => ({ ...item, speakerIds: [newId()] }));
    await assert.rejects(
      kit.call(setAgenda, office, { ceremonyId, revision: 2, items: strange }),
      refusal('ceremony.no-such-guest'),
    );
  });

  test('name cards and seating plan are PDF; without guests they are refused', async () => {
    const { kit } = house;
    const { ceremonyId, office } = await planned();
    await assert.rejects(kit.call(nameCards, office, { ceremonyId }), refusal('ceremony.no-guests'));
    await kit.call(setGuests, office, {
      ceremonyId,
      side: 'school',
      revision: 1,
      guests: [
        aGuest({ name: '林知远', nameEn: 'Lin Zhiyuan', posts: ['院长'] }),
        aGuest({ name: '部分职能部门负责人', isGroup: true }),
      ],
    });
    for (const file of [
      await kit.call(nameCards, office, { ceremonyId }),
      await kit.call(seatingPlan, office, { ceremonyId }),
    ]) {
      assert.equal(
        Buffer.from(await file.arrayBuffer())
          .subarray(0, 5)
          .toString(),
        '%PDF-',
      );
    }
  });
});

describe('the state table', () => {
  test('every state, action and role: the server does what the table says', async () => {
    const { kit, actor } = house;
    const moves = ['start', 'finish', 'cancel'] as const;
    for (const state of ceremonyStates) {
      for (const action of moves) {
        for (const role of ['school-office', 'programme-head', 'enterprise-hr', 'project-lead'] as const) {
          const { ceremonyId } = await planned(state);
          const who = actor(role);
          const reason = whyNotCeremony({ state, origin: 'platform' }, role, action);
          const call = kit.call(moveCeremony, who, { ceremonyId, action });
          if (reason === null) {
            assert.equal((await call).state, ceremonyTransitions[action].to);
          } else await assert.rejects(call, refusal(reason), `${state} ${action} ${role}`);
        }
      }
    }
  });

  test('nobody else may do anything, and nothing happens to a public record', () => {
    const may = (state: CeremonyState, action: CeremonyAction) =>
      roles.filter((role) => whyNotCeremony({ state, origin: 'platform' }, role, action) === null);
    for (const state of ceremonyStates) {
      for (const action of ceremonyActions) {
        const expected = ceremonyTransitions[action].from.includes(state)
          ? ceremonyTransitions[action].roles
          : [];
        assert.deepEqual(new Set(may(state, action)), new Set(expected));
        if (action === 'publish') continue;
        for (const role of roles) {
          assert.notEqual(whyNotCeremony({ state, origin: 'public-record' }, role, action), null);
        }
      }
    }
  });

  test('a ceremony that is cancelled or held cannot be planned any more', async () => {
    const { kit } = house;
    for (const state of ['held', 'cancelled'] as const) {
      const { ceremonyId, office } = await planned(state);
      const { total } = await kit.call(listFollowUps, office, { ceremonyId, state: 'open' });
      assert.equal(total, state === 'held' ? 9 : 0);
      await assert.rejects(
        kit.call(setAgenda, office, { ceremonyId, revision: 1, items: [] }),
        refusal('ceremony.not-in-state'),
      );
    }
  });
});

describe('the screen in the hall', () => {
  test('follows the remote, shows signatures as they are made, and the plaque when it is unveiled', async () => {
    const { kit } = house;
    const { ceremonyId, agreementId, office, firm } = await planned('live');
    const press = (press: 'next' | 'back' | 'unveil' | 'veil', revision: number) =>
      kit.call(controlLive, office, { ceremonyId, press, revision });
    const screen = () => kit.call(getLive, firm, { ceremonyId });
    assert.equal((await screen()).currentId, null);
    const first = await press('next', 0);
    assert.equal(first.currentId, first.items[0]?.id);
    const second = await press('next', 1);
    assert.equal(second.currentId, second.items[1]?.id);
    assert.equal((await press('back', 2)).currentId, first.currentId);
    assert.deepEqual((await screen()).signatures, []);
    await house.addSignature(agreementId, 'school', '林知远');
    assert.deepEqual(
      (await screen()).signatures.map((one) => [one.side, one.name]),
      [['school', '林知远']],
    );
    assert.equal((await screen()).unveiledAt, null);
    await press('unveil', 3);
    assert.notEqual((await screen()).unveiledAt, null);
    assert.equal((await press('veil', 4)).unveiledAt, null);
  });

  test('two remotes pressed at once move the screen once', async () => {
    const { kit } = house;
    const { ceremonyId, office, firm } = await planned('live');
    const both = await Promise.allSettled([
      kit.call(controlLive, office, { ceremonyId, press: 'next', revision: 0 }),
      kit.call(controlLive, firm, { ceremonyId, press: 'next', revision: 0 }),
    ]);
    assert.deepEqual(both.map((one) => one.status).sort(), ['fulfilled', 'rejected']);
    const view = await kit.call(getLive, office, { ceremonyId });
    assert.equal(view.currentId, view.items[0]?.id);
    assert.equal(view.revision, 1);
  });

  test('the remote moves nothing before the start, at the end, or to an item of another ceremony', async () => {
    const { kit } = house;
    const other = await planned('live');
    const foreign =
      (await kit.call(getLive, other.office, { ceremonyId: other.ceremonyId })).items[0]?.id ?? null;
    const before = await planned();
    await assert.rejects(
      kit.call(controlLive, before.office, { ceremonyId: before.ceremonyId, press: 'next', revision: 0 }),
      refusal('ceremony.not-in-state'),
    );
    const { ceremonyId, office } = await planned('live');
    await assert.rejects(
      kit.call(controlLive, office, { ceremonyId, press: 'go-to', itemId: foreign, revision: 0 }),
      refusal('ceremony.no-such-item'),
    );
    const { items } = await kit.call(getLive, office, { ceremonyId });
    const last = items.at(-1)?.id ?? null;
    await kit.call(controlLive, office, { ceremonyId, press: 'go-to', itemId: last, revision: 0 });
    const end = await kit.call(controlLive, office, { ceremonyId, press: 'next', revision: 1 });
    assert.equal(end.currentId, last);
  });
});

describe('afterwards', () => {
  test('minutes keep decisions and what was said; the guest book keeps words of both sides', async () => {
    const { kit } = house;
    const { ceremonyId, office, firm } = await planned('held');
    const { agenda } = await kit.call(getCeremony, office, { ceremonyId });
    const item = agenda.find((one) => one.kind === 'school-presentation');
    const view = await kit.call(setMinutes, office, {
      ceremonyId,
      revision: 1,
      minutes: '纪要',
      decisions: [
        { wording: '加强互动', wordingEn: '' },
        { wording: '', wordingEn: 'share talents' },
      ],
      summaries: item ? [{ itemId: item.id, summary: '介绍了学校', summaryEn: '' }] : [],
    });
    assert.deepEqual(
      view.decisions.map((one) => one.wording || one.wordingEn),
      ['加强互动', 'share talents'],
    );
    assert.equal(view.agenda.find((one) => one.id === item?.id)?.summary, '介绍了学校');
    await assert.rejects(
      kit.call(setMinutes, firm, { ceremonyId, revision: 1, minutes: 'x', decisions: [] }),
      refusal('ceremony.part-changed'),
    );
    await kit.call(writeGuestBook, firm, {
      ceremonyId,
      name: '沈立成',
      words: '祝愿合作',
      side: 'enterprise',
    });
    assert.equal((await kit.call(getCeremony, office, { ceremonyId })).guestBook.length, 1);
  });

  test('finishing tells other rooms, once', async () => {
    const { admin } = house;
    const { ceremonyId, agreementId, baseId } = await planned('held');
    const { rows } = await admin.query(
      "select payload from outbox_event where name = 'ceremony.held' and payload->>'ceremonyId' = $1",
      [ceremonyId],
    );
    assert.equal(rows.length, 1);
    assert.deepEqual(
      [rows[0]?.payload.agreementId, rows[0]?.payload.baseId, rows[0]?.payload.on],
      [agreementId, baseId, on],
    );
    assert.equal(rows[0]?.payload.hasUnveiled, false);
  });

  test('a plaque unveiled without the remote is said at the finish, and only then told as unveiled', async () => {
    const { kit, admin } = house;
    const { ceremonyId, office } = await planned();
    const input = { ceremonyId, action: 'finish' as const, hasUnveiled: true };
    const view = await kit.call(moveCeremony, office, input);
    assert.notEqual(view.unveiledAt, null);
    const { rows } = await admin.query(
      "select payload from outbox_event where name = 'ceremony.held' and payload->>'ceremonyId' = $1",
      [ceremonyId],
    );
    assert.equal(rows[0]?.payload.hasUnveiled, true);
    const told = async (id: string) => {
      const { draft } = await kit.call(draftNewsPage, office, { ceremonyId: id, revision: 0 });
      return draft.blocks.some((one) => one.zh.includes('校企共建实训基地'));
    };
    assert.equal(await told(ceremonyId), true);
    assert.equal(await told((await planned('held')).ceremonyId), false);
  });
});
