import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { closePdf } from '@dualtrack/platform/pdf';
import { refusal } from '@dualtrack/platform/testing';
import { type TestPair, testPair } from '../testing/test-pair.ts';
import { createAgreement } from './create-agreement.ts';
import { previewAgreement } from './documents.ts';
import { agreements } from './index.ts';
import { declineAgreement, fixAgreement, reopenAgreement } from './move-agreement.ts';
import { confirmSections, editSection, getOwnParty, setParty, setTerms } from './negotiate.ts';
import { getAgreement, listAgreements, searchAgreements, sectionHistory } from './read-agreements.ts';
import { addScan, registerOutside } from './register-agreement.ts';

let pair: TestPair;
before(async () => {
  pair = await testPair();
});
after(async () => {
  await closePdf();
  await pair.kit.close();
});

const period = { validFrom: '2027-01-01', validTo: '2029-12-31' };
const clauseOf = async (agreementId: string, clause: string) => {
  const view = await pair.kit.call(getAgreement, pair.office, { agreementId });
  const found = view.clauses.find((section) => section.clause === clause);
  assert.ok(found);
  return found;
};

describe('beginning', () => {
  test('an accepted order becomes an agreement with twenty sections filled from both sides', async () => {
    const { kit, hr } = pair;
    const agreementId = await pair.begun();
    const view = await kit.call(getAgreement, hr, { agreementId });
    assert.equal(view.clauses.length, 20);
    assert.equal(view.state, 'negotiating');
    assert.deepEqual(view.waitingFor, ['school', 'enterprise']);
    assert.match(view.clauses[0]?.body ?? '', /12650599EXAMPLE112.*91650599EXAMPLE2XL/);
    assert.match(view.clauses[2]?.body ?? '', /定远订单班.*460307.*20/);
    assert.equal(view.illustrative, true);
  });

  test('an order carries one agreement, also when both sides begin at once', async () => {
    const { kit, office, hr } = pair;
    const orderId = await pair.acceptedOrder();
    const both = await Promise.allSettled([
      kit.call(createAgreement, office, { orderId, ...period }),
      kit.call(createAgreement, hr, { orderId, ...period }),
    ]);
    assert.equal(both.filter((one) => one.status === 'fulfilled').length, 1);
    const rejected = both.find((one) => one.status === 'rejected');
    assert.ok(refusal('agreement.order-not-accepted')(rejected?.reason));
  });

  test('a tripartite agreement is not begun without its student', async () => {
    const { kit, office, firm } = pair;
    const given = { partnerId: firm, validFrom: '2027-01-01', validTo: '2027-12-31' };
    await assert.rejects(
      kit.call(createAgreement, office, { ...given, template: { kind: 'tripartite' } }),
      refusal('agreement.tripartite-per-student'),
    );
  });

  test('neither another pair nor a wrong role nor a backward period', async () => {
    const { kit, office, otherOffice, otherHr } = pair;
    const orderId = await pair.acceptedOrder();
    for (const actor of [otherOffice, otherHr]) {
      const call = kit.call(createAgreement, actor, { orderId, ...period });
      await assert.rejects(call, refusal('thing.not-found'));
    }
    const backward = { validFrom: '2027-01-02', validTo: '2027-01-01' };
    await assert.rejects(
      kit.call(createAgreement, office, { orderId, ...backward }),
      refusal('agreement.period-backwards'),
    );
    const teacher = await pair.actorOf(pair.school, 'teacher');
    await assert.rejects(
      kit.call(createAgreement, teacher, { orderId, ...period }),
      refusal('access.forbidden'),
    );
  });
});

