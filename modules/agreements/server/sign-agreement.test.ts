import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { findWallBreaches } from '@dualtrack/platform/db';
import { closePdf } from '@dualtrack/platform/pdf';
import { refusal } from '@dualtrack/platform/testing';
import pg from 'pg';
import { copyAgreement } from '../testing/copy-agreement.ts';
import { type TestPair, testPair } from '../testing/test-pair.ts';
import { getDocument, verifyKept, verifyUpload } from './documents.ts';
import { declineAgreement, endAgreement, reopenAgreement } from './move-agreement.ts';
import { getAgreement } from './read-agreements.ts';
import { signAgreement } from './sign-agreement.ts';

let pair: TestPair;
let admin: pg.Client;
before(async () => {
  pair = await testPair();
  admin = new pg.Client({ connectionString: pair.kit.adminUrl });
  await admin.connect();
});
after(async () => {
  await closePdf();
  await admin.end();
  await pair.kit.close();
});

const secret = 'signing word';
const sign = (who: 'office' | 'hr', agreementId: string, digest: string, word = secret) =>
  pair.kit.call(signAgreement, pair[who], { agreementId, digest, secret: word });

async function bytesOf(agreementId: string): Promise<Uint8Array<ArrayBuffer>> {
  const file = await pair.kit.call(getDocument, pair.office, { agreementId });
  return new Uint8Array(await file.arrayBuffer());
}

describe('signing', () => {
  test('two signatures bring it into force, each said to be what it is', async () => {
    const { kit, hr } = pair;
    const { id, digest } = await pair.fixed();
    const half = await sign('office', id, digest);
    assert.deepEqual(
      [half.state, half.signedSides, half.waitingFor],
      ['signing', ['school'], ['enterprise']],
    );
    assert.equal(half.hasSigningIdentity, true);
    kit.clock.set(new Date(kit.clock.now().getTime() + 60_000));
    const whole = await sign('hr', id, digest);
    assert.equal(whole.state, 'in-force');
    assert.deepEqual(
      whole.signatures.map((one) => [one.side, one.signerName, one.signerPost]),
      [
        ['school', pair.office.name, '校长'],
        ['enterprise', hr.name, '董事长'],
      ],
    );
    const found = await kit.call(verifyKept, hr, { agreementId: id });
    assert.equal(found.outcome, 'indeterminate');
    assert.deepEqual(
      found.signatures.map((one) => [one.field, one.reasons.map((reason) => reason.code)]),
      [
        ['school', ['certificate.self-issued']],
        ['enterprise', ['certificate.self-issued']],
        ['platform', ['certificate.self-issued']],
      ],
    );
    assert.deepEqual(found.record, {
      isKeptFile: true,
      continuesFixedText: true,
      hasRecordedSigners: true,
    });
    const { rows } = await admin.query("select payload from outbox_event where name = 'agreement.in-force'");
    assert.equal(rows[0].payload.agreementId, id);
  });

  test('two signers at the same instant, twenty times: never one lost', async () => {
    const { id: first, digest } = await pair.fixed();
    for (let round = 0; round < 20; round += 1) {
      const id = await copyAgreement(admin, first);
      const order = round % 2 === 0 ? (['office', 'hr'] as const) : (['hr', 'office'] as const);
      await Promise.all(order.map((who) => sign(who, id, digest)));
      const view = await pair.kit.call(getAgreement, pair.hr, { agreementId: id });
      assert.equal(view.state, 'in-force');
      const { signatures, record } = await pair.kit.call(verifyKept, pair.office, { agreementId: id });
      assert.deepEqual(signatures.map((one) => one.field).sort(), ['enterprise', 'platform', 'school']);
      assert.equal(record.hasRecordedSigners, true);
    }
  });

  test('the same side twice at once signs once', async () => {
    const { id, digest } = await pair.fixed();
    const both = await Promise.allSettled([sign('hr', id, digest), sign('hr', id, digest)]);
    assert.equal(both.filter((one) => one.status === 'fulfilled').length, 1);
    const { signatures } = await pair.kit.call(verifyKept, pair.hr, { agreementId: id });
    assert.equal(signatures.length, 1);
  });

  test('a failure between signature and storage leaves nothing behind', async () => {
    const { id, digest } = await pair.fixed();
    const before = await bytesOf(id);
    const files = async () => (await admin.query('select count(*)::int as n from stored_file')).rows[0].n;
    const kept = await files();
    // The database itself gives out at the commit, when file, signature and state have all been written.
    await admin.query(`create function fail() returns trigger language plpgsql as
      $$ begin raise exception 'power cut'; end $$`);
    await admin.query(`create constraint trigger fail after insert on agreement_signature
      deferrable initially deferred for each row execute function fail()`);
    await assert.rejects(sign('office', id, digest), /power cut/);
    await admin.query('drop trigger fail on agreement_signature; drop function fail()');
    const view = await pair.kit.call(getAgreement, pair.office, { agreementId: id });
    assert.deepEqual([view.state, view.signatures], ['signing', []]);
    assert.deepEqual(await bytesOf(id), before);
    assert.equal(await files(), kept);
    await sign('office', id, digest);
    assert.equal((await sign('hr', id, digest)).state, 'in-force');
  });

  test('another secret, another document, another person: refused, and nothing is signed', async () => {
    const { kit, office, otherHr } = pair;
    const { id, digest } = await pair.fixed();
    await assert.rejects(sign('office', id, digest, 'not the word'), refusal('signing.secret-wrong'));
    await assert.rejects(sign('office', id, 'a'.repeat(64)), refusal('signing.digest-differs'));
    const colleague = await pair.actorOf(pair.school, 'school-office');
    const input = { agreementId: id, digest, secret };
    await assert.rejects(kit.call(signAgreement, colleague, input), refusal('agreement.not-the-signer'));
    const head = await pair.actorOf(pair.school, 'programme-head');
    await assert.rejects(kit.call(signAgreement, head, input), refusal('access.forbidden'));
    await assert.rejects(kit.call(signAgreement, otherHr, input), refusal('thing.not-found'));
    assert.deepEqual((await kit.call(getAgreement, office, { agreementId: id })).signatures, []);
    const { rows } = await admin.query('select 1 from signing_identity where person_id = $1', [
      colleague.personId,
    ]);
    assert.equal(rows.length, 0);
  });

  test('what one has signed cannot be opened again, but still declined; a running one is not ended', async () => {
    const { kit, hr, office } = pair;
    const first = await pair.fixed();
    await sign('office', first.id, first.digest);
    const agreementId = first.id;
    await assert.rejects(kit.call(reopenAgreement, hr, { agreementId }), refusal('agreement.already-signed'));
    await kit.call(declineAgreement, hr, { agreementId, reason: 'no budget' });
    const second = await pair.fixed();
    await sign('hr', second.id, second.digest);
    await sign('office', second.id, second.digest);
    await assert.rejects(
      kit.call(endAgreement, office, { agreementId: second.id }),
      refusal('agreement.not-over'),
    );
  });
});

