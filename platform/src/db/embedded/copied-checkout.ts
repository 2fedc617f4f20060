import { copyFileSync, cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { nativeFolder } from './binaries.ts';

/** A stand-in for a checkout: its Node and the folder with our driver in it. */
export type CopiedCheckout = { node: string; folder: string; modules: string };

/**
 * Copies, for the tests, all that the driver needs into `target`: sources, Node, the PostgreSQL package and the
 * client with its dependencies. `modules` lie in a folder of their own that `target/node_modules` links to.
 */
export function copyCheckout(target: string): CopiedCheckout {
  const folder = join(target, 'embedded');
  const modules = join(target, 'store');
  mkdirSync(folder);
  mkdirSync(modules);
  for (const name of readdirSync(import.meta.dirname).filter((one) => one.endsWith('.ts'))) {
    copyFileSync(join(import.meta.dirname, name), join(folder, name));
  }
  const resolve = createRequire(import.meta.url).resolve;
  for (const name of withDependencies('pg', resolve)) {
    cpSync(packageFolder(name, resolve), join(modules, name), { recursive: true });
  }
  const database = dirname(nativeFolder());
  const scope = database.split('/').slice(-2).join('/');
  cpSync(database, join(modules, scope), { recursive: true, verbatimSymlinks: true });
  symlinkSync('store', join(target, 'node_modules'));
  const node = join(target, 'node');
  copyFileSync(process.execPath, node);
  return { node, folder, modules };
}

type Resolve = (name: string) => string;

function packageFolder(name: string, resolve: Resolve): string {
  const path = resolve(name);
  const mark = `/node_modules/${name}/`;
  return path.slice(0, path.lastIndexOf(mark) + mark.length - 1);
}

function withDependencies(name: string, resolve: Resolve, seen = new Set<string>()): Set<string> {
  if (seen.has(name)) return seen;
  seen.add(name);
  const description = readFileSync(join(packageFolder(name, resolve), 'package.json'), 'utf8');
  for (const dependency of Object.keys(JSON.parse(description).dependencies ?? {})) {
    withDependencies(dependency, resolve, seen);
  }
  return seen;
}
