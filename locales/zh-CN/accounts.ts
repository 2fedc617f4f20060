import type en from '../en/accounts.ts';
import type { Phrases } from '../phrases.ts';

export default {
  'people.title': '人员',
} satisfies Phrases<typeof en>;
