import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import { refusal, type TestKernel, testKernel } from '@dualtrack/platform/testing';
import { createSigningIdentity, signPdf } from '@dualtrack/signing';
import pg from 'pg';
import { verifyOpen } from './verify-open.ts';

const folder = mkdtempSync(join(tmpdir(), 'dualtrack-trust-'));
let kit: TestKernel;
let signed: Uint8Array<ArrayBuffer>;
let certificate: Uint8Array;

/** The smallest file that can be signed. */
function plainPdf(): Uint8Array {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] >>',
  ];
  let text = '%PDF-1.7\n';
  const places = objects.map((body, i) => {
    const at = text.length;
    text += `${i + 1} 0 obj\n${body}\nendobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const table = `xref\n0 4\n0000000000 65535 f \n${places.join('')}trailer\n<< /Size 4 /Root 1 0 R >>\n`;
  return new TextEncoder().encode(`${text}${table}startxref\n${text.length}\n%%EOF\n`);
}

before(async () => {
  kit = await testKernel([]);
  const at = new Date(kit.clock.now().getTime() - 86_400_000);
  const secret = 'a signing word';
  const identity = await createSigningIdentity({ commonName: '王示例', country: 'CN', at, secret });
  certificate = identity.certificate;
  signed = new Uint8Array(await signPdf({ pdf: plainPdf(), identity, secret, at, fieldName: 'school' }));
});
// A new minute for each test.
beforeEach(() => kit.clock.set(new Date(kit.clock.now().getTime() + 61_000)));
after(async () => {
  await kit.close();
  rmSync(folder, { recursive: true });
});

const asFile = (bytes: Uint8Array<ArrayBuffer>) => new File([bytes], 'a.pdf', { type: 'application/pdf' });

test('somebody without an account learns what a file is worth, and nothing is kept of it', async () => {
  const client = new pg.Client({ connectionString: kit.adminUrl });
  await client.connect();
  const rows = async () => {
    const { rows: tables } = await client.query<{ name: string }>(
      "select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'",
    );
    const counts: string[] = [];
    for (const { name } of tables) {
      const counted = await client.query<{ n: number }>(`select count(*) as n from "${name}"`);
      counts.push(`${name} ${counted.rows[0]?.n}`);
    }
    return counts.sort();
  };
  const kept = await rows();
  const found = await kit.call(verifyOpen, null, { file: asFile(signed) });
  assert.equal(found.outcome, 'indeterminate');
  assert.deepEqual(
    found.signatures.map((one) => [one.certificate?.subject['commonName'], one.reasons[0]?.code]),
    [['王示例', 'certificate.self-issued']],
  );
  const changed = new Uint8Array(signed);
  changed[20] = (changed[20] ?? 0) ^ 1;
  assert.equal((await kit.call(verifyOpen, null, { file: asFile(changed) })).outcome, 'failed');
  assert.deepEqual(await rows(), kept);
  await client.end();
});

test('a certificate in the folder of trust counts; a folder with rubbish in it trusts nobody', async () => {
  kit.kernel.config.trustDir = folder;
  writeFileSync(join(folder, 'signer.cer'), certificate);
  assert.equal((await kit.call(verifyOpen, null, { file: asFile(signed) })).outcome, 'passed');
  writeFileSync(join(folder, 'note.txt'), 'nothing of the kind');
  assert.equal((await kit.call(verifyOpen, null, { file: asFile(signed) })).outcome, 'indeterminate');
  delete kit.kernel.config.trustDir;
});

test('what is no PDF is refused, and so is too large a file', async () => {
  const note = new TextEncoder().encode('no pdf');
  await assert.rejects(kit.call(verifyOpen, null, { file: asFile(note) }), refusal('verification.not-a-pdf'));
  const large = asFile(new Uint8Array(20 * 1024 * 1024 + 1));
  await assert.rejects(kit.call(verifyOpen, null, { file: large }), refusal('input.invalid'));
});

test('only so many files a minute, and so many at once', async () => {
  const many = await Promise.allSettled(
    Array.from({ length: 14 }, () => kit.call(verifyOpen, null, { file: asFile(signed) })),
  );
  const codes = many.flatMap((one) => (one.status === 'rejected' ? [one.reason.code] : []));
  assert.ok(codes.includes('verification.busy'), codes.join());
  assert.ok(codes.includes('request.too-many'), codes.join());
  assert.ok(many.some((one) => one.status === 'fulfilled'));
  await assert.rejects(kit.call(verifyOpen, null, { file: asFile(signed) }), refusal('request.too-many'));
});
