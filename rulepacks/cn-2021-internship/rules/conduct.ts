import { daysBetween, instantMinutes } from '@dualtrack/rules';
import { UTC_OFFSET_MINUTES } from '../facts/forms.ts';
import { condition, present } from '../facts.ts';
import { consentFor } from './filing-checks.ts';
import { regulation } from './regulation.ts';

function earlier(day: string, other: string | undefined): string {
  return other !== undefined && other < day ? other : day;
}

function minutes(instant: string): number {
  return instantMinutes(instant, UTC_OFFSET_MINUTES) ?? Number.NaN;
}

/** Whether two GB/T 2260 codes name different units at a level of so many digits; a shorter code is compared as far as it goes. */
function differ(one: string, other: string, digits: number): boolean {
  const length = Math.min(digits, one.length, other.length);
  return one.slice(0, length) !== other.slice(0, length);
}

const PROVINCE_DIGITS = 2;
const PREFECTURE_DIGITS = 4;

/** Chapter 3: journal, visits, reports, lodging, and internships far from home. */
export const conductRules = [
  // 写日志、交报告 · Journal and report
  regulation({
    id: 'CN-INT-040',
    says: {
      'zh-CN': '学生撰写实习日志，结束时提交实习报告。',
      en: 'Students keep a journal and hand in a report at the end.',
    },
    article: { number: '20', chapter: 3, confidence: 'recalled' },
    subject: 'student',
    kind: 'requirement',
    severity: 'warn',
    moments: ['weekly', 'at_end'],
    checks: [
      condition({
        code: 'journal.kept',
        needs: ['journal.entries', 'policy.journalEntriesPerWeek'],
        uses: ['placement.start', 'placement.end'],
        holds: (facts, { on }) => {
          const entries = facts['journal.entries'];
          const written = typeof entries === 'number' ? entries : entries.length;
          const start = facts['placement.start'];
          if (start === undefined) return written > 0;
          const weeks = Math.floor(daysBetween(start, earlier(on, facts['placement.end'])) / 7);
          return written >= Math.max(0, weeks) * facts['policy.journalEntriesPerWeek'];
        },
      }),
      present('report.submitted', 'report.submittedAt', { from: 'at_end' }),
    ],
    remedy: 'journal.catch-up',
    provenance: {
      verified: false,
      evidence: 'recalled; school practice seen (https://jwc.gdpi.edu.cn/info/1160/3278.htm)',
      sources: ['REC'],
    },
  }),
  // 定期巡查、及时报告 · Regular visits, prompt reports
  regulation({
    id: 'CN-INT-041',
    says: {
      'zh-CN': '指导教师和专门人员定期指导、巡查、报告；重要情况立即报告，不得迟报、瞒报、漏报。',
      en: 'Teacher and mentor guide, visit and report regularly; important events are reported at once, not late, hidden or left out.',
    },
    article: { number: '22', chapter: 3, confidence: 'recalled' },
    subject: 'both',
    kind: 'requirement',
    severity: 'block',
    redLine: true,
    moments: ['weekly', 'on_event'],
    checks: [
      condition({
        code: 'visits.regular',
        needs: ['visit.logs', 'policy.visitMaxGapDays'],
        uses: ['placement.start', 'placement.end'],
        holds: (facts, { on }) => {
          const start = facts['placement.start'];
          const visits = facts['visit.logs'].toSorted();
          if (start === undefined) return visits.length > 0;
          const stops = [
            start,
            ...visits.filter((day) => day > start && day <= on),
            earlier(on, facts['placement.end']),
          ];
          return stops.every(
            (day, index) => daysBetween(stops[index - 1] ?? day, day) <= facts['policy.visitMaxGapDays'],
          );
        },
      }),
      condition({
        code: 'incident.reported-in-time',
        needs: ['incident.occurredAt', 'policy.incidentReportHours'],
        uses: ['incident.reportedAt'],
        from: 'on_event',
        holds: (facts) => {
          const occurred = facts['incident.occurredAt'];
          const reported = facts['incident.reportedAt'];
          if (occurred === null) return true;
          if (reported === undefined) return { missing: ['incident.reportedAt'] };
          if (reported === null) return false;
          return minutes(reported) - minutes(occurred) <= facts['policy.incidentReportHours'] * 60;
        },
      }),
    ],
    remedy: 'visits.resume-and-report',
    provenance: { verified: false, evidence: 'recalled', sources: ['REC'] },
  }),
  // 外地实习的住宿 · Lodging away from home
  regulation({
    id: 'CN-INT-042',
    says: {
      'zh-CN': '外地实习统一安排住宿；在外住宿须监护人签字并报学校备案。',
      en: "Far from home, school or host arrange lodging; who lives elsewhere needs the guardian's signature and the school's record.",
    },
    article: { number: '23', chapter: 3, confidence: 'recalled' },
    subject: 'school',
    kind: 'requirement',
    severity: 'block',
    moments: ['before_start'],
    when: [
      condition({
        code: 'placement.away-from-home',
        needs: ['placement.region', 'school.region'],
        holds: (facts) => differ(facts['placement.region'], facts['school.region'], PREFECTURE_DIGITS),
      }),
    ],
    checks: [
      condition({
        code: 'lodging.guardian-agreed',
        needs: ['lodging.type'],
        uses: ['lodging.guardianConsent'],
        holds: (facts) =>
          facts['lodging.type'] === 'arranged' ||
          (facts['lodging.guardianConsent'] ?? { missing: ['lodging.guardianConsent'] }),
      }),
      condition({
        code: 'lodging.filed',
        needs: ['lodging.type'],
        uses: ['lodging.filedAt'],
        holds: (facts) => {
          const filed = facts['lodging.filedAt'];
          if (facts['lodging.type'] === 'arranged') return true;
          return filed === undefined ? { missing: ['lodging.filedAt'] } : filed !== null;
        },
      }),
    ],
    remedy: 'lodging.arrange-or-file',
    provenance: { verified: false, evidence: 'recalled (2016 text similar)', sources: ['REC'] },
  }),
  // 跨省实习 · Another province
  regulation({
    id: 'CN-INT-043',
    says: {
      'zh-CN': '跨省实习须事先经学校主管部门同意并通报实习地。本条凭记忆整理、把握较低，核对原文前只作提醒。',
      en: "For an internship in another province the school's competent department agrees first and the other province is told. Recalled with little certainty: a warning only until the article has been read.",
    },
    article: { number: '24', chapter: 3, confidence: 'recalled-low' },
    subject: 'school',
    kind: 'requirement',
    severity: 'warn',
    moments: ['before_start'],
    when: [
      condition({
        code: 'placement.in-other-province',
        needs: ['placement.provinceCode', 'school.provinceCode'],
        holds: (facts) =>
          differ(facts['placement.provinceCode'], facts['school.provinceCode'], PROVINCE_DIGITS),
      }),
    ],
    checks: [consentFor('cross-province', 'CN-INT-043')],
    remedy: 'filing.get-consent',
    provenance: {
      verified: false,
      evidence: "recalled, low confidence: verify before shipping as 'block'",
      sources: ['REC'],
    },
  }),
  // 赴国（境）外实习 · Abroad
  regulation({
    id: 'CN-INT-044',
    says: {
      'zh-CN': '赴国（境）外实习须事先经主管部门同意，并派教师全程参与。',
      en: 'An internship abroad needs the consent of the competent department first, and a teacher who goes along.',
    },
    article: { number: '24', chapter: 3, confidence: 'recalled' },
    subject: 'school',
    kind: 'requirement',
    severity: 'block',
    moments: ['before_start'],
    when: [
      condition({
        code: 'placement.abroad',
        needs: ['placement.country'],
        holds: (facts) => facts['placement.country'] !== 'CN',
      }),
    ],
    checks: [
      consentFor('abroad', 'CN-INT-044'),
      present('placement.accompanied', 'placement.accompanyingTeacherId'),
    ],
    remedy: 'filing.get-consent-and-accompany',
    provenance: { verified: false, evidence: 'recalled', sources: ['REC'] },
  }),
  // 登记与动态监管 · Registered and supervised
  regulation({
    id: 'CN-INT-045',
    says: {
      'zh-CN': '实习纳入信息化管理，登记备案、动态监管。',
      en: 'Internships are registered and supervised through information systems.',
    },
    article: { number: '25', chapter: 3, confidence: 'recalled' },
    subject: 'authority',
    kind: 'requirement',
    severity: 'info',
    moments: ['on_create'],
    checks: [
      present('placement.registered', 'placement.registeredAt'),
      present('placement.reported', 'placement.reportedToRegulatorAt'),
    ],
    remedy: 'placement.register',
    waivableBy: 'authority',
    provenance: {
      verified: true,
      evidence: 'text (notice part 1) + https://www.hanspub.org/journal/paperinformation?paperid=126709',
      sources: ['NOTICE'],
    },
  }),
];
