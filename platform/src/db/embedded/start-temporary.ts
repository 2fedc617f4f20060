import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EmbeddedDatabase, type EmbeddedOptions, startEmbedded } from './start-embedded.ts';

/**
 * Starts a database for tests in a temporary folder that the server's account can enter (mkdtemp's own mode would
 * send a root run's database to the system folder). `stop` removes it with all its files.
 */
export async function startTemporary(options: Omit<EmbeddedOptions, 'dataDir'>): Promise<EmbeddedDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'dualtrack-temporary-'));
  chmodSync(folder, 0o711);
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  try {
    const database = await startEmbedded({ ...options, dataDir: folder });
    return { ...database, stop: () => database.stop().then(remove) };
  } catch (error) {
    remove();
    throw error;
  }
}
