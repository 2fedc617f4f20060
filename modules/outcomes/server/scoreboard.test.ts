import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Actor } from '@dualtrack/platform/access';
import { refusal } from '@dualtrack/platform/testing';
import { type FigureKey, figureKeys } from '../figure.ts';
import { generateWorld, type World } from '../testing/generate-world.ts';
import { type OutcomeKit, outcomeKit } from '../testing/outcome-kit.ts';
import { getFunnel, listClassOutcomes } from './funnel.ts';
import { getScoreboard, listFigureRecords } from './scoreboard.ts';

let kit: OutcomeKit;
let world: World;
before(async () => {
  kit = await outcomeKit();
  world = await generateWorld(kit, 20_261_122);
});
after(() => kit.close());

const share = (part: number, whole: number) => (whole === 0 ? null : (100 * part) / whole);
const mean = (of: number[]) => (of.length === 0 ? null : of.reduce((sum, one) => sum + one, 0) / of.length);
const sum = (of: number[]) => of.reduce((total, one) => total + one, 0);
const today = '2026-11-22';

/** What the figures must be, counted by hand from what was generated. */
function expected(
  mine: (row: { school: string; firm: string }) => boolean,
  teacher?: string,
): Partial<Record<FigureKey, number | null>> {
  const places = world.places.filter(mine);
  const classes = world.classes.filter(mine);
  const results = places.flatMap((one) => (one.outcome === null ? [] : [one.outcome]));
  const offers = results.filter((one) => one.offered !== null);
  const trained = results.filter((one) => one.trained);
  const published = classes.filter((one) => ['published', 'running', 'finished'].includes(one.state));
  const placed = places.filter((one) => one.state !== 'declined');
  const early = results.filter((one) => one.joined !== null && one.joined <= '2026-05-22');
  const isHere = (one: (typeof places)[number]) =>
    ['offered', 'accepted', 'active'].includes(one.state) &&
    ['published', 'running'].includes(one.classState);
  const inCharge = (one: { teacher: string | null }) =>
    teacher === undefined ? one.teacher !== null : one.teacher === teacher;
  const led = places.filter((one) => isHere(one) && inCharge(one));
  const matchable = placed.filter((one) => one.major !== 0 && one.takes.length > 0);
  const marked = places.filter(
    (one) =>
      inCharge(one) &&
      ['accepted', 'active', 'ended'].includes(one.state) &&
      ['running', 'finished'].includes(one.classState),
  );
  const chosen = placed.filter((one) => one.choice !== null);
  return {
    'seats-ordered': sum(
      world.orders
        .filter((one) => mine(one) && !['draft', 'proposed', 'declined'].includes(one.state))
        .map((one) => one.seats),
    ),
    'seats-filled': share(
      placed.filter((one) => published.some((klass) => klass.classId === one.classId)).length,
      sum(published.map((one) => one.capacity)),
    ),
    'interns-this-week': places.filter((one) => one.isAtStation).length,
    'offers-joined': share(offers.filter((one) => one.joined !== null).length, offers.length),
    'stayed-six-months': share(
      early.filter(
        (one) => one.left === null || one.left >= (one.joined === '2025-11-30' ? '2026-05-30' : '2026-11-22'),
      ).length,
      early.length,
    ),
    'agreements-in-force': world.agreements.filter(
      (one) =>
        mine(one) &&
        ['in-force', 'registered'].includes(one.state) &&
        (one.from ?? today) <= today &&
        (one.to ?? today) >= today,
    ).length,
    'class-students': places.filter(isHere).length,
    'major-matched': share(matchable.filter((one) => one.takes.includes(one.major)).length, matchable.length),
    'joined-partner': share(trained.filter((one) => one.joined !== null).length, trained.length),
    'open-verdicts': places
      .filter((one) => one.classState !== 'finished')
      .flatMap((one) => one.verdicts)
      .filter((one) => one !== 'met').length,
    'double-qualified': 50,
    'classes-led': classes.filter((one) => inCharge(one) && !['draft', 'finished'].includes(one.state))
      .length,
    'students-led': led.length,
    'students-attention': led.filter(
      (one) => one.verdicts.includes('breached') || one.marks.some((mark) => mark < 60),
    ).length,
    'students-assessed': share(marked.filter((one) => one.marks.length > 0).length, marked.length),
    'first-choice': share(chosen.filter((one) => one.choice === 1).length, chosen.length),
    'assessment-mean': mean(places.flatMap((one) => one.marks)),
    'offer-share': share(offers.length, trained.length),
    'pay-mean': mean(results.flatMap((one) => (one.pay === null ? [] : [one.pay]))),
  };
}

