import type en from '../en/imports.ts';
import type { Phrases } from '../phrases.ts';

export default {
  'folder.title': '导入文件夹',
} satisfies Phrases<typeof en>;
