import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { newId } from '@dualtrack/platform/ids';
import { asSystem } from '@dualtrack/platform/operation';
import { closePdf } from '@dualtrack/platform/pdf';
import { refusal } from '@dualtrack/platform/testing';
import { inForce, signedInForce } from '../testing/signed-pair.ts';
import { type TestPair, testPair } from '../testing/test-pair.ts';
import { answerObligation, listObligations, wishObligation } from './obligation-changes.ts';
import { answerEvidence, evidenceFile, giveEvidence, listFacts } from './obligation-evidence.ts';
import { openObligations } from './obligation-open.ts';
import { type FactToReport, recordFact, reportClass } from './record-fact.ts';

let pair: TestPair;
before(async () => {
  pair = await testPair();
});
after(async () => {
  await closePdf();
  await pair.kit.close();
});

const duties = async (agreementId: string) => {
  const view = await pair.kit.call(listObligations, pair.office, { agreementId });
  return {
    ...view,
    of: (key: string) => {
      const found = view.obligations.find((one) => one.key === key);
      assert.ok(found, key);
      return found;
    },
  };
};

const report = (agreementId: string, rows: Partial<FactToReport>[]) =>
  asSystem(pair.kit.kernel, pair.school, (context) =>
    recordFact(
      context,
      rows.map((row) => ({
        ...{ agreementId, enterpriseId: pair.firm, metric: 'seats-filled' as const, amount: 1 },
        happenedOn: '2027-01-10',
        source: { module: 'test', recordId: newId(), version: 1 },
        ...row,
      })),
    ),
  );

const onDay = (day: string) => pair.kit.clock.set(new Date(`${day}T02:00:00Z`));

describe('duties of an agreement', () => {
  test('are proposed from its clauses while it is negotiated, and count once both have signed', async () => {
    const begun = await pair.begun();
    const draft = await duties(begun);
    assert.equal(draft.isInForce, false);
    assert.equal(draft.of('O03.seats-filled').id, null);
    assert.equal(draft.of('O03.seats-filled').target, 20);
    // No figure for these in the paper, so nothing is owed.
    assert.equal(
      draft.obligations.some((one) => one.clause === 'O05' || one.clause === 'O10'),
      false,
    );
    const agreementId = await signedInForce(pair);
    const view = await duties(agreementId);
    assert.equal(view.isInForce, true);
    assert.deepEqual(
      view.of('O05.course-hours').dues.map((due) => [due.dueOn, due.target]),
      [
        ['2027-12-31', 64],
        ['2028-12-31', 64],
        ['2029-12-31', 64],
      ],
    );
    assert.equal(view.of('O10.offers-made').target, 800);
    assert.equal(view.of('O18.renewal-decision').dueOn, '2029-10-02');
    assert.equal(view.of('O05.course-hours').owedBy, 'enterprise');
  });

  test('are counted from facts: once each, in any order, and shown with the facts behind', async () => {
    const agreementId = await inForce(pair);
    onDay('2027-02-01');
    const recordId = newId();
    const source = (version: number) => ({ module: 'test', recordId, version });
    await report(agreementId, [{ amount: 3, source: source(2) }]);
    // Late and older: it changes nothing; the same again counts once.
    await report(agreementId, [{ amount: 1, source: source(1) }]);
    await report(agreementId, [{ amount: 3, source: source(2) }]);
    await report(agreementId, [{ amount: 2, happenedOn: '2027-03-01' }]);
    const due = (await duties(agreementId)).of('O03.seats-filled').dues[0];
    assert.deepEqual([due?.achieved, due?.facts, due?.score], [3, 1, 3 / 20]);
    // What lay ahead counts once its day has come, with the next count.
    onDay('2027-03-01');
    await report(agreementId, []);
    await report(agreementId, [{ amount: 15 }]);
    const { of } = await duties(agreementId);
    const later = of('O03.seats-filled');
    assert.deepEqual([later.dues[0]?.achieved, later.dues[0]?.standing], [20, 'met']);
    const { items, achieved } = await pair.kit.call(listFacts, pair.hr, {
      ...{ agreementId, obligationId: later.id ?? '', dueKey: 'once' },
    });
    assert.equal(
      items.reduce((sum, one) => sum + one.amount, 0),
      achieved,
    );
    onDay('2026-11-22');
  });

  test('two rooms that report at once are both counted', async () => {
    const agreementId = await inForce(pair);
    onDay('2027-02-01');
    await Promise.all(Array.from({ length: 8 }, () => report(agreementId, [{ amount: 1 }])));
    assert.equal((await duties(agreementId)).of('O03.seats-filled').dues[0]?.achieved, 8);
    onDay('2026-11-22');
  });

  test('fall due with each class that is formed', async () => {
    const agreementId = await inForce(pair);
    const [first, second] = [newId(), newId()];
    await asSystem(pair.kit.kernel, pair.school, async (context) => {
      const given = { agreementId, enterpriseId: pair.firm, endsOn: '2028-06-30', version: 1 };
      await reportClass(context, { ...given, classId: first, name: '一班', startsOn: '2027-03-01' });
      await reportClass(context, { ...given, classId: second, name: '二班', startsOn: '2027-09-01' });
    });
    onDay('2027-10-01');
    await report(agreementId, [{ amount: 20, classId: first }]);
    const { dues } = (await duties(agreementId)).of('O03.seats-filled');
    assert.deepEqual(
      dues.map((due) => [due.className, due.dueOn, due.achieved, due.standing]),
      [
        ['一班', '2027-03-01', 20, 'met'],
        ['二班', '2027-09-01', 0, 'missed'],
      ],
    );
    onDay('2026-11-22');
  });
});

