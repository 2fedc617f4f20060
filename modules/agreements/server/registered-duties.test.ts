import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { newId } from '@dualtrack/platform/ids';
import { asSystem } from '@dualtrack/platform/operation';
import { refusal } from '@dualtrack/platform/testing';
import { recordFacts } from '../shapes.ts';
import { type TestPair, testPair } from '../testing/test-pair.ts';
import { giveNotice } from './amend-notice.ts';
import { listObligations } from './obligation-changes.ts';
import { passDay } from './pass-day.ts';
import { getAgreement } from './read-agreements.ts';
import { recordFact } from './record-fact.ts';
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
