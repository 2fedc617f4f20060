import { addMonths } from '@dualtrack/rules';
import { INSPECTION_ITEMS } from '../facts/host.ts';
import { condition, includesAll, is, isOneOf, present } from '../facts.ts';
import { majorCategoryOf } from '../reading/major-category.ts';
import { doneByStart } from './checks.ts';
import { regulation } from './regulation.ts';

const PLAN_SECTIONS = ['purpose', 'tasks', 'schedule', 'place', 'mentors', 'assessment', 'safety'] as const;

/** Codes of the majors or categories a post is open to, however they were filed. */
function postCategories(facts: {
  readonly 'post.allowedMajorCodes'?: readonly string[];
  readonly 'post.majorCategory'?: string | readonly string[];
}): readonly string[] {
  const category = facts['post.majorCategory'] ?? [];
  return [
    ...(facts['post.allowedMajorCodes'] ?? []),
    ...(typeof category === 'string' ? [category] : category),
  ];
}

/** Chapters 1 and 2: what an internship is, which host and post, and the plan. */
export const organisationRules = [
  // 实习类型明确、单位已登记 · A known kind of internship at a registered host
  regulation({
    id: 'CN-INT-001',
    says: {
      'zh-CN':
        '实习只有认识实习和岗位实习两类；校内生产性基地、厂中校等须取得法人或非法人组织资格，才能作为实习单位。',
      en: 'There are two kinds, familiarisation and post internship. A workshop on campus or a factory in a school counts as a host only if it is registered as a legal person or an unincorporated organisation.',
    },
    article: { number: '2', chapter: 1, confidence: 'seen' },
    subject: 'both',
    kind: 'requirement',
    severity: 'block',
    moments: ['on_create'],
    checks: [
      isOneOf('placement.known-type', 'placement.type', ['familiarisation', 'post']),
      isOneOf('host.registered', 'host.registrationType', ['legal-person', 'unincorporated-organisation']),
      condition({
        code: 'host.has-credit-code',
        needs: ['host.unifiedSocialCreditCode'],
        holds: (facts) => /^[0-9A-Z]{18}$/.test(facts['host.unifiedSocialCreditCode'] ?? ''),
      }),
    ],
    remedy: 'host.register-or-change-type',
    provenance: { verified: true, evidence: 'text', sources: ['EST2', 'SCHK'] },
  }),
  // 岗位与专业对口 · The post fits the major
  regulation({
    id: 'CN-INT-002',
    says: {
      'zh-CN': '岗位应与所学专业对口或相近，不得跨专业大类安排。',
      en: "The post must match the student's major or be close to it; it may not lie in another major category.",
    },
    article: { number: '5', chapter: 1, confidence: 'recalled' },
    subject: 'school',
    kind: 'prohibition',
    severity: 'block',
    redLine: true,
    moments: ['on_match'],
    checks: [
      condition({
        code: 'post.same-major-category',
        needs: ['student.majorCode'],
        oneOf: [['post.allowedMajorCodes', 'post.majorCategory']],
        holds: (facts) => {
          const wanted = majorCategoryOf(facts['student.majorCode']);
          return postCategories(facts).some((code) => majorCategoryOf(code) === wanted);
        },
        change: (facts) => [{ fact: 'student.majorCode', must: 'be-one-of', value: postCategories(facts) }],
      }),
    ],
    remedy: 'post.choose-within-category',
    provenance: {
      verified: true,
      evidence: 'press_quote + provincial copy + VEL Art.50 (must not be unrelated to the major)',
      sources: ['GMD', 'SHX', 'VEL'],
    },
  }),
  // 实习单位经过考察 · The host was inspected
  regulation({
    id: 'CN-INT-003',
    says: {
      'zh-CN':
        '选定单位前，学校须实地考察并写成书面报告，涵盖资质、诚信、管理、岗位、工时、工作环境、生活环境、健康保障、安全防护九项。',
      en: 'Before choosing a host the school goes there and writes a report on nine matters, from qualification and credit to hours, living conditions and safety.',
    },
    article: { number: '7', chapter: 2, confidence: 'inferred', note: '2016 Art. 6 + 1' },
    subject: 'school',
    kind: 'requirement',
    severity: 'block',
    moments: ['before_first_placement'],
    checks: [
      condition({
        code: 'inspection.before-start',
        needs: ['host.inspectionReport.date'],
        uses: ['placement.start'],
        holds: (facts, { on }) => {
          const date = facts['host.inspectionReport.date'];
          return date !== null && date <= (facts['placement.start'] ?? on);
        },
      }),
      condition({
        code: 'inspection.recent',
        needs: ['host.inspectionReport.date', 'policy.inspectionMaxAgeMonths'],
        uses: ['placement.start'],
        holds: (facts, { on }) => {
          const date = facts['host.inspectionReport.date'];
          const start = facts['placement.start'] ?? on;
          return date === null || addMonths(date, facts['policy.inspectionMaxAgeMonths']) >= start;
        },
      }),
      includesAll('inspection.complete', 'host.inspectionReport.items', INSPECTION_ITEMS),
      present('inspection.signed', 'host.inspectionReport.signedBy'),
    ],
    remedy: 'host.inspect-and-report',
    provenance: {
      verified: false,
      evidence: '2016 text seen; 2021 wording recalled',
      sources: ['R2016_6', 'REC'],
    },
  }),
  // 单位合法、集体决策并公开 · The host is lawful, chosen together and published
  regulation({
    id: 'CN-INT-004',
    says: {
      'zh-CN': '实习单位应合法经营、管理规范；学校集体研究决定并公开名单。',
      en: 'Hosts operate lawfully and are well managed; the school decides on them as a body and publishes the list.',
    },
    article: { number: '7', chapter: 2, confidence: 'recalled' },
    subject: 'school',
    kind: 'requirement',
    severity: 'warn',
    moments: ['before_first_placement'],
    checks: [
      is('host.licence-valid', 'host.licenceValid', true),
      is('host.not-blacklisted', 'host.blacklisted', false),
      present('host.decided-collectively', 'school.decisionRecordId'),
      doneByStart('host.list-published', 'school.publishedAt'),
    ],
    remedy: 'host.decide-and-publish',
    waivableBy: 'school',
    provenance: {
      verified: false,
      evidence: '2016 text seen; publication part recalled',
      sources: ['R2016_6', 'REC'],
    },
  }),
  // 校企共同制定实习方案 · There is a joint plan
  regulation({
    id: 'CN-INT-005',
    says: {
      'zh-CN': '学校与单位共同制定方案，写明目的、任务、进度、地点、指导人员、考核和安全。',
      en: 'School and host make the plan together: purpose, tasks, schedule, place, mentors, assessment, safety.',
    },
    article: { number: '8', chapter: 2, confidence: 'recalled' },
    subject: 'both',
    kind: 'requirement',
    severity: 'block',
    moments: ['before_start'],
    checks: [
      present('plan.exists', 'placement.planId'),
      includesAll('plan.complete', 'plan.sections', PLAN_SECTIONS),
      is('plan.approved-by-school', 'plan.approvedBySchool', true),
      is('plan.approved-by-host', 'plan.approvedByHost', true),
    ],
    remedy: 'plan.complete-and-approve',
    provenance: { verified: false, evidence: 'recalled', sources: ['REC'] },
  }),
  // 自主实习须经学校同意 · A host of one's own needs the school's consent
  regulation({
    id: 'CN-INT-006',
    says: {
      'zh-CN': '学生自己选择单位的，须经学校同意，单位符合同样条件，学校指派教师了解情况。',
      en: 'A student who finds a host applies to the school; the host meets the same conditions and the school assigns a teacher.',
    },
    article: { number: '9', chapter: 2, confidence: 'recalled' },
    subject: 'student',
    kind: 'requirement',
    severity: 'block',
    moments: ['before_start'],
    when: [is('placement.found-by-student', 'placement.origin', 'self')],
    checks: [
      doneByStart('placement.school-agreed', 'placement.schoolApprovalAt'),
      present('placement.has-teacher', 'placement.schoolTeacherId'),
    ],
    remedy: 'placement.get-school-consent',
    provenance: {
      verified: false,
      evidence: 'existence of the right seen (XH); procedure recalled',
      sources: ['XH', 'REC'],
    },
  }),
];
