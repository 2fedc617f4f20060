import type { Page } from 'playwright-core';
import { accessibilityIssues } from '../browser.ts';

type Seen = { overflow: string[]; rawKeys: string[]; chinese: string[] };

/** Runs in the page. */
function look(isEnglish: boolean): Seen {
  const room = document.documentElement.clientWidth;
  const overflow: string[] = [];
  if (document.documentElement.scrollWidth > room + 1) {
    for (const element of document.body.querySelectorAll('*')) {
      if (element.getBoundingClientRect().right > room + 1 && overflow.length < 5)
        overflow.push(`${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''}`);
    }
    overflow.unshift(`${document.documentElement.scrollWidth} of ${room} px`);
  }
  // biome-ignore lint/performance/useDomNodeTextContent: only what is drawn counts.
  const text = document.body.innerText;
  const rawKeys = text.match(/\b[a-z][a-z-]+:[a-z]+\.[a-z]+|\bundefined\b|\bNaN\b|\[object /g) ?? [];
  const frame = 'nav a, nav button, [role=navigation] a, .dt-next button, form button, th[scope=col], label';
  const chinese = isEnglish
    ? [...document.querySelectorAll<HTMLElement>(frame)]
        .filter((element) => {
          if (element.closest('[lang]:not(html)')) return false;
          // Words that say which language they are in are meant to be so.
          const marked = [...element.querySelectorAll<HTMLElement>('[lang]')];
          // biome-ignore lint/performance/useDomNodeTextContent: only what is drawn counts.
          const words = marked.reduce((text, part) => text.replace(part.innerText, ''), element.innerText);
          return /\p{Script=Han}/u.test(words);
        })
        // biome-ignore lint/performance/useDomNodeTextContent: only what is drawn counts.
        .map((element) => element.innerText.slice(0, 60))
    : [];
  return { overflow, rawKeys: [...new Set(rawKeys)], chinese };
}

/**
 * What is wrong with the page as it stands: too wide, phrase keys in the open, Chinese in an English frame, grave axe
 * findings (these are left out when `isQuick`).
 */
export async function pageFaults(
  page: Page,
  locale: string,
  options: { readonly isQuick: boolean } = { isQuick: false },
): Promise<string[]> {
  const seen = await page.evaluate(look, locale === 'en');
  const issues = options.isQuick ? [] : await accessibilityIssues(page);
  return [
    ...(seen.overflow.length > 0 ? [`too wide: ${seen.overflow.join(', ')}`] : []),
    ...seen.rawKeys.map((key) => `raw text: ${key}`),
    ...seen.chinese.map((text) => `Chinese in the frame: ${text}`),
    ...issues
      .filter((issue) => issue.impact === 'serious' || issue.impact === 'critical')
      .map((issue) => `axe ${issue.rule}: ${issue.places.slice(0, 3).join(' | ')}`),
  ];
}
