import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, it } from 'node:test';
import { checkWalls } from './walls.ts';

type Files = Record<string, string>;

const room = (name: string, exports: Record<string, string>) =>
  JSON.stringify({ name: `@dualtrack/${name}`, exports });
const doors = { './contract': './contract.ts', './server': './server/index.ts', './web': './web/index.tsx' };

/** A small house in which every rule is kept and every kind of permitted import occurs. */
const HOUSE: Files = {
  'engines/forecast/package.json': room('forecast', { '.': './index.ts' }),
  'engines/forecast/index.ts':
    "import { z } from 'zod';\nexport const gap = (a: number) => z.number().parse(a);\n",
  'engines/forecast/index.test.ts':
    "import { readFileSync } from 'node:fs';\nexport const text = readFileSync;\n",
  'rulepacks/cn/package.json': room('cn', { '.': './pack.ts' }),
  'rulepacks/cn/pack.ts': 'export const pack = 1;\n',
  'platform/package.json': room('platform', {
    './contract': './src/contract.ts',
    './db': './src/db.ts',
    './testing': './src/testing/index.ts',
  }),
  'platform/src/contract.ts':
    "import type { Locale } from '@dualtrack/locales';\nexport type Route = { locale: Locale };\n",
  'platform/src/db.ts': "import { readFileSync } from 'node:fs';\nexport const db = readFileSync;\n",
  'platform/src/testing/index.ts': "export { db } from '../db.ts';\n",
  'modules/accounts/package.json': room('accounts', doors),
  'modules/accounts/contract.ts':
    "import type { Route } from '@dualtrack/platform/contract';\nexport const route: Route = { locale: 'en' };\n",
  'modules/accounts/server/index.ts':
    "import { db } from '@dualtrack/platform/db';\nexport const open = db;\n",
  'modules/accounts/web/index.tsx': "import { Page } from '@dualtrack/ui';\nexport const page = Page;\n",
  'modules/workforce/package.json': room('workforce', doors),
  'modules/workforce/contract.ts': "export { route } from '@dualtrack/accounts/contract';\n",
  'modules/workforce/gap.ts': "import { gap } from '@dualtrack/forecast';\nexport const total = gap(1);\n",
  'modules/workforce/server/index.ts': [
    "import { open } from '@dualtrack/accounts/server';",
    "import { pack } from '@dualtrack/cn';",
    "import { total } from '../gap.ts';",
    'export const all = [open, pack, total];',
    '',
  ].join('\n'),
  'modules/workforce/server/index.test.ts':
    "import { db } from '@dualtrack/platform/testing';\nexport const x = db;\n",
  'modules/workforce/web/index.tsx':
    "import { page } from '@dualtrack/accounts/web';\nimport { total } from '../gap.ts';\nexport const both = [page, total];\n",
  'apps/server/package.json': room('app-server', { '.': './src/index.ts' }),
  'apps/server/src/index.ts':
    "import { all } from '@dualtrack/workforce/server';\nexport const server = all;\n",
  'ui/package.json': room('ui', { '.': './index.tsx' }),
  'ui/index.tsx':
    "import type { Locale } from '@dualtrack/locales';\nexport const Page = (locale: Locale) => <p>{locale}</p>;\n",
  'locales/package.json': room('locales', { '.': './index.ts' }),
  'locales/index.ts': "export type Locale = 'en';\n",
  'locales/en/index.ts': "export default { any: 'as it is' };\n",
};

const lines = (count: number) => 'export {};\n'.repeat(count);

