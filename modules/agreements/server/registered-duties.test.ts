import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { newId } from '@dualtrack/platform/ids';
import { asSystem } from '@dualtrack/platform/operation';
import { refusal } from '@dualtrack/platform/testing';
import { recordFacts } from '../shapes.ts';
import { type TestPair, testPair } from '../testing/test-pair.ts';
import { giveNotice } from './amend-notice.ts';
import { askedOf } from './obligation-asked.ts';
import { answerObligation, listObligations, wishObligation } from './obligation-changes.ts';
import { openObligations } from './obligation-open.ts';
import { passDay } from './pass-day.ts';
import { getAgreement } from './read-agreements.ts';
import { recordFact } from './record-fact.ts';
import { answerRecorded } from './recorded-answer.ts';
import { registerOutside } from './register-agreement.ts';

let pair: TestPair;
before(async () => {
  pair = await testPair();
});
after(() => pair.kit.close());

const onDay = (day: string) => pair.kit.clock.set(new Date(`${day}T02:00:00Z`));
const party = (side: 'school' | 'enterprise') => ({ side, name: { zh: side, en: null } });
const hours = {
  ...{ metric: 'course-hours' as const, owedBy: 'enterprise' as const, target: 40, clause: '第五条' },
  ...{ cadence: 'yearly' as const, dueOn: '2027-12-31' },
};
const paper = (duty: Partial<Omit<typeof hours, 'cadence'>> & { cadence?: 'once' | 'yearly' } = {}) => ({
  ...{ partnerId: pair.school, source: '档案室', validFrom: '2026-01-01', validTo: '2027-12-31' },
  facts: recordFacts.parse({
    parties: [party('school'), party('enterprise')],
    obligations: [
      { side: 'enterprise' as const, words: { zh: '每年授课40学时', en: null }, duty: { ...hours, ...duty } },
      { side: 'school' as const, words: { zh: '加强合作', en: null } },
    ],
  }),
});

