import type { RuleWords } from '@dualtrack/rules';
import type { workingTime as en } from './working-time.en.ts';

/** Chinese sentences of `rules/working-time.ts`: rest days and hours. */
export const workingTime = {
  'CN-INT-030': {
    title: '休息日和法定节假日不实习',
    remedy: '调整班表，或在开始前就特殊要求备案。',
  },
  'CN-INT-031': {
    title: '不加班、不上夜班',
    remedy: '缩短或调整班次，或在开始前就特殊要求备案。',
  },
} satisfies Readonly<Record<keyof typeof en, RuleWords>>;
