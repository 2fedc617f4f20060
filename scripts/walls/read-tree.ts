import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { type Masked, maskSource } from './mask-source.ts';
import { type Import, scanImports } from './scan-imports.ts';

/** A source file, paths relative to the root with forward slashes. */
export type Source = {
  path: string;
  text: string;
  masked: Masked;
  imports: Import[];
  lines: number;
  isTest: boolean;
  isLocale: boolean;
};

/** A workspace package: its folder and its doors (`.`, `./contract`). */
export type Package = { name: string; folder: string; doors: Record<string, string> };

/** Everything the rules look at. `paths` are all files and folders, also those that are not sources. */
export type Tree = { root: string; sources: Source[]; packages: Package[]; paths: string[] };

const TOP = [
  'engines',
  'rulepacks',
  'platform',
  'modules',
  'apps',
  'ui',
  'locales',
  'scripts',
  'e2e',
  'bench',
];
const IGNORED = new Set(['node_modules', 'dist', '.git']);

/** Reads the rooms below `root`. */
export function readTree(root: string): Tree {
  const paths = TOP.flatMap((top) => walk(root, join(root, top)));
  const sources = paths.filter((path) => /\.(ts|tsx|mjs)$/.test(path)).map((path) => readSource(root, path));
  const packages = paths.flatMap((path) => (path.endsWith('/package.json') ? [readPackage(root, path)] : []));
  return { root, sources, packages, paths };
}

function walk(root: string, folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (IGNORED.has(entry.name) || entry.name.startsWith('.')) return [];
    const path = join(folder, entry.name);
    const own = relative(root, path).replaceAll('\\', '/');
    return entry.isDirectory() ? [own, ...walk(root, path)] : [own];
  });
}

function readSource(root: string, path: string): Source {
  const text = readFileSync(join(root, path), 'utf8');
  const masked = maskSource(text);
  const lines = text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
  // What only tests import counts as a test: generators, brute-force references, drivers.
  const isTest = /\.test\.tsx?$|-arbitrary\.ts$|\/testing\/|^e2e\//.test(path);
  const isLocale =
    /^locales\/[a-z]{2}(-[A-Z][A-Za-z]+)?\//.test(path) || /\.[a-z]{2}(-[A-Z]\w+)?\.ts$/.test(path);
  return { path, text, masked, imports: scanImports(text, masked), lines, isTest, isLocale };
}

function readPackage(root: string, path: string): Package {
  const { name = '', exports: doors = {} } = JSON.parse(readFileSync(join(root, path), 'utf8'));
  return { name, folder: dirname(path), doors };
}
