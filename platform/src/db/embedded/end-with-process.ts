import { constants } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { startMark } from './process-identity.ts';

type Ward = { pid: number; end: () => void };

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const LONGEST_WAIT_MS = 20_000;
const wards = new Set<Ward>();

/**
 * Ends a child when this process ends, except by kill -9. A signal that nobody else listens to (the product is still
 * starting, or a script has no handler) ends the child first and then this process; a program with handlers of its
 * own is left to stop in its own way. @returns how to forget the child
 */
export function endWithProcess(pid: number, end: () => void): () => void {
  const ward = { pid, end };
  if (wards.size === 0) {
    process.on('exit', endAll);
    // First in line, so that handlers which remove themselves when called are still counted.
    for (const signal of SIGNALS) process.prependListener(signal, onSignal);
  }
  wards.add(ward);
  return () => {
    wards.delete(ward);
    if (wards.size > 0) return;
    process.off('exit', endAll);
    for (const signal of SIGNALS) process.off(signal, onSignal);
  };
}

function endAll(): void {
  for (const ward of wards) ward.end();
}

async function onSignal(signal: NodeJS.Signals): Promise<void> {
  if (process.listenerCount(signal) > 1) return;
  endAll();
  const until = Date.now() + LONGEST_WAIT_MS;
  while (Date.now() < until && [...wards].some(({ pid }) => startMark(pid) !== null)) await pause(15);
  process.exit(128 + constants.signals[signal]);
}
