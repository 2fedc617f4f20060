import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, test } from 'node:test';
import { closePdf } from '@dualtrack/platform/pdf';
import { refusal } from '@dualtrack/platform/testing';
import pg from 'pg';
import { copyAgreement } from '../testing/copy-agreement.ts';
import { signingStage } from '../testing/signing-stage.ts';
import { type TestPair, testPair } from '../testing/test-pair.ts';
import { verifyKept } from './documents.ts';
import { getAgreement } from './read-agreements.ts';
import { signAgreement } from './sign-agreement.ts';
import { showLink, signByLink } from './signing-open.ts';

let pair: TestPair;
let admin: pg.Client;
let stage: ReturnType<typeof signingStage>;
before(async () => {
  pair = await testPair();
  stage = signingStage(pair);
  admin = new pg.Client({ connectionString: pair.kit.adminUrl });
  await admin.connect();
});
after(async () => {
  await closePdf();
  await admin.end();
  await pair.kit.close();
});

const sign = (who: 'office' | 'hr', agreementId: string, digest: string) =>
  pair.kit.call(signAgreement, pair[who], { agreementId, digest, secret: 'signing word' });

/** Whatever a signature could leave behind: the content of every table, but for the register of who failed. */
async function everything(): Promise<Map<string, string>> {
  // What earlier signatures set going has come to rest.
  await pair.kit.settle();
  const { rows } = await admin.query<{ name: string }>(
    "select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1",
  );
  const found = new Map<string, string>();
  for (const { name } of rows) {
    const whole = await admin.query<{ text: string | null }>(
      `select string_agg(t::text, '|' order by t::text) as text from "${name}" t`,
    );
    found.set(
      name,
      createHash('sha256')
        .update(whole.rows[0]?.text ?? '')
        .digest('hex'),
    );
  }
  return found;
}

const written = [
  ...['stored_file', 'agreement_signature', 'agreement', 'agreement_event', 'audit_entry'],
  ...['signing_plan', 'outbox_event'],
];

test('whichever write fails, of the first signature or of the last with its seal: all is as before', async () => {
  const { id, digest } = await pair.fixed();
  const made = await copyAgreement(admin, id);
  // Keys are made with a person's first signature and stay.
  await sign('office', made, digest);
  await sign('hr', made, digest);
  let refused = 0;
  for (const who of ['office', 'hr'] as const) {
    for (const table of written) {
      const before = await everything();
      await admin.query(`revoke insert, update on ${table} from dualtrack_app`);
      const outcome = await sign(who, id, digest).then(
        () => 'signed',
        (error: unknown) => String(error),
      );
      await admin.query(`grant insert, update on ${table} to dualtrack_app`);
      // The plan and the outbox are written by the last signature only: the first has then been given.
      if (outcome === 'signed') {
        assert.equal(who, 'office');
        break;
      }
      assert.match(outcome, /permission denied/);
      refused += 1;
      assert.deepEqual(await everything(), before, `${who}: ${table}`);
    }
    const view = await pair.kit.call(getAgreement, pair.office, { agreementId: id });
    if (who === 'office' && view.signatures.length === 0) await sign('office', id, digest);
  }
  assert.ok(refused >= 10, `${refused} failures were tried`);
  assert.equal((await sign('hr', id, digest)).state, 'in-force');
  const { record, reasons } = await pair.kit.call(verifyKept, pair.hr, { agreementId: id });
  assert.deepEqual([record.hasRecordedSigners, record.isKeptFile, reasons], [true, true, []]);
});

/** Ends, as a crash would, the connection of whoever waits for this table; others lock the table so that they wait. */
async function cutConnection<T>(table: string, work: () => Promise<T>): Promise<PromiseSettledResult<T>> {
  await admin.query(`begin; lock table ${table} in access exclusive mode`);
  const [settled] = await Promise.all([
    Promise.allSettled([work()]).then(([one]) => one),
    (async () => {
      for (;;) {
        const { rows } = await admin.query<{ pid: number }>(
          `select pid from pg_locks where not granted and relation = '${table}'::regclass`,
        );
        const [waiting] = rows;
        if (waiting !== undefined) {
          await admin.query('select pg_terminate_backend($1)', [waiting.pid]);
          await admin.query('rollback');
          return;
        }
        await admin.query('select pg_sleep(0.02)');
      }
    })(),
  ]);
  if (settled === undefined) throw new Error('nothing was done');
  return settled;
}

test('the connection is lost after the PDF has been stored and before the signature is on record: no half-signed state', async () => {
  const { id, digest } = await pair.fixed();
  for (const [who, table] of [
    ['office', 'agreement_signature'],
    ['hr', 'agreement_event'],
  ] as const) {
    const before = await everything();
    const lost = await cutConnection(table, () => sign(who, id, digest));
    assert.equal(lost.status, 'rejected');
    assert.deepEqual(await everything(), before);
    await sign(who, id, digest);
  }
  const { record } = await pair.kit.call(verifyKept, pair.hr, { agreementId: id });
  assert.deepEqual([record.hasRecordedSigners, record.isKeptFile], [true, true]);
});

test('a link whose signature was lost on the way is not used up and signs once more', async () => {
  const { kit, office } = pair;
  const { id } = await pair.fixed();
  const view = await stage.setPlan(id, office, [
    stage.plain(office, 'school'),
    stage.witness('周明理', 'lost@x.cn'),
  ]);
  const { token, code } = await stage.link(id, stage.slotId(view, '周明理'));
  const { pass, digest } = await stage.enter(token, code);
  const input = { token, pass, digest, name: '周明理' };
  const lost = await cutConnection('agreement_signature', () => kit.call(signByLink, null, input));
  assert.equal(lost.status, 'rejected');
  assert.deepEqual((await kit.call(getAgreement, office, { agreementId: id })).signatures, []);
  await kit.call(showLink, null, { token });
  await kit.call(signByLink, null, input);
  await assert.rejects(kit.call(signByLink, null, input), refusal('link.unknown'));
});

test('a thousand guessed links open nothing, also those that differ from a true one by one sign', async () => {
  const { kit, office } = pair;
  const { id } = await pair.fixed();
  const view = await stage.setPlan(id, office, [
    stage.plain(office, 'school'),
    stage.witness('周明理', 'guess@x.cn'),
  ]);
  const { token } = await stage.link(id, stage.slotId(view, '周明理'));
  await kit.call(showLink, null, { token });
  const signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  for (let i = 0; i < 1_000; i += 1) {
    // The last sign carries bits that do not count: its neighbours stand for the same number.
    const place = i % (token.length - 1);
    const other = signs[(signs.indexOf(token[place] ?? 'A') + 1 + ((i * 7) % 62)) % 64] ?? 'A';
    const guess =
      i < 700
        ? token.slice(0, place) + other + token.slice(place + 1)
        : Array.from(token, (_, n) => signs[(i * 31 + n * 17) % 64]).join('');
    await assert.rejects(kit.call(showLink, null, { token: guess }), refusal('link.unknown'), guess);
  }
});

test('a namesake in another organisation signs nothing and learns nothing', async () => {
  const { kit, office, otherOffice } = pair;
  const { id: agreementId, digest } = await pair.fixed();
  const namesake = { ...otherOffice, name: office.name };
  const input = { agreementId, digest, secret: 'signing word' };
  await assert.rejects(kit.call(signAgreement, namesake, input), refusal('thing.not-found'));
  assert.deepEqual((await kit.call(getAgreement, office, { agreementId })).signatures, []);
});
