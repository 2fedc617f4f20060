import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { addDay } from './days.ts';
import { practiceDays } from './practice.ts';
import {
  type Answer,
  answers,
  isLateCancel,
  nextAnswer,
  sessionActions,
  sessionFrom,
  sessionStates,
  stateByAnswers,
  whyNotSession,
} from './session.ts';
import { sides } from './side.ts';
import { stayActions, stayStates, staySteps, whyNotStay } from './stay.ts';

const yesNo = [true, false];
const now = new Date('2026-11-22T02:00:00Z');
const hour = 3_600_000;

describe('state tables', () => {
  test('sessions: every state × action × person × time', () => {
    let tried = 0;
    for (const state of sessionStates)
      for (const action of sessionActions)
        for (const side of sides)
          for (const isLead of yesNo)
            for (const isPart of yesNo)
              for (const [from, to] of [
                [-3, -2],
                [-1, 1],
                [1, 2],
              ] as const) {
                const facts = {
                  ...{ state, now, attested: [] },
                  ...{
                    startsAt: new Date(now.getTime() + from * hour),
                    endsAt: new Date(now.getTime() + to * hour),
                  },
                };
                const reason = whyNotSession(facts, { side, isLead, isPart }, action);
                const isPerson = action === 'seat' || isLead || isPart;
                const isTime =
                  action === 'attest'
                    ? to <= 0
                    : ['cancel', 'seat', 'place'].includes(action)
                      ? from > 0
                      : true;
                const may = sessionFrom[action].includes(state) && isPerson && isTime;
                assert.equal(reason === null, may, `${state} ${action} ${from}`);
                const attested = { ...facts, attested: [side] };
                if (action === 'attest')
                  assert.notEqual(whyNotSession(attested, { side, isLead, isPart }, action), null);
                tried += 1;
              }
    assert.equal(tried, sessionStates.length * sessionActions.length * 2 * 2 * 2 * 3);
  });

  test('answers: nothing final is answered again, and only a lead ends an approval', () => {
    for (const current of answers)
      for (const said of ['accept', 'decline'] as const)
        for (const isExpert of yesNo)
          for (const isLead of yesNo)
            for (const needsApproval of yesNo) {
              const next = nextAnswer(current, said, { isExpert, isLead, needsApproval });
              if (current === 'accepted' || current === 'declined') assert.equal(next, null);
              if (!isExpert && !isLead) assert.equal(next, null);
              if (next === 'accepted' && needsApproval) assert.ok(isLead);
              if (next === 'to-approve') assert.ok(needsApproval && !isLead && current === 'waiting');
            }
    fc.assert(
      fc.property(fc.array(fc.constantFrom<Answer>(...answers)), (given) => {
        const state = stateByAnswers(given);
        assert.equal(
          state === 'declined',
          given.some((one) => one === 'declined'),
        );
        assert.equal(state === 'planned', given.length > 0 && !given.some((one) => one !== 'accepted'));
      }),
    );
  });

  test('stays: the host answers and assesses, the guest writes', () => {
    for (const state of stayStates)
      for (const action of stayActions)
        for (const side of sides)
          for (const isLead of yesNo)
            for (const isExpert of yesNo) {
              const stay = { state, side: 'school' as const, fromOn: '2026-11-01', today: '2026-11-22' };
              const reason = whyNotStay(stay, { side, isLead, isExpert }, action);
              const isGuest = isExpert || (side === 'school' && isLead);
              const isHost = side === 'enterprise' && isLead;
              const { from, by } = staySteps[action];
              assert.equal(reason === null, from.includes(state) && (by === 'guest' ? isGuest : isHost));
            }
  });

  test('calling off is late inside the agreed notice only', () => {
    const at = (hours: number) => ({
      startsAt: new Date(now.getTime() + hours * hour),
      now,
      noticeHours: 48,
    });
    assert.deepEqual(
      [49, 48, 47].map((one) => isLateCancel(at(one))),
      [false, false, true],
    );
  });
});

test('days of practice are counted once, in the window only, as a list of days would', () => {
  const span = fc
    .tuple(fc.integer({ min: -2_400, max: 100 }), fc.integer({ min: 0, max: 90 }))
    .map(([from, length]) => ({ from: addDay('2026-11-22', from), to: addDay('2026-11-22', from + length) }));
  fc.assert(
    fc.property(fc.array(span, { maxLength: 6 }), (records) => {
      let count = 0;
      for (let day = '2021-11-23'; day <= '2026-11-22'; day = addDay(day, 1))
        if (records.some(({ from, to }) => from <= day && day <= to)) count += 1;
      assert.equal(practiceDays(records, 5, '2026-11-22'), count);
    }),
  );
});
