import { notFound } from '@dualtrack/platform/errors';
import { saveFile, storedFile } from '@dualtrack/platform/files';
import { newId } from '@dualtrack/platform/ids';
import { homeOf, operationsOn } from '@dualtrack/platform/operation';
import { contract } from '../contract.ts';
import type { TrainingBasesTables } from './tables.ts';

const operation = operationsOn<TrainingBasesTables>();
const most = 30;

/** What a file is by its first bytes; its name proves nothing. */
function pictureType(bytes: Uint8Array): 'image/jpeg' | 'image/png' | null {
  const starts = (...marks: number[]) => marks.every((mark, at) => bytes[at] === mark);
  if (starts(0xff, 0xd8, 0xff)) return 'image/jpeg';
  return starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a) ? 'image/png' : null;
}

export const addPhoto = operation(contract.addPhoto, async (ctx, input) => {
  const { baseId, file, caption, captionEn } = input;
  const bytes = new Uint8Array(await file.arrayBuffer());
  const mediaType = pictureType(bytes);
  if (mediaType === null) throw ctx.refuse('base.not-a-picture');
  const home = await homeOf(ctx, 'base', baseId);
  return ctx.inHome(home, async (inner) => {
    const base = await inner.db
      .selectFrom('base')
      .select('enterpriseId')
      .where('id', '=', baseId)
      .forUpdate()
      .executeTakeFirst();
    if (base === undefined) throw notFound('base');
    const known = await inner.db.selectFrom('basePhoto').select('id').where('baseId', '=', baseId).execute();
    if (known.length >= most) throw ctx.refuse('base.too-many-photos', { limit: most });
    const { enterpriseId } = base;
    const kept = await saveFile(inner, { name: file.name, mediaType, bytes, enterpriseId });
    const id = newId();
    await inner.db
      .insertInto('basePhoto')
      .values({
        ...{ tenantId: inner.tenant, enterpriseId, id, baseId, fileId: kept.id },
        ...{ caption, captionEn, addedAt: ctx.now },
      })
      .execute();
    ctx.audit(baseId, { photo: id });
    return { id };
  });
});

export const removePhoto = operation(contract.removePhoto, async (ctx, input) => {
  const home = await homeOf(ctx, 'base', input.baseId);
  return ctx.inHome(home, async (inner) => {
    const removed = await inner.db
      .deleteFrom('basePhoto')
      .where('id', '=', input.photoId)
      .where('baseId', '=', input.baseId)
      .executeTakeFirst();
    if (removed.numDeletedRows === 0n) throw notFound('base-photo');
    ctx.audit(input.baseId, { removed: input.photoId });
    return { ok: true as const };
  });
});

export const getPhoto = operation(contract.photo, async (ctx, input) => {
  const row = await ctx.db
    .selectFrom('basePhoto')
    .select('fileId')
    .where('id', '=', input.photoId)
    .where('baseId', '=', input.baseId)
    .executeTakeFirst();
  if (row === undefined) throw notFound('base-photo');
  return storedFile(ctx, row.fileId);
});
