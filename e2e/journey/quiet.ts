import type { Page } from 'playwright-core';

/** How long nothing may be under way before a page counts as drawn: an answer often leads to the next question. */
const calmMilliseconds = 120;

/**
 * Watches what a page asks the server for; the function it gives waits until every question has been answered and no more
 * follow. Quicker than the browser's own "network idle", which always waits half a second.
 */
export function watchQuiet(page: Page): () => Promise<void> {
  const open = new Set<unknown>();
  let lastAt = Date.now();
  const end = (request: unknown) => {
    open.delete(request);
    lastAt = Date.now();
  };
  page.on('request', (request) => {
    open.add(request);
    lastAt = Date.now();
  });
  page.on('requestfinished', end);
  page.on('requestfailed', end);
  // What a page that is left had under way is never answered.
  page.on('framenavigated', (frame) => {
    if (frame === page.mainFrame()) open.clear();
  });
  return async () => {
    const until = Date.now() + 45_000;
    while (open.size > 0 || Date.now() - lastAt < calmMilliseconds) {
      if (Date.now() > until) throw new Error(`${new URL(page.url()).pathname}: still loading after 45 s`);
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
  };
}
