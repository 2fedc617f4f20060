import assert from 'node:assert/strict';
import { test } from 'node:test';
import { roles } from '@dualtrack/platform/contract';
import { overrideActions, overrideStates, whyNotOverride } from './override.ts';

const [me, other] = ['11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222'];
const leads = ['school-office', 'programme-head'];
const offices = [...leads, 'enterprise-hr', 'project-lead'];

test('every state × action × role × person: who may, and nobody else', () => {
  const allowed: string[] = [];
  for (const action of overrideActions) {
    for (const state of [null, ...overrideStates]) {
      for (const role of roles) {
        for (const askedBy of [me, other]) {
          const latest = state === null ? null : { state, askedBy };
          const why = whyNotOverride({ restsOnWords: true, latest }, { role, personId: me }, action);
          if (why === null) allowed.push(`${action} ${state} ${role} ${askedBy === me ? 'own' : 'other'}`);
        }
      }
    }
  }
  const each = (action: string, states: (string | null)[], who: string[], whose: string[]) =>
    states.flatMap((state) =>
      who.flatMap((role) => whose.map((person) => `${action} ${state} ${role} ${person}`)),
    );
  const both = ['own', 'other'];
  assert.deepEqual(
    allowed.toSorted(),
    [
      ...each('ask', [null, 'refused', 'withdrawn'], offices, both),
      ...each('grant', ['asked'], leads, ['other']),
      ...each('refuse', ['asked'], leads, ['other']),
      ...each('withdraw', ['asked', 'granted'], offices, both),
    ].toSorted(),
  );
});

test('what does not rest on words alone is never set aside, by nobody in no state', () => {
  for (const action of overrideActions) {
    for (const state of [null, ...overrideStates]) {
      for (const role of roles) {
        const latest = state === null ? null : { state, askedBy: other };
        const why = whyNotOverride({ restsOnWords: false, latest }, { role, personId: me }, action);
        assert.equal(why, 'override.typed');
      }
    }
  }
});
