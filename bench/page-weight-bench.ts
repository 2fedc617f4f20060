import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer } from '@dualtrack/app-server';
import { examplePassword, loadExampleOnce } from '@dualtrack/app-server/example';
import { configFrom } from '@dualtrack/platform/config';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../e2e/browser.ts';
import { report } from './measure.ts';

const people = [
  'hr@dingyuan.example',
  'mentor@dingyuan.example',
  'office@yizhou.example',
  'teacher@yizhou.example',
  'student@yizhou.example',
  'authority@hami.example',
];
/** First pages that somebody may open from a bookmark or a mail, with an empty cache. */
const paths = ['/', '/gap', '/agreements', '/classes', '/rotations', '/compliance', '/scoreboard'];

/** Compressed script that a browser with an empty cache loads, in kB, by page: the built pages must be there. */
export async function benchPageWeight(): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'dualtrack-bench-'));
  const server = await startServer(configFrom({}, { dataDir, port: 0 }), {
    onEvent: () => undefined,
    prepare: async (kernel, tools) => void (await loadExampleOnce(kernel, tools)),
  });
  const browser = await launchBrowser();
  try {
    report('script of the sign-in page', [await weigh(browser, server.address, '/')], 'kB', 'aim ≤ 200');
    for (const path of paths) {
      const weights: number[] = [];
      for (const name of people) weights.push(await weigh(browser, server.address, path, name));
      report(`script of ${path}, by role`, weights, 'kB', 'aim ≤ 420');
    }
  } finally {
    await browser.close();
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function weigh(browser: Browser, address: string, path: string, name?: string): Promise<number> {
  const context = await browser.newContext({ locale: 'zh-CN' });
  try {
    if (name !== undefined) {
      await context.request.post(`${address}/api/session`, { data: { name, password: examplePassword } });
    }
    const page = await context.newPage();
    const sizes: Promise<number>[] = [];
    page.on('requestfinished', (request) => {
      if (request.resourceType() !== 'script') return;
      sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
    });
    await page.goto(`${address}${path}`, { waitUntil: 'networkidle' });
    const all = await Promise.all(sizes);
    return all.reduce((sum, size) => sum + size, 0) / 1_000;
  } finally {
    await context.close();
  }
}
