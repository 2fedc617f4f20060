import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { readCertificateFile } from './certificate-file.ts';
import { signPdf } from './sign-pdf.ts';
import { SigningError } from './signing-error.ts';
import { describeCertificate } from './signing-identity.ts';
import { original } from './testing/signed-example.ts';
import { verifyPdf } from './verify-pdf.ts';

const folder = mkdtempSync(join(tmpdir(), 'dualtrack-p12-'));
after(() => rmSync(folder, { recursive: true }));

const openssl = (...args: string[]) => {
  const done = spawnSync('openssl', args, { cwd: folder, encoding: 'utf8' });
  assert.equal(done.status, 0, done.stderr);
};

/** A file as a signer brings it: a key, its certificate, and the authority that issued it. */
function made(name: string, keyArgs: string[], exportArgs: string[] = []): Uint8Array {
  openssl(
    'req',
    '-x509',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-keyout',
    'ca.key',
    '-out',
    'ca.pem',
    '-subj',
    '/CN=Example authority',
    '-days',
    '3650',
  );
  openssl(
    'req',
    '-new',
    ...keyArgs,
    '-nodes',
    '-keyout',
    `${name}.key`,
    '-out',
    `${name}.csr`,
    '-subj',
    '/CN=Wang Example/O=Example College',
  );
  writeFileSync(join(folder, 'ext'), 'keyUsage=critical,digitalSignature,nonRepudiation\n');
  openssl(
    'x509',
    '-req',
    '-extfile',
    'ext',
    '-in',
    `${name}.csr`,
    '-CA',
    'ca.pem',
    '-CAkey',
    'ca.key',
    '-out',
    `${name}.pem`,
    '-days',
    '3650',
  );
  openssl(
    'pkcs12',
    '-export',
    '-inkey',
    `${name}.key`,
    '-in',
    `${name}.pem`,
    '-certfile',
    'ca.pem',
    '-out',
    `${name}.p12`,
    '-passout',
    'pass:密码 word',
    ...exportArgs,
  );
  return new Uint8Array(readFileSync(join(folder, `${name}.p12`)));
}
const authority = () => {
  openssl('x509', '-in', 'ca.pem', '-outform', 'DER', '-out', 'ca.der');
  return new Uint8Array(readFileSync(join(folder, 'ca.der')));
};
const code = (wanted: string) => (error: unknown) => error instanceof SigningError && error.code === wanted;

describe('a signer’s own certificate file', () => {
  for (const [name, keyArgs] of [
    ['rsa', ['-newkey', 'rsa:2048']],
    ['p256', ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256']],
    ['p384', ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-384']],
  ] as const) {
    test(`${name}: signs, and leads to its authority`, async () => {
      const signer = await readCertificateFile(made(name, [...keyArgs]), '密码 word');
      assert.equal(describeCertificate(signer.certificate).subject.commonName, 'Wang Example');
      assert.equal(signer.chain.length, 1);
      const at = new Date(describeCertificate(signer.certificate).notBefore.getTime() + 60_000);
      const pdf = await signPdf({ pdf: original, signer, at, fieldName: 'school' });
      const open = await verifyPdf(pdf, { at });
      assert.deepEqual(
        open.signatures.map((one) => one.reasons.map((each) => each.code)),
        [['certificate.not-anchored']],
      );
      const anchored = await verifyPdf(pdf, { at, anchors: [authority()] });
      assert.equal(anchored.outcome, 'passed');
    });
  }

  test('another password, another file, an old cipher: refused by name', async () => {
    const file = made('refused', ['-newkey', 'rsa:2048']);
    await assert.rejects(readCertificateFile(file, '密码 words'), code('secret.wrong'));
    await assert.rejects(readCertificateFile(original, 'x'), code('certificate-file.unreadable'));
    await assert.rejects(readCertificateFile(file.slice(0, 500), 'x'), code('certificate-file.unreadable'));
  });
});
