import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { addDays } from './due.ts';
import { isDueNotice, noticeGrounds, noticeStates, whyNotNotice } from './notice.ts';
import { changeStates, type Duty, type DutyWish, proposeDuties, settleDuties } from './obligation.ts';
import { type AgreementTerms, usualTerms } from './shapes.ts';

const order = {
  ...{ number: 'N1', className: '班', programmeName: '', programmeNameEn: '', majorCode: '460301' },
  ...{ seats: 20, startQuarter: '2027-Q1', posts: [] },
};
const clauses = Array.from({ length: 20 }, (_, index) => `O${String(index + 1).padStart(2, '0')}`);
const orderClass = { kind: 'order-class', given: {} };
const figure = fc.option(fc.integer({ min: 1, max: 200 }), { nil: null });

describe('proposed duties', () => {
  test('follow from clauses that are there and figures that are known, with due days inside the term', () => {
    fc.assert(
      fc.property(
        figure,
        figure,
        figure,
        fc.option(fc.integer({ min: 1, max: 100 }), { nil: null }),
        fc.subarray(clauses),
        fc.integer({ min: 1, max: 1_500 }),
        (enterpriseCourseHours, trainingWeeks, staffTrainingDays, percent, present, days) => {
          const terms: AgreementTerms = {
            ...usualTerms,
            ...{ enterpriseCourseHours, trainingWeeks, staffTrainingDays },
            minimumHireShare: percent === null ? null : percent / 100,
          };
          const [validFrom, validTo] = ['2027-01-01', addDays('2027-01-01', days)];
          const duties = proposeDuties({ ...orderClass, terms, order, validFrom, validTo, clauses: present });
          assert.equal(new Set(duties.map((duty) => duty.key)).size, duties.length);
          for (const duty of duties) {
            assert.ok(present.includes(duty.clause));
            assert.ok(duty.dueOn >= validFrom && duty.dueOn <= validTo);
            assert.ok(Number.isSafeInteger(duty.target) && duty.target > 0);
          }
          const has = (clause: string, metric: string) =>
            duties.some((duty) => duty.clause === clause && duty.metric === metric);
          assert.equal(has('O05', 'course-hours'), enterpriseCourseHours !== null && present.includes('O05'));
          assert.equal(has('O08', 'practice-weeks'), trainingWeeks !== null && present.includes('O08'));
          assert.equal(has('O10', 'offers-made'), percent !== null && present.includes('O10'));
          assert.equal(has('O17', 'meetings-held'), present.includes('O17'));
        },
      ),
    );
    const unknown = { ...orderClass, terms: null, order, validFrom: null, validTo: null, clauses };
    assert.deepEqual(proposeDuties(unknown), []);
  });
});

describe('settled duties', () => {
  const duty = (key: string, target: number): Duty => ({
    ...{ key, clause: 'O17', metric: 'meetings-held', owedBy: 'both', target },
    ...{ cadence: 'once', dueOn: '2027-06-30' },
  });
  const key = fc.constantFrom('a', 'b', 'c');
  const change = fc.record({
    key,
    state: fc.constantFrom(...changeStates),
    wish: fc.oneof(
      fc.constant<DutyWish>({ kind: 'waive' }),
      fc.integer({ min: 1, max: 99 }).map(
        (target): DutyWish => ({
          ...{ kind: 'set', duty: duty('', target), title: '', titleEn: '' },
        }),
      ),
    ),
  });

  test('are the paper, and over it the last that both sides agreed to', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 12 }), (changes) => {
        const settled = settleDuties([duty('a', 1), duty('b', 2)], changes);
        for (const name of ['a', 'b', 'c']) {
          const agreed = changes.filter((one) => one.key === name && one.state === 'agreed');
          const sets = agreed.flatMap(({ wish }) => (wish.kind === 'set' ? [wish.duty.target] : []));
          const target = sets.at(-1) ?? { a: 1, b: 2 }[name];
          const found = settled.find((one) => one.key === name);
          assert.equal(found?.target, target);
          if (found === undefined) continue;
          // A waiver stands until both agree to a figure again; one of nothing waives nothing.
          const firstSet = agreed.findIndex(({ wish }) => wish.kind === 'set');
          const standing = name === 'c' ? agreed.slice(Math.max(0, firstSet)) : agreed;
          assert.equal(found.isWaived, standing.at(-1)?.wish.kind === 'waive');
          assert.equal(found.basis, standing.length > 0 ? 'agreed' : 'paper');
        }
      }),
    );
  });
});

describe('notices', () => {
  test('every state, ground, side and action', () => {
    for (const state of noticeStates) {
      for (const ground of noticeGrounds) {
        const notice = { side: 'school' as const, ground, state, effectiveOn: '2027-01-01' };
        const isOpen = state === 'given' || state === 'agreed';
        assert.equal(whyNotNotice(notice, 'school', 'withdraw') === null, isOpen);
        assert.equal(whyNotNotice(notice, 'enterprise', 'withdraw'), 'notice.not-your-side');
        for (const action of ['agree', 'refuse'] as const) {
          assert.equal(whyNotNotice(notice, 'school', action), 'notice.not-your-side');
          const may = ground === 'consent' && state === 'given';
          assert.equal(whyNotNotice(notice, 'enterprise', action) === null, may);
          assert.equal(whyNotNotice(notice, null, action), 'notice.not-your-side');
        }
        const takesEffect = state === 'agreed' || (state === 'given' && ground !== 'consent');
        assert.equal(isDueNotice(notice, '2027-01-01'), takesEffect);
        assert.equal(isDueNotice(notice, '2026-12-31'), false);
      }
    }
  });
});
