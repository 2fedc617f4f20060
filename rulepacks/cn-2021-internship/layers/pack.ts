import { type Pack, withParaphrases } from '@dualtrack/rules';
import en from './articles.en.ts';
import zhCN from './articles.zh-CN.ts';
import { facts } from './facts.ts';
import { agreementLayer } from './rules/agreements.ts';
import { protectionLayer } from './rules/protection.ts';
import { regionLayer } from './rules/regions.ts';
import { teacherLayer } from './rules/teachers.ts';
import { timeLayer } from './rules/time.ts';

const rules = [...agreementLayer, ...protectionLayer, ...timeLayer, ...teacherLayer, ...regionLayer];

/**
 * What other national laws and three regions ask for beside the regulations of 2021. It reads the same facts document
 * and stands as a pack of its own, so that the sixty rules of the regulations stay what they are.
 */
export const layers = {
  id: 'cn-2021-internship-layers',
  version: '0.1.0',
  facts,
  spans: [['placement.start', 'placement.end']],
  rules,
  articles: { en: withParaphrases(en, rules, 'en'), 'zh-CN': withParaphrases(zhCN, rules, 'zh-CN') },
} satisfies Pack;
