import { addDays, addMonths, daysBetween, shiftsOf } from '@dualtrack/rules';
import { REGISTER_ITEMS } from '../facts/stage.ts';
import { atLeast, atMost, condition, is } from '../facts.ts';
import { educationCode, labourCodeOnStages } from '../statute.ts';

const LEGOUX = 'https://www.legoux-associes.com/...';
const SECOB = 'https://www.secob.fr/...';
const TEN_HOURS = 600;

/** Whole days, the first and the last included. */
const lengthOf = (from: string, to: string) => daysBetween(from, to) + 1;

const wasHired = condition({
  code: 'hire.is-within-three-months',
  needs: ['hire.date', 'placement.end', 'placement.isFinalYear'],
  holds: (facts) => {
    const { 'hire.date': hired, 'placement.end': end } = facts;
    return facts['placement.isFinalYear'] && hired !== null && hired <= addMonths(end, 3);
  },
});

/** Tutor, post, presence, register, hiring and the certificate. */
export const stageHostRules = [
  educationCode({
    id: 'FR-S06',
    says: {
      'zh-CN': '一位导师同时指导的实习生不超过三名。',
      en: 'A tutor follows no more than three interns at a time.',
    },
    articles: 'L124-9, R124-13',
    kind: 'limit',
    checks: [atMost('tutor.at-most-three', 'tutor.activePlacements', 3)],
    remedy: 'tutor.assign-other',
    sources: [LEGOUX],
  }),
  educationCode({
    id: 'FR-S07',
    says: {
      'zh-CN': '同一岗位接收下一名实习生前，须间隔上次实习时长的三分之一；上一名实习生自行中断的除外。',
      en: 'Before the next intern on a post a third of the length of the last internship passes, unless that intern broke it off.',
    },
    articles: 'L124-11',
    kind: 'limit',
    checks: [
      condition({
        code: 'post.waited-a-third',
        needs: ['post.previousPlacement', 'placement.start'],
        holds: (facts) => {
          const before = facts['post.previousPlacement'];
          if (before === null || before.internBrokeOff) return true;
          const free = daysBetween(before.to, facts['placement.start']) - 1;
          return free * 3 >= lengthOf(before.from, before.to);
        },
      }),
    ],
    remedy: 'placement.start-later',
    sources: ['http://www.mde-haute-saintonge.com/index.php?page=duree-du-stage'],
  }),
  educationCode({
    id: 'FR-S08',
    says: {
      'zh-CN': '不得用实习生承担长期岗位的日常工作、顶替员工，或从事季节性、高峰期工作。',
      en: 'No internship for a regular permanent job, to replace staff, or for seasonal or peak work.',
    },
    articles: 'L124-7',
    kind: 'prohibition',
    checks: [
      is('post.is-for-training', 'post.kind', 'training'),
      condition({
        code: 'declaration.no-job-replaced',
        needs: ['declaration.noJobReplaced'],
        holds: (facts) => {
          const { holds, evidence } = facts['declaration.noJobReplaced'];
          if (!holds) return false;
          return evidence.length > 0 || { missing: ['declaration.noJobReplaced/evidence'] };
        },
      }),
    ],
    remedy: 'post.choose-other',
    evidence: 'secondary page names the article; the detail is recalled',
    sources: ['https://www.associatheque.fr/fr/focus-stagiaire.html (L124-7 named); detail recalled'],
  }),
  educationCode({
    id: 'FR-S09',
    says: {
      'zh-CN': '员工的在岗限制同样适用于实习生，其中每日不超过10小时；单位须记录在岗时间。',
      en: 'The limits of presence for staff hold for interns, among them ten hours a day; the host records presence.',
    },
    articles: 'L124-14 (Code du travail L3121-18)',
    kind: 'limit',
    moments: ['on_roster_publish'],
    checks: [
      condition({
        code: 'roster.ten-hours',
        needs: ['roster.shifts'],
        holds: (facts) => {
          const days = Map.groupBy(shiftsOf(facts['roster.shifts'], 1), ({ day }) => day);
          return [...days.values()].every(
            (day) => day.reduce((sum, { worked }) => sum + worked, 0) <= TEN_HOURS,
          );
        },
      }),
      is('host.keeps-presence-record', 'host.keepsPresenceRecord', true),
    ],
    remedy: 'roster.shorten-and-record',
    evidence: 'ten hours read in the text of L3121-18; L124-14 read in secondary pages',
    sources: [
      ...['Code du travail in npm @socialgouv/legi-data 2.513.0 (dateModif 2026-03-27)'],
      ...['L124-14 content: cci page item 6', SECOB],
    ],
  }),
  labourCodeOnStages({
    id: 'FR-S10',
    says: {
      'zh-CN': '实习生登入人员名册的专门部分，写明姓名、起止日、导师和地点，保存五年。',
      en: 'Interns stand in a part of the staff register with names, first and last day, tutor and place; it is kept five years.',
    },
    articles: 'L1221-13, D1221-23-1',
    kind: 'requirement',
    moments: ['before_start'],
    checks: [
      condition({
        code: 'register.entered-by-first-day',
        needs: ['register.entry', 'placement.start'],
        holds: (facts) => {
          const { 'register.entry': entry, 'placement.start': start } = facts;
          return entry !== null && entry.on <= start;
        },
      }),
      condition({
        code: 'register.entry-is-whole',
        needs: ['register.entry'],
        holds: (facts) => REGISTER_ITEMS.every((item) => facts['register.entry']?.items.includes(item)),
      }),
      atLeast('register.kept-five-years', 'register.retentionYears', 5),
    ],
    remedy: 'register.enter',
    evidence: 'statute text read; the five years in a secondary page',
    sources: [`5 years: ${SECOB}`],
  }),
  labourCodeOnStages({
    id: 'FR-S11',
    says: {
      'zh-CN': '劳动监察员可索取协议副本；违反限制的，每名实习生最高罚2000欧元，一年内再犯4000欧元。',
      en: 'Inspectors may ask for a copy of the agreement; breaches of the limits are fined up to 2,000 euro for each intern, 4,000 when repeated within a year.',
    },
    articles: 'R8113-3-1, R8115-6',
    kind: 'requirement',
    checks: [is('export.has-inspector-copy', 'export.hasInspectorCopy', true)],
    remedy: 'agreement.keep-copy',
    evidence: 'statute text read; the fines in a secondary page',
    sources: ['amounts: https://generali.fr/professionnel/actu/limite-nombre-stagiaires-entreprise'],
  }),
  labourCodeOnStages({
    id: 'FR-S12',
    says: {
      'zh-CN':
        '毕业年度实习结束后三个月内被录用的，实习时长从试用期中扣除，工作内容相同的全部扣除；超过两个月的计入工龄。',
      en: 'Who is hired within three months after an internship of the last year has its length taken off the probation, all of it for the same activities; above two months it counts for seniority.',
    },
    articles: 'L1221-24',
    kind: 'requirement',
    moments: ['at_end'],
    when: [wasHired],
    checks: [
      condition({
        code: 'hire.length-deducted',
        needs: ['hire.daysDeducted', 'hire.hasSameActivities', 'placement.start', 'placement.end'],
        holds: (facts) => {
          const whole = lengthOf(facts['placement.start'], facts['placement.end']);
          return facts['hire.daysDeducted'] >= (facts['hire.hasSameActivities'] ? whole : 1);
        },
      }),
      condition({
        code: 'hire.seniority-counted',
        needs: ['hire.countsForSeniority', 'placement.start', 'placement.end'],
        holds: (facts) => {
          const isLonger = addDays(facts['placement.end'], 1) > addMonths(facts['placement.start'], 2);
          return !isLonger || facts['hire.countsForSeniority'];
        },
      }),
    ],
    remedy: 'hire.deduct',
  }),
  educationCode({
    id: 'FR-S13',
    says: {
      'zh-CN': '实习结束时由单位出具实习证明。',
      en: 'At the end the host issues a certificate of the internship.',
    },
    articles: 'D124-9',
    kind: 'requirement',
    subject: 'host',
    moments: ['at_end'],
    checks: [
      condition({
        code: 'certificate.issued',
        needs: ['certificate.issuedAt', 'placement.end', 'policy.certificateDays'],
        holds: (facts, { on }) => {
          const last = addDays(facts['placement.end'], facts['policy.certificateDays']);
          return (facts['certificate.issuedAt'] ?? on) <= last;
        },
      }),
    ],
    remedy: 'certificate.issue',
    sources: ['https://facdeshumanites.univ-lyon3.fr/stages-toutes-les-modalites'],
  }),
] as const;
