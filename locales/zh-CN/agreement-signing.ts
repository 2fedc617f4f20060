import type en from '../en/agreement-signing.ts';
import type { Phrases } from '../phrases.ts';

export default {
  'list.title': '签署',
} satisfies Phrases<typeof en>;
