import { type AgreementItem, READ_ITEMS, RECALLED_ITEMS } from '../facts/stage.ts';
import { condition, includesAll, is } from '../facts.ts';
import { educationCode } from '../statute.ts';
import { internsPerWeek, raisedLimit } from './intern-ratio.ts';

const LYON3 = 'https://facdeshumanites.univ-lyon3.fr/stages-toutes-les-modalites';
const CCI = 'http://www.cci-paris-idf.fr/la-convention-de-stage-dfcta';
const LEGOUX = 'https://www.legoux-associes.com/...';

const MOST_HOURS = 924;
/** Up to so many hours no allowance is due. */
const FREE_HOURS = 308;
/** Smallest hourly allowance by start year in euro cent, as read; other years follow from the announced ceiling. */
const ALLOWANCE: Readonly<Record<string, number>> = { 2023: 405, 2025: 435 };

/** The agreement, its length, the allowance and how many interns there may be. */
export const stageRules = [
  educationCode({
    id: 'FR-S01',
    says: {
      'zh-CN': '学生（或代理人）、接收单位、学校、指导教师和单位导师在实习开始前签字。',
      en: 'Student or representative, host, school, referring teacher and tutor sign before the internship begins.',
    },
    articles: 'L124-1, D124-4',
    kind: 'requirement',
    subject: 'both',
    checks: [
      condition({
        code: 'agreement.signed-before-start',
        needs: ['agreement.signatures', 'placement.start'],
        holds: (facts) => {
          const early = facts['agreement.signatures'].filter(({ on }) => on < facts['placement.start']);
          const by = new Set(early.map((signature) => signature.by));
          const others = (['host', 'school', 'teacher', 'tutor'] as const).every((one) => by.has(one));
          return others && (by.has('student') || by.has('representative'));
        },
      }),
    ],
    remedy: 'agreement.sign',
    sources: [LYON3, CCI],
  }),
  educationCode({
    id: 'FR-S02',
    says: {
      'zh-CN':
        '协议写明课程、教师与导师、能力目标、活动、日期与时长、在岗时间、指导方式、津贴和社会保障；另外六项部分凭记忆。',
      en: 'The agreement names curriculum, teacher and tutor, competences, activities, dates and length, presence, supervision, allowance and social protection; six more items are partly recalled.',
    },
    articles: 'D124-4',
    kind: 'requirement',
    subject: 'both',
    checks: [
      includesAll<AgreementItem>('agreement.read-items', 'agreement.fields', READ_ITEMS),
      includesAll<AgreementItem>('agreement.recalled-items', 'agreement.fields', RECALLED_ITEMS),
    ],
    remedy: 'agreement.add-items',
    evidence: 'secondary page read for the first nine items; the other six partly recalled',
    sources: [CCI],
  }),
  educationCode({
    id: 'FR-S03',
    says: {
      'zh-CN': '同一单位、同一学年在岗不超过924小时；7小时为一天，22天为一个月。',
      en: 'At one host and in one school year at most 924 hours of presence; seven hours are a day, 22 days a month.',
    },
    articles: 'L124-5, D124-6',
    kind: 'limit',
    moments: ['on_sign', 'daily'],
    checks: [
      condition({
        code: 'attendance.within-six-months',
        needs: ['attendance.hoursInSchoolYear'],
        holds: (facts) => facts['attendance.hoursInSchoolYear'] <= MOST_HOURS,
        change: () => [{ fact: 'attendance.hoursInSchoolYear', must: 'be-at-most', value: MOST_HOURS }],
      }),
    ],
    remedy: 'placement.shorten',
    sources: [LYON3],
  }),
  educationCode({
    id: 'FR-S04',
    says: {
      'zh-CN': '超过308小时的，每小时津贴不低于社会保障小时上限的15%，按月支付。',
      en: 'Above 308 hours an allowance of at least 15 per cent of the hourly social-security ceiling is due, paid every month.',
    },
    articles: 'L124-6, D124-8',
    kind: 'limit',
    when: [
      condition({
        code: 'placement.is-longer-than-two-months',
        needs: ['placement.hours'],
        holds: (facts) => facts['placement.hours'] > FREE_HOURS,
      }),
    ],
    checks: [
      condition({
        code: 'pay.at-least-allowance',
        needs: ['pay.hourly', 'placement.start'],
        uses: ['policy.hourlyCeiling'],
        holds: (facts) => {
          const known = ALLOWANCE[facts['placement.start'].slice(0, 4)];
          if (known !== undefined) return facts['pay.hourly'] >= known;
          const ceiling = facts['policy.hourlyCeiling'];
          if (ceiling === undefined) return { missing: ['policy.hourlyCeiling'] };
          return facts['pay.hourly'] * 100 >= ceiling * 15;
        },
      }),
      is('pay.is-monthly', 'pay.isMonthly', true),
    ],
    remedy: 'pay.allowance',
    sources: [LYON3, 'https://agreera.com/fr/contracts/internship-agreement'],
  }),
  educationCode({
    id: 'FR-S05',
    says: {
      'zh-CN':
        '同一自然周内，二十人以上单位不超过员工的15%（进一），不足二十人的不超过3人；必修职业实践期，主管机关可放宽到20%（三十人以上）或5人。',
      en: 'In one calendar week at most 15 per cent of the staff, rounded up, from twenty staff on; three below. For compulsory vocational periods the authority may go to 20 per cent (thirty staff) or five.',
    },
    articles: 'L124-8, R124-10',
    kind: 'limit',
    checks: [internsPerWeek],
    exceptions: [raisedLimit],
    remedy: 'placement.fewer-at-a-time',
    sources: [LEGOUX, 'https://droits.nvo.fr/?p=2765', 'https://objectifapprentistage.fr/print/665'],
  }),
] as const;
