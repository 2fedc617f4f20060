import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { roles } from '@dualtrack/platform/contract';
import {
  type AgreementFacts,
  agreementActions,
  agreementStates,
  endWarning,
  waitingFor,
  whyNot,
} from './agreement.ts';

const facts: AgreementFacts = {
  state: 'negotiating',
  signedSides: [],
  signers: { school: 'A Li', enterprise: 'B Li' },
  validTo: '2026-01-01',
  today: '2026-06-01',
};

/** What may be done, told once more by hand: state → actions. */
const allowed: Record<string, string[]> = {
  negotiating: ['edit', 'confirm', 'decline'],
  confirmed: ['edit', 'fix', 'decline'],
  signing: ['reopen', 'sign', 'decline'],
  'in-force': ['end', 'amend', 'renew', 'suspend', 'terminate'],
  suspended: ['amend', 'renew', 'resume', 'terminate'],
  declined: [],
  ended: ['renew'],
  terminated: [],
  renewed: [],
  registered: ['end', 'amend', 'renew', 'suspend', 'terminate'],
};

describe('the state table', () => {
  test('every state, action and role', () => {
    for (const state of agreementStates) {
      for (const action of agreementActions) {
        for (const role of roles) {
          const isOffice = role === 'school-office' || role === 'enterprise-hr';
          const name = role === 'enterprise-hr' ? 'B Li' : 'A Li';
          const found = whyNot({ ...facts, state }, { role, name }, action);
          const expected = !isOffice
            ? 'agreement.not-your-role'
            : allowed[state]?.includes(action)
              ? null
              : 'agreement.not-in-state';
          assert.equal(found, expected, `${state} ${action} ${role}`);
        }
      }
    }
  });

  test('guards: who signs, what is missing, what is over', () => {
    const office = { role: 'school-office', name: 'a li' } as const;
    const signing = { ...facts, state: 'signing' } as const;
    assert.equal(whyNot(signing, office, 'sign'), null);
    assert.equal(whyNot(signing, { ...office, name: 'C' }, 'sign'), 'agreement.not-the-signer');
    const half = { ...signing, signedSides: ['school'] } as const;
    assert.equal(whyNot(half, office, 'sign'), 'agreement.already-signed');
    assert.equal(whyNot(half, office, 'reopen'), 'agreement.already-signed');
    assert.equal(whyNot(half, { role: 'enterprise-hr', name: 'B Li' }, 'sign'), null);
    const nobody = { ...facts, state: 'confirmed', signers: { school: 'A Li', enterprise: '' } } as const;
    assert.equal(whyNot(nobody, office, 'fix'), 'agreement.party-incomplete');
    const running = { ...facts, state: 'in-force', today: '2026-01-01' } as const;
    assert.equal(whyNot(running, office, 'end'), 'agreement.not-over');
    assert.equal(whyNot({ ...running, validTo: null }, office, 'end'), 'agreement.not-over');
  });

  test('the last day is warned of from 90, 60 and 30 days on, while the agreement stands', () => {
    const on = (today: string, state: Parameters<typeof endWarning>[0] = 'registered') =>
      endWarning(state, '2027-12-31', today);
    assert.equal(on('2027-10-01'), null);
    assert.deepEqual(on('2027-10-02'), { days: 90, tone: 'plain' });
    assert.equal(on('2027-11-01')?.tone, 'soon');
    assert.equal(on('2027-12-01')?.tone, 'danger');
    assert.equal(on('2027-12-31')?.days, 0);
    assert.equal(on('2028-01-01'), null);
    for (const state of agreementStates) {
      const stands = ['in-force', 'suspended', 'registered'].includes(state);
      assert.equal(on('2027-12-01', state) !== null, stands, state);
    }
  });

  test('who has to act next', () => {
    assert.deepEqual(waitingFor('negotiating', { school: 20, enterprise: 3 }, 20, []), ['enterprise']);
    assert.deepEqual(waitingFor('confirmed', { school: 20, enterprise: 20 }, 20, []), [
      'school',
      'enterprise',
    ]);
    assert.deepEqual(waitingFor('signing', { school: 20, enterprise: 20 }, 20, ['enterprise']), ['school']);
    assert.deepEqual(waitingFor('in-force', { school: 20, enterprise: 20 }, 20, []), []);
  });
});
