import { phrase } from '@dualtrack/locales';
import type { NewsBlock, NewsDraft } from '../news.ts';
import type { NewsFacts } from './news-facts.ts';
import { newsStyle } from './news-style.ts';
import { dayInWords, inTongue, partyName, type Tongue } from './news-words.ts';
import { sharePicture } from './share-picture-size.ts';
import { structuredData } from './structured-data.ts';

/** What of a ceremony the public sees. Everything in it is released by both sides. */
export type PublicNews = {
  address: string;
  shownAt: Date;
  draft: NewsDraft;
  facts: NewsFacts;
  guests: NewsFacts['guests'];
  photos: NewsFacts['photos'];
};

/** Text as HTML: no character of a person's words is markup. */
export function escapeHtml(text: string): string {
  const signs: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replaceAll(/[&<>"']/g, (sign) => signs[sign] ?? sign);
}

const wordsOf = (tongue: Tongue, block: { zh: string; en: string }) => inTongue(tongue, block.zh, block.en);

function list(tongue: Tongue, heading: string, blocks: readonly NewsBlock[], name: string): string {
  if (blocks.length === 0) return '';
  const items = blocks.map((block) => `<li>${escapeHtml(wordsOf(tongue, block))}</li>`).join('');
  return `<section class="${name}"><h2>${escapeHtml(heading)}</h2><ul>${items}</ul></section>`;
}

/** The news in one language. */
function article(news: PublicNews, tongue: Tongue): string {
  const { draft, facts } = news;
  const of = (kind: NewsBlock['kind']) => draft.blocks.filter((block) => block.kind === kind);
  const texts = of('text')
    .map((block) => `<p>${escapeHtml(wordsOf(tongue, block)).replaceAll('\n', '<br>')}</p>`)
    .join('\n');
  const { heldOn, place, placeEn } = facts.ceremony;
  const where = inTongue(tongue, place, placeEn);
  const dateline = [
    `<time datetime="${heldOn}">${escapeHtml(dayInWords(tongue, heldOn))}</time>`,
    ...(where === '' ? [] : [escapeHtml(where)]),
  ].join(' · ');
  return `<article lang="${tongue}" class="tongue">
<p class="kicker">${escapeHtml(phrase(tongue, 'ceremonies', 'page.kicker'))}</p>
<h1>${escapeHtml(wordsOf(tongue, draft.title))}</h1>
<p class="dateline">${dateline}</p>
${texts}
${list(tongue, phrase(tongue, 'ceremonies', 'page.decisions'), of('decision'), 'decided')}
${list(tongue, phrase(tongue, 'ceremonies', 'page.figures'), of('figure'), 'figures')}
</article>`;
}

function figure({ address }: PublicNews, photo: PublicNews['photos'][number]): string {
  const words = [photo.caption, photo.captionEn].filter((one) => one !== '');
  const caption = words.length === 0 ? '' : `<figcaption>${escapeHtml(words.join(' · '))}</figcaption>`;
  const source = `${new URL(address).pathname}/photos/${photo.id}`;
  const size = `width="${photo.width}" height="${photo.height}"`;
  return `<figure><img src="${source}" ${size} loading="lazy" alt="${escapeHtml(words[0] ?? '')}">${caption}</figure>`;
}

/** The first photo stands above the words, the others below them in equal frames. */
function photographs(news: PublicNews): { lead: string; others: string } {
  const [lead, ...others] = news.photos.map((photo) => figure(news, photo));
  return {
    lead: lead === undefined ? '' : `<section class="lead">${lead}</section>`,
    others: others.length === 0 ? '' : `<section class="photos">${others.join('')}</section>`,
  };
}

/** What messengers show of the page: its first photo, else a picture made of facts. */
export function shareImage({ address, photos }: PublicNews) {
  const [photo] = photos;
  const { path, width, height } = sharePicture;
  return photo === undefined
    ? { address: `${address}/${path}`, width, height }
    : { address: `${address}/photos/${photo.id}`, width: photo.width, height: photo.height };
}

/** What search engines and messengers show of the page. */
function head(news: PublicNews, first: Tongue): string {
  const { draft, address, photos } = news;
  const title = wordsOf(first, draft.title);
  const lead = draft.blocks.find((block) => block.kind === 'text');
  const description = lead === undefined ? title : wordsOf(first, lead);
  const [photo] = photos;
  const image = shareImage(news);
  const alt = photo === undefined ? title : inTongue(first, photo.caption, photo.captionEn) || title;
  const properties: [string, string][] = [
    ['og:type', 'article'],
    ['og:title', title],
    ['og:description', description],
    ['og:url', address],
    ['og:locale', first === 'en' ? 'en_GB' : 'zh_CN'],
    ['og:locale:alternate', first === 'en' ? 'zh_CN' : 'en_GB'],
    ['article:published_time', news.shownAt.toISOString()],
    ['og:image', image.address],
    ['og:image:width', String(image.width)],
    ['og:image:height', String(image.height)],
    ['og:image:alt', alt],
  ];
  const meta = properties.map(([name, value]) => `<meta property="${name}" content="${escapeHtml(value)}">`);
  return `<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<meta name="description" content="${escapeHtml(description)}">
<meta name="twitter:card" content="summary_large_image">
<link rel="canonical" href="${escapeHtml(address)}">
${meta.join('\n')}
<script type="application/ld+json">${structuredData(news, first)}</script>
<style>${newsStyle}</style>`;
}

/** The whole page, both languages on it; the reader's own stands first. No script, nothing from elsewhere. */
export function newsHtml(news: PublicNews, first: Tongue): string {
  const second: Tongue = first === 'en' ? 'zh-CN' : 'en';
  const { ceremony, isIllustrative } = news.facts;
  const shownOn = news.shownAt.toISOString().slice(0, 10);
  const notes = (tongue: Tongue) => [
    ...(ceremony.source === ''
      ? []
      : [phrase(tongue, 'ceremonies', 'page.source', { source: ceremony.source })]),
    ceremony.origin === 'public-record'
      ? phrase(tongue, 'ceremonies', 'page.publicRecord')
      : phrase(tongue, 'ceremonies', 'page.released', { day: dayInWords(tongue, shownOn) }),
  ];
  const foot = [first, second]
    .map((tongue) => `<p lang="${tongue}">${escapeHtml(notes(tongue).join(' '))}</p>`)
    .join('');
  const mark = isIllustrative
    ? `<p class="example">${[first, second].map((tongue) => escapeHtml(phrase(tongue, 'ceremonies', 'page.illustrative'))).join(' · ')}</p>`
    : '';
  const sides = (['school', 'enterprise'] as const)
    .map((side) => {
      const [own, other] = [partyName(first, news.facts, side), partyName(second, news.facts, side)];
      const lesser = own === other ? '' : `<small lang="${second}">${escapeHtml(other)}</small>`;
      return `<div class="${side}"><b>${escapeHtml(own)}</b>${lesser}</div>`;
    })
    .join('');
  const photos = photographs(news);
  return `<!doctype html>
<html lang="${first}">
<head>${head(news, first)}</head>
<body>
${mark}
<header><div class="sides">${sides}</div></header>
<main>
${photos.lead}
<div class="tongues">
${article(news, first)}
${article(news, second)}
</div>
${photos.others}
</main>
<footer>${foot}</footer>
</body>
</html>`;
}
