import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type InternshipFacts, isFamilyField, isMinorOn, prefilledAnswers } from './internship.ts';
import { unanswered } from './template-values.ts';
import { standardTemplates } from './templates/standard.ts';

const facts: InternshipFacts = {
  student: {
    ...{
      name: '阿依古丽',
      sex: 'female',
      birthDate: '2009-05-01',
      studentNumber: 'S1',
      cohortName: '自动化2401',
    },
    ...{ phone: '13900000001', guardianName: '买买提', guardianPhone: '13900000002' },
  },
  ...{ teacherName: '周敏', mentorName: '马师傅', postTitle: '中控操作员', postTitleEn: 'DCS operator' },
  ...{ siteName: '一厂', internPay: 420_000, hazards: ['noise', '辐照'], startsOn: '2027-03-01' },
  insurance: { insurer: '某保险公司', number: 'P-1' },
};
const shared = {
  ...{ teacherPhone: '1', mentorPhone: '2', dailyHours: 8, weeklyHours: 40, payDay: 15, endNoticeDays: 7 },
  ...{ tasks: '甲', restDays: '周末', meals: '食堂', lodging: '宿舍', assessment: '考核' },
};

describe('the tripartite agreement of one placement', () => {
  test('a minor until the day before the eighteenth birthday, also one of 29 February', () => {
    assert.equal(isMinorOn('2009-03-01', '2027-02-28'), true);
    assert.equal(isMinorOn('2009-03-01', '2027-03-01'), false);
    assert.equal(isMinorOn('2008-02-29', '2026-02-28'), true);
    assert.equal(isMinorOn('2008-02-29', '2026-03-01'), false);
  });

  test('is filled from student, class and placement: what is left open only the family knows', () => {
    const given = prefilledAnswers(facts, shared);
    assert.deepEqual(unanswered(standardTemplates.tripartite.variables, given), [
      'identityNumber',
      'studentAddress',
    ]);
    assert.deepEqual(given.hazards, { zh: '噪声、辐照', en: 'noise, 辐照' });
    assert.equal(given.guardian, '买买提');
    assert.deepEqual(given.studentSex, { zh: '女', en: 'female' });
  });

  test('says nothing of the parents of an adult, and lets the office word what it said for the class', () => {
    const adult = { ...facts, student: { ...facts.student, birthDate: '2005-01-01' } };
    const given = prefilledAnswers(adult, { ...shared, mentor: '李师傅' });
    assert.ok(!('guardian' in given) && !('guardianPhone' in given) && !('guardianRelation' in given));
    assert.equal(given.mentor, '李师傅');
    assert.deepEqual(['student', 'guardian', 'school', 'witness-third'].map(isFamilyField), [
      true,
      true,
      false,
      false,
    ]);
  });
});