describe('documents', () => {
  test('nobody else downloads or verifies; a changed byte fails through the operation', async () => {
    const { kit, hr, otherHr, otherOffice } = pair;
    const { id: agreementId, digest } = await pair.fixed();
    await sign('office', agreementId, digest);
    await sign('hr', agreementId, digest);
    for (const actor of [otherHr, otherOffice]) {
      await assert.rejects(kit.call(getDocument, actor, { agreementId }), refusal('thing.not-found'));
      await assert.rejects(kit.call(verifyKept, actor, { agreementId }), refusal('thing.not-found'));
    }
    const bytes = await bytesOf(agreementId);
    const upload = (content: Uint8Array<ArrayBuffer>) => new File([content], 'a.pdf');
    const mentor = await pair.actorOf(pair.firm, 'mentor', [pair.school]);
    const same = await kit.call(verifyUpload, mentor, { file: upload(bytes) });
    assert.equal(same.outcome, 'indeterminate');
    assert.equal(same.onRecord?.id, agreementId);
    const changed = bytes.slice();
    const place = Math.floor(bytes.length / 3);
    changed[place] = (changed[place] ?? 0) ^ 1;
    const found = await kit.call(verifyUpload, hr, { file: upload(changed) });
    assert.equal(found.outcome, 'failed');
    assert.equal(found.onRecord, null);
    await assert.rejects(
      kit.call(verifyUpload, hr, { file: new File(['hello'], 'a.pdf') }),
      refusal('verification.not-a-pdf'),
    );
    const stranger = await kit.call(verifyUpload, otherHr, { file: upload(bytes) });
    assert.equal(stranger.onRecord, null);
  });

  test('every table of the room stands behind the wall', async () => {
    const client = new pg.Client({ connectionString: pair.kit.ownerUrl });
    await client.connect();
    try {
      assert.deepEqual(await findWallBreaches(client), []);
    } finally {
      await client.end();
    }
  });
});
