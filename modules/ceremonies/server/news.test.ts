import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Actor } from '@dualtrack/platform/access';
import { refusal } from '@dualtrack/platform/testing';
import { aGuest, buildHouse, type House } from '../testing/house.ts';
import { tinyJpeg } from '../testing/tiny-jpeg.ts';
import { setMinutes } from './minutes.ts';
import { moveCeremony } from './move-ceremony.ts';
import { draftNewsPage, editNews, getNews, releaseNews, releaseNewsItems, withdrawNews } from './news.ts';
import { addPhoto, captionPhoto, removePhoto } from './photos.ts';
import { createCeremony } from './plan-ceremony.ts';
import { newsDocuments } from './public-news.ts';
import { getCeremony } from './read-ceremonies.ts';
import { setGuests } from './set-guests.ts';

let house: House;
before(async () => {
  house = await buildHouse();
});
after(() => house.close());

/** A ceremony that was held, with two people, a decision and a photo. */
async function held() {
  const { kit, actor } = house;
  const [office, firm] = [actor('school-office'), actor('enterprise-hr')];
  const agreementId = await house.addAgreement();
  const plan = { agreementId, heldOn: '2026-11-20', hostSide: 'school' as const, place: '报告厅' };
  const { id: ceremonyId } = await kit.call(createCeremony, office, plan);
  const guests = [aGuest({ name: '王大川', nameEn: 'Wang Dachuan', posts: ['院长'], duty: 'signer' })];
  await kit.call(setGuests, office, { ceremonyId, side: 'school', revision: 1, guests });
  const others = [aGuest({ name: '李<b>明', nameEn: 'Li Ming', posts: ['总经理'] })];
  await kit.call(setGuests, firm, { ceremonyId, side: 'enterprise', revision: 1, guests: others });
  await kit.call(moveCeremony, office, { ceremonyId, action: 'finish' });
  const decisions = [{ wording: '每季度开会', wordingEn: 'meet each quarter' }];
  await kit.call(setMinutes, office, { ceremonyId, revision: 1, minutes: '', decisions });
  const file = new File([tinyJpeg({ location: true })], 'a.jpg', { type: 'image/jpeg' });
  const photo = await kit.call(addPhoto, office, {
    ceremonyId,
    file,
    caption: '签约现场',
    cameraData: 'remove',
  });
  return { ceremonyId, office, firm, photoId: photo.id };
}

const keysOf = async (who: Actor, ceremonyId: string) =>
  (await house.kit.call(getNews, who, { ceremonyId })).items.map((item) => item.key);

/** Held, everything released, drafted and released by both sides. */
async function shown() {
  const { kit } = house;
  const all = await held();
  const { ceremonyId, office, firm } = all;
  const keys = await keysOf(office, ceremonyId);
  for (const who of [office, firm])
    await kit.call(releaseNewsItems, who, { ceremonyId, keys, isReleased: true });
  const { slug } = await kit.call(draftNewsPage, office, { ceremonyId, revision: 0 });
  for (const who of [office, firm]) await kit.call(releaseNews, who, { ceremonyId, revision: 1 });
  return { ...all, slug, keys };
}

async function fetchPublic(
  path: '/news/:slug' | '/news/:slug/photos/:photoId' | '/news/:slug/share.png',
  params: Record<string, string>,
) {
  const route = newsDocuments.find((one) => one.path === path);
  return (await route?.answer(house.kit.kernel, { params, query: {}, locale: 'zh-CN' })) ?? null;
}
async function pageOf(slug: string): Promise<string | null> {
  const answer = await fetchPublic('/news/:slug', { slug });
  return typeof answer?.body === 'string' ? answer.body : null;
}

