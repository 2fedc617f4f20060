import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Refusal } from '@dualtrack/platform/errors';
import { closePdf } from '@dualtrack/platform/pdf';
import { refusal } from '@dualtrack/platform/testing';
import { type TestPair, testPair } from '../testing/test-pair.ts';
import { getLaw } from './agreement-law.ts';
import { fixAgreement } from './move-agreement.ts';
import { editSection, setTerms } from './negotiate.ts';
import { getAgreement } from './read-agreements.ts';

let pair: TestPair;
let agreementId: string;
before(async () => {
  pair = await testPair();
  agreementId = await pair.begun();
});
after(async () => {
  await closePdf();
  await pair.kit.close();
});

const law = (actor = pair.office) => pair.kit.call(getLaw, actor, { agreementId });
async function reword(clause: string, change: (body: string) => string) {
  const { clauses } = await pair.kit.call(getAgreement, pair.office, { agreementId });
  const section = clauses.find((one) => one.clause === clause);
  assert.ok(section);
  const { revision, body, bodyEn } = section;
  await pair.kit.call(editSection, pair.office, {
    ...{ agreementId, clause, revision, body: change(body) },
    bodyEn: `${bodyEn}`,
  });
}

describe('the law on an agreement before it is signed', () => {
  test('lets the standard text pass, on both sides alike, and nobody else sees it', async () => {
    const { findings, pack } = await law();
    assert.match(pack, /^cn-2021-internship@/);
    assert.deepEqual(
      findings.filter((one) => one.isBlocking),
      [],
    );
    // 4,200 of 6,200 a month is less than four fifths: a field says so, no phrase does.
    const [pay] = findings;
    assert.deepEqual([pay?.rule, pay?.clause, pay?.isBlocking], ['CN-INT-033', 'O03', false]);
    assert.match(pay?.quote ?? '', /4,200$/);
    const said = async (actor = pair.office) =>
      (await law(actor)).findings.map(({ abilities: _, ...rest }) => rest);
    assert.deepEqual(await said(pair.hr), await said());
    await assert.rejects(law(pair.otherOffice), refusal('thing.not-found'));
    await assert.rejects(law(pair.otherHr), refusal('thing.not-found'));
  });

  test('stops a breached must at the step to signature, with its verdicts, until the clause is reworded', async () => {
    const deposit = '学生到岗前向乙方交纳押金五百元。';
    await reword('O11', (body) => body.replace(/^[^\n]*/, deposit));
    const found = (await law(pair.hr)).findings.filter((one) => one.isBlocking);
    assert.ok(found.some((one) => one.rule === 'CN-INT-039' && one.clause === 'O11'));
    assert.ok(found.every((one) => one.clause === 'O11' && deposit.includes(one.quote)));
    await pair.confirmBoth(agreementId);
    await assert.rejects(pair.kit.call(fixAgreement, pair.hr, { agreementId }), (error) => {
      assert.ok(error instanceof Refusal);
      assert.deepEqual([error.code, error.params.count], ['agreement.unlawful', found.length]);
      assert.match(JSON.stringify(error.params.findings), /CN-INT-039.*O11/);
      return true;
    });
    assert.equal((await pair.kit.call(getAgreement, pair.hr, { agreementId })).state, 'confirmed');
    await reword('O11', (body) => body.replace(deposit, '学生有权自主择业。'));
    await pair.confirmBoth(agreementId);
    assert.equal((await pair.kit.call(fixAgreement, pair.hr, { agreementId })).state, 'signing');
  });

  test('reads a figure from its field, whatever the clause says', async () => {
    agreementId = await pair.begun();
    const { title, titleEn, terms } = await pair.kit.call(getAgreement, pair.office, { agreementId });
    assert.ok(terms);
    await pair.kit.call(setTerms, pair.office, {
      ...{ agreementId, title, titleEn, validFrom: '2027-01-01', validTo: '2029-12-31' },
      terms: { ...terms, internMonthlyPayMin: 0 },
    });
    const found = (await law()).findings.filter((one) => one.rule === 'CN-INT-032');
    assert.deepEqual(
      found.map(({ clause, isBlocking }) => [clause, isBlocking]),
      [['O08', false]],
    );
  });
});
