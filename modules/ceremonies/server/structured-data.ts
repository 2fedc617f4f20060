import type { PublicNews } from './news-html.ts';
import { inTongue, partyName, type Tongue } from './news-words.ts';
import { sharePicture } from './share-picture-size.ts';

const either = (chinese: string, english: string) =>
  chinese === english || english === '' ? {} : { alternateName: english };

/** The page for machines: schema.org NewsArticle about an Event. Safe inside a script element. */
export function structuredData(news: PublicNews, first: Tongue): string {
  const { facts, draft, guests, photos, address } = news;
  const { ceremony, parties } = facts;
  const organisation = (side: 'school' | 'enterprise') => ({
    '@type': side === 'school' ? 'CollegeOrUniversity' : 'Organization',
    name: partyName('zh-CN', facts, side),
    ...either(partyName('zh-CN', facts, side), side === 'school' ? parties.schoolEn : parties.enterpriseEn),
  });
  const made = `${address}/${sharePicture.path}`;
  const images = photos.length === 0 ? [made] : photos.map((photo) => `${address}/photos/${photo.id}`);
  const place = inTongue(first, ceremony.place, ceremony.placeEn);
  const data = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: inTongue(first, draft.title.zh, draft.title.en).slice(0, 110),
    alternativeHeadline: inTongue(first === 'en' ? 'zh-CN' : 'en', draft.title.zh, draft.title.en),
    inLanguage: ['zh-CN', 'en'],
    datePublished: news.shownAt.toISOString(),
    url: address,
    mainEntityOfPage: address,
    image: images,
    ...(ceremony.source === '' ? {} : { isBasedOn: ceremony.source }),
    about: {
      '@type': 'Event',
      name: inTongue(first, draft.title.zh, draft.title.en),
      startDate: ceremony.beginsAt === '' ? ceremony.heldOn : `${ceremony.heldOn}T${ceremony.beginsAt}`,
      eventStatus: 'https://schema.org/EventScheduled',
      eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
      ...(place === '' ? {} : { location: { '@type': 'Place', name: place } }),
      organizer: [organisation('school'), organisation('enterprise')],
      attendee: guests
        .filter((guest) => !guest.isGroup)
        .map((guest) => ({
          '@type': 'Person',
          name: guest.name || guest.nameEn,
          ...either(guest.name || guest.nameEn, guest.nameEn),
          jobTitle:
            first === 'en' && guest.postsEn.length > 0 ? guest.postsEn : [...guest.posts, ...guest.postsEn],
          worksFor: organisation(guest.side),
        })),
    },
  };
  // A closing tag inside a person's words must not end the element.
  return JSON.stringify(data)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
}
