import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { pack } from '@dualtrack/cn-2021-internship';
import { allCases, LAWFUL_ON } from '@dualtrack/cn-2021-internship/cases';
import { layers } from '@dualtrack/cn-2021-internship/layers';
import { layerCases } from '@dualtrack/cn-2021-internship/layers/cases';
import { type ComplianceKit, complianceKit } from '../testing/compliance-kit.ts';
import { evaluateClass, factsOf, latestVerdicts, recordFacts } from './index.ts';

let kit: ComplianceKit;
before(async () => {
  kit = await complianceKit();
});
after(() => kit.close());

/** Lawful by the regulations and by the laws beside them. */
const lawfulPlacement = layerCases.lawful;
const isNational = ({ rule }: { rule: string }) => rule.startsWith('CN-INT-');
const everything = { on: LAWFUL_ON, moment: 'on_demand' } as const;

describe('a class is judged', () => {
  test('a lawful one is not blocked, and nothing in it is breached or unknown', async () => {
    const { classId } = await kit.addClass({ own: [{}, {}], whole: lawfulPlacement });
    const check = await kit.as(kit.ids.school, (context) =>
      evaluateClass(context, { classId, on: LAWFUL_ON }),
    );
    assert.equal(check.verdicts.length, 2 * (pack.rules.length + layers.rules.length));
    assert.deepEqual(check.blocking, []);
    const bad = check.verdicts.filter((one) => one.outcome === 'breached' || one.outcome === 'unknown');
    assert.deepEqual(bad, []);
    const kept = await kit.as(kit.ids.school, (context) => latestVerdicts(context, classId));
    const asked = check.verdicts.filter((one) => one.outcome !== 'not-applicable');
    assert.equal(kept.length, asked.length);
    assert.ok(asked.length > 80);
  });

  test('each single broken fact breaks exactly its rules, and blocks where the law says so', async () => {
    const breaches = allCases.flatMap(({ rule, base, breached }) =>
      breached.map(({ set, also = [] }) => ({ rules: [rule, ...also].sort(), facts: { ...base, ...set } })),
    );
    const { classId, placementIds } = await kit.addClass({
      own: breaches.map((one) => one.facts),
      whole: lawfulPlacement,
    });
    const check = await kit.as(kit.ids.school, (context) =>
      evaluateClass(context, { classId, ...everything }),
    );
    for (const [index, { rules }] of breaches.entries()) {
      const mine = check.verdicts.filter((one) => one.placementId === placementIds[index] && isNational(one));
      const broken = mine.filter((one) => one.outcome === 'breached').map((one) => one.rule);
      assert.deepEqual(broken.sort(), rules);
      const hard = pack.rules.filter((one) => one.strength === 'must' && one.severity === 'block');
      const stopping = check.blocking.filter(
        (one) => one.placementId === placementIds[index] && isNational(one),
      );
      assert.deepEqual(
        stopping.map((one) => one.rule).sort(),
        rules.filter((rule) => hard.some((one) => one.id === rule)),
      );
    }
  });

  test('a fact that is missing leaves its rule unknown, never met', async () => {
    // The platform counts the interns at the host when nobody has recorded them.
    const gaps = allCases.flatMap(({ rule, base, unknown }) =>
      unknown.slice(0, 1).map((name) => ({ rule, name, base })),
    );
    const asked = gaps.filter((one) => one.name !== 'host.activeInterns');
    const { classId, placementIds } = await kit.addClass({
      own: asked.map(({ name, base }) => {
        const facts: Record<string, unknown> = { ...lawfulPlacement, ...base };
        delete facts[name];
        return facts;
      }),
    });
    const check = await kit.as(kit.ids.school, (context) =>
      evaluateClass(context, { classId, ...everything }),
    );
    for (const [index, { rule, name }] of asked.entries()) {
      const verdict = check.verdicts.find(
        (one) => one.placementId === placementIds[index] && one.rule === rule,
      );
      assert.equal(verdict?.outcome, 'unknown', `${rule} without ${name}`);
    }
    assert.deepEqual(check.blocking, []);
  });

  test('a value that is not of the form the law asks counts as missing', async () => {
    const { classId } = await kit.addClass({
      own: [{ 'student.birthDate': 'spring' }],
      whole: lawfulPlacement,
    });
    const check = await kit.as(kit.ids.school, (context) =>
      evaluateClass(context, { classId, ...everything }),
    );
    const unsure = check.verdicts.filter((one) => one.missing.includes('student.birthDate'));
    assert.ok(unsure.length > 0 && unsure.every((one) => one.outcome === 'unknown'));
  });

  test('a value of a student that cannot be read is not made up for by that of the class', async () => {
    const { classId, placementIds } = await kit.addClass({
      own: [{ 'insurance.to': 'some day' }, {}],
      whole: lawfulPlacement,
    });
    const check = await kit.as(kit.ids.school, (context) =>
      evaluateClass(context, { classId, ...everything }),
    );
    const unsure = check.verdicts.filter((one) => one.missing.includes('insurance.to'));
    assert.ok(unsure.length > 0 && unsure.every((one) => one.placementId === placementIds[0]));
  });

  test('what stands after many changes is what the last check said', async () => {
    const { classId, placementIds } = await kit.addClass({ own: [{}, {}, {}], whole: lawfulPlacement });
    const source = { module: 'order-classes', recordId: null };
    const about = { classId, enterpriseId: kit.ids.firm, source };
    const sorted = (list: { placementId: string; rule: string; outcome: string; isBlocking: boolean }[]) =>
      list.map((one) => `${one.placementId} ${one.rule} ${one.outcome} ${one.isBlocking}`).sort();
    for (const one of allCases.flatMap(({ breached }) => breached.slice(0, 1)).slice(0, 12)) {
      const facts = Object.entries(one.set).map(([name, value]) => ({
        ...{ ...about, name, value, placementId: placementIds[0] ?? null },
      }));
      const [check, standing] = await kit.as(kit.ids.school, async (context) => {
        await recordFacts(context, facts);
        const done = await evaluateClass(context, { classId, ...everything });
        return [done, await latestVerdicts(context, classId)] as const;
      });
      const stops = new Set(check.blocking);
      const said = check.verdicts.filter((verdict) => verdict.outcome !== 'not-applicable');
      assert.deepEqual(
        sorted(standing),
        sorted(said.map((verdict) => ({ ...verdict, isBlocking: stops.has(verdict) }))),
      );
    }
    await kit.as(kit.ids.school, ({ db }) =>
      db
        .updateTable('compliancePlacement')
        .set({ isOver: true })
        .where('placementId', '=', placementIds[0] ?? '')
        .execute(),
    );
    const left = await kit.as(kit.ids.school, async (context) => {
      await evaluateClass(context, { classId, ...everything });
      return latestVerdicts(context, classId);
    });
    assert.deepEqual(
      [...new Set(left.map((one) => one.placementId))].sort(),
      placementIds.slice(1).sort(),
      'a placement that is over has no standing verdicts',
    );
  });

  test('what was said last of a class stays when it is over', async () => {
    const { classId } = await kit.addClass({ own: [{}, {}], whole: lawfulPlacement });
    const judge = () =>
      kit.as(kit.ids.school, async (context) => {
        const { runId } = await evaluateClass(context, { classId, ...everything });
        return { runId, standing: await latestVerdicts(context, classId) };
      });
    const before = await judge();
    await kit.as(kit.ids.school, async ({ db }) => {
      await db.updateTable('complianceClass').set({ isOver: true }).where('classId', '=', classId).execute();
      const all = db.updateTable('compliancePlacement').set({ isOver: true });
      await all.where('classId', '=', classId).execute();
    });
    assert.deepEqual(await judge(), before);
    assert.ok(before.standing.length > 80);
  });

  test('duties of a later stage are not asked of a class that has not begun', async () => {
    const dates = { startsOn: '2027-03-01', endsOn: '2027-07-31' };
    const { classId } = await kit.addClass({ own: [{ 'placement.type': 'post' }], dates });
    const early = await kit.as(kit.ids.school, (context) => evaluateClass(context, { classId }));
    const late = await kit.as(kit.ids.school, (context) =>
      evaluateClass(context, { classId, on: '2027-08-01' }),
    );
    const unknown = (check: typeof early) => check.verdicts.filter((one) => one.outcome === 'unknown').length;
    assert.ok(unknown(early) > 10);
    assert.ok(unknown(late) > unknown(early));
    assert.ok(early.verdicts.some((one) => one.because.includes('rule.not-due')));
  });

  test('twice at once, both checks are kept and one of them is the latest', async () => {
    const { classId } = await kit.addClass({ own: [{}], whole: lawfulPlacement });
    const runs = await Promise.all(
      [1, 2, 3].map(() => kit.as(kit.ids.school, (context) => evaluateClass(context, { classId }))),
    );
    const rows = await kit.as(kit.ids.school, ({ db }) =>
      db.selectFrom('verdictRun').select(['id', 'isLatest']).where('classId', '=', classId).execute(),
    );
    assert.deepEqual(rows.map((row) => row.id).sort(), runs.map((run) => run.runId).sort());
    assert.equal(rows.filter((row) => row.isLatest).length, 1);
  });

  test('a class that moves is judged anew', async () => {
    const { classId } = await kit.addClass({ own: [{}], whole: lawfulPlacement });
    await kit.as(kit.ids.school, (context) =>
      context.emit('class.published', { classId, enterpriseId: kit.ids.firm }),
    );
    await kit.settle();
    const kept = await kit.as(kit.ids.school, (context) => latestVerdicts(context, classId));
    assert.ok(kept.length > 0);
  });
});

