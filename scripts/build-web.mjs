import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { giveUp, ROOT, say } from './bootstrap.mjs';
import { runQuietly } from './run-quietly.mjs';

const WEB = join(ROOT, 'apps', 'web');
const STAMP = join(WEB, 'dist', '.built-from');
const WHOLE = ['apps/web', 'engines', 'locales', 'platform/src', 'rulepacks', 'ui'];

/**
 * Builds the web application into apps/web/dist when its sources differ from those of the last build.
 * @param {string} node a Node 24
 */
export async function buildWeb(node) {
  const hash = hashSources();
  if (
    existsSync(join(WEB, 'dist', 'index.html')) &&
    existsSync(STAMP) &&
    readFileSync(STAMP, 'utf8') === hash
  ) {
    return;
  }
  say('正在生成网页…', 'Building the pages…');
  const outcome = await vite(node);
  if (outcome.code !== 0) {
    process.stderr.write(`${outcome.output.trim()}\n`);
    giveUp('网页没有生成。', 'The pages could not be built.');
  }
  // Written last, into the folder vite empties first: a build cut short is never taken for a finished one.
  writeFileSync(STAMP, hash);
}

function hashSources() {
  const hash = createHash('sha256');
  const files = [...WHOLE.flatMap((folder) => filesBelow(join(ROOT, folder))), ...moduleFiles()];
  files.push(join(ROOT, 'package-lock.json'), join(ROOT, 'tsconfig.json'));
  for (const file of files.sort()) {
    hash
      .update(`${relative(ROOT, file)}\0`)
      .update(readFileSync(file))
      .update('\0');
  }
  return hash.digest('hex');
}

/** What a screen may import of a module: everything but its server folder (the contract, decisions, pages). */
function moduleFiles() {
  const modules = join(ROOT, 'modules');
  return readdirSync(modules).flatMap((name) => {
    const folder = join(modules, name);
    return filesBelow(folder).filter((file) => !file.startsWith(join(folder, 'server')));
  });
}

/** @param {string} folder @returns {string[]} */
function filesBelow(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return ['dist', 'node_modules'].includes(entry.name) ? [] : filesBelow(path);
    return entry.isFile() && isSource(entry.name) ? [path] : [];
  });
}

function isSource(/** @type {string} */ name) {
  return !/\.test\.tsx?$|\.md$|^\./.test(name);
}

function vite(/** @type {string} */ node) {
  const program = join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js');
  const env = { ...process.env, NODE_ENV: 'production' };
  return runQuietly(node, [program, 'build', '--logLevel', 'warn'], { cwd: WEB, env });
}
