import { readFile } from 'node:fs/promises';
import { InputError } from './exit.ts';

/** Reads a JSON file. @throws InputError when it is missing, no UTF-8, or no JSON, with the place. */
export async function readJson(file: string): Promise<unknown> {
  const text = new TextDecoder('utf-8', { fatal: true });
  let content: string;
  try {
    content = text.decode(await readInput(file));
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(file, [{ pointer: '', code: 'file.not-utf8', params: {} }]);
  }
  try {
    return JSON.parse(content);
  } catch (error) {
    const reason = error instanceof Error ? error.message : '';
    throw new InputError(file, [{ pointer: '', code: 'file.not-json', params: { reason } }]);
  }
}

/** Reads a file's bytes. @throws InputError when it cannot be read. */
export async function readInput(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw new InputError(file, [{ pointer: '', code: 'file.unreadable', params: { reason } }]);
  }
}
