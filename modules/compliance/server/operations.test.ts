import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { pack } from '@dualtrack/cn-2021-internship';
import { layerCases } from '@dualtrack/cn-2021-internship/layers/cases';
import { refusal } from '@dualtrack/platform/testing';
import { type FactType, readFacts } from '@dualtrack/rules';
import pg from 'pg';
import { laws } from '../laws.ts';
import { isInRegion, regionGrant } from '../region-grant.ts';
import { type ComplianceKit, complianceKit } from '../testing/compliance-kit.ts';
import { checkClass, enterFact } from './enter-fact.ts';
import { formOf } from './fact-forms.ts';
import { fileForClass } from './filings.ts';
import { getLibrary } from './library.ts';
import { getOverview } from './overview.ts';
import { getClass, listClasses } from './read-classes.ts';
import { listFacts } from './read-facts.ts';
import { getVerdict } from './read-verdict.ts';
import { getReport, listReports } from './reports.ts';

let kit: ComplianceKit;
before(async () => {
  kit = await complianceKit();
});
after(() => kit.close());

const lawfulPlacement = layerCases.lawful;
const soon = { startsOn: '2026-11-02', endsOn: '2027-04-30' };
const began = {
  ...{ 'placement.start': soon.startsOn, 'placement.end': soon.endsOn },
  'healthCheck.dates': ['2026-10-20'],
};
const notFound = refusal('thing.not-found');

/** Facts of the lawful placement without some, placed where the example's clock is. */
function lawfulWithout(...names: readonly string[]): Record<string, unknown> {
  const facts: Record<string, unknown> = { ...lawfulPlacement, ...began };
  for (const name of names) delete facts[name];
  return facts;
}