describe('interns of all schools at a host', () => {
  test('are counted together by day, and each school learns the number only', async () => {
    const whole: Record<string, unknown> = { ...lawfulPlacement, 'host.onDutyStaff': 60 };
    delete whole['host.activeInterns'];
    const outcome = async (school: string, classId: string) => {
      const { verdicts } = await kit.as(school, (context) =>
        evaluateClass(context, { classId, on: LAWFUL_ON }),
      );
      return verdicts.find((one) => one.rule === 'CN-INT-007');
    };
    const shifted = { 'placement.start': '2029-03-05', 'placement.end': '2029-08-24' };
    const first = await kit.addClass({ own: [shifted, shifted, shifted, shifted], whole });
    const alone = await outcome(kit.ids.school, first.classId);
    assert.equal(alone?.outcome, 'met');
    assert.equal(alone?.facts['host.activeInterns'], 4);
    const other = kit.ids.otherSchool;
    const second = await kit.addClass({ own: [shifted, shifted, shifted], whole, school: other });
    assert.equal((await outcome(other, second.classId))?.outcome, 'breached');
    assert.equal((await outcome(kit.ids.school, first.classId))?.facts['host.activeInterns'], 7);
    const seen = await kit.as(kit.ids.school, (context) => factsOf(context, second.classId));
    assert.deepEqual(seen, []);
  });
});

describe('facts', () => {
  test('keep their history; saying the same again changes nothing', async () => {
    const { classId } = await kit.addClass({ own: [{}] });
    const fact = {
      ...{ classId, placementId: null, enterpriseId: kit.ids.firm, name: 'host.onDutyStaff' },
      source: { module: 'order-classes', recordId: null },
    };
    for (const value of [100, 100, 120]) {
      await kit.as(kit.ids.school, (context) => recordFacts(context, [{ ...fact, value }]));
    }
    const rows = await kit.as(kit.ids.school, ({ db }) =>
      db.selectFrom('fact').select(['value', 'replacedAt']).where('classId', '=', classId).execute(),
    );
    assert.deepEqual(rows.map((row) => row.value).sort(), [100, 120]);
    assert.equal(rows.find((row) => row.replacedAt === null)?.value, 120);
  });
});
