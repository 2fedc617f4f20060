import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lintTerms } from '@dualtrack/rules';
import { homeJurisdiction, lawOf } from '../../laws.ts';
import { typedPost } from './typed-post.ts';

const on = '2028-02-29';
const plain = { hazards: [], labourGrade: null, monthlyPay: 0, internPay: 0 };
const law = lawOf(homeJurisdiction);
assert.ok(law?.readTerms);
const { joined, readTerms } = law;

function found(post: Partial<Parameters<typeof typedPost>[0]>) {
  const { fields = [], facts = {} } = typedPost({ ...plain, ...post }, on);
  const known = Object.entries(facts).map(([clause, one]) => ({ clause, facts: one }));
  return lintTerms(joined, readTerms, { kind: 'form', sections: [], known, fields }, on).map(
    ({ clause, verdict }) => `${verdict.rule} ${clause}`,
  );
}

test('a post is judged by what is typed: pay, grade of labour, hazards for whom they are closed', () => {
  assert.deepEqual(found({}), []);
  assert.deepEqual(found({ internPay: 400_000, monthlyPay: 500_000 }), []);
  assert.deepEqual(found({ internPay: 399_999, monthlyPay: 500_000 }), ['CN-INT-033 null']);
  assert.deepEqual(found({ labourGrade: 2 }), []);
  assert.ok(found({ labourGrade: 3 }).includes('CN-INT-028 anybody'));
  const toxic = found({ hazards: ['toxic'] });
  assert.ok(toxic.includes('CN-INT-024 minor'), toxic.join());
  assert.ok(!toxic.includes('CN-INT-024 anybody'));
});
