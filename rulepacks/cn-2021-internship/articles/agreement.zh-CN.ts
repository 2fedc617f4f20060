import type { RuleText } from '@dualtrack/rules';
import type { agreement as en } from './agreement.en.ts';

/** Chinese sentences of `rules/agreement.ts`: agreement and consent. */
export const agreement = {
  'CN-INT-016': {
    title: '先签三方协议',
    says: '岗位实习前，学校、单位、学生三方须以示范文本为基础签订协议，未签不得安排。',
    remedy: '在开始前由三方按示范文本签署。',
  },
  'CN-INT-017': {
    title: '协议要素齐全',
    says: '协议须写明各方信息、时间地点内容、食宿工时休假、报酬、劳动保护、保险与责任、考核、违约和其他事项。',
    remedy: '补充缺少的条款。',
  },
  'CN-INT-018': { title: '协议内容合法', says: '协议内容不得违反法律法规。', remedy: '修改被指出的条款。' },
  'CN-INT-019': {
    title: '取得知情同意书',
    says: '学校统一组织的岗位实习，无论学生是否成年，都须有学生和监护人（家长）签字的知情同意书。',
    remedy: '开始前取得两方签字。',
  },
  'CN-INT-020': {
    title: '尊重拒绝',
    says: '学生或家长明确不同意学校安排的，可自行选择符合条件的单位。',
    remedy: '撤销学校安排，由学生自行选择。',
  },
  'CN-INT-021': {
    title: '认识实习由学校安排',
    says: '认识实习由学校安排，学生不得自行选择。',
    remedy: '改由学校安排。',
  },
} satisfies Readonly<Record<keyof typeof en, RuleText>>;