describe('nothing is public that either side has not released', () => {
  test('the page needs the yes of both sides to one revision', async () => {
    const { kit } = house;
    const { ceremonyId, office, firm } = await held();
    const first = await kit.call(draftNewsPage, office, { ceremonyId, revision: 0 });
    assert.equal(await pageOf(first.slug), null);
    await kit.call(releaseNews, office, { ceremonyId, revision: 1 });
    assert.equal(await pageOf(first.slug), null);
    const { draft } = await kit.call(editNews, firm, { ceremonyId, revision: 1, draft: first.draft });
    await kit.call(releaseNews, firm, { ceremonyId, revision: 2 });
    assert.equal(await pageOf(first.slug), null, 'the school has released another wording');
    await assert.rejects(kit.call(releaseNews, office, { ceremonyId, revision: 1 }), refusal('news.changed'));
    await kit.call(releaseNews, office, { ceremonyId, revision: 2 });
    assert.ok((await pageOf(first.slug))?.includes(draft.title.zh));
  });

  test('a person released by one side only is in neither the draft nor the page', async () => {
    const { kit } = house;
    const { ceremonyId, office, firm } = await held();
    const keys = await keysOf(office, ceremonyId);
    await kit.call(releaseNewsItems, office, { ceremonyId, keys, isReleased: true });
    const { draft, slug } = await kit.call(draftNewsPage, office, { ceremonyId, revision: 0 });
    assert.ok(!JSON.stringify(draft).includes('王大川') && !JSON.stringify(draft).includes('每季度'));
    for (const who of [office, firm]) await kit.call(releaseNews, who, { ceremonyId, revision: 1 });
    const page = await pageOf(slug);
    assert.ok(page !== null && !page.includes('王大川') && !page.includes('<img'));
  });

  test('taking one release back hides the person everywhere at once, the photo and the decision likewise', async () => {
    const { kit } = house;
    const { ceremonyId, firm, slug, keys, photoId } = await shown();
    const before = await pageOf(slug);
    assert.ok(before?.includes('王大川') && before.includes('每季度开会') && before.includes(photoId));
    assert.notEqual(await fetchPublic('/news/:slug/photos/:photoId', { slug, photoId }), null);
    for (const key of keys)
      await kit.call(releaseNewsItems, firm, { ceremonyId, keys: [key], isReleased: false });
    const page = await pageOf(slug);
    assert.ok(page !== null);
    for (const words of ['王大川', 'Wang Dachuan', '李', '每季度开会', photoId])
      assert.ok(!page.includes(words), words);
    assert.equal(await fetchPublic('/news/:slug/photos/:photoId', { slug, photoId }), null);
  });

  test('either side alone withdraws the page, and it is gone', async () => {
    for (const side of ['office', 'firm'] as const) {
      const made = await shown();
      assert.notEqual(await pageOf(made.slug), null);
      const view = await house.kit.call(withdrawNews, made[side], { ceremonyId: made.ceremonyId });
      assert.equal(view.withdrawnSide, side === 'office' ? 'school' : 'enterprise');
      assert.equal(await pageOf(made.slug), null);
      assert.equal(
        await fetchPublic('/news/:slug/photos/:photoId', { slug: made.slug, photoId: made.photoId }),
        null,
      );
    }
  });

  test('an editor can neither name somebody unreleased nor lift the ground of a passage', async () => {
    const { kit } = house;
    const { ceremonyId, office, firm, slug, keys } = await shown();
    const { news } = await kit.call(getNews, office, { ceremonyId });
    assert.ok(news !== null);
    const lifted = { ...news.draft, blocks: news.draft.blocks.map((one) => ({ ...one, needs: [] })) };
    const after = await kit.call(editNews, office, { ceremonyId, revision: 1, draft: lifted });
    assert.deepEqual(
      after.draft.blocks.map((one) => one.needs),
      news.draft.blocks.map((one) => one.needs),
    );
    const guests = keys.filter((key) => key.startsWith('guest:'));
    await kit.call(releaseNewsItems, firm, { ceremonyId, keys: guests, isReleased: false });
    const named = {
      title: news.draft.title,
      blocks: [{ id: 'x', kind: 'text' as const, zh: '', en: 'WANG dachuan came', needs: [] }],
    };
    await assert.rejects(
      kit.call(editNews, office, { ceremonyId, revision: 2, draft: named }),
      refusal('news.names-unreleased'),
    );
    assert.ok(!(await pageOf(slug))?.includes('王大川'));
  });

  test('a reworded decision, caption or name has to be released anew', async () => {
    const { kit } = house;
    const { ceremonyId, office, slug, photoId } = await shown();
    const view = await kit.call(getCeremony, office, { ceremonyId });
    const decisions = view.decisions.map((one) => ({ ...one, wording: '每年开会' }));
    await kit.call(setMinutes, office, { ceremonyId, revision: 2, minutes: '', decisions });
    await kit.call(captionPhoto, office, { ceremonyId, photoId, caption: '王大川在签字' });
    const guests = view.guests
      .filter((guest) => guest.side === 'school')
      .map(({ side: _, position: __, ...guest }) => ({ ...guest, posts: ['书记'] }));
    await kit.call(setGuests, office, { ceremonyId, side: 'school', revision: 2, guests });
    const page = await pageOf(slug);
    for (const words of ['每季度开会', '每年开会', photoId, '王大川'])
      assert.ok(!page?.includes(words), words);
  });
});

