import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { asSystem, type Kernel } from '@dualtrack/platform/operation';
import { createOpenIdentity, openIdentity, type Signer } from '@dualtrack/signing';
import type { AgreementsTables } from './tables.ts';

/** The key by which this installation closes finished files. */
export type PlatformSeal = { signer: Signer; fingerprint: string };

const opened = new WeakMap<Kernel['config'], Promise<PlatformSeal>>();

/** The secret lies beside the data, not in the database: a copy of the database alone cannot seal. */
async function sealSecret(dataDir: string): Promise<string> {
  const place = join(dataDir, 'seal-secret');
  // Made once; of two processes at once the second reads what the first has written.
  await writeFile(place, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 }).catch(
    (error: unknown) => {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    },
  );
  return (await readFile(place, 'utf8')).trim();
}

async function openSeal(kernel: Kernel, tenant: string, now: Date): Promise<PlatformSeal> {
  const secret = await sealSecret(kernel.config.dataDir);
  return asSystem<AgreementsTables, PlatformSeal>(kernel, tenant, async ({ db }) => {
    const kept = await db.selectFrom('platformSeal').selectAll().orderBy('createdAt', 'desc').execute();
    for (const { certificate, sealed, fingerprint } of kept) {
      const identity = { certificate: new Uint8Array(certificate), sealedKey: new Uint8Array(sealed) };
      // A seal of another installation or of a lost secret: its files stay verifiable, a new one is made.
      const signer = await openIdentity(identity, secret).catch(() => undefined);
      if (signer !== undefined) return { signer, fingerprint };
    }
    // Years back, so that it is valid for papers of a history that is played again.
    const at = new Date(now.getTime() - 5 * 365 * 86_400_000);
    const { identity, signer } = await createOpenIdentity({
      commonName: 'Dualtrack platform seal',
      ...(kernel.config.publicUrl
        ? { organisation: new URL(kernel.config.publicUrl).host.slice(0, 64) }
        : {}),
      country: 'CN',
      at,
      secret,
      years: 15,
    });
    const { fingerprint, certificate, sealedKey } = identity;
    await db
      .insertInto('platformSeal')
      .values({
        ...{ fingerprint, createdAt: now },
        certificate: Buffer.from(certificate),
        sealed: Buffer.from(sealedKey),
      })
      .execute();
    return { signer, fingerprint };
  });
}

/** Opens the installation's seal; makes it on first use. Held open while the process lives. */
export function platformSeal(kernel: Kernel, tenant: string, now: Date): Promise<PlatformSeal> {
  const known = opened.get(kernel.config);
  if (known !== undefined) return known;
  const seal = openSeal(kernel, tenant, now);
  opened.set(kernel.config, seal);
  // A failure is not kept: the next signature tries again.
  seal.catch(() => opened.delete(kernel.config));
  return seal;
}
