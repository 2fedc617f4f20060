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
    says: {
      'zh-CN': '岗位实习前，学校、单位、学生三方须以示范文本为基础签订协议，未签不得安排。',
      en: 'School, host and student sign an agreement based on the official model before a post internship. Without it there is none.',
    },
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
    says: {
      'zh-CN':
        '协议须写明各方信息、时间地点内容、食宿工时休假、报酬、劳动保护、保险与责任、考核、违约和其他事项。',
      en: 'It states the parties; time, place and content; board, lodging, hours and leave; pay; labour protection; insurance and liability; assessment; breach; other matters.',
    },
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
    says: {
      'zh-CN': '协议内容不得违反法律法规。',
      en: 'Nothing in the agreement may contradict the law.',
    },
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
    says: {
      'zh-CN': '学校统一组织的岗位实习，无论学生是否成年，都须有学生和监护人（家长）签字的知情同意书。',
      en: 'Every post internship the school arranges needs a letter of informed consent signed by the student and by a guardian or parent, of age or not.',
    },
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
    says: {
      'zh-CN': '学生或家长明确不同意学校安排的，可自行选择符合条件的单位。',
      en: "Students or parents who clearly refuse the school's arrangement may choose a suitable host themselves.",
    },
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
    says: {
      'zh-CN': '认识实习由学校安排，学生不得自行选择。',
      en: 'Students do not arrange familiarisation internships on their own.',
    },
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