describe('the page itself', () => {
  test('carries people’s words as text, never as markup', async () => {
    const { slug } = await shown();
    const page = await pageOf(slug);
    assert.ok(page?.includes('李&lt;b&gt;明') && !page.includes('李<b>明'));
  });

  test('without a photo a picture made of facts stands for it, as long as the page is public', async () => {
    const { kit } = house;
    const { slug, office, firm, ceremonyId, photoId } = await shown();
    const imageOf = async () => /"og:image" content="([^"]+)"/.exec((await pageOf(slug)) ?? '')?.[1] ?? '';
    const picture = async () => (await fetchPublic('/news/:slug/share.png', { slug }))?.body;
    assert.ok((await imageOf()).endsWith(`/news/${slug}/photos/${photoId}`));
    const keys = [`photo:${photoId}`];
    await kit.call(releaseNewsItems, firm, { ceremonyId, keys, isReleased: false });
    assert.ok((await imageOf()).endsWith(`/news/${slug}/share.png`));
    const first = await picture();
    assert.ok(first instanceof Uint8Array);
    const head = Buffer.from(first);
    assert.deepEqual(
      [head.toString('latin1', 1, 4), head.readUInt32BE(16), head.readUInt32BE(20)],
      ['PNG', 1_200, 630],
    );
    const { news } = await kit.call(getNews, office, { ceremonyId });
    assert.ok(news !== null);
    const draft = { ...news.draft, title: { zh: '龘龗靐齉', en: 'Other words\u0007' } };
    const { revision } = await kit.call(editNews, office, { ceremonyId, revision: 1, draft });
    for (const who of [office, firm]) await kit.call(releaseNews, who, { ceremonyId, revision });
    const second = await picture();
    assert.ok(second instanceof Uint8Array && !Buffer.from(second).equals(head), 'the title is drawn');
    await kit.call(withdrawNews, firm, { ceremonyId });
    assert.equal(await picture(), undefined);
  });

  test('does not answer to an address that nobody gave out', async () => {
    for (const slug of ['', 'x', '../etc', "' or 1=1", 'a'.repeat(200)])
      assert.equal(await pageOf(slug), null);
  });

  test('strangers can neither draft, release nor withdraw', async () => {
    const { kit, actor, ids } = house;
    const { ceremonyId, slug } = await shown();
    for (const who of [actor('school-office', ids.otherSchool), actor('enterprise-hr', ids.otherFirm)]) {
      await assert.rejects(kit.call(withdrawNews, who, { ceremonyId }), refusal('thing.not-found'));
      await assert.rejects(
        kit.call(draftNewsPage, who, { ceremonyId, revision: 1 }),
        refusal('thing.not-found'),
      );
    }
    await assert.rejects(
      kit.call(withdrawNews, actor('project-lead'), { ceremonyId }),
      refusal('access.forbidden'),
    );
    assert.notEqual(await pageOf(slug), null);
  });
});

describe('photos', () => {
  test('camera data go only when asked, and what is inside is said', async () => {
    const { kit } = house;
    const { ceremonyId, office } = await held();
    const bytes = tinyJpeg({ location: true });
    const file = new File([bytes], 'b.jpg', { type: 'image/jpeg' });
    const kept = await kit.call(addPhoto, office, { ceremonyId, file, cameraData: 'keep' });
    assert.deepEqual([kept.hasCameraData, kept.hasLocation, kept.width, kept.height], [true, true, 3, 2]);
    const cleaned = await kit.call(addPhoto, office, { ceremonyId, file, cameraData: 'remove' });
    assert.deepEqual([cleaned.hasCameraData, cleaned.hasLocation, cleaned.width], [false, false, 3]);
  });

  test('what is no picture is refused, and only the side that added a photo removes it', async () => {
    const { kit } = house;
    const { ceremonyId, office, firm, photoId } = await held();
    const cut = tinyJpeg({ location: false }).subarray(0, 12);
    for (const bytes of [cut, new TextEncoder().encode('<svg onload=alert(1)>'), new Uint8Array()]) {
      const file = new File([Buffer.from(bytes)], 'x.jpg', { type: 'image/jpeg' });
      await assert.rejects(
        kit.call(addPhoto, office, { ceremonyId, file, cameraData: 'keep' }),
        refusal('photo.not-a-picture'),
      );
    }
    await assert.rejects(kit.call(removePhoto, firm, { ceremonyId, photoId }), refusal('photo.other-side'));
    await kit.call(removePhoto, office, { ceremonyId, photoId });
  });
});
