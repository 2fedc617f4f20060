import type { RuleText } from '@dualtrack/rules';
import type { protection as en } from './protection.en.ts';

/** Chinese sentences of `rules/protection.ts`: who may not do what. */
export const protection = {
  'CN-INT-022': {
    title: '一年级不得岗位实习',
    says: '不得安排、接收一年级学生岗位实习。',
    remedy: '推迟到二年级以后。',
  },
  'CN-INT-023': {
    title: '未满十六周岁不得岗位实习',
    says: '不得安排、接收未满16周岁的学生岗位实习。',
    remedy: '推迟到年满16周岁以后。',
  },
  'CN-INT-024': {
    title: '未成年学生不做禁忌劳动',
    says: '未成年学生不得从事未成年工禁忌从事的劳动。',
    remedy: '改派没有该危害因素的岗位。',
  },
  'CN-INT-025': {
    title: '女学生不做禁忌劳动',
    says: '女学生不得从事女职工禁忌从事的劳动，经期、孕期、哺乳期另有清单。',
    remedy: '改派没有该危害因素的岗位。',
  },
  'CN-INT-026': {
    title: '不得到娱乐场所',
    says: '不得安排到酒吧、夜总会、歌厅、洗浴中心、电子游戏厅、网吧等营业性娱乐场所。',
    remedy: '更换实习单位。',
  },
  'CN-INT-027': {
    title: '不得通过中介',
    says: '不得通过中介机构或有偿代理组织、安排和管理实习。',
    remedy: '去掉中介：签约单位应同时是用工场所的经营者和付款方。',
  },
  'CN-INT-028': {
    title: '不做重体力劳动',
    says: '不得从事Ⅲ级强度及以上体力劳动或其他有害身心健康的实习。',
    remedy: '改派Ⅰ级或Ⅱ级强度的岗位。',
  },
  'CN-INT-029': {
    title: '不做高风险工作',
    says: '除专业或岗位有特殊要求并事先备案外，不得安排高空、井下、放射性、有毒、易燃易爆等高风险实习。',
    remedy: '改派岗位，或在开始前就特殊要求备案。',
  },
} satisfies Readonly<Record<keyof typeof en, RuleText>>;