/** Each changes the house so that one rule is broken at one place. */
const BREACHES: [what: string, changes: Files, ...found: string[]][] = [
  [
    'an engine that imports the platform',
    { 'engines/forecast/a.ts': "import '@dualtrack/platform/db';\n" },
    'room engines/forecast/a.ts:1',
  ],
  [
    'an engine with a library that is not pure',
    { 'engines/forecast/a.ts': "import pg from 'pg';\nexport { pg };\n" },
    'library engines/forecast/a.ts:1',
  ],
  [
    'an engine that reads files',
    { 'engines/forecast/a.ts': "\nimport { readFileSync } from 'node:fs';\nexport { readFileSync };\n" },
    'purity engines/forecast/a.ts:2',
    'room modules/workforce/gap.ts:1',
  ],
  [
    'an engine that asks the clock',
    { 'engines/forecast/a.ts': 'export const a = () => Date.now();\n' },
    'purity engines/forecast/a.ts:1',
  ],
  [
    'an engine that makes today',
    { 'engines/forecast/a.ts': 'export const a = () => new Date();\n' },
    'purity engines/forecast/a.ts:1',
  ],
  [
    'an engine that throws dice',
    { 'engines/forecast/a.ts': 'export const a = () => Math.random();\n' },
    'purity engines/forecast/a.ts:1',
  ],
  [
    'a rule pack that asks the environment',
    { 'rulepacks/cn/a.ts': 'export const a = process.env.A;\n' },
    'purity rulepacks/cn/a.ts:1',
  ],
  [
    'the platform that imports a module',
    {
      'platform/src/a.ts':
        "import type { route } from '@dualtrack/accounts/contract';\nexport type A = typeof route;\n",
    },
    'room platform/src/a.ts:1',
    'package cycle modules/accounts/contract.ts:1',
  ],
  [
    'the platform that imports phrases',
    { 'platform/src/a.ts': "export * from '@dualtrack/locales';\n" },
    'room platform/src/a.ts:1',
  ],
  [
    'a contract that imports a server',
    { 'modules/workforce/contract.ts': "export { open } from '@dualtrack/accounts/server';\n" },
    'room modules/workforce/contract.ts:1',
  ],
  [
    'a screen that imports a server',
    { 'modules/workforce/web/a.ts': "export const a = () => import('@dualtrack/accounts/server');\n" },
    'room modules/workforce/web/a.ts:1',
  ],
  [
    'a screen that imports its own server',
    { 'modules/workforce/web/a.ts': "export { all } from '../server/index.ts';\n" },
    'room modules/workforce/web/a.ts:1',
  ],
  [
    'a decision that imports Node',
    { 'modules/workforce/a.ts': "export { join } from 'node:path';\n" },
    'browser modules/workforce/a.ts:1',
  ],
  [
    'a screen that uses an engine made for Node',
    {
      'engines/forecast/index.ts': "export { createHash as gap } from 'node:crypto';\n",
      'modules/workforce/gap.ts': 'export const total = 1;\n',
      'modules/workforce/web/a.ts': "export { gap } from '@dualtrack/forecast';\n",
    },
    'room modules/workforce/web/a.ts:1',
  ],
  [
    'an earlier module that calls a later one',
    {
      'modules/accounts/server/a.ts': "export { all } from '@dualtrack/workforce/server';\n",
      'modules/workforce/server/index.ts': 'export const all = 1;\n',
      'modules/workforce/contract.ts': 'export const x = 1;\n',
      'modules/workforce/web/index.tsx': 'export const x = 1;\n',
    },
    'module order modules/accounts/server/a.ts:1',
  ],
  [
    'a module without a place',
    {
      'modules/new/package.json': room('new', doors),
      'modules/new/contract.ts': "export { route } from '@dualtrack/accounts/contract';\n",
    },
    'module order modules/new/contract.ts:1',
  ],
  [
    'a path past the doors',
    { 'apps/server/src/a.ts': "export { total } from '@dualtrack/workforce/gap.ts';\n" },
    'deep import apps/server/src/a.ts:1',
  ],
  [
    'a relative path into another package',
    { 'apps/server/src/a.ts': "export { total } from '../../../modules/workforce/gap.ts';\n" },
    'door apps/server/src/a.ts:1',
  ],
  [
    'a relative path from outside into a package',
    { 'bench/a.ts': "export { total } from '../modules/workforce/gap.ts';\n" },
    'door bench/a.ts:1',
  ],
  [
    'a worker of another package',
    { 'apps/server/src/a.ts': "export const a = new URL('../../../platform/src/db.ts', import.meta.url);\n" },
    'door apps/server/src/a.ts:1',
  ],
  [
    'a package that is not there',
    { 'apps/server/src/a.ts': "export * from '@dualtrack/nowhere';\n" },
    'door apps/server/src/a.ts:1',
  ],
  [
    'test doors in the product',
    { 'apps/server/src/a.ts': "export * from '@dualtrack/platform/testing';\n" },
    'room apps/server/src/a.ts:1',
  ],
  [
    'two packages that need each other',
    {
      'apps/web/package.json': room('app-web', { '.': './index.ts' }),
      'apps/web/index.ts': "export { server } from '@dualtrack/app-server';\n",
      'apps/server/src/a.ts': "export { server } from '@dualtrack/app-web';\n",
    },
    'package cycle apps/web/index.ts:1',
  ],
  [
    'a folder named utils',
    { 'platform/src/utils/a.ts': 'export const a = 1;\n' },
    'name platform/src/utils:1',
  ],
  [
    'a file named helpers',
    { 'platform/src/helpers.ts': 'export const a = 1;\n' },
    'name platform/src/helpers.ts:1',
  ],
  [
    'a file that is not kebab-case',
    { 'platform/src/makeIt.ts': 'export const a = 1;\n' },
    'name platform/src/makeIt.ts:1',
  ],
  [
    'a file too deep',
    { 'modules/workforce/web/parts/chart/a.ts': 'export const a = 1;\n' },
    'depth modules/workforce/web/parts/chart/a.ts:1',
  ],
  [
    'a default export',
    { 'platform/src/a.ts': '\nexport default 1;\n' },
    'default export platform/src/a.ts:2',
  ],
  [
    'a class that is no error',
    { 'platform/src/a.ts': 'export class Store {}\n' },
    'class platform/src/a.ts:1',
  ],
  ['a file too long', { 'platform/src/a.ts': lines(501) }, 'length platform/src/a.ts:1', 'budget .:1'],
  ['a test too long', { 'platform/src/a.test.ts': lines(501) }, 'length platform/src/a.test.ts:1'],
  ['phrases too long', { 'locales/en/long.ts': lines(501) }, 'length locales/en/long.ts:1'],
  [
    'many long files',
    Object.fromEntries(['a', 'b', 'c'].map((name) => [`platform/src/${name}.ts`, lines(301)])),
    'budget .:1',
  ],
  [
    'long functions',
    Object.fromEntries(
      ['a', 'b', 'c'].map((name) => [
        `platform/src/${name}.ts`,
        `export function a(): void {\n${'  a();\n'.repeat(61)}}\n`,
      ]),
    ),
    'budget .:1',
  ],
  [
    'any',
    { 'platform/src/a.ts': 'export const a = (b: Record<string, any>) => b;\n' },
    'any platform/src/a.ts:1',
  ],
  [
    'any in a cast, with a reason',
    { 'platform/src/a.ts': '// The library is untyped.\nexport const a = 1 as any;\n' },
    'any platform/src/a.ts:2',
  ],
  [
    'a cast without a reason',
    { 'platform/src/a.ts': 'export const a = 1 as unknown;\n' },
    'cast platform/src/a.ts:1',
  ],
  [
    'a cast of more than one line without a reason',
    { 'platform/src/a.ts': 'export const a = [1]\n  .map(String)\n  .at(0) as string;\n' },
    'cast platform/src/a.ts:3',
  ],
  [
    'more casts than the size allows',
    { 'platform/src/a.ts': '// Wide on purpose.\nexport const a = [1 as number, 2 as number];\n' },
    'budget .:1',
  ],
  [
    'a suppressed type error',
    { 'platform/src/a.ts': '// @ts-ignore\nexport const a = 1;\n' },
    'suppression platform/src/a.ts:1',
  ],
  [
    'a suppressed lint without a reason',
    { 'platform/src/a.ts': '// biome-ignore lint/style/useConst: <explanation>\nexport const a = 1;\n' },
    'suppression platform/src/a.ts:1',
  ],
];

