import { type Pack, withParaphrases } from '@dualtrack/rules';
import en from './articles.en.ts';
import zhCN from './articles.zh-CN.ts';
import { facts } from './facts.ts';
import { apprenticeshipRules } from './rules/apprenticeship.ts';
import { minorRules } from './rules/minors.ts';
import { mastersRules } from './rules/pay-and-master.ts';
import { stageRules } from './rules/stage.ts';
import { stageHostRules } from './rules/stage-host.ts';

const rules = [...stageRules, ...stageHostRules, ...apprenticeshipRules, ...mastersRules, ...minorRules];

/**
 * French internships (stages, Code de l'éducation) and apprenticeships (Code du travail), with what protects minors.
 * See README.md for what was read and what is recalled.
 */
export const pack = {
  id: 'fr-stage',
  version: '0.1.0',
  facts,
  spans: [['placement.start', 'placement.end']],
  rules,
  articles: { en: withParaphrases(en, rules, 'en'), 'zh-CN': withParaphrases(zhCN, rules, 'zh-CN') },
} satisfies Pack;
