import { type Pack, withParaphrases } from '@dualtrack/rules';
import en from './articles.en.ts';
import zhCN from './articles.zh-CN.ts';
import { facts } from './facts.ts';
import { contractRules } from './rules/contract.ts';
import { restDayRules } from './rules/rest-days.ts';
import { trainingRules } from './rules/training.ts';
import { youngWorkersRules } from './rules/young-workers.ts';

const rules = [...contractRules, ...trainingRules, ...youngWorkersRules, ...restDayRules];

/**
 * German dual vocational training: twenty rules of the Vocational Training Act (BBiG) and the Young Workers Act (JArbSchG).
 * See README.md for what was read and what is left out.
 */
export const pack = {
  id: 'de-dual-training',
  version: '0.2.0',
  facts,
  spans: [['training.start', 'training.end']],
  rules,
  articles: { en: withParaphrases(en, rules, 'en'), 'zh-CN': withParaphrases(zhCN, rules, 'zh-CN') },
} satisfies Pack;
