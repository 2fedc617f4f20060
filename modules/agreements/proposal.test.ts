import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sides } from './agreement.ts';
import {
  proposalActions,
  proposalStates,
  proposalTransitions,
  routes,
  whyNotAnswer,
  whyNotReword,
} from './proposal.ts';

describe('answering a proposal', () => {
  test('only while it is open, by the side the table names, and never over a wording written since', () => {
    for (const state of proposalStates) {
      for (const action of proposalActions) {
        for (const own of sides) {
          for (const side of sides) {
            for (const present of [3, 4]) {
              const reason = whyNotAnswer({ state, side: own, baseRevision: 3 }, side, present, action);
              const isRightSide = action === 'withdraw' ? side === own : side !== own;
              const isFresh = action !== 'accept' || present === 3;
              assert.equal(reason === null, state === 'open' && isRightSide && isFresh, `${state} ${action}`);
            }
          }
        }
      }
    }
  });

  test('leads out of open for good', () => {
    for (const action of proposalActions) assert.notEqual(proposalTransitions[action].to, 'open');
  });
});

test('a section is reworded by its owner, by both where it has none, and by nobody on the standard route', () => {
  for (const route of routes) {
    for (const owner of [...sides, null]) {
      for (const side of sides) {
        const may = whyNotReword({ owner }, side, route) === null;
        assert.equal(may, route === 'negotiated' && (owner === null || owner === side));
      }
    }
  }
});
