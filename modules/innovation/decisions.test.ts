import assert from 'node:assert/strict';
import { test } from 'node:test';
import { roles } from '@dualtrack/platform/contract';
import fc from 'fast-check';
import { challengeActions, challengeStates, challengeTransitions, whyNotChallenge } from './challenge.ts';
import { conflictOf } from './conflict.ts';
import { proposalActions, proposalStates, proposalTransitions, whyNotProposal } from './proposal.ts';
import { criteria, isWholeRubric, meanTotal, usualRubric, weigh } from './rubric.ts';
import { sideOfRole, sides } from './side.ts';

test('every state of a challenge, action, role and side: exactly what the table grants', () => {
  const granted: string[] = [];
  for (const ownerSide of sides)
    for (const state of challengeStates)
      for (const action of challengeActions)
        for (const role of roles) {
          const why = whyNotChallenge({ state, ownerSide }, role, action);
          if (why !== null) continue;
          granted.push(`${state} ${action}`);
          const isOwner = sideOfRole(role) === ownerSide;
          assert.notEqual(sideOfRole(role), null);
          assert.notEqual(role, 'student');
          if (['edit', 'publish', 'decide', 'answer', 'withdraw', 'end-call'].includes(action))
            assert.ok(isOwner);
          if (['propose', 'ask', 'sign-nda'].includes(action)) assert.ok(!isOwner);
          if (['publish', 'decide', 'withdraw', 'end-call', 'review'].includes(action))
            assert.ok(!['teacher', 'mentor'].includes(role));
        }
  assert.deepEqual([...new Set(granted)].sort(), [
    'draft edit',
    'draft publish',
    'draft withdraw',
    ...['answer', 'ask', 'end-call', 'propose', 'review', 'sign-nda', 'withdraw'].map((one) => `open ${one}`),
    ...['answer', 'ask', 'decide', 'review', 'sign-nda', 'withdraw'].map((one) => `selecting ${one}`),
  ]);
});

test('no state of a challenge is a dead end before its end, and none leads back to a draft', () => {
  const reached = new Set<string>(['draft']);
  for (let round = 0; round < challengeStates.length; round += 1)
    for (const { from, to } of Object.values(challengeTransitions))
      if (to !== null && from.some((state) => reached.has(state))) reached.add(to);
  assert.deepEqual([...reached].sort(), [...challengeStates].sort());
  assert.ok(Object.values(challengeTransitions).every(({ to }) => to !== 'draft'));
});

test('every state of a proposal, action, role and viewer: exactly what the table grants', () => {
  for (const ownerSide of sides)
    for (const state of proposalStates)
      for (const challengeState of challengeStates)
        for (const action of proposalActions)
          for (const role of roles)
            for (const isAuthor of [true, false])
              for (const isReviewer of [true, false]) {
                const viewer = { role, isAuthor, isReviewer };
                const why = whyNotProposal({ state, challengeState, ownerSide }, viewer, action);
                const isOwner = sideOfRole(role) === ownerSide;
                if (why !== null) continue;
                const { from, during } = proposalTransitions[action];
                assert.ok(from.includes(state) && during.includes(challengeState));
                if (['edit', 'submit', 'withdraw'].includes(action)) assert.ok(!isOwner);
                if (['shortlist', 'unlist'].includes(action)) assert.ok(isOwner);
                if (['declare', 'score'].includes(action)) assert.ok(isReviewer);
                if (role === 'teacher' && action === 'submit') assert.ok(isAuthor);
              }
  const chosen = { state: 'chosen', challengeState: 'decided', ownerSide: 'enterprise' } as const;
  const head = { role: 'programme-head', isAuthor: false, isReviewer: true } as const;
  assert.equal(whyNotProposal(chosen, head, 'begin-project'), null);
  assert.equal(whyNotProposal(chosen, head, 'score'), 'proposal.not-in-state');
});

test('a rubric is whole at 100 only, and a mark of ten everywhere is the whole of it', () => {
  const [least, most] = [
    { ...usualRubric, value: 14 },
    { ...usualRubric, value: 16 },
  ];
  assert.deepEqual([least, usualRubric, most].map(isWholeRubric), [false, true, false]);
  const all = (mark: number) => ({
    relevance: mark,
    feasibility: mark,
    novelty: mark,
    team: mark,
    value: mark,
  });
  assert.deepEqual([weigh(all(10), usualRubric), weigh(all(0), usualRubric)], [1000, 0]);
  fc.assert(
    fc.property(fc.constantFrom(...criteria), fc.integer({ min: 0, max: 9 }), (criterion, mark) => {
      const better = { ...all(mark), [criterion]: mark + 1 };
      assert.equal(weigh(better, usualRubric) - weigh(all(mark), usualRubric), usualRubric[criterion]);
    }),
  );
  assert.deepEqual([meanTotal([]), meanTotal([600, 701])], [null, 651]);
});

test('a reviewer of the own team or department stands in conflict, however it is written', () => {
  const proposal = {
    side: 'school' as const,
    department: '机电工程系 Lab A',
    authorId: 'author',
    team: [
      { name: '王 强', personId: null },
      { name: 'Li', personId: 'li' },
    ],
  };
  const who = (
    personId: string,
    name: string,
    department: string,
    side: 'school' | 'enterprise' = 'school',
  ) => conflictOf({ personId, name, department, side }, proposal);
  assert.equal(who('author', 'x', '信息系'), 'review.in-team');
  assert.equal(who('li', 'x', '信息系'), 'review.in-team');
  assert.equal(who('other', '王强', '信息系'), 'review.in-team');
  assert.equal(who('other', 'x', '机电工程系lab a'), 'review.own-department');
  assert.equal(who('other', 'x', '机电工程系ｌａｂ Ａ'), 'review.own-department');
  assert.equal(who('other', '王强', '机电工程系 Lab A', 'enterprise'), null);
  assert.equal(who('other', 'x', '信息系'), null);
});
