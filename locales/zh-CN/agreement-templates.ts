import type en from '../en/agreement-templates.ts';
import type { Phrases } from '../phrases.ts';

export default {
  'list.title': '协议范本',
  'error.section.not-own': '此条款由对方起草。请提出修改建议。',
  'error.section.standard-route': '此协议按原文接受。如需修改，请先转入协商。',
} satisfies Phrases<typeof en>;
