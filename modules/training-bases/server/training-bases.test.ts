import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { accounts } from '@dualtrack/accounts/server';
import { organisations } from '@dualtrack/organisations/server';
import { type Actor, grantPartnership } from '@dualtrack/platform/access';
import { kindOfRole, type Role } from '@dualtrack/platform/contract';
import { ownScope, transact } from '@dualtrack/platform/db';
import { newId } from '@dualtrack/platform/ids';
import { asSystem, type ServerModule } from '@dualtrack/platform/operation';
import { refusal, type TestKernel, testKernel } from '@dualtrack/platform/testing';
import pg from 'pg';
import type * as z from 'zod';
import type { unitInput } from '../contract.ts';
import { createBase, setUnits, updateBase } from './change-base.ts';
import { trainingBases } from './index.ts';
import { removeEquipment, saveEquipment } from './keep-equipment.ts';
import {
  listOfferable,
  offerMentors,
  offerStations,
  withdrawMentor,
  withdrawStation,
} from './offer-to-base.ts';
import { getBase, listBases } from './read-bases.ts';
import { setMentor, setStation } from './set-availability.ts';

const ids = { school: newId(), otherSchool: newId(), firm: newId(), otherFirm: newId() };
let kit: TestKernel;
let admin: pg.Client;

/** A room of which only the tables are needed. */
function tablesOf(name: string): ServerModule {
  const folder = new URL(`../../${name}/migrations/`, import.meta.url);
  return { name, contract: {}, operations: {}, migrations: { room: name, folder } };
}
/** Offered in all weeks. */
const always = { availableFrom: null, availableTo: null };

before(async () => {
  kit = await testKernel([
    accounts,
    organisations,
    tablesOf('workforce'),
    tablesOf('compliance'),
    tablesOf('agreements'),
    tablesOf('order-classes'),
    trainingBases,
  ]);
  admin = new pg.Client({ connectionString: kit.adminUrl });
  await admin.connect();
  for (const [key, tenant] of Object.entries(ids)) {
    const kind = key.toLowerCase().endsWith('school') ? 'school' : 'enterprise';
    await admin.query(
      `insert into organisation (tenant_id, kind, code, name, name_en, created_at) values ($1, $2, $3, $3, $3, '2026-01-01')`,
      [tenant, kind, key],
    );
  }
  for (const school of [ids.school, ids.otherSchool]) {
    for (const enterprise of [ids.firm, ids.otherFirm]) {
      await transact(kit.kernel.pool, ownScope(school), (transaction) =>
        grantPartnership(transaction, { school, enterprise, validFrom: '2026-01-01' }),
      );
    }
  }
});
after(async () => {
  await admin.end();
  await kit.close();
});

function actor(role: Role, tenant?: string): Actor {
  const kind = kindOfRole(role);
  const homes = kind === 'enterprise' ? [ids.school, ids.otherSchool] : [];
  const own = tenant ?? (kind === 'school' ? ids.school : ids.firm);
  return {
    personId: newId(),
    name: role,
    membershipId: newId(),
    role,
    tenant: own,
    kind,
    homes,
    subjectId: null,
  };
}

async function addAgreement(state: string): Promise<string> {
  const id = newId();
  await admin.query(
    `insert into agreement (tenant_id, enterprise_id, id, number, kind, title, state, parties, variables, created_at, changed_at)
     values ($1, $2, $3, $4, 'base', '共建协议', $5, '[]', '{}', '2026-01-01', '2026-01-01')`,
    [ids.school, ids.firm, id, id, state],
  );
  return id;
}

/** Own workstations and mentors of an enterprise. */
async function addShop(tenant: string) {
  const [site, staff] = [newId(), newId()];
  await admin.query(`insert into site (tenant_id, id, code, name) values ($1, $2, $3, '一厂')`, [
    tenant,
    site,
    site,
  ]);
  const stations = [newId(), newId()];
  for (const [at, id] of stations.entries()) {
    await admin.query(
      `insert into workstation (tenant_id, id, code, name, site_id, unit, unit_weeks, places) values ($1, $2, $3, $4, $5, '电解', 2, 3)`,
      [tenant, id, id, `工位${at}`, site],
    );
  }
  await admin.query(
    `insert into staff (tenant_id, id, staff_number, name, post_title, max_learners) values ($1, $2, $3, '马师傅', '班长', 4)`,
    [tenant, staff, staff],
  );
  return { stations, staff };
}

const office = actor('school-office');
const firm = actor('enterprise-hr');

