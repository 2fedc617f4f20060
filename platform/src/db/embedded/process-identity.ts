import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';
import { basename } from 'node:path';

/** A process that cannot be mistaken for a later one with the same number. */
export type ProcessIdentity = { pid: number; started: string };

/** Start mark of a running process (boot and clock tick on Linux, wall time elsewhere), null when it is gone. */
export function startMark(pid: number): string | null {
  if (process.platform === 'linux') return linuxStartMark(pid);
  if (process.platform === 'win32') return isSignallable(pid) ? 'alive' : null;
  return ps(pid, 'lstart') || null;
}

/** Whether exactly that process, and not another one with its number, is still running. */
export function isRunning(identity: ProcessIdentity): boolean {
  return startMark(identity.pid) === identity.started;
}

/** Whether `pid` is a postmaster that works in `cluster` (a real path). */
export function isPostmasterOf(pid: number, cluster: string): boolean {
  if (startMark(pid) === null) return false;
  if (process.platform === 'linux') {
    try {
      const program = basename(readlinkSync(`/proc/${pid}/exe`)).replace(/ \(deleted\)$/, '');
      return program === 'postgres' && readlinkSync(`/proc/${pid}/cwd`) === cluster;
    } catch {
      return false;
    }
  }
  // Windows offers no command line without extra tools: the number in the cluster's own file must do.
  return process.platform === 'win32' || ps(pid, 'command').includes(cluster);
}

function linuxStartMark(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z' || fields[0] === 'X') return null;
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim()}/${fields[19]}`;
  } catch {
    return null;
  }
}

function isSignallable(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function ps(pid: number, column: string): string {
  try {
    const args = ['-o', `${column}=`, '-p', String(pid)];
    return execFileSync('ps', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return '';
  }
}
