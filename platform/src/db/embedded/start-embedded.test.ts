import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { drive, gone, query } from './driven.ts';
import { type EmbeddedDatabase, startEmbedded } from './index.ts';

describe('an embedded database', () => {
  let base = '';
  let database: EmbeddedDatabase;
  const log = () => {};

  before(async () => {
    base = mkdtempSync(join(tmpdir(), 'dualtrack-embedded-'));
    // Folders under /tmp made by mkdtemp are private; the data folder below must be reachable for a root run.
    chmodSync(base, 0o755);
    database = await startEmbedded({ dataDir: join(base, 'data'), log, settings: ['fsync=off'] });
  });
  after(async () => {
    await database?.stop();
    rmSync(base, { recursive: true, force: true });
  });

  it('gives the application a role without any power of its own', async () => {
    const [role] = await query(
      database.url('dualtrack', 'app'),
      `select rolsuper, rolbypassrls, rolcreatedb, rolcreaterole, rolreplication,
        (select count(*)::int from pg_shdepend where refobjid = r.oid and deptype = 'o') as owned
       from pg_roles r where rolname = current_user`,
    );
    const none = { rolsuper: false, rolbypassrls: false, rolcreatedb: false, rolcreaterole: false };
    assert.deepEqual(role, { ...none, rolreplication: false, owned: 0 });
    await assert.rejects(query(database.url('dualtrack', 'app'), 'create table t (id int)'), {
      code: '42501',
    });
    const becoming = query(database.url('dualtrack', 'app'), 'set role dualtrack_owner');
    await assert.rejects(becoming, { code: '42501' });
  });

  it('gives the owner the database and its schema, but not the server', async () => {
    const url = database.url('dualtrack', 'owner');
    await query(url, 'create table mine (id int)');
    const [row] = await query(
      url,
      `select (select datdba::regrole::text from pg_database where datname = current_database()) as database,
        (select nspowner::regrole::text from pg_namespace where nspname = 'public') as schema,
        (select rolsuper or rolbypassrls from pg_roles where rolname = current_user) as mighty`,
    );
    assert.deepEqual(row, { database: 'dualtrack_owner', schema: 'dualtrack_owner', mighty: false });
  });

  it('has the extensions in schema public and splits Chinese words into trigrams', async () => {
    const rows = await query(
      database.url('dualtrack', 'app'),
      `select extname, extnamespace::regnamespace::text as schema from pg_extension
       where extname in ('btree_gist', 'pg_trgm') order by extname`,
    );
    assert.deepEqual(rows, [
      { extname: 'btree_gist', schema: 'public' },
      { extname: 'pg_trgm', schema: 'public' },
    ]);
    const [same] = await query(
      database.url('dualtrack', 'app'),
      `select similarity('伊州职业技术学院', '职业技术学院') > 0.3 as is_similar, pg_encoding_to_char(encoding) as encoding
       from pg_database where datname = current_database()`,
    );
    assert.deepEqual(same, { is_similar: true, encoding: 'UTF8' });
  });

  it('listens on this machine only, asks for a password, and takes settings from the caller last', async () => {
    const [row] = await query(
      database.url('postgres', 'admin'),
      `select current_setting('listen_addresses') as addresses, current_setting('unix_socket_directories') as sockets,
        current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit`,
    );
    assert.deepEqual(row, { addresses: '127.0.0.1', sockets: '', fsync: 'off', commit: 'on' });
    const wrong = database.url('dualtrack', 'app').replace(/:[^:@]+@/, ':guess@');
    await assert.rejects(query(wrong, 'select 1'), { code: '28P01' });
    const methods = await query(
      database.url('postgres', 'admin'),
      'select distinct auth_method from pg_hba_file_rules',
    );
    assert.deepEqual(methods, [{ auth_method: 'scram-sha-256' }]);
  });

  it('keeps its passwords readable for its own account only', () => {
    assert.equal(statSync(join(base, 'data', 'credentials.json')).mode & 0o777, 0o600);
    assert.equal(statSync(database.dataDir).mode & 0o777, 0o700);
  });

  it('refuses a second start on the same data and says who has it', async () => {
    const other = await drive(join(base, 'data'));
    assert.equal(other.result.failed, 'data.in-use');
    assert.match(other.result.message ?? '', new RegExp(`process ${process.pid}\\b.*DUALTRACK_DATA`));
    await assert.rejects(startEmbedded({ dataDir: join(base, 'data'), log }), { code: 'data.in-use' });
  });

  it('says that a port is taken and leaves nothing behind', async () => {
    const dataDir = join(base, 'busy');
    const busy = await drive(dataDir, { port: database.port });
    assert.equal(busy.result.failed, 'port.in-use');
    const free = await drive(dataDir);
    assert.equal(free.result.ready, true, 'the failed start gave the folder free');
    await free.end('SIGTERM');
    await gone(free.result.pid);
  });

  it('stops without a process left, and keeps the data for the next start', async () => {
    const dataDir = join(base, 'kept');
    const first = await startEmbedded({ dataDir, log });
    await query(first.url('dualtrack', 'owner'), 'create table kept as select 7 as n');
    await first.stop();
    await first.stop();
    await gone(first.pid);
    const events: string[] = [];
    const second = await startEmbedded({ dataDir, log: ({ code }) => events.push(code) });
    assert.deepEqual(await query(second.url('dualtrack', 'owner'), 'select n from kept'), [{ n: 7 }]);
    assert.deepEqual(events, []);
    const [fsync] = await query(second.url('dualtrack', 'app'), 'show fsync');
    assert.deepEqual(fsync, { fsync: 'on' });
    await second.stop();
  });

  it('makes new passwords when their file was lost, and keeps the data', async () => {
    const dataDir = join(base, 'lost');
    const first = await startEmbedded({ dataDir, log });
    await query(first.url('dualtrack', 'owner'), 'create table kept as select 7 as n');
    await first.stop();
    rmSync(join(dataDir, 'credentials.json'));
    const second = await startEmbedded({ dataDir, log });
    assert.deepEqual(await query(second.url('dualtrack', 'owner'), 'select n from kept'), [{ n: 7 }]);
    assert.deepEqual(await query(second.url('dualtrack', 'app'), 'select 1 as one'), [{ one: 1 }]);
    await second.stop();
  });
});
