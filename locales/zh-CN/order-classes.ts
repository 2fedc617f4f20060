import type en from '../en/order-classes.ts';
import type { Phrases } from '../phrases.ts';

export default {
  'list.title': '订单班',
} satisfies Phrases<typeof en>;
