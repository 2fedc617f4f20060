import { posix } from 'node:path';
import type { Breach } from './breach.ts';
import type { Package, Source, Tree } from './read-tree.ts';
import {
  isBrowserSafe,
  isNode,
  MODULE_ORDER,
  moduleOf,
  PURE_LIBRARIES,
  packageOf,
  type Room,
  roomOf,
} from './rooms.ts';
import type { Import } from './scan-imports.ts';

/** What may be imported from another package: by kind of target, and for modules and platform by door. */
const ALLOWED: Record<Room, readonly string[]> = {
  // The solver that several optimise with.
  engine: ['engine:solver'],
  rulepack: ['engine:rules'],
  // Which languages there are, not what is said in them.
  platform: ['type:locales'],
  contract: ['module/contract', 'platform/contract', 'type:platform', 'engine:browser', 'rulepack'],
  decision: [
    'module/contract',
    'platform/contract',
    'type:platform',
    'engine:browser',
    'rulepack',
    'type:locales',
  ],
  server: ['module/contract', 'module/laws', 'module/server', 'platform', 'engine', 'rulepack', 'locales'],
  web: [
    'module/contract',
    // The list of rule packs.
    'module/laws',
    'module/web',
    'platform/contract',
    'platform/runs/contract',
    'engine:browser',
    // Law as data: pure, and a screen shows its words.
    'rulepack',
    'ui',
    'locales',
  ],
  app: [
    'module/contract',
    'module/laws',
    'module/server',
    'module/web',
    'platform',
    'engine',
    'rulepack',
    'ui',
    'locales',
    'app',
  ],
  ui: ['platform/contract', 'locales'],
  locales: [],
  outside: [
    'module/contract',
    'module/laws',
    'module/server',
    'module/web',
    'platform',
    'engine',
    'rulepack',
    'ui',
    'locales',
    'app',
  ],
};

/** Rooms of one module that a relative path may lead to. */
const WITHIN_MODULE: Partial<Record<Room, readonly Room[]>> = {
  contract: ['contract', 'decision'],
  decision: ['contract', 'decision'],
  server: ['contract', 'decision', 'server'],
  web: ['contract', 'decision', 'web'],
};

const BROWSER_ROOMS: readonly Room[] = ['contract', 'decision', 'web', 'ui'];

/** A dependency of one workspace package on another, first seen in `file`. */
export type Edge = { from: string; to: string; file: string; line: number; isTest: boolean };

/** Checks every import of the tree; `edges` lead from package to package. */
export function checkImports(tree: Tree): { breaches: Breach[]; edges: Edge[]; imports: number } {
  const breaches: Breach[] = [];
  const edges: Edge[] = [];
  let imports = 0;
  for (const source of tree.sources) {
    for (const one of source.imports) {
      imports += 1;
      const breach = (rule: string, detail: string) =>
        breaches.push({ file: source.path, line: one.line, rule, detail });
      if (one.specifier.startsWith('.')) checkRelative(tree, source, one, breach);
      else if (one.specifier.startsWith('@dualtrack/')) {
        const edge = checkWorkspace(tree, source, one, breach);
        if (edge) edges.push(edge);
      } else checkLibrary(tree, source, one, breach);
    }
  }
  return { breaches, edges, imports };
}

type Say = (rule: string, detail: string) => void;

function checkRelative(tree: Tree, source: Source, { specifier }: Import, say: Say): void {
  const target = posix.join(posix.dirname(source.path), specifier);
  const own = packageOf(tree, source.path);
  const other = packageOf(tree, target);
  if (own !== other && other !== null) {
    say('door', `'${specifier}' walks into ${other.folder}; import ${other.name} by a door it exports`);
    return;
  }
  if (own !== null && other === null) say('door', `'${specifier}' leaves the package`);
  const allowed = WITHIN_MODULE[roomOf(source.path)];
  if (allowed && !allowed.includes(roomOf(target))) {
    say('room', `${roomOf(source.path)} may not import ${roomOf(target)} ('${specifier}')`);
  }
}

function checkWorkspace(tree: Tree, source: Source, one: Import, say: Say): Edge | null {
  const { specifier, line, isType } = one;
  const [scope, short, ...rest] = specifier.split('/');
  const name = `${scope}/${short}`;
  const door = ['.', ...rest].join('/');
  const target = tree.packages.find((one) => one.name === name);
  if (!target) {
    say('door', `there is no package ${name}`);
    return null;
  }
  const own = packageOf(tree, source.path);
  if (!(door in target.doors)) say('deep import', `${name} exports no '${door}'`);
  else if (own !== target && !isAllowed(tree, source, target, door, isType)) {
    say('room', `${roomOf(source.path)} may not import '${specifier}'`);
  }
  if (own === null || own === target) return null;
  checkOrder(source, target, say);
  return { from: own.name, to: name, file: source.path, line, isTest: source.isTest };
}

function isAllowed(tree: Tree, source: Source, target: Package, door: string, isType: boolean): boolean {
  const kind = kindOf(target);
  // Tests and benchmarks may use the test doors of the platform; the product may not.
  if (door === './testing') {
    return source.isTest || source.path.includes('/testing/') || source.path.startsWith('bench/');
  }
  const wanted = [kind, `${kind}/${door.slice(2)}`, `${kind}:${target.folder.split('/').at(-1)}`];
  if (isType) wanted.push(`type:${kind}`);
  if (kind === 'engine' && isBrowserSafe(tree, target)) wanted.push('engine:browser');
  return ALLOWED[roomOf(source.path)].some((one) => wanted.includes(one));
}

function kindOf(target: Package): string {
  const room = roomOf(`${target.folder}/index.ts`);
  return ['contract', 'decision', 'server', 'web'].includes(room) ? 'module' : room;
}

function checkOrder(source: Source, target: Package, say: Say): void {
  const from = moduleOf(source.path);
  const to = moduleOf(`${target.folder}/`);
  if (from === null || to === null) return;
  const [mine, theirs] = [MODULE_ORDER.indexOf(from), MODULE_ORDER.indexOf(to)];
  if (mine < 0) say('module order', `${from} has no place in the order`);
  else if (theirs > mine) say('module order', `${from} comes before ${to} and may not call it`);
}

function checkLibrary(tree: Tree, source: Source, { specifier }: Import, say: Say): void {
  if (source.isTest) return;
  const room = roomOf(source.path);
  if (isNode(specifier)) {
    if (BROWSER_ROOMS.includes(room))
      say('browser', `${room} also runs in the browser, '${specifier}' does not`);
    return;
  }
  if (room !== 'engine' && room !== 'rulepack') return;
  const name = specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
  const own = packageOf(tree, source.path);
  const pure = PURE_LIBRARIES[own?.folder ?? ''] ?? [];
  if (!pure.includes(name)) say('library', `${name} is not among the pure libraries of ${own?.folder}`);
}
