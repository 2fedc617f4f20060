import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { layerCases } from '@dualtrack/cn-2021-internship/layers/cases';
import { packCases as german } from '@dualtrack/de-dual-training/cases';
import { asSystem } from '@dualtrack/platform/operation';
import { refusal } from '@dualtrack/platform/testing';
import { type ComplianceKit, complianceKit } from '../testing/compliance-kit.ts';
import { enterFact } from './enter-fact.ts';
import { fileForClass } from './filings.ts';
import { compliance, evaluateClass, latestVerdicts } from './index.ts';
import { getPast } from './past-class.ts';
import { getClass } from './read-classes.ts';
import { getTrend } from './read-trend.ts';
import { reportChoices, reportTrend } from './report-lists.ts';
import { listReports } from './reports.ts';
import { setJurisdiction } from './set-jurisdiction.ts';
import { tryFacts } from './try-facts.ts';

let kit: ComplianceKit;
before(async () => {
  kit = await complianceKit();
});
after(() => kit.close());

const lawful = layerCases.lawful;
const dates = { startsOn: '2026-03-02', endsOn: '2026-08-28' };
const standing = async (classId: string, rule: string) =>
  (await kit.as(kit.ids.school, (context) => latestVerdicts(context, classId)))
    .filter((one) => one.rule === rule)
    .map((one) => one.outcome);

describe('whose law holds', () => {
  test('what other rooms record is read into the names of the law: birth date, days, roster, signatures', async () => {
    const roster = [
      { from: '2026-03-02', to: '2026-03-27', weekdays: [1, 2, 3, 4, 5], start: '07:00', end: '17:00' },
    ].map((one) => ({ ...one, breakMinutes: 60, skipsOffDays: true }));
    const recorded = {
      ...{
        'student.birthDate': '2009-04-01',
        'placement.start': '2026-03-02',
        'placement.end': '2026-08-28',
      },
      'placement.roster': roster,
      'agreement.signatures': [
        { role: 'host', at: '2026-02-10' },
        { role: 'student', at: '2026-02-10' },
      ],
    };
    const { classId, placementIds } = await kit.addClass({ own: [recorded], dates });
    const office = kit.actor('school-office');
    await kit.call(setJurisdiction, office, { classId, placementIds, jurisdiction: 'DE' });
    // A minor's guardian has to sign; hours hang on days off that nobody has named yet.
    assert.deepEqual(await standing(classId, 'DE-03'), ['breached']);
    assert.deepEqual(await standing(classId, 'DE-14'), ['unknown']);
    const holidays = { classId, name: 'calendar.holidays', value: ['2026-03-03'], placementIds };
    await kit.call(enterFact, office, holidays);
    assert.deepEqual(await standing(classId, 'DE-14'), ['breached']);
    // It is recorded how long the break was, not when.
    assert.deepEqual(await standing(classId, 'DE-15'), ['unknown']);
    assert.deepEqual(await standing(classId, 'DE-17'), ['met']);
  });

  test('a German apprentice and a Chinese intern stand in one class, each under the own law', async () => {
    const { 'contract.leaveDays': leave, ...apprentice } = german.lawful;
    assert.ok(leave);
    const { classId, placementIds } = await kit.addClass({ own: [lawful, apprentice], dates });
    const office = kit.actor('school-office');
    const of = { classId, placementIds: placementIds.slice(1) };
    await kit.call(setJurisdiction, office, { ...of, jurisdiction: 'DE' });
    const matrix = await kit.call(getClass, office, { classId });
    const laws = matrix.rows.map((row) => [
      row.jurisdiction,
      [...new Set(row.cells.map((one) => one.rule.slice(0, 3)))].join(),
    ]);
    assert.deepEqual(laws.sort(), [
      ['CN', 'CN-'],
      ['DE', 'DE-'],
    ]);
    const known = { classId, name: 'contract.leaveDays', value: 20, placementIds: of.placementIds };
    await kit.call(enterFact, office, known);
    const elsewhere = { ...known, name: 'no.such.fact' };
    await assert.rejects(() => kit.call(enterFact, office, elsewhere), refusal('input.invalid'));
    await assert.rejects(
      () => kit.call(setJurisdiction, office, { ...of, jurisdiction: 'XX' }),
      refusal('jurisdiction.unknown'),
    );
    const stranger = kit.actor('school-office', kit.ids.otherSchool);
    await assert.rejects(
      () => kit.call(setJurisdiction, stranger, { ...of, jurisdiction: 'CN' }),
      refusal('thing.not-found'),
    );
  });

  test('a regional rule holds where the school or the work lies, and nowhere else', async () => {
    const rules = async (region: string) => {
      const { classId } = await kit.addClass({ own: [{ ...lawful, 'placement.region': region }], dates });
      await kit.as(kit.ids.school, (context) => evaluateClass(context, { classId, moment: 'on_demand' }));
      return standing(classId, 'CN-SH-50');
    };
    assert.deepEqual(await rules('310115'), ['met']);
    assert.deepEqual(await rules('650502'), []);
  });
});

