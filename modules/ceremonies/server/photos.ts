import { notFound } from '@dualtrack/platform/errors';
import { saveFile, storedFile } from '@dualtrack/platform/files';
import { newId } from '@dualtrack/platform/ids';
import { operationsOn } from '@dualtrack/platform/operation';
import { contract } from '../contract.ts';
import { releaseKey } from '../news.ts';
import { pictureFacts, withoutCameraData } from '../picture.ts';
import { act, endReleases, ownSide } from './act.ts';
import { photosOf } from './ceremony-view.ts';
import type { CeremoniesTables } from './tables.ts';

const operation = operationsOn<CeremoniesTables>();
/** Pixels along one edge, and photos of one ceremony. */
const limits = { edge: 10_000, photos: 200 };

/** Adds a photo. The bytes are kept as they came, unless the person asked for the camera's data to be removed. */
export const addPhoto = operation(contract.ceremonies.addPhoto, async (ctx, input) => {
  const { ceremonyId, file, caption, captionEn, cameraData } = input;
  const given = new Uint8Array(await file.arrayBuffer());
  const bytes = cameraData === 'remove' ? withoutCameraData(given) : given;
  const facts = pictureFacts(bytes);
  if (facts === null) throw ctx.refuse('photo.not-a-picture');
  if (Math.max(facts.width, facts.height) > limits.edge) {
    throw ctx.refuse('photo.too-large', { limit: limits.edge });
  }
  const side = ownSide(ctx);
  const photo = { ...facts, id: newId(), caption, captionEn, side, addedBy: ctx.actor.name };
  await act(ctx, ceremonyId, 'collect', async (inner, { enterpriseId }) => {
    const known = await photosOf(inner, ceremonyId);
    if (known.length >= limits.photos) throw ctx.refuse('photo.too-many', { limit: limits.photos });
    const { mediaType } = facts;
    const kept = await saveFile(inner, { name: file.name, mediaType, bytes, enterpriseId });
    await inner.db
      .insertInto('ceremonyPhoto')
      .values({
        ...photo,
        ...{ tenantId: inner.tenant, enterpriseId, ceremonyId },
        ...{ fileId: kept.id, addedAt: ctx.now },
      })
      .execute();
  });
  return { ...photo, addedAt: ctx.now.toISOString() };
});

/** Changes a caption. Whoever released the photo released it with its words, so its releases end. */
export const captionPhoto = operation(contract.ceremonies.captionPhoto, async (ctx, input) => {
  const { ceremonyId, photoId, caption, captionEn } = input;
  return act(ctx, ceremonyId, 'collect', async (inner) => {
    await inner.db
      .updateTable('ceremonyPhoto')
      .set({ caption, captionEn })
      .where('id', '=', photoId)
      .where('ceremonyId', '=', ceremonyId)
      .execute();
    await endReleases(inner, ceremonyId, [releaseKey('photo', photoId)]);
    const found = (await photosOf(inner, ceremonyId)).find((one) => one.id === photoId);
    if (found === undefined) throw notFound('ceremony_photo');
    const { fileId: _, ...photo } = found;
    return photo;
  });
});

export const removePhoto = operation(contract.ceremonies.removePhoto, async (ctx, input) => {
  const { ceremonyId, photoId } = input;
  await act(ctx, ceremonyId, 'collect', async (inner) => {
    const found = (await photosOf(inner, ceremonyId)).find((one) => one.id === photoId);
    if (found === undefined) throw notFound('ceremony_photo');
    if (found.side !== ownSide(ctx)) throw ctx.refuse('photo.other-side');
    await endReleases(inner, ceremonyId, [releaseKey('photo', photoId)]);
    await inner.db.deleteFrom('ceremonyPhoto').where('id', '=', photoId).execute();
  });
  return { ok: true as const };
});

export const getPhoto = operation(contract.ceremonies.photo, async (ctx, input) => {
  const row = await ctx.db
    .selectFrom('ceremonyPhoto')
    .select('fileId')
    .where('id', '=', input.photoId)
    .where('ceremonyId', '=', input.ceremonyId)
    .executeTakeFirst();
  if (row === undefined) throw notFound('ceremony_photo');
  return storedFile(ctx, row.fileId);
});
