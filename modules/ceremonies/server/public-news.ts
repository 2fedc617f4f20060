import { readFileBytes } from '@dualtrack/platform/files';
import { newId } from '@dualtrack/platform/ids';
import { publicAddress } from '@dualtrack/platform/links';
import { asSystem, type DocumentRoute, type Kernel } from '@dualtrack/platform/operation';
import { releaseKey, visibleNews } from '../news.ts';
import { namedPeople, newsFacts } from './news-facts.ts';
import { newsHtml, type PublicNews } from './news-html.ts';
import { newsRow } from './news-view.ts';
import { drawSharePicture } from './share-picture.ts';
import type { CeremoniesTables } from './tables.ts';

/** The home and the ceremony that a public address leads to. */
async function placeOf(kernel: Kernel, slug: string) {
  if (!/^[a-z0-9-]{1,120}$/.test(slug)) return undefined;
  // The address book is open to every home, so any will do to read it.
  return asSystem<CeremoniesTables, { tenantId: string; ceremonyId: string } | undefined>(
    kernel,
    newId(),
    ({ db }) =>
      db
        .selectFrom('newsAddress')
        .select(['tenantId', 'ceremonyId'])
        .where('slug', '=', slug)
        .executeTakeFirst(),
  );
}

/**
 * What the public may see at an address now. Releases are looked at each time, so that taking one back or
 * withdrawing the page works at once. Null: nothing is shown there.
 */
export async function publicNews(kernel: Kernel, slug: string): Promise<PublicNews | null> {
  const place = await placeOf(kernel, slug);
  if (place === undefined) return null;
  return asSystem<CeremoniesTables, PublicNews | null>(kernel, place.tenantId, async (context) => {
    const row = await newsRow(context, place.ceremonyId);
    if (row === undefined || row.shown === null || row.shownAt === null) return null;
    const facts = await newsFacts(context, place.ceremonyId);
    if (facts.ceremony.state !== 'held') return null;
    const people = namedPeople(facts);
    const draft = visibleNews(row.shown, facts.released, people);
    if (draft === null) return null;
    const isFree = (key: string) => facts.released.has(key);
    const photos = facts.photos.filter((photo) => isFree(releaseKey('photo', photo.id)));
    // A caption is words like any others: it must not name somebody who is not released.
    const captions = visibleNews(
      {
        title: { zh: '', en: '' },
        blocks: photos.map((one) => ({
          ...{ id: one.id, kind: 'text' as const, zh: one.caption, en: one.captionEn, needs: [] },
        })),
      },
      facts.released,
      people,
    );
    const shown = new Set(captions?.blocks.map((one) => one.id));
    return {
      address: `${publicAddress(kernel)}/news/${slug}`,
      shownAt: row.shownAt,
      draft,
      facts,
      guests: facts.guests.filter((guest) => isFree(releaseKey('guest', guest.id))),
      photos: photos.filter((photo) => shown.has(photo.id)),
    };
  });
}

const page: DocumentRoute = {
  path: '/news/:slug',
  async answer(kernel, { params, locale }) {
    const news = await publicNews(kernel, params.slug ?? '');
    if (news === null) return null;
    return { mediaType: 'text/html; charset=utf-8', body: newsHtml(news, locale === 'en' ? 'en' : 'zh-CN') };
  },
};

const picture: DocumentRoute = {
  path: '/news/:slug/photos/:photoId',
  async answer(kernel, { params }) {
    const slug = params.slug ?? '';
    const news = await publicNews(kernel, slug);
    const photo = news?.photos.find((one) => one.id === params.photoId);
    const place = photo === undefined ? undefined : await placeOf(kernel, slug);
    if (photo === undefined || place === undefined) return null;
    const { bytes, mediaType } = await asSystem(kernel, place.tenantId, (context) =>
      readFileBytes(context, photo.fileId),
    );
    return { mediaType, body: bytes };
  },
};

const share: DocumentRoute = {
  path: '/news/:slug/share.png',
  async answer(kernel, { params }) {
    const news = await publicNews(kernel, params.slug ?? '');
    return news === null ? null : { mediaType: 'image/png', body: await drawSharePicture(news) };
  },
};

/** Public addresses of this room. */
export const newsDocuments: readonly DocumentRoute[] = [page, picture, share];
