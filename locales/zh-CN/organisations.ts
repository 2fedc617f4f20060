import type en from '../en/organisations.ts';
import type { Phrases } from '../phrases.ts';

export default {
  'profile.title': '单位信息',
} satisfies Phrases<typeof en>;