/** Things that look like breaches and are none. */
const INNOCENT: [what: string, changes: Files][] = [
  [
    'words in texts, comments and patterns',
    {
      'engines/forecast/a.ts': `// Date.now() as any\nexport const a = ['Date.now()', \`x as any \${1}\`, /as any Math.random()/];\n`,
    },
  ],
  [
    'an import inside a text',
    { 'platform/src/a.ts': "export const a = `\nimport x from '@dualtrack/nowhere';\n`;\n" },
  ],
  [
    'renamed imports and exports',
    {
      'platform/src/a.ts':
        "import * as files from 'node:fs';\nimport { join as joined } from 'node:path';\nexport { files as all, joined as one };\nexport * as names from 'node:os';\n",
    },
  ],
  [
    'as const, and one cast with its reason before or beside it',
    {
      'platform/src/a.ts':
        "export const a = ['b'] as const;\n// The driver types every row as unknown.\nexport const c = a as unknown as string[];\n",
    },
  ],
  [
    'chance in the one file that makes keys',
    { 'engines/signing/fresh.ts': 'export const a = () => crypto.getRandomValues(new Uint8Array(8));\n' },
  ],
  [
    'what only tests import',
    { 'engines/forecast/testing/a.ts': "export { default as fc } from 'fast-check';\n" },
  ],
  ['a date that is given', { 'engines/forecast/a.ts': 'export const a = (day: string) => new Date(day);\n' }],
  [
    'error classes and a configuration file',
    {
      'platform/src/a.ts': 'export class LostError extends Error {}\n',
      'apps/server/vite.config.ts': 'export default {};\n',
    },
  ],
  [
    'a suppression that says why',
    {
      'platform/src/a.ts':
        '// biome-ignore lint/style/useConst: written again by the loop below\nexport const a = 1;\n',
    },
  ],
  [
    'a property called any',
    { 'platform/src/a.ts': 'export const a = (z: { any: () => number }) => z.any();\n' },
  ],
  ['phrases just short enough', { 'locales/en/long.ts': lines(500) }],
  [
    'tests of one package that use another',
    {
      'platform/src/a.test.ts':
        "import type { Locale } from '@dualtrack/locales';\nexport type A = Locale;\n",
    },
  ],
];

