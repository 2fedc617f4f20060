import { randomBytes } from 'node:crypto';
import { linkSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EmbeddedError } from './embedded-error.ts';
import { isRunning, startMark } from './process-identity.ts';

const NAME = /^lock-(\d+)$/;

/**
 * Takes the folder for this process, or throws `data.in-use` with the holder's pid.
 * The lock is a file with a rising number. A stale lock is superseded by creating the next number, which only one
 * process can do; numbers never fall (releasing leaves a marker), so a reader with an old listing loses.
 * @returns the release; calling it twice does nothing.
 */
export function lockFolder(folder: string): () => void {
  const started = startMark(process.pid) ?? 'unknown';
  for (;;) {
    const top = highest(folder);
    if (top > 0) {
      const holder = read(folder, top);
      if (holder === 'gone') continue;
      if (holder !== null && isRunning(holder)) throw inUse(folder, holder.pid);
    }
    const mine = top + 1;
    if (!create(folder, mine, JSON.stringify({ pid: process.pid, started }))) continue;
    if (highest(folder) !== mine) {
      rmSync(join(folder, `lock-${mine}`), { force: true });
      continue;
    }
    removeBelow(folder, mine);
    let held = true;
    return () => {
      if (held) replace(folder, mine);
      held = false;
    };
  }
}

function inUse(folder: string, pid: number): EmbeddedError {
  const message =
    `The data in ${folder} is in use by the running Dualtrack process ${pid}. ` +
    'Use that one, stop it, or choose another data folder with DUALTRACK_DATA.';
  return new EmbeddedError('data.in-use', message, { folder, pid });
}

function numbers(folder: string): number[] {
  return readdirSync(folder).flatMap((name) => {
    const match = NAME.exec(name);
    return match ? [Number(match[1])] : [];
  });
}

function highest(folder: string): number {
  return Math.max(0, ...numbers(folder));
}

function removeBelow(folder: string, mine: number): void {
  for (const n of numbers(folder)) if (n < mine) rmSync(join(folder, `lock-${n}`), { force: true });
}

/** The holder, null when released or unreadable, 'gone' when a later lock has replaced it meanwhile. */
function read(folder: string, n: number): { pid: number; started: string } | null | 'gone' {
  let text: string;
  try {
    text = readFileSync(join(folder, `lock-${n}`), 'utf8');
  } catch {
    return 'gone';
  }
  const match = /"pid":(\d+),"started":"([^"]*)"/.exec(text);
  return match?.[1] && match[2] !== undefined ? { pid: Number(match[1]), started: match[2] } : null;
}

function create(folder: string, n: number, content: string): boolean {
  const draft = join(folder, `.lock-${randomBytes(8).toString('hex')}`);
  writeFileSync(draft, content, { mode: 0o644 });
  try {
    // A hard link appears with its whole content and fails when the name is taken.
    linkSync(draft, join(folder, `lock-${n}`));
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function replace(folder: string, n: number): void {
  const draft = join(folder, `.lock-${randomBytes(8).toString('hex')}`);
  try {
    writeFileSync(draft, '{"released":true}');
    renameSync(draft, join(folder, `lock-${n}`));
  } catch {
    // The folder was removed while we ran: nothing is left to release.
  }
}
