import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Kernel } from '@dualtrack/platform/operation';
import { SigningError, trustFrom, type VerifyOptions } from '@dualtrack/signing';

/**
 * What this installation trusts when it verifies, by `DUALTRACK_TRUST`: certificates of authorities, lists of revoked
 * certificates and OCSP answers. Read anew each time, so that a fresh list counts from when it lies there. A folder with
 * something else in it trusts nobody, which leaves every signature indeterminate, and the log says why.
 */
export async function trustFolder(kernel: Kernel): Promise<Omit<VerifyOptions, 'at'>> {
  const { trustDir } = kernel.config;
  if (trustDir === undefined) return {};
  try {
    const entries = await readdir(trustDir, { withFileTypes: true });
    const names = entries.filter((entry) => entry.isFile() && !entry.name.startsWith('.'));
    const files = names.map(async ({ name }) => ({ name, bytes: await readFile(join(trustDir, name)) }));
    return trustFrom(await Promise.all(files));
  } catch (error) {
    const isUnfit = error instanceof SigningError || (error instanceof Error && 'code' in error);
    if (!isUnfit) throw error;
    const issues = error instanceof SigningError ? error.issues : [];
    kernel.log.warn({ folder: trustDir, issues, cause: error.message }, 'the folder of trust cannot be read');
    return {};
  }
}