describe('the walls', () => {
  let root = '';
  const build = (changes: Files) => {
    root = mkdtempSync(join(tmpdir(), 'dualtrack-walls-'));
    for (const [path, text] of Object.entries({ ...HOUSE, ...changes })) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    return checkWalls(root);
  };
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it('hold in a house where every rule is kept, and have seen it', () => {
    const report = build({});
    assert.deepEqual(report.breaches, []);
    assert.equal(report.seen.packages, 8);
    assert.equal(report.seen.imports, 18);
    assert.equal(report.seen.edges, 12);
  });

  for (const [what, changes, ...expected] of BREACHES) {
    it(`catch ${what}`, () => {
      const found = build(changes).breaches.map((one) => `${one.rule} ${one.file}:${one.line}`);
      assert.deepEqual([...new Set(found)].sort(), expected.sort());
    });
  }

  for (const [what, changes] of INNOCENT) {
    it(`let pass ${what}`, () => assert.deepEqual(build(changes).breaches, []));
  }

  it('say so when they see nothing', () => {
    root = mkdtempSync(join(tmpdir(), 'dualtrack-walls-'));
    const rules = checkWalls(root).breaches.map(({ rule }) => rule);
    assert.deepEqual(rules, ['blind', 'blind', 'blind']);
  });
});
