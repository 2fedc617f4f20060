import type { Breach } from './breach.ts';
import type { Source, Tree } from './read-tree.ts';

const FORBIDDEN = new Set(['utils', 'util', 'helpers', 'helper', 'common', 'shared', 'core', 'misc', 'lib']);
const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const LANGUAGE = /^[a-z]{2}(-[A-Z][A-Za-z]+)?$/;
const MAX_DEPTH = 4;

/** Names that say nothing, names that are not kebab-case, folders too deep, default exports, classes. */
export function checkNames(tree: Tree): Breach[] {
  return [...tree.paths.flatMap(checkPath), ...tree.sources.flatMap(checkDeclarations)];
}

function checkPath(path: string): Breach[] {
  const breach = (rule: string, detail: string): Breach => ({ file: path, line: 1, rule, detail });
  const name = path.slice(path.lastIndexOf('/') + 1);
  const words = name.split('.');
  const found: Breach[] = [];
  const stem = words[0] ?? '';
  if (FORBIDDEN.has(stem) || /-(utils|helpers)$/.test(stem)) {
    found.push(breach('name', `'${name}' says nothing about what is inside`));
  }
  const isSource = /\.(tsx?|mjs)$/.test(name);
  if (isSource && !words.slice(0, -1).every((word) => KEBAB.test(word) || LANGUAGE.test(word))) {
    found.push(breach('name', `'${name}' is not kebab-case`));
  }
  const folders = path.split('/').length - 1;
  if (isSource && folders > MAX_DEPTH)
    found.push(breach('depth', `${folders} folders deep, ${MAX_DEPTH} at most`));
  return found;
}

function checkDeclarations(source: Source): Breach[] {
  const found: Breach[] = [];
  source.masked.code.split('\n').forEach((text, index) => {
    const add = (rule: string, detail: string) =>
      found.push({ file: source.path, line: index + 1, rule, detail });
    if (/^\s*export\s+default\b/.test(text) && !source.isLocale && !/\.config\.ts$/.test(source.path)) {
      add('default export', 'export it by its name');
    }
    const declared = /^\s*(?:export\s+)?(?:abstract\s+)?class\s+(\w+)(?:\s+extends\s+([\w.]+))?/.exec(text);
    // React knows error boundaries only as classes.
    if (declared && !/Error$|Component$/.test(declared[2] ?? ''))
      add('class', `${declared[1]} is not an error`);
  });
  return found;
}
