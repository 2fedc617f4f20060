import type en from '../en/training-bases.ts';
import type { Phrases } from '../phrases.ts';

export default {
  'list.title': '实训基地',
} satisfies Phrases<typeof en>;
