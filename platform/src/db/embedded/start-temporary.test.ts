import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname } from 'node:path';
import { it } from 'node:test';
import { query } from './driven.ts';
import { ensureDatabase, startTemporary } from './index.ts';

it('a temporary database takes further databases and leaves no file behind', async () => {
  const database = await startTemporary({ log: () => {}, settings: ['fsync=off'] });
  const folder = dirname(database.dataDir);
  assert.equal(dirname(folder), tmpdir());
  await ensureDatabase(database.url, 'second');
  const [row] = await query(
    database.url('second', 'owner'),
    'select current_user as me, similarity($$a$$, $$a$$) as n',
  );
  assert.deepEqual(row, { me: 'dualtrack_owner', n: 1 });
  await database.stop();
  assert.equal(existsSync(folder), false);
});
