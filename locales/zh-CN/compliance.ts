import type en from '../en/compliance.ts';
import type { Phrases } from '../phrases.ts';

export default {
  'verdicts.title': '合规结论',
} satisfies Phrases<typeof en>;