async function board(actor: Actor): Promise<Map<FigureKey, number | null>> {
  const { figures } = await kit.call(getScoreboard, actor, {});
  return new Map(figures.map((one) => [one.key, one.value]));
}

function near(actual: number | null | undefined, wanted: number | null | undefined, what: string) {
  if (wanted === null || actual === null || actual === undefined) assert.equal(actual, wanted, what);
  else assert.ok(Math.abs(actual - (wanted ?? Number.NaN)) < 1e-6, `${what}: ${actual}, not ${wanted}`);
}

describe('the scoreboard', () => {
  test('of a school counts its own records and nobody else’s', async () => {
    for (const school of kit.schools) {
      const wanted = expected((row) => row.school === school);
      const found = await board(kit.actor('school-office', school));
      assert.deepEqual([...found.keys()], figureKeys);
      for (const key of figureKeys) near(found.get(key), wanted[key], key);
    }
  });

  test('of an enterprise counts its own records at all its schools, without the school’s private ones', async () => {
    for (const firm of kit.firms) {
      const wanted = expected((row) => row.firm === firm);
      const found = await board(kit.actor('enterprise-hr', firm));
      assert.ok(!found.has('double-qualified'));
      assert.equal(found.size, figureKeys.length - 1);
      for (const [key, value] of found) near(value, wanted[key], key);
    }
  });

  test('of a teacher has the classes in their own charge only', async () => {
    for (const school of kit.schools) {
      for (const teacher of kit.teachers[school] ?? []) {
        const wanted = expected((row) => row.school === school, teacher);
        const found = await board(kit.actor('teacher', school, teacher));
        assert.equal(found.size, 4);
        for (const [key, value] of found) near(value, wanted[key], key);
      }
    }
  });

  test('is not for an enterprise without partners: it finds nothing', async () => {
    const stranger = { ...kit.actor('enterprise-hr', kit.firms[0]), homes: [] };
    const { figures } = await kit.call(getScoreboard, stranger, {});
    assert.ok(figures.every((one) => one.records === 0));
  });

  test('is refused to students, mentors and authorities', async () => {
    for (const role of ['student', 'guardian'] as const) {
      await assert.rejects(
        kit.call(getScoreboard, kit.actor(role, kit.schools[0]), {}),
        refusal('access.forbidden'),
      );
    }
    await assert.rejects(
      kit.call(getScoreboard, kit.actor('mentor', kit.firms[0]), {}),
      refusal('access.forbidden'),
    );
  });
});

