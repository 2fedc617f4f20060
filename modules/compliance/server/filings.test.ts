import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { lawfulPlacement } from '@dualtrack/cn-2021-internship/cases';
import { refusal } from '@dualtrack/platform/testing';
import { type ComplianceKit, complianceKit } from '../testing/compliance-kit.ts';
import { evaluateClass, latestVerdicts } from './evaluate-class.ts';
import { attachToFiling, fileForClass, listFilings, readFilingFile, withdrawFiling } from './filings.ts';

let kit: ComplianceKit;
before(async () => {
  kit = await complianceKit();
});
after(() => kit.close());

const soon = { startsOn: '2026-11-02', endsOn: '2027-04-30' };
const late = [{ from: soon.startsOn, to: soon.endsOn, weekdays: [1, 2, 3], start: '14:00', end: '23:30' }];
/** Night shifts, which a filing can excuse, and too many interns at the host, which the school may waive. */
const strained = {
  ...lawfulPlacement,
  ...{ 'placement.start': soon.startsOn, 'placement.end': soon.endsOn, 'placement.roster': late },
  ...{ 'attendance.days': [], 'host.onDutyStaff': 100, 'host.activeInterns': 30 },
};
const night = 'CN-INT-031';
const tooMany = 'CN-INT-007';
const wholeClass: string[] = [];
const given = {
  ...{ kind: 'filing' as const, date: '2026-10-01', approvedAt: '2026-10-05', until: soon.endsOn },
  ...{ placementIds: wholeClass, askedBy: '', grantedBy: '' },
};

async function outcomes(classId: string, rule: string): Promise<Record<string, string>> {
  const rows = await kit.as(kit.ids.school, (context) => latestVerdicts(context, classId));
  const mine = rows.filter((one) => one.rule === rule);
  return Object.fromEntries(mine.map((one) => [one.placementId, one.outcome]));
}

