import { addMonths, ageOn } from '@dualtrack/rules';
import { closedToMinors, closedToWomen, dependsOnState } from '../../reading/hazards.ts';
import { condition, is, present } from '../facts.ts';
import { isMinorAtStart, nationalLaw } from '../layer.ts';

const MINOR_RULES = '未成年工特殊保护规定(劳部发〔1994〕498号)';
const LISTS = 'http://cqzyhr.com/list/11/192.htm, http://m.jianbiaoku.com/..., http://www.psalab.cn/...';

/** Children, minors and women: other national laws. */
export const protectionLayer = [
  nationalLaw({
    ...{ id: 'CN-PMP-61', law: '未成年人保护法', year: 2024, article: '61, 125' },
    says: {
      'zh-CN': '任何人不得招用未满十六岁者；酒吧、网吧和娱乐场所不得招用未满十八岁者。',
      en: 'Nobody below sixteen is recruited; bars, internet cafés and entertainment venues recruit nobody below eighteen.',
    },
    ...{ subject: 'host', kind: 'prohibition', moments: ['on_create'] },
    checks: [
      condition({
        code: 'student.is-sixteen',
        needs: ['student.birthDate', 'placement.start'],
        holds: (facts) => ageOn(facts['student.birthDate'], facts['placement.start']) >= 16,
      }),
      condition({
        code: 'post.no-venue-for-minors',
        needs: ['student.birthDate', 'placement.start', 'post.venueType'],
        holds: (facts) =>
          ageOn(facts['student.birthDate'], facts['placement.start']) >= 18 ||
          facts['post.venueType'] === 'none',
      }),
    ],
    remedy: 'post.choose-other',
  }),
  nationalLaw({
    ...{ id: 'CN-CHILD-4', law: '禁止使用童工规定', year: 2002, article: '4, 6, 13' },
    says: {
      'zh-CN': '招用时核查身份证并保存记录。',
      en: 'The identity card is checked at recruitment and the record is kept.',
    },
    ...{ subject: 'host', kind: 'requirement', moments: ['before_start'] },
    checks: [
      condition({
        code: 'identity.checked-by-start',
        needs: ['identity.checkedAt', 'placement.start'],
        holds: (facts) => {
          const { 'identity.checkedAt': checked, 'placement.start': start } = facts;
          return checked !== null && checked <= start;
        },
      }),
      present('identity.has-record', 'identity.recordId'),
    ],
    remedy: 'identity.check',
  }),
  nationalLaw({
    ...{ id: 'CN-LAB-64', law: '劳动法', year: 2018, article: '58, 64, 65' },
    says: {
      'zh-CN': '对未成年工定期进行健康检查；上岗前和满一年检查凭记忆。',
      en: 'Minors are checked regularly; before the post and after a year is recalled.',
    },
    ...{ subject: 'host', kind: 'requirement', moments: ['before_start'] },
    when: [isMinorAtStart],
    checks: [
      condition({
        code: 'health.checked-before-post',
        needs: ['healthCheck.dates', 'placement.start'],
        holds: (facts) => facts['healthCheck.dates'].some((day) => day <= facts['placement.start']),
      }),
      condition({
        code: 'health.checked-within-year',
        needs: ['healthCheck.dates'],
        holds: (facts, { on }) => facts['healthCheck.dates'].some((day) => addMonths(day, 12) >= on),
      }),
    ],
    remedy: 'health.check',
    provenance: {
      ...{ verified: true, evidence: 'full text read; before the post and after a year is recalled' },
      sources: ['LawRefBook/Laws@2f4c5c2 (git snapshot 2025-04-19, full text read)'],
    },
  }),
  nationalLaw({
    ...{ id: 'CN-MWP-3', law: MINOR_RULES, year: 1994, article: '3' },
    says: {
      'zh-CN': '十六、十七岁不得从事十七类劳动，按种类和等级划分。',
      en: 'Seventeen kinds of work are closed to sixteen- and seventeen-year-olds, by kind and grade.',
    },
    ...{ subject: 'host', kind: 'prohibition', moments: ['on_create'] },
    when: [isMinorAtStart],
    checks: [
      condition({
        code: 'post.open-to-minors',
        needs: ['post.hazardTags'],
        holds: (facts) => closedToMinors(facts['post.hazardTags']).length === 0,
        change: (facts) => [
          { fact: 'post.hazardTags', must: 'leave-out', value: closedToMinors(facts['post.hazardTags']) },
        ],
      }),
    ],
    remedy: 'post.choose-without-hazard',
    provenance: {
      ...{ verified: true, evidence: 'items 1-7, 8-16 seen on pages; item 17 recalled' },
      sources: [LISTS],
    },
  }),
  nationalLaw({
    ...{ id: 'CN-MWP-9', law: MINOR_RULES, year: 1994, article: '9' },
    says: {
      'zh-CN': '未成年工须登记。',
      en: 'Minor workers are registered.',
    },
    ...{ subject: 'host', kind: 'requirement', moments: ['before_start'] },
    when: [isMinorAtStart],
    checks: [present('minor.is-registered', 'minor.registeredAt')],
    remedy: 'minor.register',
    provenance: { verified: true, evidence: 'Art. 9 seen on pages', sources: [LISTS] },
  }),
  nationalLaw({
    ...{ id: 'CN-FLP-ANNEX', law: '女职工劳动保护特别规定', year: 2012, article: '附录' },
    says: {
      'zh-CN': '女性不得从事矿山井下、最重等级和超重负荷劳动；经期、孕期、哺乳期另有限制。状态由本人申报。',
      en: 'Mines, the heaviest grade and heavy loads are closed to women; more in menstruation, pregnancy and nursing. Her state is hers to declare.',
    },
    ...{ subject: 'host', kind: 'prohibition', moments: ['on_create'] },
    when: [is('student.is-female', 'student.sex', 'F')],
    checks: [
      condition({
        code: 'post.open-to-women',
        needs: ['post.hazardTags'],
        uses: ['student.protectedState'],
        holds: (facts) => {
          const { 'post.hazardTags': tags, 'student.protectedState': state } = facts;
          if (closedToWomen(tags, state ?? 'none').length > 0) return false;
          // Her state is private: it is asked for only where something depends on it.
          return state !== undefined || !dependsOnState(tags) || { missing: ['student.protectedState'] };
        },
      }),
    ],
    remedy: 'post.choose-without-hazard',
  }),
  nationalLaw({
    ...{ id: 'CN-ODP-38', law: '职业病防治法', year: 2018, article: '38' },
    says: {
      'zh-CN': '不得安排未成年工从事接触职业病危害的作业。',
      en: 'Minors are not given work with hazards of occupational disease.',
    },
    ...{ subject: 'host', kind: 'prohibition', moments: ['on_create'] },
    when: [isMinorAtStart],
    checks: [is('post.no-disease-hazard', 'post.hasDiseaseHazard', false)],
    remedy: 'post.choose-without-hazard',
  }),
] as const;
