import type en from '../en/cli.ts';
import type { Phrases } from '../phrases.ts';

export default {
  usage: '用法：dualtrack 命令',
} satisfies Phrases<typeof en>;
