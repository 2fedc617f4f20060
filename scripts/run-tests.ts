import { existsSync, readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { run } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { runChecks } from './run-checks.ts';
import { type Counts, reportTests } from './test-report.ts';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
// The longest files first, so that none is left running alone at the end.
const PLACES = [
  'apps',
  'engines',
  'rulepacks',
  'platform',
  'modules',
  'ui',
  'locales',
  'scripts',
  'bench',
  'examples',
  'e2e',
];
/** Started once before the files of a phase and ended after them, when it exists: the shared test database. */
const GLOBAL_SETUP = join(ROOT, 'platform', 'src', 'testing', 'global-setup.ts');
const SAME_CASES = pathToFileURL(join(ROOT, 'scripts', 'same-cases.ts')).href;

function testFilesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const inside = readdirSync(folder, { withFileTypes: true }).filter(
    (entry) => entry.name !== 'node_modules' && entry.name !== 'dist',
  );
  return inside
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return testFilesBelow(path);
      return entry.name.endsWith('.test.ts') ? [path] : [];
    })
    .sort();
}

async function runPhase(files: string[], concurrency: number): Promise<Counts> {
  if (files.length === 0) return { passed: 0, failed: 0, skipped: 0 };
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => stop.abort());
  const setup = existsSync(GLOBAL_SETUP) ? { globalSetupPath: GLOBAL_SETUP } : {};
  const events = run({
    files,
    concurrency,
    signal: stop.signal,
    cwd: ROOT,
    execArgv: ['--import', SAME_CASES],
    ...setup,
  });
  return reportTests(events, ROOT, (text) => process.stdout.write(text));
}

const chosen = process.argv.slice(2).map((path) => resolve(path));
const missing = chosen.filter((path) => !existsSync(path));
for (const path of missing) process.stdout.write(`FAIL no such file: ${path}\n`);
const files = (chosen.length > 0 ? chosen : PLACES.map((place) => join(ROOT, place))).flatMap((path) =>
  path.endsWith('.test.ts') ? [path] : testFilesBelow(path),
);
const journeys = files.filter((file) => file.startsWith(join(ROOT, 'e2e')));
const failedChecks = chosen.length > 0 ? [] : runChecks();
const phases = [
  await runPhase(
    files.filter((file) => !journeys.includes(file)),
    availableParallelism(),
  ),
  // Each journey starts the whole product: side by side they would only slow each other down.
  await runPhase(journeys, 1),
];
const sum = (key: keyof Counts) => phases.reduce((total, phase) => total + phase[key], 0);
const failed = sum('failed') + failedChecks.length + missing.length;
if (sum('skipped') > 0) process.stdout.write(`${sum('skipped')} skipped\n`);
if (failedChecks.length > 0) process.stdout.write(`checks failed: ${failedChecks.join(', ')}\n`);
if (sum('passed') + failed === 0) process.stdout.write('no tests found\n');
process.exitCode = failed > 0 || sum('passed') === 0 ? 1 : 0;
process.stdout.write(`${sum('passed')} passed, ${failed} failed\n`);
