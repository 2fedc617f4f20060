import type { RuleText } from '@dualtrack/rules';
import type { pay as en } from './pay.en.ts';

/** Chinese sentences of `rules/pay.ts`: pay. */
export const pay = {
  'CN-INT-032': {
    title: '有实习报酬',
    says: '单位应参考同岗位报酬标准、工作量、强度和时间，给予适当报酬。',
    remedy: '约定报酬数额。',
  },
  'CN-INT-033': {
    title: '不低于同岗工资的八成',
    says: '相对独立工作的学生，报酬原则上不低于同岗位工资标准的80%或最低档工资。',
    remedy: '提高报酬。',
  },
  'CN-INT-034': {
    title: '足额直接支付给学生',
    says: '以货币形式及时、足额、直接支付给学生。',
    remedy: '把差额付到学生本人账户。',
  },
  'CN-INT-035': { title: '按月支付', says: '支付周期原则上不超过一个月。', remedy: '改为按月支付。' },
  'CN-INT-036': {
    title: '不得以实物、代金券或经第三方支付',
    says: '不得以物品、代金券代替货币，不得经第三方转发。',
    remedy: '由单位直接转账或凭收据付现。',
  },
} satisfies Readonly<Record<keyof typeof en, RuleText>>;
