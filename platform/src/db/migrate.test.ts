import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { newId } from '../ids.ts';
import { createTestDatabase, type TestDatabase } from '../testing/index.ts';
import { type MigrationSource, migrate } from './index.ts';

let database: TestDatabase;
let folder: string;
let owner: pg.Client;
let admin: pg.Client;

before(async () => {
  database = await createTestDatabase([]);
  folder = await mkdtemp(join(tmpdir(), 'dualtrack-migrate-'));
  owner = new pg.Client({ connectionString: database.ownerUrl });
  admin = new pg.Client({ connectionString: database.adminUrl });
  await owner.connect();
  await admin.connect();
});
after(async () => {
  await owner.end();
  await admin.end();
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

const source = (): MigrationSource => ({ room: 'later', folder: pathToFileURL(`${folder}/`) });

test('a migration reaches the rows of every home, and the wall stands again behind it', async () => {
  const homes = [newId(), newId()];
  for (const home of homes) {
    await admin.query(
      "insert into stored_file (tenant_id, id, name, media_type, sha256, size, bytes, created_at) values ($1, $2, 'old', 'a/b', '', 0, '', now())",
      [home, newId()],
    );
  }
  await writeFile(
    join(folder, '0001-rename.sql'),
    "alter table stored_file add column kept_for text; update stored_file set kept_for = 'ever'; alter table stored_file alter column kept_for set not null;",
  );
  assert.equal(await migrate(owner, [source()]), 1);
  const { rows } = await admin.query('select kept_for from stored_file');
  assert.deepEqual(rows, [{ kept_for: 'ever' }, { kept_for: 'ever' }]);
  const walls = await admin.query(
    "select relforcerowsecurity as on from pg_class where relname = 'stored_file'",
  );
  assert.deepEqual(walls.rows, [{ on: true }]);
  assert.equal(await migrate(owner, [source()]), 0);
});

test('a migration that fails leaves nothing of itself', async () => {
  await writeFile(join(folder, '0002-broken.sql'), 'create table half (id uuid); select no_such_thing();');
  await assert.rejects(migrate(owner, [source()]), /no_such_thing/);
  const { rows } = await admin.query("select 1 from pg_class where relname = 'half'");
  assert.equal(rows.length, 0);
});
