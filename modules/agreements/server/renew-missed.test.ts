import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { asSystem } from '@dualtrack/platform/operation';
import { type TestPair, testPair } from '../testing/test-pair.ts';
import { onInForce } from './amend-in-force.ts';
import { beginRenewal } from './amend-renew.ts';
import { createAgreement } from './create-agreement.ts';
import { listObligations } from './obligation-changes.ts';
import type { AgreementsTables } from './tables.ts';

let pair: TestPair;
before(async () => {
  pair = await testPair();
});
after(() => pair.kit.close());

test('every missed duty prefills the renewal, also several of one metric', async () => {
  const { kit, office, firm, school } = pair;
  const { id: agreementId } = await kit.call(createAgreement, office, {
    ...{ partnerId: firm, template: { kind: 'joint-innovation' } },
    ...{ validFrom: '2026-01-01', validTo: '2026-12-31' },
    given: {
      ...{
        projectName: { zh: '项目', en: 'Project' },
        projectGoal: { zh: '目标', en: 'Goal' },
        budget: 1_000_000,
      },
      ...{ schoolShare: 0.4, schoolLead: '甲', enterpriseLead: '乙' },
      milestones: [
        { due: '2026-03-01', result: { zh: '方案', en: 'Concept' } },
        { due: '2026-09-01', result: { zh: '样机', en: 'Prototype' } },
      ],
    },
  });
  await asSystem<AgreementsTables, void>(kit.kernel, school, async (context) => {
    await context.db
      .updateTable('agreement')
      .set({ state: 'in-force' })
      .where('id', '=', agreementId)
      .execute();
    await onInForce(context, { agreementId });
  });
  kit.clock.set(new Date('2027-01-10T02:00:00Z'));
  const { id } = await kit.call(beginRenewal, office, {
    ...{ agreementId, validFrom: '2027-02-01', validTo: '2027-12-31' },
  });
  const { changes } = await kit.call(listObligations, office, { agreementId: id });
  const wished = changes.flatMap(({ wish, state }) =>
    wish.kind === 'set' && state === 'proposed'
      ? [`${wish.duty.owedBy} ${wish.duty.metric} ${wish.duty.target} ${wish.title}`]
      : [],
  );
  assert.deepEqual(wished.sort(), [
    'both accounts-compared 2 ',
    'both milestones-reached 1 方案',
    'both milestones-reached 1 样机',
    'enterprise money-invested 600000 ',
    'school money-invested 400000 ',
  ]);
});
