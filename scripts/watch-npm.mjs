import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

const EVERY_MS = 500;

/**
 * Calls `onGone` when the npm that runs this script has ended without passing a signal on: npm forwards SIGINT and
 * SIGTERM only, and the shell between it and us forwards nothing. Does nothing outside of npm.
 * @param {() => void} onGone
 * @returns {() => void} how to stop watching
 */
export function watchNpm(onGone) {
  if (process.env.npm_lifecycle_event === undefined || process.platform === 'win32') return () => {};
  const parent = process.ppid;
  const [grandparent, name] = describe(parent);
  // Some shells stay between npm and the script, others become it. Who started npm is free to go.
  const npm = /^-?\w*sh$|busybox/.test(name) ? grandparent : parent;
  const watch = setInterval(() => {
    if (process.ppid === parent && isAlive(npm)) return;
    clearInterval(watch);
    onGone();
  }, EVERY_MS);
  watch.unref();
  return () => clearInterval(watch);
}

/** @param {number} pid @returns {[parent: number, name: string]} */
function describe(pid) {
  const file = `/proc/${pid}/stat`;
  if (existsSync(file)) {
    const stat = readFileSync(file, 'utf8');
    const end = stat.lastIndexOf(')');
    return [Number(stat.slice(end + 2).split(' ')[1]), stat.slice(stat.indexOf('(') + 1, end)];
  }
  const answer = spawnSync('ps', ['-o', 'ppid=,comm=', '-p', String(pid)], {
    encoding: 'utf8',
  }).stdout.trim();
  return [Number.parseInt(answer, 10), answer.replace(/^\d+\s+/, '').replace(/^.*\//, '')];
}

function isAlive(/** @type {number} */ pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}
