import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { asSystem } from '@dualtrack/platform/operation';
import { closePdf } from '@dualtrack/platform/pdf';
import { refusal } from '@dualtrack/platform/testing';
import { recordFacts } from '../shapes.ts';
import { signBoth } from '../testing/signed-pair.ts';
import { type TestPair, testPair } from '../testing/test-pair.ts';
import { getCourse } from './amend-course.ts';
import { beginAmendment } from './amend-draft.ts';
import { onInForce } from './amend-in-force.ts';
import { answerNotice, giveNotice } from './amend-notice.ts';
import { beginRenewal } from './amend-renew.ts';
import { previewAgreement } from './documents.ts';
import { fixAgreement } from './move-agreement.ts';
import { confirmSections, setParty } from './negotiate.ts';
import { listObligations } from './obligation-changes.ts';
import { passDay } from './pass-day.ts';
import { getAgreement, listAgreements } from './read-agreements.ts';
import { answerRecorded } from './recorded-answer.ts';
import { registerOutside } from './register-agreement.ts';

let pair: TestPair;
before(async () => {
  pair = await testPair();
});
after(async () => {
  await closePdf();
  await pair.kit.close();
});

const onDay = (day: string) => pair.kit.clock.set(new Date(`${day}T02:00:00Z`));
const hours = {
  ...{ metric: 'course-hours' as const, owedBy: 'enterprise' as const, target: 40, clause: '第五条' },
  ...{ cadence: 'yearly' as const, dueOn: '2027-12-31' },
};
const meetings = {
  ...{ metric: 'meetings-held' as const, owedBy: 'both' as const, target: 2, clause: '第九条' },
  ...{ cadence: 'yearly' as const, dueOn: '2027-12-31' },
};

/** A paper signed elsewhere with two counted duties and one that is only quoted, confirmed by the enterprise. */
async function registered(): Promise<string> {
  const { kit, office, hr, firm } = pair;
  const party = (side: 'school' | 'enterprise') => ({ side, name: { zh: side, en: null } });
  const { id } = await kit.call(registerOutside, office, {
    ...{ partnerId: firm, source: '档案室', title: '校企合作协议', validFrom: '2026-01-01' },
    validTo: '2027-12-31',
    facts: recordFacts.parse({
      parties: [party('school'), party('enterprise')],
      obligations: [
        { side: 'enterprise', words: { zh: '每年授课40学时', en: null }, duty: hours },
        { side: 'school', words: { zh: '优先推荐毕业生', en: null } },
        { side: 'school', words: { zh: '每年会商两次', en: null }, duty: meetings },
      ],
    }),
  });
  await kit.call(answerRecorded, hr, { agreementId: id, numbers: [1, 3], answer: 'confirm' });
  return id;
}

async function signed(agreementId: string): Promise<void> {
  const { kit, office, hr } = pair;
  const own = { agreementId, legalRepresentative: '甲', address: '哈密', signerPost: '校长' };
  await kit.call(setParty, office, { ...own, signer: office.name });
  await kit.call(setParty, hr, { ...own, signer: hr.name });
  const { clauses } = await kit.call(getAgreement, office, { agreementId });
  const sections = clauses.map(({ clause, revision }) => ({ clause, revision }));
  for (const actor of [office, hr]) await kit.call(confirmSections, actor, { agreementId, sections });
  await kit.call(fixAgreement, office, { agreementId });
  await signBoth(pair, agreementId);
}

const dutiesOf = async (agreementId: string) =>
  (await pair.kit.call(listObligations, pair.office, { agreementId })).obligations
    .filter((one) => !one.isWaived)
    .map((one) => `${one.owedBy} ${one.metric} ${one.target} ${one.dues.map((due) => due.dueOn).join()}`);

