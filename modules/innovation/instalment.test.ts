import assert from 'node:assert/strict';
import { test } from 'node:test';
import { roles } from '@dualtrack/platform/contract';
import { instalmentMoveNames, instalmentMoves, instalmentStates, whyNotInstalment } from './instalment.ts';
import { projectActions, projectStates, projectTransitions, whyNotProject } from './project.ts';
import { deliverableMoves, deliverableStates, whyNotDeliverable } from './run.ts';
import { leads, sideOfRole, sides } from './side.ts';

const granted = (all: readonly string[]) => [...new Set(all)].sort();

test('instalments: every state × move × side × payer', () => {
  const may: string[] = [];
  for (const state of instalmentStates)
    for (const move of instalmentMoveNames)
      for (const side of sides)
        for (const paidBy of sides) {
          const why = whyNotInstalment({ state, paidBy }, side, move);
          if (why !== null) continue;
          assert.equal(side === paidBy, move !== 'call');
          may.push(`${state} ${move} ${instalmentMoves[move].to}`);
        }
  assert.deepEqual(granted(may), ['called pay paid', 'called return planned', 'planned call called']);
});

test('what is owed: every state × move × side × who owes it', () => {
  const may: string[] = [];
  for (const state of deliverableStates)
    for (const move of ['submit', 'accept', 'return'] as const)
      for (const side of sides)
        for (const owedBy of sides) {
          if (whyNotDeliverable({ state, owedBy }, side, move) !== null) continue;
          assert.equal(side === owedBy, move === 'submit');
          may.push(`${state} ${move} ${deliverableMoves[move].to}`);
        }
  assert.deepEqual(granted(may), [
    'due submit submitted',
    'returned submit submitted',
    'submitted accept accepted',
    'submitted return returned',
  ]);
});

test('projects: every state × action × role × member or not', () => {
  const may: string[] = [];
  for (const state of projectStates)
    for (const action of projectActions)
      for (const role of roles)
        for (const hasJoined of [true, false]) {
          if (whyNotProject({ state }, { role, hasJoined }, action) !== null) continue;
          assert.notEqual(sideOfRole(role), null, `${role} is of no side`);
          const isLead = leads.some((lead) => lead === role);
          assert.ok(isLead || hasJoined || action === 'join', `${role} is a stranger`);
          if (['begin', 'complete', 'stop', 'edit', 'staff'].includes(action)) assert.ok(isLead);
          if (role === 'student') assert.ok(action === 'join' || action === 'log');
          may.push(`${state} ${action}`);
        }
  const prepared = ['draft-agreement', 'draw', 'edit', 'join', 'plan', 'protect', 'risk', 'staff', 'stop'];
  const running = [
    'ask-change',
    'complete',
    'deliver',
    'draw',
    'join',
    'log',
    'protect',
    'risk',
    'spend',
    'staff',
  ];
  assert.deepEqual(
    granted(may),
    granted([
      ...['begin', ...prepared].map((action) => `preparing ${action}`),
      ...['stop', ...running].map((action) => `running ${action}`),
    ]),
  );
  // Nothing is done with what is over, and every state is reached.
  const reached = new Set(['preparing', ...Object.values(projectTransitions).flatMap(({ to }) => to ?? [])]);
  assert.deepEqual([...reached].sort(), [...projectStates].sort());
});
