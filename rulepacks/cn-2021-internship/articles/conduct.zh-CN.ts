import type { RuleText } from '@dualtrack/rules';
import type { conduct as en } from './conduct.en.ts';

/** Chinese sentences of `rules/conduct.ts`: journal, visits, lodging, other places. */
export const conduct = {
  'CN-INT-040': {
    title: '写日志、交报告',
    says: '学生撰写实习日志，结束时提交实习报告。',
    remedy: '补写日志，提交报告。',
  },
  'CN-INT-041': {
    title: '定期巡查、及时报告',
    says: '指导教师和专门人员定期指导、巡查、报告；重要情况立即报告，不得迟报、瞒报、漏报。',
    remedy: '尽快巡查并补报情况。',
  },
  'CN-INT-042': {
    title: '外地实习的住宿',
    says: '外地实习统一安排住宿；在外住宿须监护人签字并报学校备案。',
    remedy: '安排住宿，或补签并备案。',
  },
  'CN-INT-043': {
    title: '跨省实习',
    says: '跨省实习须事先经学校主管部门同意并通报实习地。本条凭记忆整理、把握较低，核对原文前只作提醒。',
    remedy: '开始前取得同意并通报。',
  },
  'CN-INT-044': {
    title: '赴国（境）外实习',
    says: '赴国（境）外实习须事先经主管部门同意，并派教师全程参与。',
    remedy: '取得同意并指派随行教师。',
  },
  'CN-INT-045': {
    title: '登记与动态监管',
    says: '实习纳入信息化管理，登记备案、动态监管。',
    remedy: '登记并上报。',
  },
} satisfies Readonly<Record<keyof typeof en, RuleText>>;
