import { phrase } from '@dualtrack/locales';
import type { NewsView } from '../contract.ts';
import { type ReleaseKind, releaseKey } from '../news.ts';
import type { Side } from '../side.ts';
import type { NewsFacts } from './news-facts.ts';
import { fullName } from './news-words.ts';

type Item = NewsView['items'][number];
type Thing = { kind: ReleaseKind; id: string; zh: string; en: string; side: Side | null };

/** Everything of a ceremony that is released by itself, in the order in which people look through it. */
export function releaseItems(facts: NewsFacts): Item[] {
  const things: Thing[] = [
    ...facts.guests.map((guest) => ({
      ...{ kind: 'guest' as const, id: guest.id, side: guest.side },
      ...{ zh: fullName('zh-CN', facts, guest), en: fullName('en', facts, guest) },
    })),
    ...facts.agenda
      .filter((item) => item.summary !== '' || item.summaryEn !== '')
      .map((item) => ({
        ...{ kind: 'statement' as const, id: item.id, side: null },
        ...{ zh: item.summary || item.summaryEn, en: item.summaryEn || item.summary },
      })),
    ...facts.decisions.map((one) => ({
      ...{ kind: 'decision' as const, id: one.id, side: null },
      ...{ zh: one.wording || one.wordingEn, en: one.wordingEn || one.wording },
    })),
    ...facts.figures.map(({ key, value }) => ({
      ...{ kind: 'figure' as const, id: key, side: null },
      zh: phrase('zh-CN', 'ceremonies', `news.figure.${key}`, { count: value }),
      en: phrase('en', 'ceremonies', `news.figure.${key}`, { count: value }),
    })),
    ...facts.photos.map((photo) => ({
      ...{ kind: 'photo' as const, id: photo.id, side: photo.side },
      ...{ zh: photo.caption || photo.captionEn, en: photo.captionEn || photo.caption },
    })),
  ];
  const markOf = (side: Side, key: string) => {
    const row = facts.releases.find((one) => one.side === side && one.item === key);
    return row === undefined ? null : { by: row.releasedBy, at: row.releasedAt.toISOString() };
  };
  return things.map(({ id, ...thing }) => {
    const key = releaseKey(thing.kind, id);
    return { ...thing, key, school: markOf('school', key), enterprise: markOf('enterprise', key) };
  });
}
