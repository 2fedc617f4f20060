import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { addDays } from './due.ts';
import { debtorNamed, startUpDays } from './duty-rules.ts';
import { type DutySubject, proposeDuties } from './obligation.ts';
import { recordedDuties } from './recorded-duty.ts';
import { usualTerms } from './shapes.ts';
import type { GivenValues } from './template-values.ts';
import { type TemplateKind, templateKinds } from './template-variables.ts';
import { standardTemplates } from './templates/standard.ts';

const validFrom = '2027-01-01';
const validTo = '2028-12-31';
/** The clause codes that the standard text of a kind has. */
const clausesOf = (kind: TemplateKind) =>
  [...standardTemplates[kind].body.matchAll(/^## ([A-Z]\d{2})/gm)].map((found) => found[1] ?? '');
const subject = (kind: TemplateKind, given: GivenValues = {}, terms = {}): DutySubject => ({
  ...{ kind, given, validFrom, validTo, order: null, clauses: clausesOf(kind) },
  terms: { ...usualTerms, ...terms },
});
const brief = (kind: TemplateKind, given: GivenValues, terms = {}) =>
  proposeDuties(subject(kind, given, terms)).map(
    ({ key, owedBy, target, cadence, dueOn }) => `${key} ${owedBy} ${target} ${cadence} ${dueOn}`,
  );

describe('duties from the clauses of the standard templates', () => {
  test('of a base: stations, equipment by who brings it, mentors, insurance, meetings', () => {
    const equipment = [
      { item: { zh: '仿真台', en: 'Simulator' }, quantity: 3, contributor: { zh: '乙方', en: 'Party B' } },
      { item: { zh: '机床', en: 'Lathe' }, quantity: 4, contributor: { zh: '学校', en: 'the school' } },
      { item: { zh: '阀门', en: 'Valve' }, quantity: 5, contributor: { zh: '定远公司', en: '' } },
    ];
    const start = addDays(validFrom, startUpDays);
    assert.deepEqual(brief('base', { stations: 12, equipment }), [
      `B02.stations-provided enterprise 12 once ${start}`,
      `B03.equipment-provided.school school 4 once ${start}`,
      `B03.equipment-provided.enterprise enterprise 8 once ${start}`,
      `B04.mentors-appointed enterprise 3 once ${start}`,
      `B05.students-insured school 1000 once ${validTo}`,
      `B07.meetings-held both 2 yearly ${validTo}`,
    ]);
  });

  test('of shared staff: hours, practice, training, people engaged, the decision on renewal', () => {
    const experts = [{ person: '甲' }, { person: '乙' }];
    const terms = { enterpriseCourseHours: 64, teacherPracticeDays: 30, staffTrainingDays: 40 };
    assert.deepEqual(brief('talent-sharing', { experts }, terms), [
      `T02.course-hours enterprise 64 yearly ${validTo}`,
      `T02.experts-engaged school 2 once ${addDays(validFrom, startUpDays)}`,
      `T03.teacher-practice-days enterprise 30 yearly ${validTo}`,
      `T04.staff-training-days school 40 yearly ${validTo}`,
      `T06.work-assessed both 1 yearly ${validTo}`,
      `T08.meetings-held both 2 yearly ${validTo}`,
      `T09.renewal-decision both 1 once ${addDays(validTo, -usualTerms.noticeDays)}`,
    ]);
  });

  test('of a joint project: each milestone on its day under its own name, and the budget to the last fen', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 1e12 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (budget, schoolShare) => {
          const milestones = [
            { due: '2027-06-30', result: { zh: '样机', en: 'Prototype' } },
            { due: '2031-01-01', result: null },
          ];
          const duties = proposeDuties(
            subject('joint-innovation', { budget, schoolShare, milestones, studentCount: 6 }),
          );
          const money = duties.filter((one) => one.metric === 'money-invested');
          assert.equal(
            money.reduce((sum, one) => sum + one.target, 0),
            budget,
          );
          const reached = duties.filter((one) => one.metric === 'milestones-reached');
          assert.deepEqual(
            reached.map((one) => [one.dueOn, one.title, one.titleEn]),
            [
              ['2027-06-30', '样机', 'Prototype'],
              [validTo, '', ''],
            ],
          );
          assert.equal(duties.find((one) => one.metric === 'students-taking-part')?.target, 6);
        },
      ),
    );
  });

  test('of a memorandum: each next step is owed by who is named; of an internship the whole pay', () => {
    const steps = [
      { work: { zh: '调研', en: 'Survey' }, owner: { zh: '甲方', en: 'Party A' }, due: '2027-03-31' },
      { work: { zh: '起草', en: 'Draft' }, owner: { zh: '双方', en: 'Both' }, due: null },
    ];
    assert.deepEqual(brief('memorandum', { steps }), [
      'M03.steps-done.1 school 1 once 2027-03-31',
      `M03.steps-done.2 both 1 once ${validTo}`,
    ]);
    const year = { ...subject('tripartite', { pay: 300_000 }), validTo: '2027-12-31' };
    const pay = proposeDuties(year).find((one) => one.metric === 'internship-pay');
    assert.ok(pay && Math.abs(pay.target - 12 * 300_000) < 3_000, String(pay?.target));
  });

  test('of every kind: keys once, days inside the term, and nothing from a clause that is not there', () => {
    const answers: GivenValues = {
      ...{ stations: 5, budget: 100, schoolShare: 0.5, pay: 100 },
      steps: [{ owner: '甲方', due: '2020-01-01' }],
      milestones: [{ due: 'soon' }],
    };
    fc.assert(
      fc.property(fc.constantFrom(...templateKinds), fc.nat(), (kind, pick) => {
        const all = clausesOf(kind);
        const clauses = all.filter((_, index) => ((pick >> index) & 1) === 1);
        const duties = proposeDuties({ ...subject(kind, answers), clauses });
        assert.equal(new Set(duties.map((one) => one.key)).size, duties.length);
        for (const { clause, dueOn, target } of duties) {
          assert.ok(clauses.includes(clause) && dueOn >= validFrom && dueOn <= validTo && target >= 1);
        }
      }),
    );
    for (const kind of templateKinds.filter((one) => one !== 'order-class'))
      assert.ok(proposeDuties(subject(kind, answers)).length > 0, kind);
  });

  test('who is named in free words; nobody in particular is both', () => {
    const named = (zh: string, en = '') => debtorNamed({ zh, en });
    assert.deepEqual(
      [
        named('甲方'),
        named('', 'Party B'),
        named('校企双方'),
        named('双方'),
        debtorNamed('企业'),
        debtorNamed(null),
      ],
      ['school', 'enterprise', 'both', 'both', 'enterprise', 'both'],
    );
  });
});

test('a registered paper counts what was typed with a figure, once it is confirmed, and only quotes the rest', () => {
  const words = { zh: '每年授课不少于40学时', en: null };
  const duty = {
    ...{ metric: 'course-hours' as const, owedBy: 'enterprise' as const, target: 40 },
    ...{ cadence: 'yearly' as const, dueOn: validTo, clause: '' },
  };
  const plain = { number: 1, side: 'school', words: { zh: '加强合作', en: null }, duty: null } as const;
  const counted = { number: 2, side: 'enterprise' as const, words, duty };
  const found = (confirmation: 'waiting' | 'confirmed' | 'disputed', isDropped = false) =>
    recordedDuties([
      { ...plain, confirmation, isDropped: false },
      { ...counted, confirmation, isDropped },
    ]);
  assert.deepEqual(found('confirmed'), [
    {
      ...duty,
      ...{ key: 'record.2.course-hours', title: words.zh, titleEn: words.zh, isUnconfirmed: false },
    },
  ]);
  assert.deepEqual(
    (['waiting', 'disputed'] as const).map((one) => found(one)[0]?.isUnconfirmed),
    [true, true],
  );
  assert.deepEqual(found('confirmed', true), []);
});
