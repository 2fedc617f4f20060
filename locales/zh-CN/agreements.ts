import type en from '../en/agreements.ts';
import type { Phrases } from '../phrases.ts';

export default {
  'list.title': '合作协议',
} satisfies Phrases<typeof en>;
