import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { newId } from '@dualtrack/platform/ids';
import { refusal } from '@dualtrack/platform/testing';
import { generateWorld, type World } from '../testing/generate-world.ts';
import { type OutcomeKit, outcomeKit } from '../testing/outcome-kit.ts';
import { wayStages } from '../way.ts';
import { getWay, listWayPeople } from './way.ts';

let kit: OutcomeKit;
let world: World;
before(async () => {
  kit = await outcomeKit();
  world = await generateWorld(kit, 20_261_123, 3);
  kit.clock.set(new Date(`${today}T02:00:00Z`));
});
after(() => kit.close());

const today = '2027-06-15';
/** Days on which those had joined by whose check after 6, 12, 24 months has come: the test's own calendar. */
const joinedBy = { stay6: '2026-12-15', stay12: '2026-06-15', stay24: '2025-06-15' };

test('every number is the number of people behind it, counted from what was generated, for both sides', async () => {
  let stays = 0;
  for (const klass of world.classes) {
    const order = world.orders.find((one) => one.orderId === klass.orderId);
    if (order?.state === 'draft') continue;
    const places = world.places.filter((one) => one.classId === klass.classId && one.state !== 'declined');
    const results = places.flatMap((one) => (one.outcome === null ? [] : [one.outcome]));
    const joined = results.flatMap(({ joined: on, left }) => (on === null ? [] : [{ on, left }]));
    const wanted: Record<string, [number, number]> = {
      applied: [klass.applied, klass.applied],
      admitted: [places.length, places.length],
      trained: [results.filter((one) => one.trained).length, places.length],
      offered: [results.filter((one) => one.offered !== null).length, places.length],
      joined: [joined.length, places.length],
      exited: [0, places.length],
      left: [joined.filter(({ left }) => left !== null && left <= today).length, joined.length],
    };
    for (const actor of [kit.actor('school-office', klass.school), kit.actor('enterprise-hr', klass.firm)]) {
      const way = await kit.call(getWay, actor, { orderId: klass.orderId });
      assert.equal(way.seats, klass.capacity);
      for (const { stage, people, of } of way.steps) {
        if (actor.kind === 'enterprise') {
          const listed = await kit.call(listWayPeople, actor, { orderId: klass.orderId, stage });
          assert.equal(listed.length, people, stage);
        }
        if (stage === 'stay6' || stage === 'stay12' || stage === 'stay24') {
          const due = joined.filter(({ on }) => on <= joinedBy[stage]);
          assert.equal(of, due.length, stage);
          assert.ok(people <= of);
          // Whoever has not left at all is surely there; whoever left before the check is not.
          assert.ok(people >= due.filter(({ left }) => left === null).length);
          stays += people;
        } else assert.deepEqual([people, of], wanted[stage], stage);
      }
      // Each reason opens exactly those who went for it.
      for (const row of actor.kind === 'enterprise' ? way.leaving : []) {
        const stage = row.side === 'class' ? 'exited' : 'left';
        const listed = await kit.call(listWayPeople, actor, { orderId: klass.orderId, stage });
        const same = listed.filter(({ side, reason }) => side === row.side && reason === row.reason);
        assert.equal(same.length, row.people);
      }
      const gone = way.leaving.reduce((sum, one) => sum + one.people, 0);
      assert.equal(gone, wanted['left']?.[0]);
    }
  }
  assert.ok(stays > 10, 'nobody stayed in the generated world');
});

test('exits from a class stand with their reason, and employment that ended with its side', async () => {
  const klass = world.classes.find((one) =>
    world.places.some((place) => place.classId === one.classId && place.outcome?.left != null),
  );
  assert.ok(klass);
  const place = world.places.find((one) => one.classId === klass.classId && one.outcome?.left != null);
  const gone = { tenant_id: klass.school, enterprise_id: klass.firm, class_id: klass.classId };
  await kit.put('placement_change', {
    ...{ ...gone, id: newId(), placement_id: place?.placementId, kind: 'left', from_seat_id: newId() },
    ...{ reason: 'family', by_role: 'student', changed_on: '2026-11-01', changed_at: '2026-11-01' },
  });
  const hr = kit.actor('enterprise-hr', klass.firm);
  const way = await kit.call(getWay, hr, { orderId: klass.orderId });
  assert.deepEqual(
    way.leaving.find((one) => one.side === 'class'),
    { side: 'class', reason: 'family', people: 1 },
  );
  const left = await kit.call(listWayPeople, hr, { orderId: klass.orderId, stage: 'left' });
  assert.ok(left.length > 0 && left.every(({ day, side }) => day !== null && side !== null));
});

