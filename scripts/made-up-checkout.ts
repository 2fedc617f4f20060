import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A made-up checkout of the tests with our scripts, one local dependency that brings a Node, and a tiny program. */
export type MadeUpCheckout = {
  root: string;
  /** Runs one of our scripts directly. */
  run(script: string, ...args: string[]): ReturnType<typeof spawn>;
  /** Runs one of package.json's by npm. */
  npm(script: string): ReturnType<typeof spawn>;
};

/** Program of the made-up checkout: says its signals and arguments, ends as told. */
const PROGRAM = `
  const [, , ...args] = process.argv;
  const report = () => process.stdout.write(JSON.stringify({ pid: process.pid, args }) + '\\n');
  if (args.includes('exit')) {
    report();
    process.exit(Number(args.at(-1)));
  }
  const stay = setInterval(() => {}, 1000);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      process.stdout.write(signal + '\\n');
      setTimeout(() => clearInterval(stay), 300);
    });
  }
  // Whoever reads this may send a signal at once.
  report();`;

/** Lays the made-up checkout and writes its lock; nothing is installed yet. */
export function makeUpCheckout(): MadeUpCheckout {
  const root = mkdtempSync(join(tmpdir(), 'dualtrack-checkout-'));
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  // As in the real package.json: `exec` so that no shell stands between npm and the script and keeps SIGINT to itself.
  const scripts = { go: 'exec node scripts/dualtrack.mjs || node scripts/dualtrack.mjs' };
  write(
    'package.json',
    JSON.stringify({ name: 'made-up', scripts, dependencies: { 'a-node': 'file:a-node' } }),
  );
  write(
    'a-node/package.json',
    JSON.stringify({ name: 'a-node', version: '1.0.0', bin: { node: 'bin/node' } }),
  );
  mkdirSync(join(root, 'a-node/bin'));
  symlinkSync(process.execPath, join(root, 'a-node/bin/node'));
  write('apps/cli/src/main.ts', PROGRAM);
  mkdirSync(join(root, 'scripts'));
  for (const name of readdirSync(import.meta.dirname).filter((one) => one.endsWith('.mjs'))) {
    cpSync(join(import.meta.dirname, name), join(root, 'scripts', name));
  }
  lock(root);
  const run = (script: string, ...args: string[]) =>
    spawn(process.execPath, [join(root, 'scripts', script), ...args], { cwd: root, env: cleanEnvironment() });
  const npm = (script: string) =>
    spawn('npm', ['run', '--silent', script], { cwd: root, env: cleanEnvironment() });
  return { root, run, npm };
}

/** Writes package-lock.json for the present package.json, without installing. */
export function lock(root: string): void {
  const args = ['install', '--package-lock-only', '--offline', '--no-audit', '--no-fund'];
  const outcome = spawnSync('npm', args, { cwd: root, env: cleanEnvironment(), encoding: 'utf8' });
  if (outcome.status !== 0) throw new Error(outcome.stderr);
}

/** This process's environment without the traces of an outer npm: as a newcomer's terminal has it. */
export function cleanEnvironment(): Record<string, string | undefined> {
  const kept = Object.entries(process.env).filter(([name]) => !/^(npm_|NODE_|DUALTRACK_)/i.test(name));
  const path = (process.env.PATH ?? '')
    .split(':')
    .filter((place) => !/node_modules|node-gyp-bin/.test(place));
  return { ...Object.fromEntries(kept), PATH: path.join(':') };
}
