import type en from '../en/rotations.ts';
import type { Phrases } from '../phrases.ts';

export default {
  'plan.title': '轮岗计划',
} satisfies Phrases<typeof en>;
