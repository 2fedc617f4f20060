import { daysBetween } from '@dualtrack/rules';
import { condition, is, isOneOf, present } from '../facts.ts';
import { chargedFor } from '../reading/charges.ts';
import { doneByStart } from './checks.ts';
import { regulation } from './regulation.ts';

function lackingPpe(facts: {
  readonly 'ppe.issued': readonly string[];
  readonly 'post.hazardAssessment': { readonly requiredPpe: readonly string[] } | null;
}): readonly string[] {
  const required = facts['post.hazardAssessment']?.requiredPpe ?? [];
  return required.filter((article) => !facts['ppe.issued'].includes(article));
}

const DAYS_BEFORE_GUIDANCE = 7;

/** Chapters 5 and 6: training before work, protective articles, insurance. */
export const safetyRules = [
  // 安全培训合格后上岗 · Safety training passed before work
  regulation({
    id: 'CN-INT-051',
    says: {
      'zh-CN': '安全和操作规程培训须考核；未培训或不合格的不得参加实习。',
      en: 'Safety and operating training ends with an examination; who was not trained or failed does not start.',
    },
    article: { number: null, chapter: 5, confidence: 'chapter-only' },
    subject: 'host',
    kind: 'requirement',
    severity: 'block',
    redLine: true,
    moments: ['before_start'],
    checks: [
      doneByStart('training.done-by-start', 'training.safety.completedAt'),
      condition({
        code: 'training.passed',
        needs: ['training.safety.score', 'training.safety.passMark'],
        holds: (facts) => facts['training.safety.score'] >= facts['training.safety.passMark'],
        change: (facts) => [
          { fact: 'training.safety.score', must: 'be-at-least', value: facts['training.safety.passMark'] },
        ],
      }),
    ],
    remedy: 'training.pass-first',
    provenance: {
      verified: false,
      evidence:
        'duty seen in Work Safety Law (interns) and Ningbo Art.11; the no-pass-no-start clause recalled',
      sources: ['WSL', 'REC', 'NB9'],
    },
  }),
  // 劳动防护到位 · Protective articles and safe conditions
  regulation({
    id: 'CN-INT-052',
    says: {
      'zh-CN': '单位提供劳动防护用品和符合标准的安全健康条件。',
      en: 'The host provides protective articles and conditions that meet the health standards.',
    },
    article: { number: null, chapter: 5, confidence: 'chapter-only' },
    subject: 'host',
    kind: 'requirement',
    severity: 'block',
    moments: ['before_start'],
    checks: [
      present('post.hazards-assessed', 'post.hazardAssessment'),
      condition({
        code: 'ppe.issued',
        needs: ['ppe.issued', 'post.hazardAssessment'],
        holds: (facts) => lackingPpe(facts).length === 0,
        change: (facts) => [{ fact: 'ppe.issued', must: 'include', value: lackingPpe(facts) }],
      }),
    ],
    remedy: 'ppe.issue',
    provenance: { verified: true, evidence: 'text (Work Safety Law)', sources: ['WSL'] },
  }),
  // 有应急预案 · An emergency plan
  regulation({
    id: 'CN-INT-053',
    says: {
      'zh-CN': '健全安全责任和应急预案：先救助，再报告、处置。',
      en: 'Both sides have responsibilities for safety and an emergency plan: rescue first, report, handle.',
    },
    article: { number: null, chapter: 5, confidence: 'chapter-only' },
    subject: 'both',
    kind: 'requirement',
    severity: 'warn',
    moments: ['before_start'],
    checks: [
      present('host.has-emergency-plan', 'host.emergencyPlanId'),
      present('school.has-emergency-plan', 'school.emergencyPlanId'),
      condition({
        code: 'emergency.has-contacts',
        needs: ['emergency.contacts'],
        holds: (facts) => facts['emergency.contacts'].length > 0,
      }),
    ],
    remedy: 'emergency.plan',
    provenance: { verified: false, evidence: 'recalled', sources: ['REC'] },
  }),
  // 全程投保实习责任保险 · Liability insurance for the whole time
  regulation({
    id: 'CN-INT-054',
    says: {
      'zh-CN': '为每名学生投保实习责任保险，覆盖实习全过程。',
      en: 'Every intern is covered by internship liability insurance from the first day to the last.',
    },
    article: { number: null, chapter: 6, confidence: 'chapter-only' },
    subject: 'both',
    kind: 'requirement',
    severity: 'block',
    moments: ['before_start', 'daily'],
    checks: [
      present('insurance.has-policy', 'insurance.policyNo'),
      is('insurance.is-liability', 'insurance.type', 'internship-liability'),
      condition({
        code: 'insurance.covers-student',
        needs: ['insurance.insureds'],
        uses: ['student.id'],
        holds: (facts) => {
          const insured = facts['insurance.insureds'];
          const student = facts['student.id'];
          if (typeof insured === 'boolean') return insured;
          return student === undefined ? { missing: ['student.id'] } : insured.includes(student);
        },
      }),
      condition({
        code: 'insurance.from-start',
        needs: ['insurance.from', 'placement.start'],
        holds: (facts) => facts['insurance.from'] <= facts['placement.start'],
        change: (facts) => [{ fact: 'insurance.from', must: 'be-at-most', value: facts['placement.start'] }],
      }),
      condition({
        code: 'insurance.to-end',
        needs: ['insurance.to', 'placement.end'],
        holds: (facts) => facts['insurance.to'] >= facts['placement.end'],
        change: (facts) => [{ fact: 'insurance.to', must: 'be-at-least', value: facts['placement.end'] }],
      }),
    ],
    remedy: 'insurance.cover-whole-time',
    provenance: {
      verified: false,
      evidence: 'local law + earlier notices seen; 2021 article recalled',
      sources: ['SH50', 'QD34', 'INS2010', 'REC'],
    },
  }),
  // 保费不由学生承担 · The student does not pay for it
  regulation({
    id: 'CN-INT-055',
    says: {
      'zh-CN': '保险费不得向学生收取，也不得从报酬中抵扣。',
      en: 'The premium is neither charged to the student nor taken off the pay.',
    },
    article: { number: null, chapter: 6, confidence: 'chapter-only' },
    subject: 'both',
    kind: 'prohibition',
    severity: 'block',
    redLine: true,
    moments: ['on_purchase', 'monthly'],
    checks: [
      isOneOf('insurance.not-paid-by-student', 'insurance.payer', ['school', 'host', 'treasury']),
      condition({
        code: 'insurance.not-deducted',
        needs: ['payment.deductions'],
        from: 'monthly',
        holds: (facts) => {
          const taken = facts['payment.deductions'];
          // A bare sum does not say whether a premium is in it.
          if (typeof taken === 'number') return taken === 0 || { missing: ['payment.deductions/kind'] };
          return chargedFor(taken, ['insurance']) === 0;
        },
      }),
    ],
    remedy: 'insurance.pay-back-premium',
    provenance: {
      verified: false,
      evidence: 'not-charge part seen in 2010/2011 notices; deduction part recalled',
      sources: ['INS2010', 'REC'],
    },
  }),
  // 伤害先由保险赔付 · Injury: the insurer first
  regulation({
    id: 'CN-INT-056',
    says: {
      'zh-CN': '人身伤害先由保险赔付，不足部分按协议承担。',
      en: 'The insurer pays first; what is left is borne as the agreement says; nobody refuses help.',
    },
    article: { number: null, chapter: 6, confidence: 'chapter-only' },
    subject: 'both',
    kind: 'requirement',
    severity: 'info',
    moments: ['on_sign', 'on_event'],
    checks: [
      present('agreement.liability-split', 'agreement.liabilitySplit', { from: 'on_sign' }),
      condition({
        code: 'incident.claim-made',
        needs: ['incident.claimId'],
        uses: ['incident.occurredAt'],
        from: 'on_event',
        holds: (facts) => {
          if (facts['incident.claimId'] !== null || facts['incident.occurredAt'] === null) return true;
          return facts['incident.occurredAt'] === undefined ? { missing: ['incident.occurredAt'] } : false;
        },
      }),
    ],
    remedy: 'insurance.claim',
    provenance: { verified: false, evidence: 'recalled', sources: ['REC'] },
  }),
  // 保障休息、安全、保险和指导 · Rest, safety, insurance, guidance
  regulation({
    id: 'CN-INT-057',
    says: {
      'zh-CN': '单位保障休息休假、安全卫生、保险和技能指导等权利。',
      en: 'The host protects the rights to rest and leave, safety and hygiene, insurance and guidance.',
    },
    article: { number: null, chapter: 6, confidence: 'chapter-only' },
    subject: 'host',
    kind: 'requirement',
    severity: 'block',
    moments: ['continuous'],
    checks: [
      is('calendar.rest-respected', 'calendar.restRespected', true),
      present('insurance.in-force', 'insurance.policyNo'),
      condition({
        code: 'mentor.guides',
        needs: ['mentor.sessions'],
        uses: ['placement.start'],
        holds: (facts, { on }) => {
          const sessions = facts['mentor.sessions'];
          const start = facts['placement.start'];
          if (start !== undefined && daysBetween(start, on) < DAYS_BEFORE_GUIDANCE) return true;
          return (typeof sessions === 'number' ? sessions : sessions.length) > 0;
        },
      }),
    ],
    remedy: 'rights.restore',
    provenance: { verified: true, evidence: 'text (VEL Art.50) + press', sources: ['VEL', 'XH'] },
  }),
];