describe('wishes', () => {
  test('count when the other side agrees, before and after signing', async () => {
    const { kit, office, hr } = pair;
    const agreementId = await inForce(pair);
    const wish = { agreementId, key: 'O17.meetings-held', target: 4, reason: '每季度一次' };
    const asked = await kit.call(wishObligation, hr, wish);
    const change = asked.changes[0];
    assert.ok(change);
    assert.equal((await duties(agreementId)).of('O17.meetings-held').target, 2);
    const answer = { agreementId, changeId: change.id, answer: 'agree' as const };
    await assert.rejects(kit.call(answerObligation, hr, answer), refusal('obligation.not-your-side'));
    await kit.call(answerObligation, office, answer);
    const agreed = (await duties(agreementId)).of('O17.meetings-held');
    assert.deepEqual([agreed.target, agreed.basis, agreed.dues.length], [4, 'agreed', 3]);
    await assert.rejects(kit.call(answerObligation, office, answer), refusal('obligation.answered'));
    const waived = await kit.call(wishObligation, office, {
      ...{ agreementId, key: 'O15.students-insured', waive: true, reason: '另行约定' },
    });
    await kit.call(answerObligation, hr, { ...answer, changeId: waived.changes[0]?.id ?? '' });
    const { dues, isWaived } = (await duties(agreementId)).of('O15.students-insured');
    assert.equal(isWaived, true);
    assert.ok(dues.every((due) => due.standing === 'void'));
  });

  test('of clauses the paper lacks, days outside its term, or of foreigners are refused', async () => {
    const { kit, office, otherHr, otherOffice } = pair;
    const agreementId = await inForce(pair);
    const added = {
      ...{ agreementId, clause: 'O07', metric: 'stations-provided' as const, owedBy: 'enterprise' as const },
      ...{ target: 12, cadence: 'once' as const, dueOn: '2027-06-30', reason: '附件一' },
    };
    const refused = (change: Partial<typeof added>, code: string) =>
      assert.rejects(kit.call(wishObligation, office, { ...added, ...change }), refusal(code));
    await refused({ clause: 'Z99' }, 'obligation.no-such-clause');
    await refused({ dueOn: '2031-01-01' }, 'obligation.outside-term');
    for (const actor of [otherHr, otherOffice]) {
      await assert.rejects(kit.call(wishObligation, actor, added), refusal('thing.not-found'));
      await assert.rejects(kit.call(listObligations, actor, { agreementId }), refusal('thing.not-found'));
    }
    const teacher = await pair.actorOf(pair.school, 'teacher');
    await assert.rejects(kit.call(wishObligation, teacher, added), refusal('access.forbidden'));
    const asked = await kit.call(wishObligation, office, added);
    const key = asked.changes[0]?.key;
    await kit.call(answerObligation, pair.hr, {
      agreementId,
      changeId: asked.changes[0]?.id ?? '',
      answer: 'agree',
    });
    assert.ok((await duties(agreementId)).obligations.some((one) => one.key === key && one.target === 12));
  });
});

