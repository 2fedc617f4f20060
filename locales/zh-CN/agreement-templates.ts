import type en from '../en/agreement-templates.ts';
import type { Phrases } from '../phrases.ts';

export default {
  'list.title': '协议范本',
} satisfies Phrases<typeof en>;