describe('filings', () => {
  test('for chosen students excuse these, and all again when taken back', async () => {
    const office = kit.actor('school-office');
    const { classId, placementIds } = await kit.addClass({ own: [{}, {}], whole: strained, dates: soon });
    const [first = '', second = ''] = placementIds;
    const file = (id: string, placements: string[], scope: string[]) =>
      kit.call(fileForClass, office, { classId, filing: { ...given, id, scope, placementIds: placements } });
    const { filingId } = await file('夜班1号', [first], ['night', 'overtime']);
    assert.deepEqual(await outcomes(classId, night), { [first]: 'excused', [second]: 'breached' });
    // What concerns the whole class afterwards does not lose what concerns one student.
    await file('休息日2号', [], ['rest-days']);
    assert.deepEqual(await outcomes(classId, night), { [first]: 'excused', [second]: 'breached' });
    await kit.call(withdrawFiling, office, { filingId });
    assert.deepEqual(await outcomes(classId, night), { [first]: 'breached', [second]: 'breached' });
    await assert.rejects(kit.call(withdrawFiling, office, { filingId }), refusal('filing.withdrawn'));
    const { items } = await kit.call(listFilings, kit.actor('mentor'), { classId });
    assert.deepEqual(items.map((one) => [one.number, one.state]).sort(), [
      ['休息日2号', 'in-force'],
      ['夜班1号', 'withdrawn'],
    ]);
  });

  test('are judged at the moment of the check before, until the class has begun', async () => {
    const office = kit.actor('school-office');
    const ahead = { startsOn: '2099-03-01', endsOn: '2099-07-31' };
    const { classId } = await kit.addClass({ own: [{}], whole: { 'placement.type': 'post' }, dates: ahead });
    const asked = await kit.as(kit.ids.school, (context) =>
      evaluateClass(context, { classId, moment: 'on_roster_publish' }),
    );
    const later = await kit.as(kit.ids.school, (context) =>
      evaluateClass(context, { classId, moment: 'before_start' }),
    );
    await kit.as(kit.ids.school, (context) =>
      evaluateClass(context, { classId, moment: 'on_roster_publish' }),
    );
    const unknown = (verdicts: typeof asked.verdicts) =>
      verdicts.filter((one) => one.outcome === 'unknown').length;
    assert.ok(unknown(later.verdicts) > unknown(asked.verdicts), 'more is due before the start');
    const { filingId } = await kit.call(fileForClass, office, {
      classId,
      filing: { ...given, id: 'M-1', scope: ['night'] },
    });
    const latest = () =>
      kit.as(kit.ids.school, ({ db }) =>
        db
          .selectFrom('verdictRun')
          .select(['moment', 'unknown'])
          .where('classId', '=', classId)
          .where('isLatest', '=', true)
          .executeTakeFirstOrThrow(),
      );
    assert.deepEqual(await latest(), { moment: 'on_roster_publish', unknown: unknown(asked.verdicts) });
    await kit.as(kit.ids.school, ({ db }) =>
      db
        .updateTable('complianceClass')
        .set({ startsOn: '2020-03-01' })
        .where('classId', '=', classId)
        .execute(),
    );
    await kit.as(kit.ids.school, ({ db }) =>
      db.updateTable('verdictRun').set({ onDay: '2020-02-01' }).where('classId', '=', classId).execute(),
    );
    await kit.call(withdrawFiling, office, { filingId });
    assert.equal((await latest()).moment, 'continuous');
  });

  test('that lapse bring the verdict back', async () => {
    const office = kit.actor('school-office');
    const { classId, placementIds } = await kit.addClass({ own: [{}], whole: strained, dates: soon });
    const filing = { ...given, id: 'L-1', scope: ['night', 'overtime'], until: '2026-12-31' };
    await kit.call(fileForClass, office, { classId, filing });
    const [id = ''] = placementIds;
    const on = async (day: string) => {
      await kit.as(kit.ids.school, (context) => evaluateClass(context, { classId, on: day }));
      return (await outcomes(classId, night))[id];
    };
    assert.deepEqual([await on('2026-12-31'), await on('2027-01-01')], ['excused', 'breached']);
  });

  test('keep their document; strangers and the other side cannot touch them', async () => {
    const office = kit.actor('school-office');
    const { classId, placementIds } = await kit.addClass({ own: [{}], whole: strained, dates: soon });
    const { filingId } = await kit.call(fileForClass, office, {
      classId,
      filing: { ...given, id: 'D-1', scope: ['night'], placementIds },
    });
    await assert.rejects(kit.call(readFilingFile, office, { filingId }), refusal('thing.not-found'));
    const paper = new File([Buffer.from('sealed')], '批复.pdf', { type: 'application/pdf' });
    await kit.call(attachToFiling, office, { filingId, file: paper });
    const read = await kit.call(readFilingFile, kit.actor('enterprise-hr'), { filingId });
    assert.deepEqual([read.name, await read.text()], ['批复.pdf', 'sealed']);
    const { items } = await kit.call(listFilings, office, { classId });
    assert.equal(items[0]?.fileName, '批复.pdf');
    for (const stranger of [
      kit.actor('school-office', kit.ids.otherSchool),
      kit.actor('enterprise-hr', kit.ids.otherFirm),
    ]) {
      await assert.rejects(kit.call(readFilingFile, stranger, { filingId }), refusal('thing.not-found'));
      await assert.rejects(kit.call(listFilings, stranger, { classId }), refusal('thing.not-found'));
    }
    const other = kit.actor('school-office', kit.ids.otherSchool);
    await assert.rejects(kit.call(withdrawFiling, other, { filingId }), refusal('thing.not-found'));
    await assert.rejects(
      kit.call(attachToFiling, other, { filingId, file: paper }),
      refusal('thing.not-found'),
    );
    for (const role of ['enterprise-hr', 'teacher'] as const) {
      await assert.rejects(
        kit.call(withdrawFiling, kit.actor(role), { filingId }),
        refusal('access.forbidden'),
      );
    }
    const foreign = await kit.addClass({ own: [{}], whole: strained, dates: soon });
    const filing = { ...given, id: 'D-2', scope: ['night'], placementIds: foreign.placementIds };
    await assert.rejects(kit.call(fileForClass, office, { classId, filing }), refusal('thing.not-found'));
  });
});

describe('waivers', () => {
  test('excuse the rules they name while they hold, and only rules that may be waived', async () => {
    const office = kit.actor('school-office');
    const { classId, placementIds } = await kit.addClass({ own: [{}, {}], whole: strained, dates: soon });
    const [first = '', second = ''] = placementIds;
    const waiver = { ...given, kind: 'waiver' as const, id: 'W-1', scope: [tooMany], placementIds: [first] };
    const file = (filing: typeof waiver) => kit.call(fileForClass, office, { classId, filing });
    await assert.rejects(file(waiver), refusal('waiver.not-granted'));
    const granted = { ...waiver, askedBy: '实习科', grantedBy: '分管校长' };
    await assert.rejects(
      file({ ...granted, scope: [tooMany, 'CN-INT-022'] }),
      refusal('waiver.not-waivable'),
    );
    await assert.rejects(file({ ...granted, until: '2026-09-01' }), refusal('filing.ends-before'));
    // Asked for, but not granted yet.
    await file({ ...granted, approvedAt: '2026-12-24' });
    assert.deepEqual(await outcomes(classId, tooMany), { [first]: 'breached', [second]: 'breached' });
    await file(granted);
    assert.deepEqual(await outcomes(classId, tooMany), { [first]: 'excused', [second]: 'breached' });
    await kit.as(kit.ids.school, (context) => evaluateClass(context, { classId, on: '2027-05-01' }));
    assert.equal((await outcomes(classId, tooMany))[first], 'breached');
  });
});
