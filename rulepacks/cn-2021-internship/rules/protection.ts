import { addDays, addMonths, ageOn } from '@dualtrack/rules';
import { atMost, condition, is } from '../facts.ts';
import { closedToMinors, closedToWomen, dependsOnState, highRisk } from '../reading/hazards.ts';
import { isEntertainment, isHumanResources } from '../reading/industry.ts';
import { familiarisation, filedFor } from './exceptions.ts';
import { regulation } from './regulation.ts';

const SECOND_YEAR = 2;
const WORKING_AGE = 16;
const FULL_AGE = 18;
const HEAVIEST_GRADE = 2;

/** First day on which somebody born then is so old. */
function birthday(birth: string, age: number): string {
  const day = addMonths(birth, age * 12);
  return ageOn(birth, day) >= age ? day : addDays(day, 1);
}

const PARTIES: ReadonlySet<string> = new Set(['school', 'host', 'student', 'guardian']);

/** Chapter 3, Art. 16 and 17: what no intern may be given to do. */
export const protectionRules = [
  // 一年级不得岗位实习 · Nobody in the first year
  regulation({
    id: 'CN-INT-022',
    says: {
      'zh-CN': '不得安排、接收一年级学生岗位实习。',
      en: 'No first-year student goes to a post internship.',
    },
    article: { number: '16', chapter: 3, confidence: 'seen' },
    subject: 'both',
    kind: 'prohibition',
    severity: 'block',
    redLine: true,
    moments: ['on_create', 'on_change'],
    checks: [
      condition({
        code: 'student.beyond-first-year',
        needs: ['placement.start'],
        oneOf: [['student.gradeYear', 'student.enrolmentDate']],
        holds: (facts) => {
          const enrolled = facts['student.enrolmentDate'];
          // Full years since enrolment, counted like an age, put the student one year further.
          const counted = enrolled === undefined ? undefined : ageOn(enrolled, facts['placement.start']) + 1;
          const stated = facts['student.gradeYear'];
          return (
            Math.min(stated ?? Number.POSITIVE_INFINITY, counted ?? Number.POSITIVE_INFINITY) >= SECOND_YEAR
          );
        },
        change: ({ 'student.gradeYear': stated, 'student.enrolmentDate': enrolled }) => {
          if (enrolled === undefined)
            return [{ fact: 'student.gradeYear', must: 'be-at-least', value: SECOND_YEAR }];
          if (stated !== undefined) return [];
          return [{ fact: 'placement.start', must: 'be-at-least', value: addMonths(enrolled, 12) }];
        },
      }),
    ],
    exceptions: [familiarisation],
    remedy: 'placement.wait-for-second-year',
    provenance: { verified: true, evidence: 'text (Art. 16 item 1)', sources: ['EST16', 'APP'] },
  }),
  // 未满十六周岁不得岗位实习 · Nobody under sixteen
  regulation({
    id: 'CN-INT-023',
    says: {
      'zh-CN': '不得安排、接收未满16周岁的学生岗位实习。',
      en: 'No student under 16 goes to a post internship.',
    },
    article: { number: '16', chapter: 3, confidence: 'seen' },
    subject: 'both',
    kind: 'prohibition',
    severity: 'block',
    redLine: true,
    moments: ['on_create', 'on_change'],
    checks: [
      condition({
        code: 'student.is-sixteen',
        needs: ['student.birthDate', 'placement.start'],
        holds: (facts) => ageOn(facts['student.birthDate'], facts['placement.start']) >= WORKING_AGE,
        change: (facts) => [
          {
            fact: 'placement.start',
            must: 'be-at-least',
            value: birthday(facts['student.birthDate'], WORKING_AGE),
          },
        ],
      }),
    ],
    exceptions: [familiarisation],
    remedy: 'placement.wait-until-sixteen',
    provenance: { verified: true, evidence: 'text (Art. 16 item 2)', sources: ['EST16', 'APP'] },
  }),
  // 未成年学生不做禁忌劳动 · Minors are kept from forbidden work
  regulation({
    id: 'CN-INT-024',
    says: {
      'zh-CN': '未成年学生不得从事未成年工禁忌从事的劳动。',
      en: 'Students of 16 and 17 do nothing that is forbidden to minor workers.',
    },
    article: { number: '16', chapter: 3, confidence: 'seen' },
    subject: 'both',
    kind: 'prohibition',
    severity: 'block',
    redLine: true,
    moments: ['on_create', 'on_change'],
    checks: [
      condition({
        code: 'post.open-to-minors',
        needs: ['student.birthDate', 'post.hazardTags'],
        uses: ['placement.start'],
        holds: (facts, { on }) =>
          ageOn(facts['student.birthDate'], facts['placement.start'] ?? on) >= FULL_AGE ||
          closedToMinors(facts['post.hazardTags']).length === 0,
        change: (facts) => [
          { fact: 'post.hazardTags', must: 'leave-out', value: closedToMinors(facts['post.hazardTags']) },
        ],
      }),
    ],
    remedy: 'post.choose-without-hazard',
    provenance: { verified: true, evidence: 'text (Art. 16 item 3)', sources: ['EST16', 'APP'] },
  }),
  // 女学生不做禁忌劳动 · Women are kept from forbidden work
  regulation({
    id: 'CN-INT-025',
    says: {
      'zh-CN': '女学生不得从事女职工禁忌从事的劳动，经期、孕期、哺乳期另有清单。',
      en: 'Female students do nothing that is forbidden to female workers, with the further lists for menstruation, pregnancy and nursing.',
    },
    article: { number: '16', chapter: 3, confidence: 'seen' },
    subject: 'both',
    kind: 'prohibition',
    severity: 'block',
    redLine: true,
    moments: ['on_create', 'on_change'],
    when: [is('student.is-female', 'student.sex', 'F')],
    checks: [
      condition({
        code: 'post.open-to-women',
        needs: ['post.hazardTags'],
        uses: ['student.protectedState'],
        holds: (facts) => {
          const tags = facts['post.hazardTags'];
          const state = facts['student.protectedState'];
          if (closedToWomen(tags, state ?? 'none').length > 0) return false;
          // Her state is private: it is asked for only where something depends on it.
          return state !== undefined || !dependsOnState(tags) || { missing: ['student.protectedState'] };
        },
        change: (facts) => {
          const closed = closedToWomen(facts['post.hazardTags'], facts['student.protectedState'] ?? 'none');
          return [{ fact: 'post.hazardTags', must: 'leave-out', value: closed }];
        },
      }),
    ],
    remedy: 'post.choose-without-hazard',
    provenance: { verified: true, evidence: 'text (Art. 16 item 4)', sources: ['EST16', 'APP'] },
  }),
  // 不得到娱乐场所 · No entertainment venues
  regulation({
    id: 'CN-INT-026',
    says: {
      'zh-CN': '不得安排到酒吧、夜总会、歌厅、洗浴中心、电子游戏厅、网吧等营业性娱乐场所。',
      en: 'Nobody is placed in bars, night clubs, karaoke, bath centres, game rooms, internet cafés or other commercial entertainment.',
    },
    article: { number: '16', chapter: 3, confidence: 'seen' },
    subject: 'both',
    kind: 'prohibition',
    severity: 'block',
    redLine: true,
    moments: ['on_create', 'on_change'],
    checks: [
      is('post.no-entertainment-venue', 'post.venueType', 'none'),
      condition({
        code: 'host.no-entertainment-industry',
        needs: ['host.industryCode'],
        holds: (facts) => !isEntertainment(facts['host.industryCode']),
      }),
    ],
    remedy: 'host.choose-other',
    provenance: { verified: true, evidence: 'text (Art. 16 item 5)', sources: ['EST16', 'APP'] },
  }),
  // 不得通过中介 · No agents
  regulation({
    id: 'CN-INT-027',
    says: {
      'zh-CN': '不得通过中介机构或有偿代理组织、安排和管理实习。',
      en: 'No intermediary and no paid agent organises, arranges or manages internships.',
    },
    article: { number: '16', chapter: 3, confidence: 'seen' },
    subject: 'both',
    kind: 'prohibition',
    severity: 'block',
    redLine: true,
    moments: ['on_create', 'on_change'],
    checks: [
      condition({
        code: 'host.no-agency',
        needs: ['host.industryCode'],
        holds: (facts) => !isHumanResources(facts['host.industryCode']),
      }),
      condition({
        code: 'workplace.run-by-host',
        needs: ['workplace.operator', 'host.legalName'],
        holds: (facts) => facts['workplace.operator'] === facts['host.legalName'],
        change: (facts) => [{ fact: 'workplace.operator', must: 'be', value: facts['host.legalName'] }],
      }),
      condition({
        code: 'agreement.no-agency-party',
        needs: ['agreement.partyTypes'],
        from: 'on_sign',
        holds: (facts) => facts['agreement.partyTypes'].every((type) => PARTIES.has(type)),
      }),
      condition({
        code: 'payroll.run-by-host',
        needs: ['payroll.payer', 'host.legalName'],
        from: 'monthly',
        holds: (facts) =>
          facts['payroll.payer'] === 'host' || facts['payroll.payer'] === facts['host.legalName'],
        change: (facts) => [{ fact: 'payroll.payer', must: 'be', value: facts['host.legalName'] }],
      }),
    ],
    remedy: 'placement.remove-agent',
    provenance: { verified: true, evidence: 'text (Art. 16 item 6)', sources: ['EST16', 'APP'] },
  }),
  // 不做重体力劳动 · No heavy labour
  regulation({
    id: 'CN-INT-028',
    says: {
      'zh-CN': '不得从事Ⅲ级强度及以上体力劳动或其他有害身心健康的实习。',
      en: 'No physical labour of grade III or above and nothing else that harms body or mind.',
    },
    article: { number: '16', chapter: 3, confidence: 'seen' },
    subject: 'both',
    kind: 'prohibition',
    severity: 'block',
    redLine: true,
    moments: ['on_create', 'on_change'],
    checks: [atMost('post.labour-grade', 'post.physicalLabourGrade', HEAVIEST_GRADE)],
    remedy: 'post.choose-lighter',
    provenance: { verified: true, evidence: 'text (Art. 16 item 7)', sources: ['EST16', 'XH'] },
  }),
  // 不做高风险工作 · No high-risk work
  regulation({
    id: 'CN-INT-029',
    says: {
      'zh-CN': '除专业或岗位有特殊要求并事先备案外，不得安排高空、井下、放射性、有毒、易燃易爆等高风险实习。',
      en: 'No work at heights, underground, with radiation, toxic, flammable or explosive substances or of other high risk, unless the major needs it and it was filed beforehand.',
    },
    article: { number: '17', chapter: 3, confidence: 'inferred', note: '2016 number + 1' },
    subject: 'host',
    kind: 'prohibition',
    severity: 'block',
    redLine: true,
    moments: ['on_roster_publish', 'daily'],
    checks: [
      condition({
        code: 'post.no-high-risk',
        needs: ['post.hazardTags'],
        holds: (facts) => highRisk(facts['post.hazardTags']).length === 0,
        change: (facts) => [
          { fact: 'post.hazardTags', must: 'leave-out', value: highRisk(facts['post.hazardTags']) },
        ],
      }),
    ],
    exceptions: [filedFor('high-risk', 'CN-INT-029')],
    remedy: 'post.choose-without-hazard-or-file',
    waivableBy: 'competent-department',
    provenance: {
      verified: false,
      evidence:
        'national text not seen; same clause read in Shanghai Art.50, an agreement generator citing the 2021 text, and a 2018 app checklist',
      sources: ['MODEL', 'SH50', 'APP'],
    },
  }),
];
