import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { type Account, chooseAccount, isRoot, runAs } from './account.ts';
import { EmbeddedError } from './embedded-error.ts';

/** Where database folders go that cannot stay in a data folder only root can enter. */
export const SYSTEM_FOLDER = '/var/lib/dualtrack';

const MARKER = 'database-elsewhere.json';

/** Makes the data folder exist and returns its real path. Folders that were there keep their modes. */
export function makeDataFolder(dataDir: string): string {
  // Root's server runs as somebody else, who must be able to pass; an ordinary user's needs nobody to.
  const mode = isRoot() ? 0o711 : 0o700;
  const first = mkdirSync(dataDir, { recursive: true, mode });
  const folder = realpathSync(dataDir);
  // A strict umask would close what was just made to the server's account.
  if (first !== undefined) {
    const end = dirname(realpathSync(first));
    for (let made = folder; made !== end; made = dirname(made)) chmodSync(made, mode);
  }
  return folder;
}

/**
 * The folder in which the database's files live: the data folder itself, or, when this process is root and the
 * server's unprivileged account cannot enter it, a folder of its own below `/var/lib/dualtrack`. A marker in the data
 * folder remembers the second place, also when the data folder is moved; a copied data folder gets a new database.
 * The caller holds the data folder's lock.
 */
export function findDatabaseHome(folder: string, account: Account): string {
  if (account === null) return folder;
  const marker = readMarker(folder);
  if (marker && (marker.madeFor === folder || !existsSync(join(marker.madeFor, MARKER)))) {
    if (!existsSync(marker.path)) throw missing(folder, marker.path);
    if (marker.madeFor !== folder) writeMarker(folder, marker.path);
    return marker.path;
  }
  if (!marker && canEnter(folder, account)) return folder;
  const home = newHome(folder);
  const cluster = join(folder, 'cluster');
  // The checkout became private after its database was made: files cannot stay where the server cannot go.
  if (existsSync(cluster))
    for (const name of ['cluster', 'credentials.json']) move(join(folder, name), home, name);
  if (!canEnter(home, account)) throw unreachable(folder);
  writeMarker(folder, home);
  return home;
}

/** Account that owns, or will own, the cluster of this data folder. */
export function accountFor(folder: string): Account {
  const places = [join(folder, 'cluster'), join(readMarker(folder)?.path ?? folder, 'cluster')];
  return chooseAccount(places.find((place) => existsSync(place)) ?? null);
}

/** Makes a folder of root's that others can pass but not write, or refuses one that is anything else. */
export function makeSystemFolder(): string {
  mkdirSync(SYSTEM_FOLDER, { recursive: true, mode: 0o755 });
  const { uid, mode } = lstatSync(SYSTEM_FOLDER);
  if (!lstatSync(SYSTEM_FOLDER).isDirectory() || uid !== 0 || (mode & 0o022) !== 0) {
    const message = `${SYSTEM_FOLDER} must be a folder of root that nobody else can write to.`;
    throw new EmbeddedError('data.unreachable', message, { folder: SYSTEM_FOLDER });
  }
  chmodSync(SYSTEM_FOLDER, 0o755);
  return SYSTEM_FOLDER;
}

function canEnter(folder: string, account: Account): boolean {
  // Asked by doing: modes alone say nothing about access lists or mounts.
  return runAs(account, '/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder]).status === 0;
}

function newHome(folder: string): string {
  const base = join(makeSystemFolder(), createHash('sha256').update(folder).digest('hex').slice(0, 16));
  for (let n = 1; ; n += 1) {
    const home = n === 1 ? base : `${base}-${n}`;
    // An existing one belongs to a data folder that was deleted: it is neither used nor removed.
    if (existsSync(home)) continue;
    mkdirSync(home, { mode: 0o711 });
    chmodSync(home, 0o711);
    return home;
  }
}

function move(from: string, home: string, name: string): void {
  try {
    renameSync(from, join(home, name));
  } catch {
    throw new EmbeddedError(
      'data.unreachable',
      `The database in ${from} cannot stay there, because PostgreSQL does not run as root, and it could not be ` +
        `moved to ${home}. Move the folder yourself or choose another data folder with DUALTRACK_DATA.`,
      { folder: from, home },
    );
  }
}

function readMarker(folder: string): { path: string; madeFor: string } | null {
  const file = join(folder, MARKER);
  if (!existsSync(file)) return null;
  const found: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (typeof found === 'object' && found !== null && 'path' in found && 'madeFor' in found) {
    if (typeof found.path === 'string' && typeof found.madeFor === 'string') {
      return { path: found.path, madeFor: found.madeFor };
    }
  }
  throw new EmbeddedError('data.damaged', `${file} does not say where the database is.`, { file });
}

function writeMarker(folder: string, path: string): void {
  const file = join(folder, MARKER);
  writeFileSync(`${file}.new`, `${JSON.stringify({ path, madeFor: folder }, null, 2)}\n`);
  renameSync(`${file}.new`, file);
}

function missing(folder: string, path: string): EmbeddedError {
  const file = join(folder, MARKER);
  const message = `The database of ${folder} should be in ${path}, which is gone. Restore it, or remove ${file} to begin with an empty one.`;
  return new EmbeddedError('data.missing', message, { folder, path });
}

function unreachable(folder: string): EmbeddedError {
  const message =
    `PostgreSQL does not run as root, and no other account can enter ${folder} or ${SYSTEM_FOLDER}. ` +
    'Choose another data folder with DUALTRACK_DATA.';
  return new EmbeddedError('data.unreachable', message, { folder });
}