async function madeBase() {
  const agreementId = await addAgreement('in-force');
  const facts = { agreementId, name: '定远实训基地', plaque: '校企共建', unveiledOn: '2026-11-01' };
  const { id: baseId } = await kit.call(createBase, office, facts);
  const units = [
    { name: '电解', nameEn: 'Electrolysis', lengthWeeks: 2, isRequired: true, shift: null },
    { name: '焊接', nameEn: 'Welding', lengthWeeks: 3, isRequired: true, shift: null },
  ];
  const view = await kit.call(setUnits, office, { baseId, units });
  return { baseId, agreementId, units: view.units };
}

describe('a base', () => {
  test('stands on an agreement in force or registered, founded by either office', async () => {
    for (const state of ['draft', 'signed', 'terminated']) {
      const agreementId = await addAgreement(state);
      await assert.rejects(
        kit.call(createBase, office, { agreementId, name: 'x' }),
        refusal('base.no-such-agreement'),
      );
    }
    for (const who of [office, firm]) {
      const agreementId = await addAgreement('registered');
      const { id } = await kit.call(createBase, who, { agreementId, name: '基地' });
      const view = await kit.call(getBase, office, { baseId: id });
      assert.deepEqual([view.home, view.enterpriseId, view.school], [ids.school, ids.firm, 'school']);
    }
  });

  test('its facts are changed by both offices', async () => {
    const { baseId } = await madeBase();
    const view = await kit.call(updateBase, firm, { baseId, name: '新名', plaque: '牌匾', unveiledOn: null });
    assert.deepEqual([view.name, view.plaque, view.unveiledOn], ['新名', '牌匾', null]);
  });

  test('a plaque unveiled at a ceremony gives the base its day; a day set by hand stays', async () => {
    const { baseId } = await madeBase();
    const dayOf = async () => (await kit.call(getBase, office, { baseId })).unveiledOn;
    const held = async (on: string, hasUnveiled: boolean) => {
      await asSystem<never, void>(kit.kernel, ids.school, (context) =>
        context.emit('ceremony.held', { baseId, on, hasUnveiled }),
      );
      await kit.settle();
    };
    await held('2026-11-20', true);
    assert.equal(await dayOf(), '2026-11-01');
    const facts = { baseId, name: '基地' };
    await kit.call(updateBase, office, { ...facts, unveiledOn: null });
    await held('2026-11-20', false);
    assert.equal(await dayOf(), null, 'nothing was unveiled');
    await held('2026-11-20', true);
    assert.equal(await dayOf(), '2026-11-20');
    await kit.call(updateBase, firm, { ...facts, unveiledOn: '2026-11-19' });
    await held('2026-11-20', true);
    assert.equal(await dayOf(), '2026-11-19');
  });

  test('units swap names, take a new order, and one with stations cannot go', async () => {
    const { baseId, units } = await madeBase();
    const { stations } = await addShop(ids.firm);
    const [first, second] = units;
    assert.ok(first && second);
    const swapped = [
      { ...second, name: first.name },
      { ...first, name: second.name },
    ];
    const view = await kit.call(setUnits, firm, { baseId, units: swapped });
    assert.deepEqual(
      view.units.map((unit) => [unit.id, unit.name]),
      [
        [second.id, '电解'],
        [first.id, '焊接'],
      ],
    );
    const offer = { workstationId: stations[0] ?? '', unitId: first.id, places: 2, ...always };
    await kit.call(offerStations, firm, { baseId, stations: [offer] });
    await assert.rejects(kit.call(setUnits, office, { baseId, units: [] }), refusal('base.unit-in-use'));
    await assert.rejects(
      kit.call(setUnits, office, { baseId, units: [first, { ...second, name: first.name }] }),
      refusal('base.unit-twice'),
    );
  });

  test('what comes after what is kept by id; a ring and what cannot be kept are refused by name', async () => {
    const { baseId, units } = await madeBase();
    const [first, second] = units;
    assert.ok(first && second);
    const robot = { name: '机器人', nameEn: '', lengthWeeks: 1, isRequired: false };
    const set = (...given: z.output<typeof unitInput>[]) =>
      kit.call(setUnits, office, { baseId, units: given });
    // By name, also of a unit that is new in the same list; the order stays while names and places in the list change.
    const { units: ordered } = await set({ ...robot, after: ['焊接'] }, first, {
      ...second,
      after: ['电解'],
    });
    const [extra] = ordered;
    assert.ok(extra);
    assert.deepEqual(
      ordered.map((unit) => unit.after),
      [[second.id], [], [first.id]],
    );
    const asItWas = { after: undefined };
    const { units: renamed } = await set(
      { ...second, ...asItWas, name: '焊接一' },
      { ...first, ...asItWas },
      { ...extra, ...asItWas },
    );
    assert.deepEqual(
      renamed.map((unit) => [unit.name, unit.after]),
      [
        ['焊接一', [first.id]],
        ['电解', []],
        ['机器人', [second.id]],
      ],
    );
    const ring = set({ ...first, after: ['焊接'] }, { ...second, after: ['电解'] });
    await assert.rejects(ring, { code: 'base.unit-order-circle', params: { circle: '电解 → 焊接 → 电解' } });
    await assert.rejects(set({ ...first, after: ['焊工'] }, second), refusal('base.unit-order-unknown'));
    const late = set({ ...first, after: ['机器人'] }, second, { ...robot, id: extra.id, after: [] });
    await assert.rejects(late, refusal('base.unit-order-optional'));
    await set(first, second, { ...robot, id: extra.id, after: [] });
    // A ring that only two changes at once would make: the second one is refused.
    const both = await Promise.allSettled([
      set({ ...first, after: ['焊接'] }, { ...second, after: undefined }, { ...robot, id: extra.id }),
      set({ ...first, after: undefined }, { ...second, after: ['电解'] }, { ...robot, id: extra.id }),
    ]);
    assert.equal(both.filter((one) => one.status === 'fulfilled').length, 1);
    // What is dropped is nobody's forerunner any more.
    await set(first, { ...second, after: [] });
    const { units: left } = await set({ ...second, after: [first.id] });
    assert.deepEqual(
      left.map((unit) => unit.after),
      [[]],
    );
  });
});

