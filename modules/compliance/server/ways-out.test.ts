import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { layerCases } from '@dualtrack/cn-2021-internship/layers/cases';
import { type ComplianceKit, complianceKit } from '../testing/compliance-kit.ts';
import { evaluateClass } from './index.ts';
import { getVerdict } from './read-verdict.ts';
import { recordFacts } from './record-facts.ts';

let kit: ComplianceKit;
before(async () => {
  kit = await complianceKit();
});
after(() => kit.close());

const dates = { startsOn: '2026-03-02', endsOn: '2026-08-28' };
async function judged(own: Record<string, unknown>) {
  const { classId, placementIds } = await kit.addClass({ own: [own], whole: layerCases.lawful, dates });
  const [placementId = ''] = placementIds;
  const judge = () => kit.as(kit.ids.school, (context) => evaluateClass(context, { classId }));
  await judge();
  return {
    judge,
    verdict: (rule: string, role: 'school-office' | 'enterprise-hr' = 'school-office') =>
      kit.call(getVerdict, kit.actor(role), { classId, placementId, rule }),
    record: (name: string, value: unknown) =>
      kit.as(kit.ids.school, (context) =>
        recordFacts(context, [
          {
            ...{ classId, placementId, enterpriseId: kit.ids.firm, name, value },
            source: { module: 'order-classes', recordId: classId },
          },
        ]),
      ),
  };
}

describe('what would have to change', () => {
  test('is named beside a breach, and is what just mends it', async () => {
    const { verdict, record, judge } = await judged({ 'agreement.pay': 100_000 });
    const [way] = (await verdict('CN-INT-033')).waysOut.flatMap(({ ways }) => ways);
    assert.deepEqual([way?.name, way?.must, way?.label], ['agreement.pay', 'be-at-least', 'Agreed pay']);
    const least = Number(way?.value);
    for (const [pay, outcome] of [
      [least - 1, 'breached'],
      [least, 'met'],
    ] as const) {
      await record('agreement.pay', pay);
      await judge();
      assert.equal((await verdict('CN-INT-033')).outcome, outcome);
    }
    assert.deepEqual((await verdict('CN-INT-033')).waysOut, []);
  });

  test('does not tell the enterprise what it may not see', async () => {
    const { verdict } = await judged({ 'student.birthDate': '2010-05-10' });
    const own = await verdict('CN-INT-023');
    assert.equal(own.outcome, 'breached');
    assert.ok(JSON.stringify(own.waysOut).includes('2026-05-10'));
    assert.deepEqual((await verdict('CN-INT-023', 'enterprise-hr')).waysOut, []);
  });
});