describe('entering facts', () => {
  test('a missing fact is entered, the verdict follows, and says who entered it', async () => {
    const office = kit.actor('school-office');
    const whole = lawfulWithout('training.safety.completedAt', 'training.safety.score');
    const { classId, placementIds } = await kit.addClass({ own: [{}, {}], whole, dates: soon });
    await kit.call(checkClass, office, { classId });
    const matrix = await kit.call(getClass, office, { classId });
    const unknown = matrix.rows[0]?.cells.find((one) => one.outcome === 'unknown');
    const [placementId = '', other = ''] = placementIds;
    const of = { classId, placementId, rule: unknown?.rule ?? '' };
    const before = await kit.call(getVerdict, office, of);
    const missing = before.missing.map((one) => one.name).sort();
    assert.deepEqual(missing, ['training.safety.completedAt', 'training.safety.score']);
    assert.deepEqual(
      before.missing.map((one) => one.whyNot),
      [null, null],
    );
    const hr = kit.actor('enterprise-hr');
    const fact = { classId, placementIds: [placementId] };
    await kit.call(enterFact, hr, { ...fact, name: 'training.safety.score', value: 91 });
    const passed = { ...fact, name: 'training.safety.completedAt', value: '2026-10-28' };
    await kit.call(enterFact, hr, passed);
    const after = await kit.call(getVerdict, office, of);
    assert.equal(after.outcome, 'met');
    const score = after.facts.find((one) => one.name === 'training.safety.score');
    assert.deepEqual([score?.value, score?.origin, score?.record?.recordedByName], [91, 'recorded', hr.name]);
    assert.equal((await kit.call(getVerdict, office, { ...of, placementId: other })).outcome, 'unknown');
    const late = { ...passed, value: '2026-11-20' };
    await kit.call(enterFact, hr, late);
    assert.equal((await kit.call(getVerdict, office, of)).outcome, 'breached');
    const history = await kit.call(listFacts, office, { classId, name: passed.name });
    assert.deepEqual(history.items.map((one) => [one.value, one.replacedAt === null]).sort(), [
      ['2026-10-28', false],
      ['2026-11-20', true],
    ]);
  });

  test('for the whole class it takes the place of what single students had', async () => {
    const office = kit.actor('school-office');
    const { classId, placementIds } = await kit.addClass({ own: [{}, {}], dates: soon });
    const fact = { classId, name: 'emergency.contacts' };
    await kit.call(enterFact, office, { ...fact, value: ['a'], placementIds: placementIds.slice(0, 1) });
    await kit.call(enterFact, office, { ...fact, value: ['b'] });
    const { items } = await kit.call(listFacts, office, { classId });
    assert.deepEqual(
      items.map((one) => [one.placementId, one.value]),
      [[null, ['b']]],
    );
  });

  test('what another room keeps, what the other side answers for and what is no such fact is refused', async () => {
    const office = kit.actor('school-office');
    const whole = { 'agreement.pay': 300_000 };
    const { classId } = await kit.addClass({ own: [{}], whole, dates: soon });
    const strange = kit.addClass({ own: [{}], dates: soon });
    const elsewhere = { classId, name: 'agreement.pay', value: 400_000 };
    await assert.rejects(() => kit.call(enterFact, office, elsewhere), refusal('fact.kept-elsewhere'));
    const theirs = { classId, name: 'host.onDutyStaff', value: 120 };
    await assert.rejects(() => kit.call(enterFact, office, theirs), refusal('fact.not-your-side'));
    const wrong = { classId, name: 'emergency.contacts', value: [1, 'x', ''] };
    await assert.rejects(
      () => kit.call(enterFact, office, wrong),
      (error: { issues?: { pointer: string }[] }) => {
        assert.deepEqual(
          error.issues?.map((one) => one.pointer),
          ['/value/0', '/value/2'],
        );
        return true;
      },
    );
    const none = { classId, name: 'no.such', value: 1 };
    await assert.rejects(() => kit.call(enterFact, office, none), refusal('input.invalid'));
    const { placementIds } = await strange;
    const foreign = { classId, name: 'emergency.contacts', value: ['a'], placementIds };
    await assert.rejects(() => kit.call(enterFact, office, foreign), notFound);
  });

  test('two filings at once are both kept, and a filing excuses what it names', async () => {
    const office = kit.actor('school-office');
    const roster = [
      { from: soon.startsOn, to: soon.endsOn, weekdays: [1, 2, 3, 4], start: '14:00', end: '23:30' },
    ];
    const whole = { ...lawfulWithout(), 'attendance.days': [], 'placement.roster': roster };
    const { classId } = await kit.addClass({ own: [{}], whole, dates: soon });
    await kit.call(checkClass, office, { classId });
    const outcome = async () => {
      const { rows } = await kit.call(getClass, office, { classId });
      return rows[0]?.cells.find((one) => one.rule === 'CN-INT-031')?.outcome;
    };
    assert.equal(await outcome(), 'breached');
    const filing = {
      ...{ date: '2026-10-01', approvedAt: '2026-10-05', until: soon.endsOn, placementIds: [] },
      ...{ kind: 'filing' as const, askedBy: '', grantedBy: '' },
    };
    await Promise.all([
      kit.call(fileForClass, office, {
        classId,
        filing: { ...filing, id: 'F-1', scope: ['night', 'overtime'] },
      }),
      kit.call(fileForClass, office, { classId, filing: { ...filing, id: 'F-2', scope: ['rest-days'] } }),
    ]);
    const { items } = await kit.call(listFacts, office, { classId, name: 'filings' });
    const current = items.find((one) => one.replacedAt === null);
    assert.equal(Array.isArray(current?.value) && current.value.length, 2);
    assert.equal(await outcome(), 'excused');
  });
});

