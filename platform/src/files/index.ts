import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { KernelTables } from '../db/index.ts';
import { notFound } from '../errors.ts';
import { newId } from '../ids.ts';
import type { TransactionContext } from '../operation/index.ts';

/** A file to keep. */
export type NewFile = { name: string; mediaType: string; bytes: Uint8Array; enterpriseId: string | null };
/** A kept file without its bytes. */
export type FileFacts = { id: string; name: string; mediaType: string; size: number; sha256: string };

/** Keeps a file in the running transaction, in the home of the context. Returns its facts. */
export async function saveFile<Tables>(
  context: TransactionContext<Tables>,
  file: NewFile,
): Promise<FileFacts> {
  const sha256 = createHash('sha256').update(file.bytes).digest('hex');
  const facts = { id: newId(), name: file.name, mediaType: file.mediaType, size: file.bytes.length, sha256 };
  await kernelDb(context)
    .insertInto('storedFile')
    .values({
      ...facts,
      tenantId: context.tenant,
      enterpriseId: file.enterpriseId,
      bytes: Buffer.from(file.bytes),
      createdAt: context.now,
    })
    .execute();
  return facts;
}

/** Reads a file of the homes that the context sees. @throws thing.not-found */
export async function readFileBytes<Tables>(
  context: TransactionContext<Tables>,
  id: string,
): Promise<FileFacts & { bytes: Uint8Array }> {
  const row = await kernelDb(context)
    .selectFrom('storedFile')
    .select(['id', 'name', 'mediaType', 'size', 'sha256', 'bytes'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) throw notFound('file');
  return row;
}

/** The same as a file to hand out, under the name and type it was kept with. @throws thing.not-found */
export async function storedFile<Tables>(context: TransactionContext<Tables>, id: string): Promise<File> {
  const { bytes, name, mediaType } = await readFileBytes(context, id);
  return new File([Buffer.from(bytes)], name, { type: mediaType });
}

function kernelDb<Tables>(context: TransactionContext<Tables>): Kysely<KernelTables> {
  // The same connection, typed with the kernel's own tables.
  return context.db as unknown as Kysely<KernelTables>;
}