test('is not for strangers, mentors or teachers, and a school sees no draft', async () => {
  const [klass] = world.classes;
  assert.ok(klass);
  const other = kit.schools.find((id) => id !== klass.school) ?? '';
  const firm = kit.firms.find((id) => id !== klass.firm) ?? '';
  const { orderId } = klass;
  for (const stranger of [kit.actor('school-office', other), kit.actor('enterprise-hr', firm)]) {
    await assert.rejects(kit.call(getWay, stranger, { orderId }), refusal('thing.not-found'));
    for (const stage of wayStages) {
      await assert.rejects(kit.call(listWayPeople, stranger, { orderId, stage }), refusal('thing.not-found'));
    }
  }
  for (const actor of [kit.actor('mentor', klass.firm), kit.actor('teacher', klass.school)]) {
    await assert.rejects(kit.call(getWay, actor, { orderId }), refusal('access.forbidden'));
  }
  const draft = world.orders.find((one) => one.state === 'draft');
  if (draft === undefined) return;
  const office = kit.actor('school-office', draft.school);
  await assert.rejects(kit.call(getWay, office, { orderId: draft.orderId }), refusal('thing.not-found'));
});

test('after 6, 12 and 24 months those are counted who are still there, to the day, also across the end of February', async () => {
  const klass = world.classes.find(
    (one) => world.orders.find(({ orderId }) => orderId === one.orderId)?.state !== 'draft',
  );
  assert.ok(klass);
  const { orderId } = klass;
  const home = { tenant_id: klass.school, enterprise_id: klass.firm, class_id: klass.classId };
  const graduate = async (
    name: string,
    joined: string,
    left: string | null = null,
    by: string | null = null,
  ) => {
    const [placement, student] = [newId(), newId()];
    const about = { student_id: student, student_name: name };
    await kit.put('placement', {
      ...{ ...home, id: placement, ...about, seat_id: newId(), post_id: newId(), post_title: '岗位' },
      ...{ choice: 1, state: 'ended', starts_on: '2026-09-01', ends_on: '2027-01-31' },
    });
    await kit.put('outcome', {
      ...{ ...home, class_name: '班', ...about, placement_id: placement, order_id: orderId },
      ...{ post_title: '岗位', is_trained: true, offered_on: joined, joined_on: joined, left_on: left },
      ...{ left_by: by, left_reason: by === null ? '' : `原因${name}`, revision: 1, recorded_at: joined },
    });
  };
  // On the day of the check, the day before, and the day after: the day of leaving is the last one there.
  await graduate('闰日入职', '2028-02-29');
  await graduate('月末入职', '2028-08-31');
  await graduate('当日离职', '2028-02-29', '2028-08-29', 'graduate');
  await graduate('前一日离职', '2028-02-29', '2028-08-28', 'enterprise');
  await graduate('满年次日离职', '2028-02-29', '2029-03-01', 'graduate');
  const names = ['闰日入职', '月末入职', '当日离职', '前一日离职', '满年次日离职'];
  const office = kit.actor('school-office', klass.school);
  const hr = kit.actor('enterprise-hr', klass.firm);
  const at = async (day: string) => {
    kit.clock.set(new Date(`${day}T02:00:00Z`));
    const found: Record<string, string[]> = {};
    for (const stage of ['stay6', 'stay12', 'stay24', 'left'] as const) {
      const people = await kit.call(listWayPeople, hr, { orderId, stage });
      const { steps } = await kit.call(getWay, office, { orderId });
      assert.equal(steps.find((one) => one.stage === stage)?.people, people.length, `${day} ${stage}`);
      found[stage] = names.filter((name) => people.some((one) => one.studentName === name));
    }
    return found;
  };
  const none = { stay6: [], stay12: [], stay24: [] };
  assert.deepEqual(await at('2028-08-27'), { ...none, left: [] });
  assert.deepEqual(await at('2028-08-28'), { ...none, left: ['前一日离职'] });
  assert.deepEqual(await at('2028-08-29'), {
    ...{ ...none, stay6: ['闰日入职', '当日离职', '满年次日离职'] },
    left: ['当日离职', '前一日离职'],
  });
  // Six months after the last of August is the last of February; a year after 29 February the 28th.
  assert.deepEqual((await at('2029-02-27'))['stay6'], ['闰日入职', '当日离职', '满年次日离职']);
  const february = await at('2029-02-28');
  assert.deepEqual(february['stay6'], ['闰日入职', '月末入职', '当日离职', '满年次日离职']);
  assert.deepEqual([february['stay12'], february['stay24']], [['闰日入职', '满年次日离职'], []]);
  assert.deepEqual((await at('2029-03-01'))['left'], ['当日离职', '前一日离职', '满年次日离职']);
  assert.deepEqual((await at('2030-02-27'))['stay24'], []);
  const last = await at('2030-02-28');
  assert.deepEqual(
    [last['stay12'], last['stay24']],
    [['闰日入职', '月末入职', '满年次日离职'], ['闰日入职']],
  );
  // Both sides read why people went, and on whose side.
  for (const actor of [office, hr]) {
    const { leaving } = await kit.call(getWay, actor, { orderId });
    const sides = leaving.filter(({ reason }) => reason.startsWith('原因'));
    assert.deepEqual(
      sides.map(({ side, reason, people }) => [side, reason, people]).sort(),
      [
        ['enterprise', '原因前一日离职', 1],
        ['graduate', '原因当日离职', 1],
        ['graduate', '原因满年次日离职', 1],
      ].sort(),
    );
  }
  kit.clock.set(new Date(`${today}T02:00:00Z`));
});
