import assert from 'node:assert/strict';
import {
  appendFileSync,
  chmodSync,
  chownSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { isRoot } from './account.ts';
import { copyBinaries } from './copied-binaries.ts';

describe('the copy of the database programs', () => {
  let base = '';
  let native = '';
  let parent = '';
  beforeEach(() => {
    base = mkdtempSync(join(tmpdir(), 'dualtrack-copy-'));
    native = join(base, 'native');
    parent = join(base, 'place');
    for (const folder of ['', 'bin', 'lib', 'share']) mkdirSync(join(native, folder), { recursive: true });
    mkdirSync(parent);
    writeFileSync(join(native, 'bin/server'), 'program', { mode: 0o700 });
    writeFileSync(join(native, 'lib/libx.so.1.2'), 'library', { mode: 0o600 });
    writeFileSync(join(native, 'lib/libx.a'), 'archive');
    writeFileSync(join(native, 'share/words'), 'words');
    const links = [{ source: 'native/lib/libx.so.1.2', target: 'native/lib/libx.so.1' }];
    writeFileSync(join(native, 'pg-symlinks.json'), JSON.stringify(links));
  });
  afterEach(() => rmSync(base, { recursive: true, force: true }));

  const hurts: [name: string, hurt: (copy: string) => void][] = [
    ['a changed file', (copy) => appendFileSync(join(copy, 'bin/server'), '!')],
    ['an added file', (copy) => writeFileSync(join(copy, 'lib/libextra.so'), 'extra')],
    ['a file others may write', (copy) => chmodSync(join(copy, 'bin/server'), 0o777)],
    ['a folder others may write', (copy) => chmodSync(join(copy, 'lib'), 0o777)],
    ['a link that leads away', (copy) => symlinkSync(join(base, 'elsewhere'), join(copy, 'lib/libextra.so'))],
  ];
  if (isRoot()) hurts.push(['a foreign owner', (copy) => chownSync(join(copy, 'bin/server'), 65534, 65534)]);

  it('can be read by all, is changed by none but its owner, and has the libraries under their short names', () => {
    const copy = copyBinaries(native, parent);
    const modeOf = (path: string) => lstatSync(join(copy, path)).mode & 0o777;
    assert.deepEqual(['.', 'bin', 'bin/server', 'lib/libx.so.1.2'].map(modeOf), [0o755, 0o755, 0o755, 0o644]);
    assert.equal(readlinkSync(join(copy, 'lib/libx.so.1')), 'libx.so.1.2');
    assert.deepEqual(readdirSync(join(copy, 'lib')), ['libx.so.1', 'libx.so.1.2']);
    assert.deepEqual(readdirSync(parent).length, 1, 'no unfinished copy is left');
  });

  it('is made once, and anew beside it for other contents', () => {
    const copy = copyBinaries(native, parent);
    const made = lstatSync(copy).ino;
    assert.equal(copyBinaries(native, parent), copy);
    assert.equal(lstatSync(copy).ino, made);
    appendFileSync(join(native, 'share/words'), ' more');
    assert.notEqual(copyBinaries(native, parent), copy);
    assert.equal(readdirSync(parent).length, 2);
  });

  for (const [name, hurt] of hurts) {
    it(`is not trusted with ${name}: it is made anew`, () => {
      const copy = copyBinaries(native, parent);
      const before = lstatSync(copy).ino;
      hurt(copy);
      assert.equal(copyBinaries(native, parent), copy);
      assert.notEqual(lstatSync(copy).ino, before);
      assert.equal(readFileSync(join(copy, 'bin/server'), 'utf8'), 'program');
      assert.deepEqual(readdirSync(join(copy, 'lib')), ['libx.so.1', 'libx.so.1.2']);
    });
  }
});
