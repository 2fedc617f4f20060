import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/** The checks that need no running: name shown, script run by this Node, arguments. */
const CHECKS: readonly [name: string, script: string, ...args: string[]][] = [
  ['lint', 'node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings'],
  ['types', 'node_modules/typescript/bin/tsc', '-p', '.', '--noEmit'],
  ['walls', 'scripts/walls.ts'],
];

/** Runs lint, types and walls, showing what they say; returns the names of those that failed. */
export function runChecks(): string[] {
  return CHECKS.flatMap(([name, script, ...args]) => {
    const outcome = spawnSync(process.execPath, [join(ROOT, script), ...args], {
      cwd: ROOT,
      stdio: 'inherit',
    });
    process.stdout.write(`${outcome.status === 0 ? 'ok  ' : 'FAIL'} ${name}\n`);
    return outcome.status === 0 ? [] : [name];
  });
}

if (import.meta.main) process.exitCode = runChecks().length === 0 ? 0 : 1;
