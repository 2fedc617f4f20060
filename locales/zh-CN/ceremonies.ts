import type en from '../en/ceremonies.ts';
import type { Phrases } from '../phrases.ts';

export default {
  'list.title': '签约仪式与会议',
} satisfies Phrases<typeof en>;