describe('offers', () => {
  test('own workstations only, no more places than there are; offered again, brought up to date', async () => {
    const { baseId, units } = await madeBase();
    const own = await addShop(ids.firm);
    const foreign = await addShop(ids.otherFirm);
    const unitId = units[0]?.id ?? '';
    const offer = (workstationId: string, places: number) => ({
      baseId,
      stations: [{ workstationId, unitId, places, ...always }],
    });
    const station = own.stations[0] ?? '';
    await assert.rejects(
      kit.call(offerStations, firm, offer(foreign.stations[0] ?? '', 1)),
      refusal('base.no-such-workstation'),
    );
    await assert.rejects(kit.call(offerStations, firm, offer(station, 4)), refusal('base.too-many-places'));
    await assert.rejects(
      kit.call(offerStations, firm, {
        baseId,
        stations: [{ workstationId: station, unitId: newId(), places: 1, ...always }],
      }),
      refusal('base.no-such-unit'),
    );
    const { stations } = await kit.call(offerStations, firm, offer(station, 1));
    assert.deepEqual([stations[0]?.siteName, stations[0]?.siteNameEn], ['一厂', '']);
    await admin.query(`update site set name_en = 'Plant 1' where tenant_id = $1`, [ids.firm]);
    const again = await kit.call(offerStations, firm, offer(station, 3));
    assert.deepEqual(
      again.stations.map((one) => [one.workstationId, one.places, one.siteName, one.siteNameEn]),
      [[station, 3, '一厂', 'Plant 1']],
    );
    await kit.call(withdrawStation, firm, { baseId, stationId: again.stations[0]?.id ?? '' });
    assert.deepEqual((await kit.call(getBase, office, { baseId })).stations, []);
  });

  test('a base is where most of its stations say, else where the enterprise is', async () => {
    const { baseId, units } = await madeBase();
    const { stations } = await addShop(ids.firm);
    const offered = stations.map((workstationId) => ({
      ...{ workstationId, unitId: units[0]?.id ?? '', places: 1 },
      ...always,
    }));
    await kit.call(offerStations, firm, { baseId, stations: offered });
    const setRegion = (region: string) =>
      admin.query('update base_station set site_region = $2 where base_id = $1', [baseId, region]);
    const regionFor = async (who: Actor) =>
      (await kit.call(listBases, who, { page: 1, size: 200 })).items.find((one) => one.id === baseId)?.region;
    await admin.query(`update organisation set region_code = '650500' where tenant_id = $1`, [ids.firm]);
    await setRegion('');
    assert.deepEqual(await Promise.all([office, firm].map(regionFor)), ['650500', '650500']);
    await setRegion('DE-BY');
    assert.deepEqual(await Promise.all([office, firm].map(regionFor)), ['DE-BY', 'DE-BY']);
  });

  test('two offers of one workstation at once leave one row', async () => {
    const { baseId, units } = await madeBase();
    const own = await addShop(ids.firm);
    const stations = [
      { workstationId: own.stations[0] ?? '', unitId: units[0]?.id ?? '', places: 1, ...always },
    ];
    await Promise.all([0, 1].map(() => kit.call(offerStations, firm, { baseId, stations })));
    assert.equal((await kit.call(getBase, office, { baseId })).stations.length, 1);
  });

  test('mentors: own staff only; withdrawn again', async () => {
    const { baseId } = await madeBase();
    const own = await addShop(ids.firm);
    const foreign = await addShop(ids.otherFirm);
    await assert.rejects(
      kit.call(offerMentors, firm, { baseId, staffIds: [own.staff, foreign.staff] }),
      refusal('base.no-such-mentor'),
    );
    const view = await kit.call(offerMentors, firm, { baseId, staffIds: [own.staff] });
    assert.deepEqual(
      view.mentors.map((one) => [one.name, one.maxLearners]),
      [['马师傅', 4]],
    );
    await kit.call(withdrawMentor, firm, { baseId, mentorId: view.mentors[0]?.id ?? '' });
    assert.deepEqual((await kit.call(getBase, firm, { baseId })).mentors, []);
  });

  test('the list of what can be offered is the own one', async () => {
    const shop = await addShop(ids.otherFirm);
    const seen = await kit.call(listOfferable, actor('enterprise-hr', ids.otherFirm), undefined);
    assert.ok(seen.workstations.some((one) => one.id === shop.stations[0]));
    const firmSees = await kit.call(listOfferable, firm, undefined);
    assert.ok(!firmSees.workstations.some((one) => one.id === shop.stations[0]));
    await assert.rejects(kit.call(listOfferable, office, undefined), refusal('access.forbidden'));
  });
});

