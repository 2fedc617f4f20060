import assert from 'node:assert/strict';
import { test } from 'node:test';
import { roles } from '@dualtrack/platform/contract';
import { planActions, planStates, whyNot } from './rotation-plan.ts';

const offices = ['school-office', 'programme-head', 'enterprise-hr', 'project-lead'];
/** Everything that is allowed, written out by hand: action → who, and from which states. */
const allowed = {
  edit: [offices, ['draft', 'solved', 'infeasible']],
  solve: [offices, ['draft', 'solved', 'infeasible']],
  pin: [offices, ['solved']],
  free: [offices, ['draft', 'solved', 'infeasible']],
  publish: [['school-office', 'programme-head'], ['solved']],
  remove: [offices, ['draft', 'solved', 'infeasible']],
};

test('every state, action and role: nothing more and nothing less is allowed', () => {
  for (const action of planActions) {
    const [who = [], from = []] = allowed[action];
    for (const role of roles) {
      for (const state of planStates) {
        const expected = !who.includes(role)
          ? 'plan.not-your-role'
          : from.includes(state)
            ? null
            : 'plan.not-in-state';
        assert.equal(whyNot({ state }, { role }, action), expected, `${role} ${action} ${state}`);
      }
    }
  }
});
