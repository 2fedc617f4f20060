import { chmodSync, lchownSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Account } from './account.ts';

/**
 * Gives a cluster that belongs to root (restored from a backup, or copied) to the account that runs the server.
 * One that belongs to anybody else stays as it is.
 */
export function giveBack(cluster: string, account: Account): void {
  if (account === null || statSync(cluster).uid !== 0) return;
  // Copies are made with everyday modes; PostgreSQL insists on a private folder.
  chmodSync(cluster, 0o700);
  // The folder itself last: a change cut short is seen and repeated by the next start.
  for (const path of below(cluster)) lchownSync(path, account.uid, account.gid);
  lchownSync(cluster, account.uid, account.gid);
}

function below(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? [...below(path), path] : [path];
  });
}
