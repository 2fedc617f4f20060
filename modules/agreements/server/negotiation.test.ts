import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { refusal } from '@dualtrack/platform/testing';
import { type TestPair, testPair } from '../testing/test-pair.ts';
import { createAgreement } from './create-agreement.ts';
import { confirmSections, editSection } from './negotiate.ts';
import { commentSection, resolveThread } from './negotiate-comments.ts';
import { answerProposal, openNegotiation, proposeWording } from './negotiate-proposals.ts';
import { getNegotiation } from './negotiation-view.ts';
import { getAgreement, sectionHistory } from './read-agreements.ts';

let pair: TestPair;
before(async () => {
  pair = await testPair();
});
after(() => pair.kit.close());

const wording = { body: '一\n二', bodyEn: 'one\ntwo' };
const settled = (results: PromiseSettledResult<unknown>[]) =>
  results.filter((one) => one.status === 'fulfilled').length;
const proposed = async (agreementId: string, clause = 'O09') => {
  const { kit, office } = pair;
  const given = { agreementId, clause, revision: 1, ...wording, reason: '按预算' };
  const { proposals } = await kit.call(proposeWording, office, given);
  return proposals[0]?.id ?? assert.fail();
};

describe('proposals', () => {
  test('a side words its own sections, and the other one proposes', async () => {
    const { kit, office, hr } = pair;
    const agreementId = await pair.begun();
    const change = { agreementId, clause: 'O09', revision: 1, ...wording };
    await assert.rejects(kit.call(editSection, office, change), refusal('section.not-own'));
    const proposalId = await proposed(agreementId);
    await assert.rejects(
      kit.call(answerProposal, office, { agreementId, proposalId, action: 'accept' }),
      refusal('proposal.own'),
    );
    await assert.rejects(
      kit.call(answerProposal, hr, { agreementId, proposalId, action: 'withdraw' }),
      refusal('proposal.not-own'),
    );
    const view = await kit.call(answerProposal, hr, { agreementId, proposalId, action: 'accept' });
    assert.equal(view.proposals[0]?.state, 'accepted');
    const { clauses } = await kit.call(getAgreement, hr, { agreementId });
    const section = clauses.find((one) => one.clause === 'O09');
    assert.deepEqual([section?.body, section?.revision, section?.changedSide], ['一\n二', 2, 'school']);
    const { items } = await kit.call(sectionHistory, hr, { agreementId, clause: 'O09' });
    assert.deepEqual([items[0]?.side, items[0]?.name], ['school', office.name]);
  });

  test('an accepted wording voids the confirmations of its section only', async () => {
    const { kit, hr } = pair;
    const agreementId = await pair.begun();
    await pair.confirmBoth(agreementId);
    const proposalId = await proposed(agreementId);
    assert.equal((await kit.call(getAgreement, hr, { agreementId })).state, 'confirmed');
    await kit.call(answerProposal, hr, { agreementId, proposalId, action: 'accept' });
    const view = await kit.call(getAgreement, hr, { agreementId });
    assert.deepEqual([view.state, view.confirmed], ['negotiating', { school: 19, enterprise: 19 }]);
  });

  test('one that was overtaken is not accepted, nor is one without a change', async () => {
    const { kit, office, hr } = pair;
    const agreementId = await pair.begun();
    const proposalId = await proposed(agreementId);
    await kit.call(editSection, hr, { agreementId, clause: 'O09', revision: 1, body: '三', bodyEn: 'three' });
    const answer = { agreementId, proposalId };
    await assert.rejects(
      kit.call(answerProposal, hr, { ...answer, action: 'accept' }),
      refusal('proposal.overtaken'),
    );
    await assert.rejects(proposed(agreementId), refusal('section.changed'));
    const same = { agreementId, clause: 'O09', revision: 2, body: ' 三 ', bodyEn: 'three' };
    await assert.rejects(kit.call(proposeWording, office, same), refusal('proposal.same'));
    const view = await kit.call(answerProposal, office, { ...answer, action: 'withdraw' });
    assert.equal(view.proposals[0]?.state, 'withdrawn');
  });

  test('races: accepted and withdrawn at once, accepted twice, accepted while reworded – one holds each time', async () => {
    const { kit, office, hr } = pair;
    for (let round = 0; round < 4; round += 1) {
      const agreementId = await pair.begun();
      const proposalId = await proposed(agreementId);
      const accept = { agreementId, proposalId, action: 'accept' as const };
      const rivals = [
        () => kit.call(answerProposal, office, { ...accept, action: 'withdraw' }),
        () => kit.call(answerProposal, hr, accept),
        () => kit.call(editSection, hr, { agreementId, clause: 'O09', revision: 1, body: '三', bodyEn: 'c' }),
      ];
      for (const rival of rivals.slice(round % 3, (round % 3) + 1)) {
        const both = await Promise.allSettled([kit.call(answerProposal, hr, accept), rival()]);
        assert.equal(settled(both), 1);
      }
      const { proposals } = await kit.call(getNegotiation, hr, { agreementId });
      const { clauses } = await kit.call(getAgreement, hr, { agreementId });
      const section = clauses.find((one) => one.clause === 'O09');
      assert.equal(proposals[0]?.state === 'accepted', section?.body === '一\n二');
    }
  });

  test('a confirmation of the old wording and an acceptance at once never leave the new one confirmed', async () => {
    const { kit, office, hr } = pair;
    const agreementId = await pair.begun();
    const proposalId = await proposed(agreementId);
    await Promise.allSettled([
      kit.call(answerProposal, hr, { agreementId, proposalId, action: 'accept' }),
      kit.call(confirmSections, office, { agreementId, sections: [{ clause: 'O09', revision: 1 }] }),
    ]);
    const { clauses } = await kit.call(getAgreement, hr, { agreementId });
    assert.deepEqual(clauses.find((one) => one.clause === 'O09')?.confirmed, {
      ...{ school: null, enterprise: null },
    });
  });
});

