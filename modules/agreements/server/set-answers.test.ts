import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { refusal } from '@dualtrack/platform/testing';
import { type TestPair, testPair } from '../testing/test-pair.ts';
import { createAgreement } from './create-agreement.ts';
import { confirmSections } from './negotiate.ts';
import { listObligations } from './obligation-changes.ts';
import { getAgreement } from './read-agreements.ts';
import { getAnswers, setAnswers } from './set-answers.ts';

let pair: TestPair;
before(async () => {
  pair = await testPair();
});
after(() => pair.kit.close());

test('answers to the template are corrected before signing: what follows from them is confirmed anew', async () => {
  const { kit, office, hr, otherHr } = pair;
  const { id: agreementId } = await kit.call(createAgreement, office, {
    ...{ partnerId: pair.firm, template: { kind: 'base' }, validFrom: '2027-01-01', validTo: '2028-12-31' },
    given: { baseAddress: '哈密', stations: 12, equipment: [] },
  });
  const { clauses } = await kit.call(getAgreement, office, { agreementId });
  const sections = clauses.map(({ clause, revision }) => ({ clause, revision }));
  await kit.call(confirmSections, office, { agreementId, sections });
  const duty = async () => {
    const { obligations } = await kit.call(listObligations, hr, { agreementId });
    return obligations.find((one) => one.metric === 'stations-provided')?.target;
  };
  assert.equal(await duty(), 12);
  const after = await kit.call(setAnswers, hr, { agreementId, given: { stations: 20, foreign: 'x' } });
  const of = (clause: string) => after.clauses.find((one) => one.clause === clause);
  assert.ok(of('B02')?.body.includes('20'));
  assert.deepEqual([of('B02')?.confirmed.school, of('B03')?.confirmed.school !== null], [null, true]);
  assert.equal(await duty(), 20);
  const { given } = await kit.call(getAnswers, office, { agreementId });
  assert.deepEqual([given.stations, given.baseAddress, given.foreign], [20, '哈密', undefined]);
  const emptied = kit.call(setAnswers, hr, { agreementId, given: { baseAddress: null } });
  await assert.rejects(emptied, refusal('agreement.unanswered'));
  for (const call of [
    () => kit.call(getAnswers, otherHr, { agreementId }),
    () => kit.call(setAnswers, otherHr, { agreementId, given: { stations: 1 } }),
  ])
    await assert.rejects(call, refusal('thing.not-found'));
});