describe('the records behind a figure', () => {
  test('give the figure again when all their pages are added up', async () => {
    const actors = [
      kit.actor('school-office', kit.schools[0]),
      kit.actor('enterprise-hr', kit.firms[1]),
      kit.actor('teacher', kit.schools[1], kit.teachers[kit.schools[1]]?.[0]),
    ];
    for (const actor of actors) {
      const { figures } = await kit.call(getScoreboard, actor, {});
      for (const figure of figures) {
        const ids = new Set<string>();
        let [part, whole, page, total] = [0, 0, 1, 1];
        while (ids.size < total) {
          const list = await kit.call(listFigureRecords, actor, { figure: figure.key, page, size: 7 });
          total = list.total;
          if (list.items.length === 0) break;
          for (const row of list.items) {
            ids.add(row.id);
            part += row.part;
            whole += row.whole;
          }
          page += 1;
        }
        assert.equal(ids.size, figure.records, `${figure.key}: every record once`);
        const again =
          figure.measure === 'sum'
            ? part
            : whole === 0
              ? null
              : (figure.measure === 'share' ? 100 : 1) * (part / whole);
        near(figure.value, again, figure.key);
      }
    }
  });

  test('are searched by name and refused where the figure is not for the caller', async () => {
    const office = kit.actor('school-office', kit.schools[0]);
    const [someone] = world.places.filter(
      (one) => one.school === kit.schools[0] && one.outcome?.trained === true,
    );
    const all = await kit.call(listFigureRecords, office, { figure: 'offer-share', size: 200 });
    const name = all.items.find((row) => row.id === someone?.placementId)?.title ?? '';
    const some = await kit.call(listFigureRecords, office, { figure: 'offer-share', q: name });
    assert.ok(some.total >= 1 && some.items.every((row) => row.title.includes(name)));
    const hr = kit.actor('enterprise-hr', kit.firms[0]);
    await assert.rejects(
      kit.call(listFigureRecords, hr, { figure: 'double-qualified' }),
      refusal('access.forbidden'),
    );
    const teacher = kit.actor('teacher', kit.schools[0], kit.teachers[kit.schools[0]]?.[0]);
    await assert.rejects(
      kit.call(listFigureRecords, teacher, { figure: 'pay-mean' }),
      refusal('access.forbidden'),
    );
  });
});

describe('the way of an order', () => {
  test('counts each stage from what was generated, for both sides', async () => {
    for (const klass of world.classes) {
      const order = world.orders.find((one) => one.orderId === klass.orderId);
      if (order?.state === 'draft') continue;
      const people = world.places.filter((one) => one.classId === klass.classId);
      const results = people.flatMap((one) => (one.outcome === null ? [] : [one.outcome]));
      const wanted = {
        seats: klass.capacity,
        applied: klass.applied,
        admitted: people.filter((one) => one.state !== 'declined').length,
        trained: results.filter((one) => one.trained).length,
        offered: results.filter((one) => one.offered !== null).length,
        joined: results.filter((one) => one.joined !== null).length,
        staying: results.filter((one) => one.joined !== null && (one.left === null || one.left > today))
          .length,
      };
      for (const actor of [
        kit.actor('school-office', klass.school),
        kit.actor('enterprise-hr', klass.firm),
      ]) {
        const found = await kit.call(getFunnel, actor, { orderId: klass.orderId });
        assert.deepEqual(found.funnel, wanted);
      }
      const [otherSchool, otherFirm] = [
        kit.schools.find((id) => id !== klass.school) ?? '',
        kit.firms.find((id) => id !== klass.firm) ?? '',
      ];
      for (const actor of [kit.actor('school-office', otherSchool), kit.actor('enterprise-hr', otherFirm)]) {
        await assert.rejects(
          kit.call(getFunnel, actor, { orderId: klass.orderId }),
          refusal('thing.not-found'),
        );
      }
    }
  });

  test('is listed by class; a teacher has the own ones', async () => {
    const [school] = kit.schools;
    const isShown = (one: { state: string }) => ['published', 'running', 'finished'].includes(one.state);
    const all = await kit.call(listClassOutcomes, kit.actor('school-office', school), { size: 200 });
    const mine = world.classes.filter((one) => one.school === school && isShown(one));
    assert.deepEqual(all.items.map((one) => one.classId).sort(), mine.map((one) => one.classId).sort());
    const teacher = kit.teachers[school]?.[0];
    const own = await kit.call(listClassOutcomes, kit.actor('teacher', school, teacher), { size: 200 });
    assert.deepEqual(
      own.items.map((one) => one.classId).sort(),
      mine
        .filter((one) => one.teacher === teacher)
        .map((one) => one.classId)
        .sort(),
    );
  });
});