describe('evidence', () => {
  test('counts when the other side has accepted it, and only for its duty', async () => {
    const { kit, office, hr, otherHr } = pair;
    const agreementId = await inForce(pair);
    onDay('2027-06-01');
    const hours = (await duties(agreementId)).of('O05.course-hours');
    const file = new File(['%PDF-1.7'], '授课记录.pdf', { type: 'application/pdf' });
    const given = { agreementId, obligationId: hours.id ?? '', file, amount: 40, happenedOn: '2027-05-20' };
    await assert.rejects(
      kit.call(giveEvidence, hr, { ...given, happenedOn: '2027-06-02' }),
      refusal('evidence.day-ahead'),
    );
    await assert.rejects(kit.call(giveEvidence, otherHr, given), refusal('thing.not-found'));
    const { evidence } = await kit.call(giveEvidence, hr, given);
    const evidenceId = evidence[0]?.id ?? '';
    const first = () => duties(agreementId).then((view) => view.of('O05.course-hours').dues[0]);
    assert.equal((await first())?.achieved, 0);
    const answer = { agreementId, evidenceId, answer: 'accept' as const };
    await assert.rejects(kit.call(answerEvidence, hr, answer), refusal('obligation.not-your-side'));
    const both = await Promise.allSettled([
      kit.call(answerEvidence, office, answer),
      kit.call(answerEvidence, office, { ...answer, answer: 'refuse' as const }),
    ]);
    assert.equal(both.filter((one) => one.status === 'fulfilled').length, 1);
    const isAccepted = both[0]?.status === 'fulfilled';
    assert.equal((await first())?.achieved, isAccepted ? 40 : 0);
    const kept = await kit.call(evidenceFile, office, { agreementId, evidenceId });
    assert.equal(await kept.text(), '%PDF-1.7');
    onDay('2026-11-22');
  });
});

describe('evidence of what is owed for each class', () => {
  test('names its class and counts for no other', async () => {
    const { kit, office, hr, school, firm } = pair;
    const agreementId = await inForce(pair);
    const classes = [newId(), newId()] as const;
    await asSystem(kit.kernel, school, async (context) => {
      for (const [index, classId] of classes.entries()) {
        await reportClass(context, {
          ...{ agreementId, enterpriseId: firm, classId, name: `班${index + 1}`, version: 1 },
          ...{ startsOn: '2027-03-01', endsOn: '2027-12-20' },
        });
      }
    });
    onDay('2027-06-01');
    const filled = (await duties(agreementId)).of('O03.seats-filled');
    const file = new File(['%PDF-1.7'], '名单.pdf', { type: 'application/pdf' });
    const given = { agreementId, obligationId: filled.id ?? '', file, amount: 18, happenedOn: '2027-02-20' };
    await assert.rejects(kit.call(giveEvidence, office, given), refusal('evidence.class-missing'));
    await assert.rejects(
      kit.call(giveEvidence, office, { ...given, classId: newId() }),
      refusal('evidence.class-missing'),
    );
    const { evidence } = await kit.call(giveEvidence, office, { ...given, classId: classes[1] });
    assert.equal(evidence[0]?.className, '班2');
    await kit.call(answerEvidence, hr, {
      ...{ agreementId, evidenceId: evidence[0]?.id ?? '', answer: 'accept' as const },
    });
    const after = (await duties(agreementId)).of('O03.seats-filled').dues;
    assert.deepEqual(after.map((due) => [due.className, due.achieved]).sort(), [
      ['班1', 0],
      ['班2', 18],
    ]);
    onDay('2026-11-22');
  });
});

describe('open duties of all agreements', () => {
  test('are listed by due day for both sides, and for nobody else', async () => {
    const { kit, office, hr, otherOffice, otherHr } = pair;
    const agreementId = await inForce(pair);
    onDay('2027-12-15');
    for (const actor of [office, hr]) {
      const { items } = await kit.call(openObligations, actor, { within: 30, size: 200 });
      const own = items.filter((one) => one.agreementId === agreementId);
      assert.ok(own.some((one) => one.metric === 'course-hours' && one.standing === 'at-risk'));
      assert.ok(own.some((one) => one.metric === 'seats-filled' && one.standing === 'missed'));
      assert.ok(items.every((one, index) => index === 0 || (items[index - 1]?.dueOn ?? '') <= one.dueOn));
      const red = await kit.call(openObligations, actor, { standing: 'missed', side: 'school', size: 200 });
      assert.ok(red.items.length > 0);
      assert.ok(red.items.every((one) => one.standing === 'missed' && one.owedBy !== 'enterprise'));
    }
    for (const actor of [otherOffice, otherHr]) {
      assert.equal((await kit.call(openObligations, actor, {})).total, 0);
    }
    onDay('2026-11-22');
  });
});
