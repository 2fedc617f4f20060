import { phrase } from '@dualtrack/locales';
import { composePicture, type SharePictureData } from '@dualtrack/platform/pdf';
import type { PublicNews } from './news-html.ts';
import { dayInWords } from './news-words.ts';

// Drawing takes half a second; what was drawn is the same for the same facts.
const drawn = new Map<string, Promise<Uint8Array>>();
const kept = 40;

/** One line that can be printed: no control characters, none that turn the direction of writing. */
const line = (text: string) => text.replaceAll(/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]+/gu, ' ').trim();

function words(chinese: string, english: string) {
  const [zh, en] = [line(chinese), line(english)];
  return { ...(zh ? { zh } : {}), ...(en && en !== zh ? { en } : {}), ...(zh || en ? {} : { zh: '–' }) };
}

function factsOf({ draft, facts }: PublicNews): SharePictureData {
  const { ceremony, parties, isIllustrative } = facts;
  const { heldOn, place, placeEn } = ceremony;
  const when = (tongue: 'zh-CN' | 'en', where: string) =>
    [dayInWords(tongue, heldOn), where].filter((part) => part !== '').join(' · ');
  const both = (key: 'page.kicker' | 'page.example') => ({
    zh: phrase('zh-CN', 'ceremonies', key),
    en: phrase('en', 'ceremonies', key),
  });
  const mark = both('page.example');
  return {
    school: words(parties.school, parties.schoolEn),
    enterprise: words(parties.enterprise, parties.enterpriseEn),
    title: words(draft.title.zh, draft.title.en),
    kicker: both('page.kicker'),
    line: words(when('zh-CN', place), when('en', placeEn)),
    ...(isIllustrative ? { mark: `${mark.zh} ${mark.en}` } : {}),
  };
}

/** The picture that stands for a public page without a photo: both names, title, day and place, as PNG. */
export function drawSharePicture(news: PublicNews): Promise<Uint8Array> {
  const data = factsOf(news);
  const key = JSON.stringify(data);
  const known = drawn.get(key);
  if (known !== undefined) return known;
  const made = composePicture({ template: 'share-picture', data });
  drawn.set(key, made);
  made.catch(() => drawn.delete(key));
  for (const old of drawn.keys()) {
    if (drawn.size <= kept) break;
    drawn.delete(old);
  }
  return made;
}
