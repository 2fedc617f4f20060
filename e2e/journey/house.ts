import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../browser.ts';
import { buildPages } from './built-pages.ts';

/** The real server with the example in a folder of its own, and one browser. */
export type House = {
  readonly address: string;
  readonly browser: Browser;
  /** Folder for pictures of the pages visited, if somebody wants to look at them. */
  readonly pictures: string | undefined;
  /** Screens that axe has judged in one language and need not judge in the next: the parts are the same. */
  readonly judged: Set<string>;
  close(): Promise<void>;
};

/** `DUALTRACK_PICTURES`, made when it is not there yet. */
function picturesFolder(): string | undefined {
  const wanted = process.env['DUALTRACK_PICTURES'];
  if (wanted !== undefined) mkdirSync(wanted, { recursive: true });
  return wanted;
}

/**
 * Builds the pages, starts the server on a free port with the example loaded, and launches the browser.
 * `DUALTRACK_JOURNEY_ADDRESS` walks through a server that runs already instead.
 */
export async function openHouse(): Promise<House> {
  const pictures = picturesFolder();
  const running = process.env['DUALTRACK_JOURNEY_ADDRESS'];
  if (running !== undefined) {
    const browser = await launchBrowser();
    return { address: running, browser, pictures, judged: new Set(), close: () => browser.close() };
  }
  const folder = mkdtempSync(join(tmpdir(), 'dualtrack-journey-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    const pages = join(folder, 'web');
    await buildPages(pages);
    // Read when the server is imported, therefore set before that.
    process.env['DUALTRACK_WEB'] = pages;
    const { startServer } = await import('@dualtrack/app-server');
    const { loadExampleOnce, offerExampleSignIns } = await import('@dualtrack/app-server/example');
    const { configFrom } = await import('@dualtrack/platform/config');
    const config = configFrom({}, { port: 0, dataDir: join(folder, 'data') });
    const server = await startServer(config, {
      onEvent: () => undefined,
      async prepare(kernel, tools) {
        await loadExampleOnce(kernel, tools);
        await offerExampleSignIns(kernel);
      },
    });
    try {
      const browser = await launchBrowser();
      return {
        address: server.address,
        browser,
        pictures,
        judged: new Set(),
        async close() {
          await browser.close();
          await server.stop();
          remove();
        },
      };
    } catch (error) {
      await server.stop();
      throw error;
    }
  } catch (error) {
    remove();
    throw error;
  }
}