describe('routes and comments', () => {
  test('on the standard route the text is taken as it is, until somebody opens it', async () => {
    const { kit, office, hr } = pair;
    const orderId = await pair.acceptedOrder();
    const period = { validFrom: '2027-01-01', validTo: '2029-12-31', route: 'standard' as const };
    const agreementId = (await kit.call(createAgreement, office, { orderId, ...period })).id;
    const change = { agreementId, clause: 'O05', revision: 1, ...wording };
    await assert.rejects(kit.call(editSection, office, change), refusal('section.standard-route'));
    await assert.rejects(kit.call(proposeWording, hr, change), refusal('section.standard-route'));
    assert.equal((await kit.call(openNegotiation, hr, { agreementId })).route, 'negotiated');
    assert.equal((await kit.call(editSection, office, change)).clauses[4]?.revision, 2);
  });

  test('a thread at a clause is answered, settled and taken up again; both sides read it, others do not', async () => {
    const { kit, office, hr, otherOffice, otherHr } = pair;
    const agreementId = await pair.begun();
    const said = { agreementId, clause: 'O07' };
    const { threads } = await kit.call(commentSection, office, { ...said, body: '工位是否包括夜间？' });
    const threadId = threads[0]?.id ?? '';
    await kit.call(commentSection, hr, { ...said, threadId, body: '不包括。' });
    const settledView = await kit.call(resolveThread, hr, { agreementId, threadId, isResolved: true });
    assert.equal(settledView.threads[0]?.resolvedName, hr.name);
    const again = await kit.call(commentSection, office, { ...said, threadId, body: '周末呢？' });
    assert.equal(again.threads[0]?.resolvedAt, null);
    assert.deepEqual(
      again.threads[0]?.comments.map((one) => [one.side, one.name]),
      [
        ['school', office.name],
        ['enterprise', hr.name],
        ['school', office.name],
      ],
    );
    for (const actor of [otherOffice, otherHr]) {
      await assert.rejects(kit.call(getNegotiation, actor, { agreementId }), refusal('thing.not-found'));
      await assert.rejects(
        kit.call(commentSection, actor, { ...said, body: 'x' }),
        refusal('thing.not-found'),
      );
    }
    const elsewhere = { agreementId, clause: 'O08', threadId, body: 'x' };
    await assert.rejects(kit.call(commentSection, hr, elsewhere), refusal('thing.not-found'));
  });
});
