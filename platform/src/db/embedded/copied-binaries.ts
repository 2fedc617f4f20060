import { createHash, randomBytes } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';

/**
 * A copy of PostgreSQL's folder below `parent` that every account can run and only this one can change, made once and
 * named after its contents. An existing copy is used only when each file in it is ours and unchanged.
 */
export function copyBinaries(native: string, parent: string): string {
  const wanted = contents(native);
  const hash = hashOf(native, wanted);
  const target = join(parent, `postgres-${hash.slice(0, 16)}`);
  if (isTrusted(target, hash)) return target;
  const staging = join(parent, `.postgres-${randomBytes(8).toString('hex')}`);
  mkdirSync(staging, { mode: 0o755 });
  try {
    for (const { path, isFolder, isProgram } of wanted) {
      const to = join(staging, path);
      if (isFolder) mkdirSync(to);
      else copyFileSync(join(native, path), to);
      chmodSync(to, isFolder || isProgram ? 0o755 : 0o644);
    }
    chmodSync(staging, 0o755);
    link(native, staging);
    rmSync(target, { recursive: true, force: true });
    renameSync(staging, target);
  } catch (error) {
    // Another start made the same copy meanwhile.
    if (!isTrusted(target, hash)) throw error;
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
  return target;
}

type Entry = { path: string; isFolder: boolean; isProgram: boolean };

/** Folders before their files; static archives are left out, links are made anew. */
function contents(folder: string, below = ''): Entry[] {
  const inside = readdirSync(join(folder, below), { withFileTypes: true });
  return inside
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(below, entry.name);
      if (entry.isDirectory()) return [{ path, isFolder: true, isProgram: false }, ...contents(folder, path)];
      if (!entry.isFile() || entry.name.endsWith('.a')) return [];
      return [{ path, isFolder: false, isProgram: basename(dirname(path)) === 'bin' }];
    });
}

function hashOf(folder: string, entries: Entry[]): string {
  const hash = createHash('sha256');
  for (const { path, isFolder } of entries) {
    hash.update(`${path}\0`);
    if (!isFolder) hash.update(readFileSync(join(folder, path))).update('\0');
  }
  return hash.digest('hex');
}

function isTrusted(target: string, hash: string): boolean {
  if (!existsSync(target)) return false;
  return everythingIsOurs(target) && hashOf(target, contents(target)) === hash;
}

function everythingIsOurs(path: string): boolean {
  const found = lstatSync(path);
  if (found.uid !== process.getuid?.()) return false;
  // A link has no mode of its own; one that leads outside its folder is not ours.
  if (found.isSymbolicLink()) return !readlinkSync(path).includes('/');
  if ((found.mode & 0o022) !== 0) return false;
  return !found.isDirectory() || readdirSync(path).every((name) => everythingIsOurs(join(path, name)));
}

/** The shared libraries' short names, which an install without scripts leaves out. */
function link(native: string, copy: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const text = readFileSync(list, 'utf8');
  for (const match of text.matchAll(/"source":\s*"native\/([^"]+)",\s*"target":\s*"native\/([^"]+)"/g)) {
    const [, source = '', target = ''] = match;
    const from = dirname(join(copy, target));
    symlinkSync(relative(from, join(copy, source)), join(copy, target));
  }
}