describe('who sees what', () => {
  test('strangers find nothing, and roles without a part are refused', async () => {
    const { classId, placementIds } = await kit.addClass({ own: [{}], whole: lawfulWithout(), dates: soon });
    await kit.call(checkClass, kit.actor('mentor'), { classId });
    const [placementId = ''] = placementIds;
    for (const stranger of [
      kit.actor('school-office', kit.ids.otherSchool),
      kit.actor('enterprise-hr', kit.ids.otherFirm),
    ]) {
      assert.equal((await kit.call(listClasses, stranger, {})).total, 0);
      assert.equal((await kit.call(getOverview, stranger, undefined)).classes, 0);
      await assert.rejects(() => kit.call(getClass, stranger, { classId }), notFound);
      await assert.rejects(() => kit.call(listFacts, stranger, { classId }), notFound);
      await assert.rejects(() => kit.call(checkClass, stranger, { classId }), notFound);
      const verdict = { classId, placementId, rule: 'CN-INT-001' };
      await assert.rejects(() => kit.call(getVerdict, stranger, verdict), notFound);
      const fact = { classId, name: 'emergency.contacts', value: ['a'] };
      await assert.rejects(() => kit.call(enterFact, stranger, fact), notFound);
    }
    const forbidden = refusal('access.forbidden');
    for (const role of ['student', 'guardian', 'authority', 'operator'] as const) {
      await assert.rejects(() => kit.call(getClass, kit.actor(role), { classId }), forbidden);
    }
    for (const role of ['school-office', 'enterprise-hr', 'student'] as const) {
      await assert.rejects(() => kit.call(listReports, kit.actor(role), {}), forbidden);
    }
  });

  test('the enterprise learns that a private fact is there, not what it says', async () => {
    const { classId, placementIds } = await kit.addClass({ own: [{}], whole: lawfulWithout(), dates: soon });
    const hr = kit.actor('enterprise-hr');
    await kit.call(checkClass, hr, { classId });
    const seen = await kit.call(listFacts, hr, { classId });
    const birth = seen.items.find((one) => one.name === 'student.birthDate');
    assert.deepEqual([birth?.value, birth?.isWithheld], [null, true]);
    const [placementId = ''] = placementIds;
    const of = { classId, placementId };
    const { rows } = await kit.call(getClass, hr, { classId });
    for (const { rule } of rows[0]?.cells ?? []) {
      const verdict = await kit.call(getVerdict, hr, { ...of, rule });
      assert.ok(!JSON.stringify(verdict).includes('2008-05-10'), rule);
    }
    const school = await kit.call(listFacts, kit.actor('teacher'), { classId, name: 'student.birthDate' });
    assert.equal(school.items[0]?.value, '2008-05-10');
  });

  test('the authority reads numbers of its region and no student', async () => {
    const { classId } = await kit.addClass({
      own: [{}, {}],
      whole: lawfulWithout('host.licenceValid'),
      dates: soon,
    });
    await kit.call(checkClass, kit.actor('project-lead'), { classId });
    const authority = kit.actor('authority');
    const list = await kit.call(listReports, authority, { size: 200 });
    const row = list.items.find((one) => one.classId === classId);
    assert.deepEqual([row?.placements, row?.schoolId, row?.tally.unknown], [2, kit.ids.school, 2]);
    const one = await kit.call(getReport, authority, { classId });
    assert.equal(one.rules.find((rule) => rule.rule === 'CN-INT-004')?.unknown, 2);
    assert.ok(!JSON.stringify([list, one]).includes('学生1'));
    assert.equal(list.region, '6505');
  });

  test('an authority sees no school outside of its region, whatever it asks for', async () => {
    const classes: Record<string, string> = {};
    for (const school of [kit.ids.school, kit.ids.otherSchool]) {
      const { classId } = await kit.addClass({ own: [{}], school, dates: soon });
      await kit.call(checkClass, kit.actor('school-office', school), { classId });
      classes[school] = classId;
    }
    const admin = new pg.Client({ connectionString: kit.adminUrl });
    await admin.connect();
    // The schools are registered in 650502 and 620100.
    for (const code of ['6505', '650500', '65', '650000', '650502', '62', '6201', '000000', '44', null]) {
      const id = kit.ids.otherAuthority;
      await admin.query('update organisation set region_code = $1 where tenant_id = $2', [code, id]);
      const authority = kit.actor('authority', id);
      const { items } = await kit.call(listReports, authority, { size: 200 });
      for (const [school, schoolCode] of [
        [kit.ids.school, '650502'],
        [kit.ids.otherSchool, '620100'],
      ] as const) {
        const expected = isInRegion(schoolCode, regionGrant(code));
        assert.equal(
          items.some((one) => one.schoolId === school),
          expected,
          `${code} ${schoolCode}`,
        );
        const read = kit.call(getReport, authority, { classId: classes[school] ?? '' });
        if (expected) assert.equal((await read).schoolId, school);
        else await assert.rejects(read, refusal('thing.not-found'));
      }
    }
    await admin.end();
  });

  test('who read what about whom is written down', async () => {
    const { classId, placementIds } = await kit.addClass({ own: [{}], whole: lawfulPlacement, dates: soon });
    const teacher = kit.actor('teacher');
    await kit.call(checkClass, teacher, { classId });
    const placementId = placementIds[0] ?? '';
    const { rows } = await kit.call(getClass, teacher, { classId });
    const rule = rows[0]?.cells[0]?.rule ?? '';
    await kit.call(getVerdict, teacher, { classId, placementId, rule });
    await kit.call(listFacts, teacher, { classId, placementId });
    const entries = await kit.as(kit.ids.school, ({ db }) =>
      db
        .selectFrom('auditEntry')
        .select(['operation', 'subjectId'])
        .where('personId', '=', teacher.personId)
        .where('operation', 'like', 'GET %')
        .execute(),
    );
    assert.deepEqual(entries.map((one) => one.subjectId).sort(), [classId, placementId, placementId].sort());
  });
});