async function offered() {
  const made = await madeBase();
  const shop = await addShop(ids.firm);
  const { baseId } = made;
  const stations = shop.stations.map((workstationId) => ({
    ...{ workstationId, unitId: made.units[0]?.id ?? '', places: 2 },
    ...always,
  }));
  await kit.call(offerStations, firm, { baseId, stations });
  const view = await kit.call(offerMentors, firm, { baseId, staffIds: [shop.staff] });
  return { ...made, station: view.stations[0]?.id ?? '', mentorId: view.mentors[0]?.id ?? '' };
}

const night = { weekdays: [1, 2, 3], start: '22:00', end: '06:00', breakMinutes: 30 };

describe('what is there when', () => {
  test('closed stretches and hours of a station are kept, also when it is offered again', async () => {
    const { baseId, station, units } = await offered();
    const given = { baseId, stationId: station, places: 2, ...always, shift: night };
    const closed = { from: '2027-03-08', to: '2027-03-14', places: 0, note: '检修' };
    const set = (periods: (typeof closed)[], changes = {}) =>
      kit.call(setStation, firm, { ...given, periods, ...changes });
    const view = await set([closed, { ...closed, from: '2027-04-01', to: '2027-04-02', places: 3 }]);
    const of = (detail: typeof view) => detail.stations.find((one) => one.id === station);
    assert.deepEqual(of(view)?.shift, night);
    assert.deepEqual(of(view)?.periods[0], closed);
    const again = await kit.call(offerStations, firm, {
      baseId,
      stations: [
        { workstationId: of(view)?.workstationId ?? '', unitId: units[1]?.id ?? '', places: 1, ...always },
      ],
    });
    assert.equal(of(again)?.periods.length, 2);
    for (const wrong of [
      () => set([closed, closed]),
      () => set([{ ...closed, to: '2027-03-01' }]),
      () => set([], { availableFrom: '2027-05-01', availableTo: '2027-04-01' }),
    ]) {
      await assert.rejects(wrong, refusal('base.stretch-misplaced'));
    }
    await assert.rejects(set([{ ...closed, places: 4 }]), refusal('base.too-many-places'));
    assert.equal(of(await kit.call(getBase, office, { baseId }))?.periods.length, 2);
  });

  test('absences and load of a mentor, hours of a unit', async () => {
    const { baseId, mentorId, units } = await offered();
    const absences = [{ from: '2027-03-08', to: '2027-03-14', note: '' }];
    const view = await kit.call(setMentor, firm, { baseId, mentorId, maxLearners: 2, absences });
    assert.deepEqual([view.mentors[0]?.maxLearners, view.mentors[0]?.absences], [2, absences]);
    assert.deepEqual(view.mentors[0]?.unitIds, []);
    const given = { baseId, mentorId, maxLearners: 2, absences };
    const unitIds = units.slice(1, 2).map((unit) => unit.id);
    const inOne = await kit.call(setMentor, firm, { ...given, unitIds });
    assert.deepEqual(inOne.mentors[0]?.unitIds, unitIds);
    // Left out, they stay; a unit of another base is none of this one.
    assert.deepEqual((await kit.call(setMentor, firm, given)).mentors[0]?.unitIds, unitIds);
    const foreign = (await madeBase()).units.map((unit) => unit.id);
    await assert.rejects(
      kit.call(setMentor, firm, { ...given, unitIds: foreign }),
      refusal('base.no-such-unit'),
    );
    const changed = units.map((unit) => ({ ...unit, shift: night }));
    const set = await kit.call(setUnits, office, { baseId, units: changed });
    assert.deepEqual(set.units[1]?.shift, night);
  });

  test('equipment: one of each asset number, freed when its station goes, checked off when gone', async () => {
    const { baseId, station } = await offered();
    const given = { baseId, assetNumber: 'A-1', name: '电解槽', inspectionDue: '2027-01-31' };
    const view = await kit.call(saveEquipment, firm, { ...given, stationId: station });
    const [one] = view.equipment;
    assert.ok(one);
    assert.deepEqual([one.condition, one.stationId], ['ready', station]);
    await assert.rejects(kit.call(saveEquipment, firm, given), refusal('base.asset-twice'));
    await assert.rejects(
      kit.call(saveEquipment, firm, { ...given, assetNumber: 'A-2', stationId: newId() }),
      refusal('base.no-such-station'),
    );
    await kit.call(saveEquipment, firm, { ...given, id: one.id, stationId: station, condition: 'broken' });
    await kit.call(withdrawStation, firm, { baseId, stationId: station });
    const [kept] = (await kit.call(getBase, office, { baseId })).equipment;
    assert.deepEqual([kept?.condition, kept?.stationId], ['broken', null]);
    await kit.call(removeEquipment, firm, { baseId, equipmentId: one.id });
    assert.deepEqual((await kit.call(getBase, office, { baseId })).equipment, []);
  });

  test('of an asset number added twice at once, one stays', async () => {
    const { baseId } = await offered();
    const given = { baseId, assetNumber: 'A-9', name: '焊机' };
    const both = await Promise.allSettled([0, 1].map(() => kit.call(saveEquipment, firm, given)));
    assert.equal(both.filter((one) => one.status === 'fulfilled').length, 1);
  });

  test('only the enterprise that offers sets them', async () => {
    const { baseId, station, mentorId } = await offered();
    const given = { stationId: station, places: 1, ...always, periods: [], shift: null };
    const other = actor('enterprise-hr', ids.otherFirm);
    for (const [who, code] of [
      [other, 'thing.not-found'],
      [office, 'access.forbidden'],
      [actor('mentor'), 'access.forbidden'],
    ] as const) {
      for (const attempt of [
        () => kit.call(setStation, who, { baseId, ...given }),
        () => kit.call(setMentor, who, { baseId, mentorId, maxLearners: 1, absences: [] }),
        () => kit.call(saveEquipment, who, { baseId, assetNumber: 'x', name: 'x' }),
        () => kit.call(removeEquipment, who, { baseId, equipmentId: newId() }),
      ]) {
        await assert.rejects(attempt, refusal(code));
      }
    }
  });
});

