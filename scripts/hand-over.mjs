import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';
import { watchNpm } from './watch-npm.mjs';

const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
const REPEAT_MS = 1500;
const FOLLOWER = fileURLToPath(new URL('./follow-parent.mjs', import.meta.url));

/**
 * Runs a program of ours with Node 24 in this terminal, and never outlives or is outlived by it: signals are passed
 * on once each, the exit code is returned, and the child ends when this process is killed outright.
 * @param {string} node @param {string[]} args @param {string} cwd
 * @returns {Promise<number>} the exit code (128 + number for a death by signal)
 */
export function handOver(node, args, cwd) {
  // Own process group: Ctrl-C then reaches the child once, through us, instead of once per ancestor.
  const child = spawn(node, ['--import', FOLLOWER, ...args], {
    cwd,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    detached: process.platform !== 'win32',
  });
  const passOn = passer((signal) => child.kill(signal));
  for (const signal of SIGNALS) process.on(signal, passOn);
  const stopWatching = watchNpm(() => passOn('SIGTERM'));
  return new Promise((resolve) => {
    child.once('error', (error) => {
      process.stderr.write(`${error.message}\n`);
      resolve(1);
    });
    child.once('exit', (code, signal) => {
      stopWatching();
      resolve(code ?? 128 + (signal ? constants.signals[signal] : 0));
    });
  });
}

/**
 * The terminal and npm both send the same Ctrl-C: the second within a moment is the same wish, a later one a new one.
 * @param {(signal: NodeJS.Signals) => void} send
 */
function passer(send) {
  let last = Number.NEGATIVE_INFINITY;
  return (/** @type {NodeJS.Signals} */ signal) => {
    const now = performance.now();
    if (now - last < REPEAT_MS) return;
    last = now;
    send(signal);
  };
}