describe('negotiating', () => {
  test('a change voids the confirmations of its section only, and keeps every wording', async () => {
    const { kit, office, hr } = pair;
    const agreementId = await pair.begun();
    await pair.confirmBoth(agreementId);
    assert.equal((await kit.call(getAgreement, hr, { agreementId })).state, 'confirmed');
    const { revision } = await clauseOf(agreementId, 'O17');
    const wording = { body: '一\n\n二', bodyEn: 'one\ntwo' };
    const view = await kit.call(editSection, hr, { agreementId, clause: 'O17', revision, ...wording });
    assert.equal(view.state, 'negotiating');
    assert.deepEqual(view.confirmed, { school: 19, enterprise: 19 });
    const { items } = await kit.call(sectionHistory, office, { agreementId, clause: 'O17' });
    assert.deepEqual(
      items.map((item) => [item.revision, item.side, item.body.length > 3]),
      [
        [2, 'enterprise', false],
        [1, 'school', true],
      ],
    );
  });

  test('of two who change a section at once one is told; a stale confirmation is refused', async () => {
    const { kit, office, hr } = pair;
    const agreementId = await pair.begun();
    const change = { agreementId, clause: 'O05', revision: 1, body: '甲', bodyEn: 'a' };
    const both = await Promise.allSettled([
      kit.call(editSection, office, change),
      kit.call(editSection, hr, { ...change, body: '乙' }),
    ]);
    assert.equal(both.filter((one) => one.status === 'fulfilled').length, 1);
    assert.equal((await clauseOf(agreementId, 'O05')).revision, 2);
    await assert.rejects(
      kit.call(confirmSections, hr, { agreementId, sections: [{ clause: 'O05', revision: 1 }] }),
      refusal('section.changed'),
    );
    await assert.rejects(
      kit.call(editSection, hr, { ...change, revision: 2, body: '一\n二' }),
      refusal('section.paragraphs-differ'),
    );
  });

  test('new figures rewrite the template’s sections and leave worded ones alone', async () => {
    const { kit, office, hr } = pair;
    const agreementId = await pair.begun();
    const own = { body: '自己的话', bodyEn: 'our own words' };
    await kit.call(editSection, hr, { agreementId, clause: 'O09', revision: 1, ...own });
    const { terms, title, titleEn } = await kit.call(getAgreement, office, { agreementId });
    assert.ok(terms);
    const figures = { ...terms, minimumHireShare: 0.8, scholarshipPerStudent: 200_000 };
    const input = { agreementId, title, titleEn, ...period, terms: figures };
    const view = await kit.call(setTerms, office, input);
    const body = (clause: string) => view.clauses.find((one) => one.clause === clause);
    assert.match(body('O10')?.body ?? '', /80%/);
    assert.equal(body('O10')?.revision, 2);
    assert.equal(body('O09')?.body, own.body);
    assert.equal(body('O13')?.revision, 1);
  });

  test('each side completes itself, filled from its own profile, and has it confirmed anew', async () => {
    const { kit, hr } = pair;
    const agreementId = await pair.begun();
    const suggested = await kit.call(getOwnParty, hr, { agreementId });
    assert.equal(suggested.signer, hr.name);
    const input = { agreementId, ...suggested, legalRepresentative: '沈立成', signerPost: '董事长' };
    const view = await kit.call(setParty, hr, input);
    assert.equal(view.parties[1]?.legalRepresentative, '沈立成');
    assert.equal(view.parties[0]?.signerPost, '校长');
    assert.match(view.clauses[0]?.body ?? '', /沈立成/);
    assert.match(view.clauses[19]?.body ?? '', new RegExp(hr.name));
  });

  test('a party that names nobody to sign keeps the paper from being fixed', async () => {
    const { kit, hr, office } = pair;
    const agreementId = await pair.begun();
    await pair.confirmBoth(agreementId);
    const blank = { legalRepresentative: '', address: '', signer: '', signerPost: '' };
    const { clauses } = await kit.call(setParty, hr, { agreementId, ...blank });
    const sections = clauses.map(({ clause, revision }) => ({ clause, revision }));
    for (const actor of [office, hr]) await kit.call(confirmSections, actor, { agreementId, sections });
    await assert.rejects(kit.call(fixAgreement, hr, { agreementId }), refusal('agreement.party-incomplete'));
  });

  test('preview, decline with a reason, and back from signing to negotiation', async () => {
    const { kit, office, hr } = pair;
    const { id: agreementId } = await pair.fixed();
    const file = await kit.call(previewAgreement, hr, { agreementId });
    assert.equal(
      Buffer.from(await file.arrayBuffer())
        .subarray(0, 5)
        .toString(),
      '%PDF-',
    );
    const opened = await kit.call(reopenAgreement, hr, { agreementId });
    assert.deepEqual([opened.state, opened.hasDocument, opened.confirmed.school], ['negotiating', false, 0]);
    const declined = await kit.call(declineAgreement, office, { agreementId, reason: '改期再议' });
    assert.deepEqual([declined.state, declined.declineReason], ['declined', '改期再议']);
    await assert.rejects(kit.call(reopenAgreement, hr, { agreementId }), refusal('agreement.not-in-state'));
  });
});

