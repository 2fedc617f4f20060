import { type Pack, withParaphrases } from '@dualtrack/rules';
import en from './articles.en.ts';
import zhCN from './articles.zh-CN.ts';
import { facts } from './facts.ts';
import { agreementRules } from './rules/agreement.ts';
import { assessmentRules } from './rules/assessment.ts';
import { chargesRules } from './rules/charges.ts';
import { conductRules } from './rules/conduct.ts';
import { guidanceRules } from './rules/guidance.ts';
import { limitsRules } from './rules/limits.ts';
import { organisationRules } from './rules/organisation.ts';
import { payRules } from './rules/pay.ts';
import { protectionRules } from './rules/protection.ts';
import { safetyRules } from './rules/safety.ts';
import { supervisionRules } from './rules/supervision.ts';
import { workingTimeRules } from './rules/working-time.ts';

export type { FactName } from './facts.ts';

const rules = [
  ...organisationRules,
  ...limitsRules,
  ...guidanceRules,
  ...agreementRules,
  ...protectionRules,
  ...workingTimeRules,
  ...payRules,
  ...chargesRules,
  ...conductRules,
  ...assessmentRules,
  ...safetyRules,
  ...supervisionRules,
];

/**
 * Regulations on the Management of Internships of Vocational School Students (职业学校学生实习管理规定,
 * 教职成〔2021〕4号): 60 rules. See README.md for what was read and what is recalled.
 */
export const pack = {
  id: 'cn-2021-internship',
  version: '1.0.0',
  facts,
  spans: [
    ['placement.start', 'placement.end'],
    ['insurance.from', 'insurance.to'],
  ],
  rules,
  articles: { en: withParaphrases(en, rules, 'en'), 'zh-CN': withParaphrases(zhCN, rules, 'zh-CN') },
} satisfies Pack;
