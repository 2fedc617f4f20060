import { bothOffices, field, route } from '@dualtrack/platform/contract';
import * as z from 'zod';
import { releaseKinds } from '../news.ts';
import { newsDraft, side } from '../shapes.ts';
import { ceremonyId, notNow } from './ceremonies.ts';

const tag = 'News';
const offices = ['school-office', 'enterprise-hr'] as const;
const mark = z.object({ by: z.string(), at: field.instant }).nullable();

/** A thing of a ceremony that both sides have to release before it can be seen in public. */
const releaseItem = z.object({
  key: z.string(),
  kind: z.enum(releaseKinds),
  zh: z.string(),
  en: z.string(),
  /** The side to which it belongs; null: both. */
  side: side.nullable(),
  school: mark,
  enterprise: mark,
});

export const newsView = z.object({
  ceremonyId: field.id,
  slug: z.string(),
  revision: z.number().int(),
  draft: newsDraft,
  /** Passages of the draft that would not be seen now, and why: a ground not released, or an unreleased name. */
  hidden: z.array(
    z.object({ id: z.string(), reason: z.enum(['not-released', 'names-unreleased']), what: z.string() }),
  ),
  editedBy: z.string(),
  editedAt: field.instant,
  released: z.object({ school: z.boolean(), enterprise: z.boolean() }),
  isShown: z.boolean(),
  shownRevision: z.number().int().nullable(),
  withdrawnSide: side.nullable(),
  items: z.array(releaseItem),
});
export type NewsView = z.infer<typeof newsView>;

const changed = { 'news.changed': { status: 409, data: z.object({ by: z.string() }) } } as const;
const none = { 'news.no-draft': { status: 409 } } as const;

export const news = {
  get: route('GET', '/ceremonies/{ceremonyId}/news', {
    may: bothOffices,
    summary: 'Draft of the news page with what each side has released; null before the first draft',
    tag,
  })
    .input(ceremonyId)
    .output(z.object({ news: newsView.nullable(), items: z.array(releaseItem) })),
  draft: route('POST', '/ceremonies/{ceremonyId}/news/draft', {
    may: offices,
    summary: 'Write the draft anew from the facts that both sides have released',
    tag,
  })
    .errors({ ...notNow, ...changed })
    .input(ceremonyId.extend({ revision: z.number().int().min(0) }))
    .output(newsView),
  edit: route('PUT', '/ceremonies/{ceremonyId}/news', {
    may: offices,
    summary: 'Change the wording; the page is released anew by both sides before the change is seen',
    tag,
  })
    .errors({
      ...notNow,
      ...changed,
      ...none,
      'news.names-unreleased': { status: 422, data: z.object({ name: z.string() }) },
    })
    .input(ceremonyId.extend({ revision: z.number().int().min(1), draft: newsDraft }))
    .output(newsView),
  releaseItems: route('PUT', '/ceremonies/{ceremonyId}/news/items', {
    may: offices,
    summary: 'Release persons, statements, decisions, figures and photos for the own side, or take it back',
    tag,
  })
    .errors({ ...notNow, 'news.no-such-item': { status: 422, data: z.object({ key: z.string() }) } })
    .input(ceremonyId.extend({ keys: z.array(z.string().max(60)).min(1).max(300), isReleased: z.boolean() }))
    .output(z.object({ news: newsView.nullable(), items: z.array(releaseItem) })),
  release: route('POST', '/ceremonies/{ceremonyId}/news/release', {
    may: offices,
    summary: 'Release the page in the revision that was seen; with the yes of both sides it is public',
    tag,
  })
    .errors({ ...notNow, ...changed, ...none })
    .input(ceremonyId.extend({ revision: z.number().int().min(1) }))
    .output(newsView),
  withdraw: route('POST', '/ceremonies/{ceremonyId}/news/withdraw', {
    may: offices,
    summary: 'Take the page from the public at once; either side alone may',
    tag,
  })
    .errors({ ...notNow, ...none })
    .input(ceremonyId)
    .output(newsView),
  shareLink: route('GET', '/ceremonies/{ceremonyId}/news/address', {
    may: bothOffices,
    summary: 'The public address of the page',
    tag,
  })
    .errors(none)
    .input(ceremonyId)
    .output(z.object({ address: z.string(), isShown: z.boolean() })),
};
