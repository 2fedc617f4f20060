import type en from '../en/outcomes.ts';
import type { Phrases } from '../phrases.ts';

export default {
  'scoreboard.title': '成效看板',
} satisfies Phrases<typeof en>;