describe('overview and library', () => {
  test('adds up the latest checks and warns of covers that lapse before the class ends', async () => {
    const other = kit.ids.otherSchool;
    const office = kit.actor('school-office', other);
    const whole = { ...lawfulWithout('insurance.to'), 'host.licenceValid': false };
    const own = [{ 'insurance.to': '2026-12-10' }, { 'insurance.to': '2027-05-30' }];
    const { classId, placementIds } = await kit.addClass({ own, whole, school: other, dates: soon });
    assert.equal((await kit.call(getOverview, office, undefined)).unchecked, 1);
    await kit.call(checkClass, office, { classId });
    const seen = await kit.call(getOverview, office, undefined);
    assert.equal(seen.rules.find((one) => one.rule === 'CN-INT-004')?.breached, 2);
    assert.deepEqual(
      seen.lapses.map((one) => [one.placementId, one.lapsesOn]),
      [[placementIds[0], '2026-12-10']],
    );
    const { items } = await kit.call(listClasses, office, { only: 'breached' });
    assert.equal(items[0]?.tally?.breached, seen.tally.breached);
    assert.equal((await kit.call(listClasses, office, { only: 'clean' })).total, 0);
    const over = await kit.addClass({ own: [{}], whole, school: other, dates: soon });
    await kit.as(other, ({ db }) =>
      db.updateTable('complianceClass').set({ isOver: true }).where('classId', '=', over.classId).execute(),
    );
    const { classes, tally } = await kit.call(getOverview, office, undefined);
    assert.deepEqual([(await kit.call(listClasses, office, {})).total, tally], [classes, seen.tally]);
    assert.equal(classes, seen.classes + 1);
    const { items: ended } = await kit.call(listClasses, office, { only: 'over' });
    assert.deepEqual(
      ended.map((one) => one.id),
      [over.classId],
    );
  });

  test('has every rule with its article, honest about the number, in both languages', async () => {
    for (const locale of ['en', 'zh-CN'] as const) {
      const library = await kit.call(getLibrary, kit.actor('authority'), undefined, { locale });
      assert.equal(library.rules.length, 60 + 27 + 20 + 25);
      assert.equal(library.packs.length, 4);
      assert.ok(library.rules.every((rule) => rule.title !== '' && rule.says !== '' && rule.remedy !== ''));
      const unseen = library.rules.filter((rule) => rule.confidence !== 'seen');
      assert.ok(unseen.length > 40 && unseen.every((rule) => rule.confidenceSays !== ''));
      const names = new Set(laws.flatMap(({ joined }) => Object.keys(joined.facts)));
      assert.equal(library.facts.length, names.size);
    }
  });

  test('offers a form that fits what the law asks', () => {
    const types: Record<string, FactType> = pack.facts;
    const samples: Record<string, unknown> = {
      ...{
        flag: true,
        day: '2026-01-02',
        days: ['2026-01-02'],
        time: '08:00',
        texts: ['460301'],
        money: 100,
      },
      ...{ instant: '2026-03-02T08:30+08:00', declaration: lawfulPlacement['declaration.host'] },
    };
    let simple = 0;
    for (const [name, type] of Object.entries(types)) {
      const form = formOf(type);
      if (form.kind === 'other') continue;
      simple += 1;
      if (form.hasNone) assert.ok(readFacts(pack, { [name]: null }).ok, name);
      for (const option of form.options) {
        const value = form.kind === 'choices' ? [option] : option;
        assert.ok(readFacts(pack, { [name]: value }).ok, `${name} ${option}`);
      }
      const sample = form.kind === 'number' ? (form.most ?? 1) : samples[form.kind];
      if (sample !== undefined) assert.ok(readFacts(pack, { [name]: sample }).ok, `${name} ${form.kind}`);
    }
    assert.ok(simple > 120, `only ${simple} facts can be entered by form`);
  });
});
