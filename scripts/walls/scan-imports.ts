import type { Masked } from './mask-source.ts';

/** One import, re-export, dynamic import or worker address. `isType`: gone when types are stripped. */
export type Import = { specifier: string; line: number; isType: boolean };

const STATIC =
  /(?:^|[\n;}])[ \t]*(import|export)\s+(type\s+)?(?:[\w*\s{},$]*?\sfrom\s*|[\w*{},$\s]*\}\s*from\s*)?(['"])/g;
const CALLED = /\b(?:import|import\.meta\.resolve)\s*\(\s*(['"])/g;
const ADDRESS = /\bnew\s+URL\(\s*(['"])[^'"]*\1\s*,\s*import\.meta\.url/g;

/** Finds every import of a source; `masked` is the same source with strings blanked, so none is found in a text. */
export function scanImports(source: string, masked: Masked): Import[] {
  const found: Import[] = [];
  const add = (quoteAt: number, quote: string, isType: boolean) => {
    const end = source.indexOf(quote, quoteAt + 1);
    const line = masked.code.slice(0, quoteAt).split('\n').length;
    found.push({ specifier: source.slice(quoteAt + 1, end), line, isType });
  };
  for (const match of masked.code.matchAll(STATIC)) {
    const [whole, , typeWord, quote = ''] = match;
    add(match.index + whole.length - 1, quote, typeWord !== undefined || hasOnlyTypes(whole));
  }
  for (const match of masked.code.matchAll(CALLED)) {
    add(match.index + match[0].length - 1, match[1] ?? '', false);
  }
  for (const match of masked.code.matchAll(ADDRESS)) {
    const quoteAt = match.index + match[0].indexOf(match[1] ?? '');
    const end = source.indexOf(match[1] ?? '', quoteAt + 1);
    if (/\.tsx?$/.test(source.slice(quoteAt, end))) add(quoteAt, match[1] ?? '', false);
  }
  return found.sort((a, b) => a.line - b.line);
}

/** `import { type A, type B } from`: nothing of it is left at run time but the loading itself. */
function hasOnlyTypes(statement: string): boolean {
  const names = /\{([^}]*)\}/.exec(statement)?.[1];
  if (names === undefined) return false;
  const listed = names.split(',').filter((name) => name.trim() !== '');
  return listed.length > 0 && listed.every((name) => /^\s*type\s/.test(name));
}
