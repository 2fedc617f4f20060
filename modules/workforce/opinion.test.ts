import assert from 'node:assert/strict';
import { test } from 'node:test';
import { roles } from '@dualtrack/platform/contract';
import {
  type GivenOpinion,
  nextStep,
  opinionSteps,
  verdicts,
  whyNotAccept,
  whyNotOpinion,
} from './opinion.ts';

const people = ['head', 'office', 'president'] as const;

/** Every list of opinions that can come about, one step after the other, with the people who gave them. */
function everyRound(): GivenOpinion[][] {
  const found: GivenOpinion[][] = [[]];
  for (const [at, step] of opinionSteps.entries()) {
    const before = found.filter(
      (list) => list.length === at && list.every(({ verdict }) => verdict === 'for'),
    );
    const personId = people[at] ?? '';
    for (const list of before) {
      for (const verdict of verdicts) {
        if (step !== 'faculty' || verdict !== 'back') found.push([...list, { step, verdict, personId }]);
      }
    }
  }
  return found;
}

test('in every state one step at most is heard, and of one person only where three are needed', () => {
  const rounds = everyRound();
  assert.equal(rounds.length, 1 + 2 + 3 + 3);
  for (const given of rounds) {
    const next = nextStep(given);
    const heard: string[] = [];
    for (const role of roles) {
      for (const personId of [...people, 'another']) {
        for (const step of opinionSteps) {
          for (const verdict of verdicts) {
            const why = whyNotOpinion(given, { role, personId }, step, 'president', verdict);
            if (why === null) heard.push(`${role} ${personId} ${step} ${verdict}`);
          }
        }
      }
    }
    const allowed = {
      faculty: ['head', 'office', 'president', 'another'].flatMap((one) => [
        `programme-head ${one} faculty for`,
        `programme-head ${one} faculty against`,
      ]),
      // Not the head who spoke for the faculty, and not the president.
      office: ['office', 'another'].flatMap((one) =>
        verdicts.map((each) => `school-office ${one} office ${each}`),
      ),
      president: verdicts.map((each) => `school-office president president ${each}`),
    };
    assert.deepEqual(heard.sort(), next === null ? [] : allowed[next].sort(), JSON.stringify(given));
  }
});

test('without a president named the last step waits', () => {
  const two: GivenOpinion[] = [
    { step: 'faculty', verdict: 'for', personId: 'head' },
    { step: 'office', verdict: 'for', personId: 'office' },
  ];
  const actor = { role: 'school-office' as const, personId: 'president' };
  assert.equal(whyNotOpinion(two, actor, 'president', null), 'opinion.no-president');
  assert.equal(whyNotOpinion(two, actor, 'president', 'somebody'), 'opinion.not-president');
});

test('an order is accepted on three voices for it, or where nobody is asked', () => {
  for (const given of everyRound()) {
    assert.equal(whyNotAccept(given, false), null);
    const says = given.map(({ verdict }) => verdict).join();
    const why =
      says === 'for,for,for'
        ? null
        : says.endsWith('against')
          ? 'order.opinion-against'
          : 'order.opinions-missing';
    assert.equal(whyNotAccept(given, true), why, says);
  }
});
