import { type Account, isRoot, runAs } from './account.ts';
import { type Binaries, binariesIn, canRun, nativeFolder } from './binaries.ts';
import { copyBinaries } from './copied-binaries.ts';
import { makeSystemFolder } from './database-home.ts';
import { EmbeddedError } from './embedded-error.ts';

/**
 * PostgreSQL's programs where `account` can run them: as installed, or as a copy when the installation lies in a
 * folder closed to that account or lacks its links. `home` takes the copy of an ordinary user.
 */
export function usableBinaries(account: Account, home: string): Binaries {
  const native = nativeFolder();
  const installed = binariesIn(native);
  if (canRun(installed, account)) return installed;
  const copy = binariesIn(copyBinaries(native, isRoot() ? makeSystemFolder() : home));
  if (canRun(copy, account)) return copy;
  const said = runAs(account, copy.postgres, ['--version']);
  const reason = (said.error?.message ?? said.stderr).trim().split('\n')[0] ?? '';
  throw new EmbeddedError(
    'database.binaries-missing',
    `The PostgreSQL of the installation does not run on this machine (${reason}). Give one by DATABASE_URL.`,
    { reason },
  );
}