describe('a paper signed elsewhere', () => {
  test('is amended as a diff against its typed duties and term, and changes once the amendment is signed', async () => {
    const { kit, office, hr } = pair;
    onDay('2026-11-22');
    const agreementId = await registered();
    const begin = (given: object) =>
      kit.call(beginAmendment, hr, { agreementId, reason: '增加课时', ...given });
    await assert.rejects(begin({}), refusal('amendment.nothing-changes'));
    await assert.rejects(begin({ duties: [{ number: 9 }] }), refusal('amendment.no-such-clause'));
    // A duty that stays would be due after the shorter term.
    await assert.rejects(begin({ validTo: '2027-06-30' }), refusal('obligation.outside-term'));
    const { id } = await begin({
      validTo: '2028-12-31',
      duties: [
        { number: 1, words: { zh: '每年授课60学时', en: null }, duty: { ...hours, target: 60 } },
        { number: 2, drop: true },
        {
          ...{ side: 'school', words: { zh: '提供实训工位10个', en: null } },
          duty: {
            ...{ metric: 'stations-provided', owedBy: 'school', target: 10, clause: '' },
            ...{ cadence: 'once', dueOn: '2027-06-30' },
          },
        },
      ],
    });
    const course = await kit.call(getCourse, office, { agreementId: id });
    assert.equal(course.parent?.isInk, true);
    assert.deepEqual(
      course.diff.map((one) => [one.clause, one.isChanged, one.isAdded]),
      [
        ['R00', true, false],
        ['R01', true, false],
        ['R02', true, false],
        ['N01', true, true],
      ],
    );
    const changed = course.diff.find((one) => one.clause === 'R01');
    assert.ok(changed?.zh.some((one) => one.kind === 'gone' && one.text.includes('40')));
    assert.ok(changed?.zh.some((one) => one.kind === 'new' && one.text.includes('60')));
    const reasons = course.signers.map(({ side, reasons: list }) => [side, list.map((one) => one.code)]);
    assert.deepEqual(reasons, [
      ['school', ['consent-of-both', 'is-owed-duty', 'owes-duty', 'owes-duty']],
      ['enterprise', ['consent-of-both', 'owes-duty', 'is-owed-duty', 'is-owed-duty']],
    ]);
    const draft = await kit.call(getAgreement, office, { agreementId: id });
    assert.match(draft.clauses[0]?.body ?? '', /线下纸质签署/);
    const before = await dutiesOf(agreementId);
    assert.ok(before.includes('enterprise course-hours 40 2026-12-31,2027-12-31'));
    await signed(id);
    const after = await dutiesOf(agreementId);
    assert.deepEqual(after, [
      'enterprise course-hours 60 2026-12-31,2027-12-31,2028-12-31',
      'both meetings-held 2 2026-12-31,2027-12-31,2028-12-31',
      'school stations-provided 10 2027-06-30',
    ]);
    const paper = await kit.call(getAgreement, hr, { agreementId });
    assert.deepEqual([paper.state, paper.validTo, paper.kind], ['registered', '2028-12-31', 'registered']);
    assert.match(paper.clauses.find((one) => one.clause === 'R01')?.body ?? '', /60/);
    // The record itself stays what the source says.
    assert.equal(paper.record?.facts.obligations?.[0]?.duty?.target, 40);
    // Told again, nothing is added twice.
    await asSystem(kit.kernel, pair.school, (context) => onInForce(context, { agreementId: id }));
    assert.deepEqual(await dutiesOf(agreementId), after);
    await assert.rejects(kit.call(previewAgreement, office, { agreementId }), refusal('agreement.no-text'));
  });

  test('is renewed here with its duties in the new term, and counts as renewed after its last day', async () => {
    const { kit, office, hr } = pair;
    onDay('2027-12-01');
    const agreementId = await registered();
    const term = { validFrom: '2028-01-01', validTo: '2029-12-31' };
    await assert.rejects(
      kit.call(beginRenewal, office, { agreementId, ...term, validFrom: '2027-12-31' }),
      refusal('renewal.overlaps'),
    );
    const { id } = await kit.call(beginRenewal, office, { agreementId, ...term });
    const renewal = await kit.call(getAgreement, hr, { agreementId: id });
    assert.deepEqual(
      renewal.clauses.map((one) => one.clause),
      ['A00', 'R00', 'R01', 'R02', 'R03'],
    );
    assert.deepEqual(
      [renewal.kind, renewal.record, renewal.title],
      ['continued', null, '校企合作协议（续签）'],
    );
    const duties = await dutiesOf(id);
    assert.ok(duties.includes('enterprise course-hours 40 2028-12-31,2029-12-31'));
    // What was missed under the paper is named and wished for.
    const { missed } = await kit.call(getCourse, office, { agreementId: id });
    assert.deepEqual(
      missed.map((one) => [one.metric, one.dueOn, one.target]),
      [
        ['course-hours', '2026-12-31', 40],
        ['meetings-held', '2026-12-31', 2],
      ],
    );
    await signed(id);
    onDay('2028-01-01');
    await passDay(kit.kernel);
    const stateOf = async (of: string) => (await kit.call(getAgreement, office, { agreementId: of })).state;
    assert.deepEqual([await stateOf(agreementId), await stateOf(id)], ['renewed', 'in-force']);
    assert.ok((await dutiesOf(id)).includes('enterprise course-hours 40 2028-12-31,2029-12-31'));
    // The renewal is amended by its typed duties too.
    const second = await kit.call(beginAmendment, office, {
      ...{ agreementId: id, reason: '减少课时' },
      duties: [{ number: 1, duty: { ...hours, target: 30, dueOn: '2029-12-31' }, drop: false }],
    });
    await signed(second.id);
    assert.ok((await dutiesOf(id)).includes('enterprise course-hours 30 2028-12-31,2029-12-31'));
    onDay('2026-11-22');
  });

  test('warns before its end, and is suspended and ended early like one signed here', async () => {
    const { kit, office, hr } = pair;
    const agreementId = await registered();
    const ending = async (days: number) =>
      (await kit.call(listAgreements, office, { endsWithin: days, size: 200 })).items.some(
        (one) => one.id === agreementId,
      );
    onDay('2027-11-01');
    assert.deepEqual([await ending(60), await ending(30)], [true, false]);
    const notice = { agreementId, ground: 'consent' as const, reason: '双方同意', effectiveOn: '2027-11-01' };
    const agree = async (kind: 'suspend' | 'terminate') => {
      const { notices } = await kit.call(giveNotice, hr, { ...notice, kind });
      const noticeId = notices.find((one) => one.state === 'given')?.id ?? '';
      await kit.call(answerNotice, office, { agreementId, noticeId, action: 'agree' });
      return (await kit.call(getAgreement, office, { agreementId })).state;
    };
    assert.equal(await agree('suspend'), 'suspended');
    assert.equal(await agree('terminate'), 'terminated');
    const { whyNot } = await kit.call(getCourse, office, { agreementId });
    assert.equal(whyNot.amend, 'agreement.not-in-state');
    onDay('2026-11-22');
  });
});