describe('walls', () => {
  test('strangers on both sides find nothing, and wrong roles are refused', async () => {
    const { baseId, agreementId } = await madeBase();
    const shop = await addShop(ids.otherFirm);
    for (const stranger of [actor('school-office', ids.otherSchool), actor('enterprise-hr', ids.otherFirm)]) {
      assert.deepEqual((await kit.call(listBases, stranger, { page: 1, size: 50 })).items, []);
      for (const attempt of [
        () => kit.call(getBase, stranger, { baseId }),
        () => kit.call(updateBase, stranger, { baseId, name: 'x' }),
        () => kit.call(setUnits, stranger, { baseId, units: [] }),
      ]) {
        await assert.rejects(attempt, refusal('thing.not-found'));
      }
      await assert.rejects(
        kit.call(createBase, stranger, { agreementId, name: 'x' }),
        refusal('base.no-such-agreement'),
      );
    }
    const otherFirm = actor('enterprise-hr', ids.otherFirm);
    await assert.rejects(
      kit.call(offerMentors, otherFirm, { baseId, staffIds: [shop.staff] }),
      refusal('thing.not-found'),
    );
    for (const [role, operation] of [
      ['teacher', updateBase],
      ['student', updateBase],
      ['mentor', updateBase],
    ] as const) {
      await assert.rejects(
        kit.call(operation, actor(role), { baseId, name: 'x' }),
        refusal('access.forbidden'),
      );
    }
  });
});