describe('the register', () => {
  test('both sides read, search and filter; others see nothing', async () => {
    const { kit, office, hr, otherOffice, otherHr } = pair;
    const agreementId = await pair.begun();
    const { number } = await kit.call(getAgreement, office, { agreementId });
    for (const actor of [office, hr]) {
      const found = await kit.call(listAgreements, actor, { q: number, scope: 'open' });
      assert.deepEqual(
        found.items.map((item) => item.id),
        [agreementId],
      );
    }
    const waiting = await kit.call(listAgreements, hr, { scope: 'waiting', size: 1 });
    assert.ok(waiting.items.some((item) => item.id === agreementId));
    assert.ok(waiting.items.every((item) => item.waitingFor.includes('enterprise')));
    for (const actor of [otherOffice, otherHr]) {
      assert.equal((await kit.call(listAgreements, actor, {})).total, 0);
      await assert.rejects(kit.call(getAgreement, actor, { agreementId }), refusal('thing.not-found'));
      await assert.rejects(
        kit.call(editSection, actor, { agreementId, clause: 'O01', revision: 1, body: 'x', bodyEn: 'x' }),
        refusal('thing.not-found'),
      );
    }
    assert.equal(agreements.search, searchAgreements);
  });

  test('an agreement signed elsewhere is registered with its source, without a signature', async () => {
    const { kit, office, hr, firm, otherHr } = pair;
    const facts = {
      parties: [
        { side: 'school' as const, name: { zh: null, en: 'Some College' } },
        { side: 'enterprise' as const, name: { zh: '某集团', en: null } },
      ],
      persons: [],
      ...{ ceremony: null, baseName: null, statements: [], decisions: [{ zh: null, en: 'go on' }] },
    };
    const given = { partnerId: firm, title: '', titleEn: 'An agreement', facts, source: 'a newspaper' };
    const { id: agreementId } = await kit.call(registerOutside, office, given);
    const view = await kit.call(getAgreement, hr, { agreementId });
    assert.deepEqual([view.state, view.signatures, view.clauses], ['registered', [], []]);
    assert.deepEqual(view.record, { facts, source: 'a newspaper' });
    const otherwise = Object.entries(view.abilities).filter(([, why]) => why !== 'agreement.not-in-state');
    assert.deepEqual(Object.fromEntries(otherwise), {
      end: 'agreement.not-over',
      ...{ amend: null, renew: null, suspend: null, terminate: null },
    });
    const file = new File(['%PDF-1.7 scan'], 'scan.pdf', { type: 'application/pdf' });
    await kit.call(addScan, hr, { agreementId, file });
    assert.equal((await kit.call(getAgreement, office, { agreementId })).hasDocument, true);
    await assert.rejects(kit.call(addScan, otherHr, { agreementId, file }), refusal('thing.not-found'));
    await assert.rejects(
      kit.call(addScan, hr, { agreementId: await pair.begun(), file }),
      refusal('agreement.not-registered'),
    );
    await assert.rejects(
      kit.call(registerOutside, otherHr, { ...given, partnerId: pair.school }),
      refusal('agreement.no-such-partner'),
    );
  });
});
