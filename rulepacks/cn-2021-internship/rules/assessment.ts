import { ARCHIVE_ITEMS } from '../facts/practice.ts';
import { condition, includesAll, is, isOneOf, present } from '../facts.ts';
import { regulation } from './regulation.ts';

const LEAST_OTHER_DIMENSIONS = 3;

/** Weights by dimension; a scheme that does not name attendance does not say what it counts for. */
function weighed(weights: Readonly<Record<string, number>>) {
  const entries = Object.entries(weights).map(
    ([name, weight]) => [name.trim().toLowerCase(), weight] as const,
  );
  return {
    attendance: entries.find(([name]) => name === 'attendance')?.[1],
    all: entries.reduce((sum, [, weight]) => sum + weight, 0),
    others: entries.filter(([name, weight]) => name !== 'attendance' && weight > 0).length,
  };
}

/** Chapter 4: how an internship is assessed and kept on file. */
export const assessmentRules = [
  // 校企共同考核 · Assessed by both sides
  regulation({
    id: 'CN-INT-046',
    says: {
      'zh-CN': '校企共同考核，结果纳入学业评价，作为毕业的重要依据。',
      en: 'School and host assess together; the result enters the record and counts towards graduation.',
    },
    article: { number: null, chapter: 4, confidence: 'chapter-only' },
    subject: 'both',
    kind: 'requirement',
    severity: 'block',
    moments: ['at_end'],
    checks: [
      present('assessment.by-host', 'assessment.hostScore'),
      present('assessment.by-school', 'assessment.schoolScore'),
      present('assessment.concluded', 'assessment.final'),
      present('assessment.on-record', 'transcript.postedAt'),
    ],
    remedy: 'assessment.conclude',
    provenance: { verified: true, evidence: 'press_quote', sources: ['HKN'] },
  }),
  // 不得简单套用考勤 · Not just attendance
  regulation({
    id: 'CN-INT-047',
    says: {
      'zh-CN': '不得简单套用实习单位考勤制度。',
      en: "The assessment must not simply copy the host's attendance system.",
    },
    article: { number: null, chapter: 4, confidence: 'chapter-only' },
    subject: 'both',
    kind: 'prohibition',
    severity: 'warn',
    redLine: true,
    moments: ['on_scheme_publish'],
    checks: [
      condition({
        code: 'assessment.attendance-share',
        needs: ['assessment.weights', 'policy.maxAttendanceWeight'],
        holds: (facts) => {
          const { attendance, all } = weighed(facts['assessment.weights']);
          if (attendance === undefined) return { missing: ['assessment.weights/attendance'] };
          return all > 0 && attendance <= facts['policy.maxAttendanceWeight'] * all;
        },
      }),
      condition({
        code: 'assessment.other-dimensions',
        needs: ['assessment.weights'],
        holds: (facts) => weighed(facts['assessment.weights']).others >= LEAST_OTHER_DIMENSIONS,
      }),
    ],
    remedy: 'assessment.reweigh',
    waivableBy: 'school',
    provenance: { verified: true, evidence: 'press_quote', sources: ['XH', 'SHX'] },
  }),
  // 不得简单套用员工标准 · Not judged as an employee
  regulation({
    id: 'CN-INT-048',
    says: {
      'zh-CN': '不得对学生简单套用员工标准进行考核。',
      en: 'Students must not simply be judged by the standards for employees.',
    },
    article: { number: null, chapter: 4, confidence: 'chapter-only' },
    subject: 'both',
    kind: 'prohibition',
    severity: 'warn',
    redLine: true,
    moments: ['on_scheme_publish'],
    checks: [
      isOneOf('assessment.scheme-not-host-only', 'assessment.schemeOrigin', ['school', 'joint']),
      is('assessment.rubric-for-students', 'assessment.rubric', 'student'),
    ],
    remedy: 'assessment.make-student-rubric',
    waivableBy: 'school',
    provenance: { verified: true, evidence: 'press_quote', sources: ['XH', 'SHX'] },
  }),
  // 四等成绩 · Four grades
  regulation({
    id: 'CN-INT-049',
    says: {
      'zh-CN': '成绩分优秀、良好、合格、不合格，合格以上得学分（2016年表述）。',
      en: 'Excellent, good, pass or fail; credit from pass upwards (wording of 2016).',
    },
    article: { number: null, chapter: 4, confidence: 'chapter-only' },
    subject: 'school',
    kind: 'requirement',
    severity: 'info',
    moments: ['at_end'],
    checks: [
      isOneOf('assessment.four-grades', 'assessment.grade', ['excellent', 'good', 'pass', 'fail']),
      condition({
        code: 'credits.only-when-passed',
        needs: ['assessment.grade', 'credits'],
        holds: (facts) => facts['assessment.grade'] !== 'fail' || facts.credits === 0,
        change: () => [{ fact: 'credits', must: 'be-at-most', value: 0 }],
      }),
    ],
    remedy: 'assessment.regrade',
    provenance: { verified: false, evidence: 'recalled (2016 Art. 29)', sources: ['REC'] },
  }),
  // 立卷归档 · Kept on file
  regulation({
    id: 'CN-INT-050',
    says: {
      'zh-CN': '按学生归档协议、方案、报告、考核、日志、检查记录、总结和佐证。',
      en: 'For each student: agreement, plan, report, assessment, journal, inspection records, summary, evidence.',
    },
    article: { number: null, chapter: 4, confidence: 'chapter-only' },
    subject: 'school',
    kind: 'requirement',
    severity: 'warn',
    moments: ['at_end'],
    checks: [includesAll('archive.complete', 'archive.items', ARCHIVE_ITEMS)],
    remedy: 'archive.complete',
    provenance: { verified: false, evidence: 'recalled', sources: ['REC'] },
  }),
];