describe('what would be', () => {
  test('shows which verdicts would move, and keeps nothing', async () => {
    const { classId, placementIds } = await kit.addClass({ own: [{}, {}], whole: lawful, dates });
    const office = kit.actor('school-office');
    await kit.as(kit.ids.school, (context) => evaluateClass(context, { classId }));
    const before = await kit.as(kit.ids.school, (context) => latestVerdicts(context, classId));
    const facts = [{ name: 'agreement.pay', value: 100_000 }];
    const answer = await kit.call(tryFacts, office, {
      ...{ classId, facts, placementIds: placementIds.slice(0, 1) },
    });
    assert.deepEqual(
      answer.changes.map((one) => [one.rule, one.from, one.to, one.placements]),
      [['CN-INT-033', 'met', 'breached', 1]],
    );
    assert.ok(answer.changes[0]?.because[0]?.length);
    assert.ok(answer.stays.some((one) => one.rule === 'CN-INT-032'));
    assert.deepEqual(await kit.as(kit.ids.school, (context) => latestVerdicts(context, classId)), before);
    const wrong = { classId, facts: [{ name: 'agreement.pay', value: 'much' }], placementIds: [] };
    await assert.rejects(() => kit.call(tryFacts, office, wrong), refusal('input.invalid'));
    const stranger = kit.actor('school-office', kit.ids.otherSchool);
    await assert.rejects(
      () => kit.call(tryFacts, stranger, { classId, facts, placementIds: [] }),
      refusal('thing.not-found'),
    );
  });
});

