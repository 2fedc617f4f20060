import assert from 'node:assert/strict';
import { test } from 'node:test';
import { roles } from '@dualtrack/platform/contract';
import {
  type AppealAction,
  appealActions,
  appealStates,
  appealTransitions,
  lastAppealDay,
  whyNotAppeal,
} from './appeal.ts';
import { isUnderAge } from './application-paper.ts';
import { whyNotEligible, whyNotSeat } from './eligibility.ts';
import { classActions, classStates, whyNot } from './order-class.ts';
import { missingDocuments, placementActions, placementStates, whyNotPlacement } from './placement.ts';
import { rubricScore } from './placing.ts';

/** Who may do what in which state, written down by hand: everything else is refused. */
const allowedClass: Record<string, string> = {
  'school-office':
    'edit@draft edit@open place@draft brief@draft brief@open brief@closed open@draft apply@open close@open reopen@closed match@closed match@matched publish@matched refill@published refill@running start@published finish@running',
  'enterprise-hr': 'score@open score@closed score@matched interview@open interview@closed interview@matched',
  student: 'apply@open book@open book@closed',
};
const sameAs: Record<string, string> = {
  'programme-head': 'school-office',
  'project-lead': 'enterprise-hr',
  mentor: 'enterprise-hr',
};

test('the class table walked whole: every state, action and role', () => {
  for (const role of roles) {
    const allowed = (allowedClass[sameAs[role] ?? role] ?? '').split(' ');
    for (const state of classStates) {
      for (const action of classActions) {
        const reason = whyNot({ state }, { role }, action);
        assert.equal(reason === null, allowed.includes(`${action}@${state}`), `${role} ${action} ${state}`);
      }
    }
  }
});

const allowedPlacement: Record<string, string> = {
  'school-office':
    'accept@offered decline@offered decline@accepted record@offered record@accepted record@active record-host@offered record-host@accepted record-host@active begin@accepted end@active leave@accepted leave@active move@offered move@accepted',
  'enterprise-hr': 'record-host@offered record-host@accepted record-host@active',
  student:
    'accept@offered decline@offered decline@accepted sign@accepted sign@active leave@accepted leave@active',
  guardian: 'consent@offered consent@accepted consent@active',
};

test('the placement table walked whole', () => {
  for (const role of roles) {
    const of = role === 'programme-head' ? 'school-office' : role;
    const allowed = (allowedPlacement[of] ?? '').split(' ');
    for (const state of placementStates) {
      for (const action of placementActions) {
        const reason = whyNotPlacement({ state }, { role }, action);
        assert.equal(reason === null, allowed.includes(`${action}@${state}`), `${role} ${action} ${state}`);
      }
    }
  }
});

const allowedAppeal: Record<string, Partial<Record<AppealAction, string>>> = {
  student: { withdraw: 'made' },
  guardian: { withdraw: 'made' },
  'school-office': { refuse: 'made', grant: 'made', relist: 'made' },
  'enterprise-hr': { settle: 'granted', return: 'granted' },
};

test('the appeal table walked whole, and every appeal comes to an end', () => {
  for (const role of roles) {
    for (const state of appealStates) {
      for (const action of appealActions) {
        const reason = whyNotAppeal({ state }, { role }, action);
        const isAllowed = allowedAppeal[role]?.[action] === state;
        assert.equal(reason === null, isAllowed, `${role} ${action} ${state}`);
        if (!isAllowed) {
          const isOwn = allowedAppeal[role]?.[action] !== undefined;
          assert.equal(reason, isOwn ? 'appeal.not-in-state' : 'appeal.not-your-role');
        }
      }
    }
  }
  const left = new Set(Object.values(appealTransitions).flatMap(({ from }) => [...from]));
  assert.deepEqual(
    appealStates.filter((state) => !left.has(state)),
    ['withdrawn', 'refused', 'settled'],
  );
});

test('the last day of an appeal, and who is under age', () => {
  assert.equal(lastAppealDay('2026-12-28', 7), '2027-01-04');
  assert.equal(lastAppealDay('2026-12-28', 0), null);
  assert.equal(lastAppealDay(null, 7), null);
  assert.equal(isUnderAge('2008-11-23', '2026-11-22'), true);
  assert.equal(isUnderAge('2008-11-23', '2026-11-23'), false);
  assert.equal(isUnderAge('2008-02-29', '2026-02-28'), true);
  assert.equal(isUnderAge('2008-02-29', '2026-03-01'), false);
});

test('students of the category may apply, and seats keep their own categories', () => {
  assert.equal(whyNotEligible({ majorCodes: ['460301'] }, { majorCode: '460301' }), null);
  assert.equal(whyNotEligible({ majorCodes: ['460301'] }, { majorCode: '460110' }), null);
  assert.equal(
    whyNotEligible({ majorCodes: ['460301'] }, { majorCode: '470201' }),
    'application.not-your-major',
  );
  assert.equal(whyNotEligible({ majorCodes: ['460301', '470201'] }, { majorCode: '470203' }), null);
  assert.equal(whyNotSeat({ majorCategories: [] }, { majorCode: '470201' }), null);
  assert.equal(
    whyNotSeat({ majorCategories: [6] }, { majorCode: '470201' }),
    'application.seat-not-for-major',
  );
});

test('each document that is not there is named', () => {
  const all = {
    ...{ schoolSignedOn: '2026-01-01', hostSignedOn: '2026-01-01', studentSignedOn: '2026-01-01' },
    ...{ studentConsentOn: '2026-01-01', guardianConsentOn: '2026-01-01', insurance: {} },
  };
  assert.deepEqual(missingDocuments(all), []);
  assert.deepEqual(missingDocuments({ ...all, hostSignedOn: null, insurance: null }), [
    'hostSigned',
    'insurance',
  ]);
});

test('the score of a rubric is the mean by weight, and there is none while points are missing', () => {
  const criteria = [
    { id: 'a', weight: 3 },
    { id: 'b', weight: 1 },
  ];
  assert.equal(
    rubricScore(
      criteria,
      new Map([
        ['a', 80],
        ['b', 61],
      ]),
    ),
    75.25,
  );
  assert.equal(rubricScore(criteria, new Map([['a', 80]])), null);
  assert.equal(rubricScore([], new Map()), null);
  assert.equal(rubricScore([{ id: 'a', weight: 3 }], new Map([['a', 0]])), 0);
});
