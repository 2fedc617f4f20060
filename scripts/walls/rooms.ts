import type { Package, Source, Tree } from './read-tree.ts';

/** Rooms of ARCHITECTURE.md; a module has four, everything outside the workspaces is `outside`. */
export type Room =
  | 'engine'
  | 'rulepack'
  | 'platform'
  | 'contract'
  | 'decision'
  | 'server'
  | 'web'
  | 'app'
  | 'ui'
  | 'locales'
  | 'outside';

/** Modules in use order: a later one may call an earlier one, never back. */
export const MODULE_ORDER = [
  'accounts',
  'organisations',
  'workforce',
  'compliance',
  'agreements',
  'order-classes',
  'training-bases',
  'ceremonies',
  'rotations',
  'practice',
  'talent-sharing',
  'innovation',
  'credentials',
  'outcomes',
];

/** What each engine or rule pack may use besides itself: libraries that only calculate. */
export const PURE_LIBRARIES: Record<string, readonly string[]> = {
  'engines/forecast': ['zod', 'highs'],
  'engines/matching': ['zod', 'highs'],
  'engines/rotation': ['zod', 'highs'],
  'engines/rules': ['zod'],
  'engines/solver': ['highs'],
  'engines/signing': ['zod', '@libpdf/core', 'asn1js', 'pkijs'],
  'engines/credential': ['zod', 'jose', '@digitalbazaar/vc'],
};

/** The room a path lies in. */
export function roomOf(path: string): Room {
  const [top = '', , third = ''] = path.split('/');
  if (top === 'modules') {
    if (third === 'web') return 'web';
    if (['server', 'migrations', 'testing'].includes(third)) return 'server';
    return /^contract(\.ts|\/|$)/.test(third) ? 'contract' : 'decision';
  }
  const rooms: Record<string, Room> = {
    engines: 'engine',
    rulepacks: 'rulepack',
    platform: 'platform',
    apps: 'app',
    ui: 'ui',
    locales: 'locales',
  };
  return rooms[top] ?? 'outside';
}

/** The name of the module a path lies in, or null. */
export function moduleOf(path: string): string | null {
  const [top, name] = path.split('/');
  return top === 'modules' && name !== undefined ? name : null;
}

/** The workspace package a file belongs to, or null outside of all. */
export function packageOf(tree: Tree, path: string): Package | null {
  return tree.packages.find((one) => path.startsWith(`${one.folder}/`)) ?? null;
}

/** An engine is browser-safe when none of its own sources asks for Node. */
export function isBrowserSafe(tree: Tree, engine: Package): boolean {
  const own = (source: Source) => source.path.startsWith(`${engine.folder}/`) && !source.isTest;
  return tree.sources.filter(own).every(({ imports }) => !imports.some(({ specifier }) => isNode(specifier)));
}

/** Whether the specifier names a part of Node itself. */
export function isNode(specifier: string): boolean {
  return specifier.startsWith('node:');
}
