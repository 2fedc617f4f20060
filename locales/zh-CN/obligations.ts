import type en from '../en/obligations.ts';
import type { Phrases } from '../phrases.ts';

export default {
  'list.title': '履约事项',
} satisfies Phrases<typeof en>;
