import type { RuleWords } from '@dualtrack/rules';
import type { conduct as en } from './conduct.en.ts';

/** Chinese sentences of `rules/conduct.ts`: journal, visits, lodging, other places. */
export const conduct = {
  'CN-INT-040': {
    title: '写日志、交报告',
    remedy: '补写日志，提交报告。',
  },
  'CN-INT-041': {
    title: '定期巡查、及时报告',
    remedy: '尽快巡查并补报情况。',
  },
  'CN-INT-042': {
    title: '外地实习的住宿',
    remedy: '安排住宿，或补签并备案。',
  },
  'CN-INT-043': {
    title: '跨省实习',
    remedy: '开始前取得同意并通报。',
  },
  'CN-INT-044': {
    title: '赴国（境）外实习',
    remedy: '取得同意并指派随行教师。',
  },
  'CN-INT-045': {
    title: '登记与动态监管',
    remedy: '登记并上报。',
  },
} satisfies Readonly<Record<keyof typeof en, RuleWords>>;
