import type { RuleWords } from '@dualtrack/rules';
import type { protection as en } from './protection.en.ts';

/** Chinese sentences of `rules/protection.ts`: who may not do what. */
export const protection = {
  'CN-INT-022': {
    title: '一年级不得岗位实习',
    remedy: '推迟到二年级以后。',
  },
  'CN-INT-023': {
    title: '未满十六周岁不得岗位实习',
    remedy: '推迟到年满16周岁以后。',
  },
  'CN-INT-024': {
    title: '未成年学生不做禁忌劳动',
    remedy: '改派没有该危害因素的岗位。',
  },
  'CN-INT-025': {
    title: '女学生不做禁忌劳动',
    remedy: '改派没有该危害因素的岗位。',
  },
  'CN-INT-026': {
    title: '不得到娱乐场所',
    remedy: '更换实习单位。',
  },
  'CN-INT-027': {
    title: '不得通过中介',
    remedy: '去掉中介：签约单位应同时是用工场所的经营者和付款方。',
  },
  'CN-INT-028': {
    title: '不做重体力劳动',
    remedy: '改派Ⅰ级或Ⅱ级强度的岗位。',
  },
  'CN-INT-029': {
    title: '不做高风险工作',
    remedy: '改派岗位，或在开始前就特殊要求备案。',
  },
} satisfies Readonly<Record<keyof typeof en, RuleWords>>;
