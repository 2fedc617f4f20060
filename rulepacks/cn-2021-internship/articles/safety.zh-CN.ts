import type { RuleText } from '@dualtrack/rules';
import type { safety as en } from './safety.en.ts';

/** Chinese sentences of `rules/safety.ts`: safety, insurance and injury. */
export const safety = {
  'CN-INT-051': {
    title: '安全培训合格后上岗',
    says: '安全和操作规程培训须考核；未培训或不合格的不得参加实习。',
    remedy: '上岗前完成培训并考核合格。',
  },
  'CN-INT-052': {
    title: '劳动防护到位',
    says: '单位提供劳动防护用品和符合标准的安全健康条件。',
    remedy: '评估岗位并发放所需用品。',
  },
  'CN-INT-053': {
    title: '有应急预案',
    says: '健全安全责任和应急预案：先救助，再报告、处置。',
    remedy: '制定预案并明确联系人。',
  },
  'CN-INT-054': {
    title: '全程投保实习责任保险',
    says: '为每名学生投保实习责任保险，覆盖实习全过程。',
    remedy: '为学生补足全程保险。',
  },
  'CN-INT-055': {
    title: '保费不由学生承担',
    says: '保险费不得向学生收取，也不得从报酬中抵扣。',
    remedy: '退还保费。',
  },
  'CN-INT-056': {
    title: '伤害先由保险赔付',
    says: '人身伤害先由保险赔付，不足部分按协议承担。',
    remedy: '办理理赔，写明不足部分的承担方式。',
  },
  'CN-INT-057': {
    title: '保障休息、安全、保险和指导',
    says: '单位保障休息休假、安全卫生、保险和技能指导等权利。',
    remedy: '恢复被影响的权利。',
  },
} satisfies Readonly<Record<keyof typeof en, RuleText>>;
