import { spawn } from 'node:child_process';
import { constants } from 'node:os';

const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

/**
 * Runs a program to its end and collects what it says instead of showing it. A signal to this process ends the
 * program first and then this process.
 * @param {string} program @param {string[]} args @param {import('node:child_process').SpawnOptions} options
 * @returns {Promise<{code: number | null, output: string}>} code null when it died of a signal
 */
export function runQuietly(program, args, options) {
  const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stdout?.on('data', (chunk) => (output += chunk));
  child.stderr?.on('data', (chunk) => (output += chunk));
  /** @type {NodeJS.Signals | null} */
  let stopped = null;
  const stop = (/** @type {NodeJS.Signals} */ signal) => {
    stopped = signal;
    child.kill('SIGTERM');
  };
  for (const signal of SIGNALS) process.on(signal, stop);
  return new Promise((resolve) => {
    const end = (/** @type {{code: number | null, output: string}} */ outcome) => {
      for (const signal of SIGNALS) process.off(signal, stop);
      if (stopped !== null) process.exit(128 + constants.signals[stopped]);
      resolve(outcome);
    };
    child.once('error', (error) => end({ code: 1, output: String(error) }));
    child.once('close', (code) => end({ code, output }));
  });
}