describe('over time', () => {
  test('a waiver ends, the night judges again, and the breach is back; the past stays what it was', async () => {
    const whole = { ...lawful, 'assessment.weights': { attendance: 40, skill: 20, safety: 20, report: 20 } };
    const { classId } = await kit.addClass({ own: [{}], whole, dates: { ...dates, endsOn: '2027-08-28' } });
    const office = kit.actor('school-office');
    const today = kit.clock.now().toISOString().slice(0, 10);
    await kit.call(fileForClass, office, {
      classId,
      filing: {
        ...{ id: 'W-1', kind: 'waiver', date: today, approvedAt: today, until: today, placementIds: [] },
        ...{ scope: ['CN-INT-047'], askedBy: 'office', grantedBy: 'principal' },
      },
    });
    assert.deepEqual(await standing(classId, 'CN-INT-047'), ['excused']);
    await compliance.daily?.(kit.kernel);
    assert.deepEqual(await standing(classId, 'CN-INT-047'), ['excused'], 'it still holds on its last day');
    const tomorrow = new Date(kit.clock.now().getTime() + 86_400_000);
    kit.clock.set(tomorrow);
    await compliance.daily?.(kit.kernel);
    assert.deepEqual(await standing(classId, 'CN-INT-047'), ['breached']);
    const count = () =>
      kit.as(kit.ids.school, ({ db }) =>
        db.selectFrom('verdictRun').select('id').where('classId', '=', classId).execute(),
      );
    const runs = (await count()).length;
    await compliance.daily?.(kit.kernel);
    assert.equal((await count()).length, runs, 'the same day changes nothing');
    // A class whose records cannot be read keeps no other from being judged.
    const broken = await kit.addClass({ own: [{}], whole, dates: { ...dates, endsOn: '2027-08-28' } });
    await kit.call(fileForClass, office, {
      classId: broken.classId,
      filing: {
        ...{
          id: 'W-2',
          kind: 'waiver',
          date: today,
          approvedAt: today,
          until: '2027-08-28',
          placementIds: [],
        },
        ...{ scope: ['CN-INT-047'], askedBy: 'office', grantedBy: 'principal' },
      },
    });
    await kit.as(kit.ids.school, ({ db }) =>
      db
        .updateTable('complianceFiling')
        .set({ scope: JSON.stringify(5) })
        .where('classId', '=', broken.classId)
        .execute(),
    );
    kit.clock.set(new Date(tomorrow.getTime() + 86_400_000));
    await assert.rejects(async () => compliance.daily?.(kit.kernel), AggregateError);
    assert.equal((await count()).length, runs + 1, 'the others are judged');
    const past = await kit.call(getPast, office, { classId, on: today });
    const then = past.rows[0]?.cells.find((one) => one.rule === 'CN-INT-047')?.outcome;
    assert.equal(then, 'excused');
    const long = await kit.call(getPast, office, { classId, on: '2021-06-01' });
    assert.ok(
      long.rules.every((one) => !one.rule.startsWith('CN-INT-')),
      'it was not law yet',
    );
    await assert.rejects(
      () => kit.call(getPast, office, { classId, on: '2030-01-01' }),
      refusal('past.not-yet'),
    );
  });

  test('facts of the past are those that were known then', async () => {
    const { 'school.hotline': hotline, ...whole } = lawful;
    const { classId } = await kit.addClass({ own: [{}], whole, dates: { ...dates, endsOn: '2027-08-28' } });
    const office = kit.actor('school-office');
    const first = kit.clock.now();
    await asSystem(kit.kernel, kit.ids.school, (context) => evaluateClass(context, { classId }));
    const missing = await kit.as(kit.ids.school, (context) => latestVerdicts(context, classId));
    const rule = missing.find((one) => one.outcome === 'unknown')?.rule ?? '';
    kit.clock.set(new Date(first.getTime() + 2 * 86_400_000));
    await kit.call(enterFact, office, {
      classId,
      name: 'school.hotline',
      value: String(hotline),
      placementIds: [],
    });
    const on = async (day: Date) => {
      const past = await kit.call(getPast, office, { classId, on: day.toISOString().slice(0, 10) });
      return past.rows[0]?.cells.find((one) => one.rule === rule)?.outcome;
    };
    assert.equal(await on(first), 'unknown');
    assert.equal(await on(kit.clock.now()), 'met');
  });

  test('both sides and the authority see how it went, each its own', async () => {
    const { classId } = await kit.addClass({
      own: [{}],
      whole: lawful,
      dates: { ...dates, endsOn: '2027-08-28' },
    });
    await kit.as(kit.ids.school, (context) => evaluateClass(context, { classId }));
    const trend = await kit.call(getTrend, kit.actor('school-office'), { days: 7 });
    assert.equal(trend.items.length, 7);
    assert.ok((trend.items.at(-1)?.met ?? 0) > 0);
    const other = await kit.call(getTrend, kit.actor('school-office', kit.ids.otherSchool), { days: 7 });
    assert.equal(other.items.at(-1)?.classes, 0);
    const authority = kit.actor('authority');
    const seen = await kit.call(reportTrend, authority, { days: 7, school: kit.ids.school });
    assert.deepEqual(seen.items.at(-1), trend.items.at(-1));
    const none = await kit.call(reportTrend, authority, { days: 7, school: kit.ids.otherSchool });
    assert.equal(none.items.at(-1)?.classes, 0);
    const choices = await kit.call(reportChoices, authority, undefined);
    assert.deepEqual(
      choices.schools.map((one) => one.id),
      [kit.ids.school],
    );
    const rule = choices.rules[0]?.rule ?? '';
    const found = await kit.call(listReports, authority, { size: 200, rule });
    assert.ok(
      found.items.length > 0 && found.items.every((one) => one.tally.breached + one.tally.unknown > 0),
    );
    const host = kit.ids.otherFirm;
    assert.equal((await kit.call(listReports, authority, { host })).items.length, 0);
    assert.equal((await kit.call(listReports, authority, { state: 'over' })).items.length, 0);
  });
});
