import assert from 'node:assert/strict';
import { test } from 'node:test';
import { conditionsOver, fact, factTypes, type Rule, readFacts, shape } from '@dualtrack/rules';
import { lawOf } from '../laws.ts';
import { limitsIn } from './legal-limits.ts';

test('the limit of a fact is the number that stands in the rule: another number in the pack is another limit', () => {
  const law = lawOf('FR')?.joined;
  assert.ok(law);
  const counted = factTypes({ 'tutor.activePlacements': fact(shape.count(), 'Interns of one tutor') });
  const { atMost } = conditionsOver(counted);
  const read = readFacts(law, { 'placement.kind': 'stage', 'tutor.activePlacements': 1_000_000 });
  assert.ok(read.ok);
  for (const most of [1, 2, 5, 30]) {
    const rules = law.rules.map(
      (rule): Rule =>
        rule.id === 'FR-S06'
          ? { ...rule, checks: [atMost('tutor.at-most', 'tutor.activePlacements', most)] }
          : rule,
    );
    const limits = limitsIn({ ...law, rules }, 'tutor.activePlacements', read.value, '2027-03-01');
    assert.deepEqual(
      limits.map(({ rule, atMost: limit }) => [rule, limit]),
      [['FR-S06', most]],
    );
  }
});
