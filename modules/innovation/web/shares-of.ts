import type { Share } from '../shares.ts';

/**
 * Parts as a person writes them, one holder a line: `Yizhou College: 33.33`. Basis points come out; whether they are all
 * of it, the server judges. `words`: how the two sides are called on the page.
 */
export function sharesOf(text: string, words: readonly [school: string, enterprise: string]): Share[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [, holder = line, percent = '0'] = /^(.*?)\s*[:：]?\s*([\d.]+)\s*%?$/.exec(line) ?? [];
      const name = holder.trim();
      const side = name.startsWith(words[0]) ? 'school' : name.startsWith(words[1]) ? 'enterprise' : 'other';
      return { side, holder: name, share: Math.round(Number(percent) * 100) };
    });
}
