import { AGREEMENT_SECTIONS } from '../facts/agreement.ts';
import { condition, includesAll, is, present } from '../facts.ts';
import { doneByStart } from './checks.ts';
import { familiarisation } from './exceptions.ts';
import { regulation } from './regulation.ts';

const PARTIES = ['school', 'host', 'student'] as const;

/** Chapter 3, the agreement: three signatures, its sections, informed consent, the right to refuse. */
export const agreementRules = [
  // 先签三方协议 · Three signatures before the start
  regulation({
    id: 'CN-INT-016',
    article: { number: '13', chapter: 3, confidence: 'inferred', note: '2016 number + 1' },
    subject: 'both',
    kind: 'requirement',
    severity: 'block',
    redLine: true,
    moments: ['before_start'],
    checks: [
      present('agreement.from-model-text', 'agreement.templateId'),
      condition({
        code: 'agreement.signed-by-all',
        needs: ['agreement.signatures'],
        holds: (facts) =>
          PARTIES.every((party) => facts['agreement.signatures'].some(({ role }) => role === party)),
      }),
      condition({
        code: 'agreement.signed-by-start',
        needs: ['agreement.signatures', 'placement.start'],
        holds: (facts) =>
          facts['agreement.signatures'].every(
            ({ role, at }) => role === 'guardian' || at <= facts['placement.start'],
          ),
      }),
      condition({
        code: 'agreement.in-force',
        needs: ['agreement.signatures'],
        uses: ['agreement.voided'],
        holds: (facts) => facts['agreement.voided'] !== true,
      }),
    ],
    exceptions: [familiarisation],
    remedy: 'agreement.sign-before-start',
    provenance: { verified: true, evidence: 'press_quote', sources: ['PAPER', 'XH', 'SCHK', 'VEL'] },
  }),
  // 协议要素齐全 · The agreement says all it must
  regulation({
    id: 'CN-INT-017',
    article: { number: '14', chapter: 3, confidence: 'inferred', note: '2016 number + 1' },
    subject: 'both',
    kind: 'requirement',
    severity: 'block',
    moments: ['on_sign'],
    checks: [includesAll('agreement.complete', 'agreement.fields', AGREEMENT_SECTIONS)],
    exceptions: [familiarisation],
    remedy: 'agreement.add-sections',
    provenance: {
      verified: false,
      evidence: 'list recalled; most items seen in MODEL and Ningbo Art.9',
      sources: ['MODEL', 'REC', 'NB9'],
    },
  }),
  // 协议内容合法 · The agreement is lawful
  regulation({
    id: 'CN-INT-018',
    article: { number: '14', chapter: 3, confidence: 'inferred', note: '2016 number + 1' },
    subject: 'both',
    kind: 'prohibition',
    severity: 'block',
    redLine: true,
    moments: ['on_sign'],
    checks: [
      condition({
        code: 'agreement.clauses-lawful',
        needs: ['agreement.clauses'],
        holds: (facts) =>
          facts['agreement.clauses'].every(({ ruleFindings = [] }) => ruleFindings.length === 0),
      }),
    ],
    exceptions: [familiarisation],
    remedy: 'agreement.mend-clauses',
    provenance: { verified: false, evidence: 'recalled', sources: ['REC'] },
  }),
  // 取得知情同意书 · Student and guardian were told and agree
  regulation({
    id: 'CN-INT-019',
    article: { number: '15', chapter: 3, confidence: 'inferred', note: '2016 number + 1' },
    subject: 'school',
    kind: 'requirement',
    severity: 'block',
    moments: ['before_start'],
    when: [is('placement.arranged-by-school', 'placement.origin', 'school')],
    checks: [
      doneByStart('consent.student-signed', 'consent.student.signedAt'),
      doneByStart('consent.guardian-signed', 'consent.guardian.signedAt'),
    ],
    exceptions: [familiarisation],
    remedy: 'consent.collect-letter',
    provenance: { verified: true, evidence: 'press_quote', sources: ['XH', 'SHX'] },
  }),
  // 尊重拒绝 · A refusal is honoured
  regulation({
    id: 'CN-INT-020',
    article: { number: '15', chapter: 3, confidence: 'inferred', note: '2016 number + 1' },
    subject: 'school',
    kind: 'requirement',
    severity: 'block',
    moments: ['on_refusal'],
    standing: true,
    checks: [
      condition({
        code: 'consent.refusal-honoured',
        needs: ['consent.decision', 'placement.origin'],
        holds: (facts) => facts['consent.decision'] !== 'refused' || facts['placement.origin'] !== 'school',
        change: () => [{ fact: 'placement.origin', must: 'be', value: 'self' }],
      }),
    ],
    exceptions: [familiarisation],
    remedy: 'placement.let-student-choose',
    provenance: { verified: true, evidence: 'press_quote', sources: ['XH', 'SHX'] },
  }),
  // 认识实习由学校安排 · Familiarisation is arranged by the school
  regulation({
    id: 'CN-INT-021',
    article: { number: '15', chapter: 3, confidence: 'recalled' },
    subject: 'student',
    kind: 'prohibition',
    severity: 'block',
    redLine: true,
    moments: ['on_create'],
    when: [is('placement.is-familiarisation', 'placement.type', 'familiarisation')],
    checks: [is('familiarisation.arranged-by-school', 'placement.origin', 'school')],
    remedy: 'placement.school-arranges',
    provenance: { verified: false, evidence: 'recalled', sources: ['REC'] },
  }),
];