describe('duties of a paper signed elsewhere', () => {
  test('are counted from the same facts, in the same states', async () => {
    const { kit, office, hr } = pair;
    onDay('2026-11-22');
    const { id: agreementId } = await kit.call(registerOutside, hr, paper());
    await kit.call(answerRecorded, office, { agreementId, numbers: [1], answer: 'confirm' });
    await asSystem(kit.kernel, pair.school, (context) =>
      recordFact(context, [
        {
          ...{ agreementId, enterpriseId: pair.firm, metric: 'course-hours', amount: 40 },
          ...{ happenedOn: '2026-10-01', source: { module: 'test', recordId: newId(), version: 1 } },
        },
      ]),
    );
    const { obligations, isInForce } = await kit.call(listObligations, office, { agreementId });
    assert.equal(isInForce, true);
    assert.deepEqual(
      obligations.map((one) => [one.title, one.clause, one.basis, one.owedBy]),
      [['每年授课40学时', '第五条', 'paper', 'enterprise']],
    );
    assert.deepEqual(
      obligations[0]?.dues.map((due) => [due.dueOn, due.achieved, due.standing]),
      [
        ['2026-12-31', 40, 'met'],
        ['2027-12-31', 0, 'not-begun'],
      ],
    );
    const suspend = { agreementId, kind: 'suspend' as const, ground: 'law' as const, reason: '停产' };
    await kit.call(giveNotice, hr, { ...suspend, effectiveOn: '2027-03-01' });
    onDay('2027-03-01');
    await passDay(kit.kernel);
    const stateNow = async () => (await kit.call(getAgreement, office, { agreementId })).state;
    assert.equal(await stateNow(), 'suspended');
    const resume = { ...suspend, kind: 'resume' as const, reason: '复产' };
    await kit.call(giveNotice, hr, { ...resume, effectiveOn: '2027-03-01' });
    assert.equal(await stateNow(), 'registered');
    onDay('2028-01-01');
    await passDay(kit.kernel);
    assert.equal(await stateNow(), 'ended');
    onDay('2026-11-22');
  });

  test('do not count before the other side has confirmed them, and are shown to both', async () => {
    const { kit, office, hr, otherOffice } = pair;
    onDay('2027-02-01');
    const { id: agreementId } = await kit.call(registerOutside, hr, paper());
    const answer = (
      actor: typeof office,
      word: 'confirm' | 'dispute',
      given: { numbers?: number[]; reason?: string } = {},
    ) => kit.call(answerRecorded, actor, { agreementId, numbers: [1], answer: word, ...given });
    const missed = async () =>
      (await kit.call(openObligations, office, { standing: 'missed', size: 200 })).items.filter(
        (one) => one.agreementId === agreementId,
      ).length;
    const asked = async (actor: typeof office) =>
      (await kit.call(askedOf, actor, {})).items.find((one) => one.agreementId === agreementId)?.duties ?? 0;
    for (const actor of [office, hr]) {
      const { obligations } = await kit.call(listObligations, actor, { agreementId });
      assert.deepEqual(
        obligations.map(({ owedBy, recorded, dues }) => [
          ...[owedBy, recorded?.confirmation, recorded?.typedSide, recorded?.typedName],
          dues.map(({ score, standing }) => [score, standing]),
        ]),
        [
          [
            ...['enterprise', 'waiting', 'enterprise', hr.name],
            [
              [null, 'unconfirmed'],
              [null, 'unconfirmed'],
            ],
          ],
        ],
      );
    }
    assert.equal(await missed(), 0);
    assert.deepEqual([await asked(office), await asked(hr)], [1, 0]);
    await assert.rejects(answer(hr, 'confirm'), refusal('obligation.not-your-side'));
    await assert.rejects(answer(otherOffice, 'confirm'), refusal('thing.not-found'));
    await assert.rejects(answer(office, 'dispute'), refusal('obligation.reason-missing'));
    await assert.rejects(answer(office, 'confirm', { numbers: [1, 9] }), refusal('obligation.no-such-duty'));
    // What is only quoted has nothing to confirm.
    await assert.rejects(answer(office, 'confirm', { numbers: [2] }), refusal('obligation.no-such-duty'));
    const disputed = await answer(office, 'dispute', { reason: '原件写的是30学时' });
    assert.equal(disputed.obligations[0]?.dues[0]?.standing, 'disputed');
    assert.equal(disputed.obligations[0]?.recorded?.answer, '原件写的是30学时');
    assert.equal(await missed(), 0);
    const confirmed = await answer(office, 'confirm');
    assert.equal(confirmed.obligations[0]?.recorded?.answeredName, office.name);
    assert.equal(confirmed.obligations[0]?.dues[0]?.standing, 'missed');
    assert.equal(await missed(), 1);
    await assert.rejects(answer(office, 'dispute', { reason: '后悔' }), refusal('obligation.answered'));
    const { history } = await kit.call(getAgreement, hr, { agreementId });
    assert.deepEqual(history.map((one) => [one.kind, one.name]).slice(0, 3), [
      ['duties-confirmed', office.name],
      ['duties-disputed', office.name],
      ['registered', hr.name],
    ]);
    onDay('2026-11-22');
  });

  test('what both sides agreed to beside a disputed one counts', async () => {
    const { kit, office, hr } = pair;
    const { id: agreementId } = await kit.call(registerOutside, hr, paper());
    const numbers = [1];
    const reason = '原件写的是30学时';
    await kit.call(answerRecorded, office, { agreementId, numbers, answer: 'dispute', reason });
    const key = 'record.1.course-hours';
    const { changes } = await kit.call(wishObligation, hr, { agreementId, key, target: 30, reason });
    const agreed = await kit.call(answerObligation, office, {
      ...{ agreementId, changeId: changes[0]?.id ?? '', answer: 'agree' },
    });
    assert.deepEqual(
      agreed.obligations.map((one) => [one.target, one.basis, one.dues[0]?.standing]),
      [[30, 'agreed', 'at-risk']],
    );
  });

  test('without an end fall due in each year that begins, once, however often a day passes', async () => {
    const { kit, office, hr } = pair;
    onDay('2026-11-22');
    const { id: agreementId } = await kit.call(registerOutside, hr, {
      ...paper(),
      ...{ validFrom: '2024-02-29', validTo: null },
    });
    await kit.call(answerRecorded, office, { agreementId, numbers: [1], answer: 'confirm' });
    const dues = async () =>
      (await kit.call(listObligations, office, { agreementId })).obligations.flatMap((one) =>
        one.dues.map((due) => `${due.dueOn} ${due.standing}`),
      );
    const past = ['2025-02-27 missed', '2026-02-27 missed'];
    assert.deepEqual(await dues(), [...past, '2027-02-27 at-risk']);
    onDay('2027-02-28');
    await passDay(kit.kernel);
    await passDay(kit.kernel);
    assert.deepEqual(await dues(), [...past, '2027-02-27 missed', '2028-02-28 on-track']);
    onDay('2026-11-22');
  });

  test('have due days inside the term, and a first day where they fall due yearly', async () => {
    const { kit, office, otherOffice } = pair;
    const refused = (
      input: Omit<ReturnType<typeof paper>, 'validFrom'> & { validFrom: string | null },
      code: string,
    ) => assert.rejects(kit.call(registerOutside, office, input), refusal(code));
    const own = { partnerId: pair.firm };
    await refused({ ...paper({ dueOn: '2028-02-01' }), ...own }, 'obligation.outside-term');
    await refused({ ...paper(), ...own, validFrom: null }, 'obligation.outside-term');
    const once = { ...paper({ cadence: 'once' }), ...own, validFrom: null };
    const { id: agreementId } = await kit.call(registerOutside, office, once);
    await assert.rejects(kit.call(listObligations, otherOffice, { agreementId }), refusal('thing.not-found'));
  });
});
