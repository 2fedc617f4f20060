import type en from '../en/workforce.ts';
import type { Phrases } from '../phrases.ts';

export default {
  'gap.title': '人才缺口',
} satisfies Phrases<typeof en>;
