import type { RuleText } from '@dualtrack/rules';
import type { supervision as en } from './supervision.en.ts';

/** Chinese sentences of `rules/supervision.ts`: complaints and sanctions. */
export const supervision = {
  'CN-INT-058': {
    title: '投诉渠道畅通',
    says: '公布监督电话、信箱，定期巡查，建立违规单位名单。',
    remedy: '公布渠道、建立台账，停用违规单位。',
  },
  'CN-INT-059': {
    title: '违规中介的罚则',
    says: '违规通过中介组织实习的，没收违法所得并处一至五倍罚款，不足一万元按一万元计（职业教育法第66条）。',
    remedy: '履行处罚并消除原因。',
  },
  'CN-INT-060': {
    title: '实习中介的追责',
    says: '从事实习中介或有偿代理的依法追责，构成犯罪的追究刑事责任。',
    remedy: '承担责任并消除原因。',
  },
} satisfies Readonly<Record<keyof typeof en, RuleText>>;
