import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';

/**
 * Writes pieces to a file or to standard output. A file appears whole or not at all: it is written beside its place
 * and renamed at the end. A closed pipe (`| head`) is not an error.
 */
export async function writeOutput(
  pieces: Iterable<string | Uint8Array>,
  file: string | undefined,
): Promise<void> {
  if (file === undefined) {
    for (const piece of pieces) {
      if (!process.stdout.write(piece)) await new Promise((resolve) => process.stdout.once('drain', resolve));
    }
    return;
  }
  const draft = `${file}.${randomUUID().slice(0, 8)}.part`;
  const handle = await open(draft, 'wx');
  try {
    for (const piece of pieces) await handle.writeFile(piece);
    await handle.sync();
    await handle.close();
    await rename(draft, file);
  } catch (error) {
    await handle.close().catch(() => undefined);
    await rm(draft, { force: true });
    throw error;
  }
}

/** A value as JSON text that people can read, with a line end. */
export function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
