import { addMonths, ratioCondition } from '@dualtrack/rules';
import { atMost, condition } from '../facts.ts';
import { declared, noComplaint } from './checks.ts';
import { familiarisation } from './exceptions.ts';
import { regulation } from './regulation.ts';

const SIX_MONTHS = 6;
const MOST_DAYS_IN_SIX_MONTHS = 184;

/** Chapter 2, Art. 10 and 11: how many interns, nobody profits, how long. */
export const limitsRules = [
  // 实习人数不超过在岗职工的十分之一 · At most a tenth of the host's staff
  regulation({
    id: 'CN-INT-007',
    says: {
      'zh-CN': '岗位实习学生一般不超过单位在岗职工总数的10%，各校学生合并计算。',
      en: "Post interns should generally not be more than 10 % of the host's on-duty staff; interns of all schools count.",
    },
    article: { number: '10', chapter: 2, confidence: 'inferred', note: '2016 number + 1' },
    subject: 'host',
    kind: 'limit',
    strength: 'generally',
    severity: 'by-policy',
    moments: ['on_create', 'daily'],
    checks: [
      ratioCondition({
        code: 'host.intern-share',
        count: 'host.activeInterns',
        basis: 'host.onDutyStaff',
        window: ['placement.start', 'placement.end'],
        parts: 10,
        in: 100,
      }),
    ],
    exceptions: [familiarisation],
    remedy: 'host.fewer-interns',
    waivableBy: 'school',
    provenance: {
      verified: true,
      evidence: "press_quote (2021 adds 'generally')",
      sources: ['BBT', 'R2016_9'],
    },
  }),
  // 同类岗位不超过五分之一 · At most a fifth of the staff in the same post
  regulation({
    id: 'CN-INT-008',
    says: {
      'zh-CN': '具体岗位的实习学生一般不超过同类岗位在岗职工的20%。',
      en: 'In one kind of post interns should generally not be more than 20 % of the on-duty staff there.',
    },
    article: { number: '10', chapter: 2, confidence: 'inferred', note: '2016 number + 1' },
    subject: 'host',
    kind: 'limit',
    strength: 'generally',
    severity: 'by-policy',
    moments: ['on_create', 'daily'],
    checks: [
      ratioCondition({
        code: 'post.intern-share',
        count: 'post.activeInterns',
        basis: 'post.sameKindStaff',
        window: ['placement.start', 'placement.end'],
        parts: 20,
        in: 100,
      }),
    ],
    exceptions: [familiarisation],
    remedy: 'post.fewer-interns',
    waivableBy: 'school',
    provenance: { verified: true, evidence: 'press_quote', sources: ['BBT', 'R2016_9'] },
  }),
  // 不得干预学校 · Nobody interferes with the school
  regulation({
    id: 'CN-INT-009',
    says: {
      'zh-CN': '任何单位或部门不得干预学校正常安排和实施实习。',
      en: 'No unit or department may interfere with how the school normally arranges and carries out internships.',
    },
    article: { number: '10', chapter: 2, confidence: 'inferred', note: '2016 number + 1' },
    subject: 'any',
    kind: 'prohibition',
    severity: 'info',
    redLine: true,
    moments: ['on_report'],
    checks: [
      declared('school.not-interfered-with', 'declaration.noInterference'),
      noComplaint('complaints.no-interference', 'interference'),
    ],
    remedy: 'authority.report-interference',
    provenance: { verified: true, evidence: 'press_quote', sources: ['BBT', 'R2016_9'] },
  }),
  // 不得强制指定单位 · No host is forced on the school
  regulation({
    id: 'CN-INT-010',
    says: {
      'zh-CN': '不得强制学校把学生安排到指定单位。',
      en: 'Nobody may force a school to send students to a designated host.',
    },
    article: { number: '10', chapter: 2, confidence: 'inferred', note: '2016 number + 1' },
    subject: 'any',
    kind: 'prohibition',
    severity: 'info',
    redLine: true,
    moments: ['on_report'],
    checks: [
      declared('school.host-not-forced', 'declaration.noForcedHost'),
      noComplaint('complaints.no-forced-host', 'forced-host'),
    ],
    remedy: 'authority.report-interference',
    provenance: { verified: true, evidence: 'press_quote', sources: ['BBT', 'R2016_9'] },
  }),
  // 严禁以营利为目的 · No internships for profit
  regulation({
    id: 'CN-INT-011',
    says: {
      'zh-CN': '严禁以营利为目的违规组织实习，这是全文唯一的“严禁”。',
      en: 'Organising internships in order to make money is strictly forbidden. It is the one line of the Regulations worded so.',
    },
    article: { number: '10', chapter: 2, confidence: 'inferred', note: '2016 number + 1' },
    subject: 'any',
    kind: 'prohibition',
    severity: 'block',
    redLine: true,
    moments: ['on_sign', 'monthly'],
    checks: [
      condition({
        code: 'agreement.no-payment-by-interns',
        needs: ['agreement.paymentsToSchool'],
        holds: (facts) =>
          facts['agreement.paymentsToSchool'].every(({ basis, amount }) => basis === 'other' || amount === 0),
      }),
      atMost('agreement.no-per-head-fees', 'agreement.perHeadFees', 0),
      atMost('payroll.nothing-held-back', 'payroll.heldBackFromWage', 0, { from: 'monthly' }),
    ],
    remedy: 'agreement.strike-payments-to-school',
    provenance: { verified: true, evidence: 'press_quote', sources: ['BBT', 'GMD', 'SHX'] },
  }),
  // 总时长一般为六个月 · About six months in all
  regulation({
    id: 'CN-INT-012',
    says: {
      'zh-CN': '岗位实习一般共六个月，可工学交替、分学期、分段安排。',
      en: 'Post internships generally last six months in total; they may alternate with school or be split.',
    },
    article: { number: '11', chapter: 2, confidence: 'inferred', note: '2016 number + 1' },
    subject: 'school',
    kind: 'limit',
    strength: 'generally',
    severity: 'warn',
    moments: ['on_create'],
    checks: [
      condition({
        code: 'placement.within-six-months',
        needs: ['placement.start', 'placement.end'],
        holds: (facts) => facts['placement.end'] <= addMonths(facts['placement.start'], SIX_MONTHS),
        change: (facts) => [
          {
            fact: 'placement.end',
            must: 'be-at-most',
            value: addMonths(facts['placement.start'], SIX_MONTHS),
          },
        ],
      }),
      atMost('student.post-days-within-six-months', 'student.postPlacementDays', MOST_DAYS_IN_SIX_MONTHS),
    ],
    exceptions: [familiarisation],
    remedy: 'placement.shorten',
    waivableBy: 'school',
    provenance: { verified: true, evidence: 'press_quote', sources: ['HKN', 'BBT', 'SHX'] },
  }),
];
