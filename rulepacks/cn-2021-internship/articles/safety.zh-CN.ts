import type { RuleWords } from '@dualtrack/rules';
import type { safety as en } from './safety.en.ts';

/** Chinese sentences of `rules/safety.ts`: safety, insurance and injury. */
export const safety = {
  'CN-INT-051': {
    title: '安全培训合格后上岗',
    remedy: '上岗前完成培训并考核合格。',
  },
  'CN-INT-052': {
    title: '劳动防护到位',
    remedy: '评估岗位并发放所需用品。',
  },
  'CN-INT-053': {
    title: '有应急预案',
    remedy: '制定预案并明确联系人。',
  },
  'CN-INT-054': {
    title: '全程投保实习责任保险',
    remedy: '为学生补足全程保险。',
  },
  'CN-INT-055': {
    title: '保费不由学生承担',
    remedy: '退还保费。',
  },
  'CN-INT-056': {
    title: '伤害先由保险赔付',
    remedy: '办理理赔，写明不足部分的承担方式。',
  },
  'CN-INT-057': {
    title: '保障休息、安全、保险和指导',
    remedy: '恢复被影响的权利。',
  },
} satisfies Readonly<Record<keyof typeof en, RuleWords>>;
