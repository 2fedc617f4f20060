import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { derAt, wholeOf } from './asn1/der.ts';
import { joined } from './bytes.ts';
import { signedRange } from './pdf/byte-range.ts';
import { openDocument } from './pdf/document.ts';
import { signatureFields } from './pdf/signature-field.ts';
import { enterprise, school, twice } from './testing/signed-example.ts';

const folder = mkdtempSync(join(tmpdir(), 'dualtrack-signing-'));
after(() => rmSync(folder, { recursive: true }));

function put(name: string, content: Uint8Array | string): string {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

const isInstalled = (program: string, flag: string) => spawnSync(program, [flag]).error === undefined;

test('poppler reads both signatures as valid, and a changed file as changed', (t) => {
  if (!isInstalled('pdfsig', '-v')) {
    t.diagnostic('NOT CHECKED: pdfsig (poppler-utils) is not installed here');
    return;
  }
  const words = spawnSync('pdfsig', [put('signed.pdf', twice)], { encoding: 'utf8' }).stdout;
  assert.equal(words.match(/Signature is Valid/g)?.length, 2);
  assert.match(words, /Total document signed/);
  assert.match(words, /ئايگۈل مىسال/);
  assert.match(words, /李范例/);
  const changed = new Uint8Array(twice);
  changed[2_000] = (changed[2_000] ?? 0) ^ 1;
  const later = spawnSync('pdfsig', [put('changed.pdf', changed)], { encoding: 'utf8' }).stdout;
  assert.equal(later.match(/Digest Mismatch/g)?.length, 2);
});

const pem = (der: Uint8Array) =>
  `-----BEGIN CERTIFICATE-----\n${Buffer.from(der)
    .toString('base64')
    .replace(/(.{64})/g, '$1\n')}\n-----END CERTIFICATE-----\n`;

test('OpenSSL verifies each signature over the bytes it covers', async (t) => {
  if (!isInstalled('openssl', 'version')) {
    t.diagnostic('NOT CHECKED: openssl is not installed here');
    return;
  }
  const fields = await signatureFields(await openDocument(twice));
  assert.equal(fields.length, 2);
  for (const { name, signature } of fields) {
    const checked = signedRange(signature, twice);
    assert.ok('range' in checked);
    const { open, close, end, contents } = checked.range;
    const covered = joined(twice.subarray(0, open), twice.subarray(close, end));
    const anchor = put(`${name}.pem`, pem((name === 'school' ? school : enterprise).certificate));
    const files = {
      cms: put(`${name}.cms`, wholeOf(derAt(contents, 0))),
      data: put(`${name}.bin`, covered),
      less: put(`${name}.less.bin`, covered.subarray(1)),
    };
    const verify = (content: string) =>
      spawnSync(
        'openssl',
        `cms -verify -binary -inform DER -in ${files.cms} -content ${content} -CAfile ${anchor} -purpose any -partial_chain -attime 1773400000 -out /dev/null`.split(
          ' ',
        ),
        { encoding: 'utf8' },
      );
    assert.equal(verify(files.data).status, 0, verify(files.data).stderr);
    assert.notEqual(verify(files.less).status, 0);
  }
});
