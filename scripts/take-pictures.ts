import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startServer } from '@dualtrack/app-server';
import { examplePassword, loadExampleOnce, offerExampleSignIns } from '@dualtrack/app-server/example';
import { configFrom } from '@dualtrack/platform/config';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../e2e/browser.ts';

// Run after a change of the screens, with the pages built: npm run pictures
const folder = fileURLToPath(new URL('../docs/pictures/', import.meta.url));

type Picture = { name: string; who: string; path: string; locale: 'zh-CN' | 'en'; width: number };

/** The pictures of the README; an address that begins with `tour:` is that step of the guided tour. */
const pictures: readonly Picture[] = [
  { name: 'home-zh', who: 'office@yizhou.example', path: '/', locale: 'zh-CN', width: 1280 },
  { name: 'gap-zh', who: 'hr@dingyuan.example', path: '/demand', locale: 'zh-CN', width: 1280 },
  { name: 'agreement-en', who: 'office@yizhou.example', path: 'tour:3', locale: 'en', width: 1280 },
  { name: 'class-zh', who: 'office@yizhou.example', path: 'tour:5', locale: 'zh-CN', width: 1280 },
  { name: 'rotation-zh', who: 'office@yizhou.example', path: 'tour:7', locale: 'zh-CN', width: 1280 },
  { name: 'compliance-en', who: 'office@yizhou.example', path: 'tour:8', locale: 'en', width: 1280 },
  { name: 'scoreboard-zh', who: 'office@yizhou.example', path: '/scoreboard', locale: 'zh-CN', width: 1280 },
  { name: 'student-phone-zh', who: 'graduate@yizhou.example', path: '/', locale: 'zh-CN', width: 390 },
];

async function take(browser: Browser, address: string, picture: Picture): Promise<void> {
  const context = await browser.newContext({
    viewport: { width: picture.width, height: picture.width === 390 ? 844 : 860 },
    locale: picture.locale,
  });
  const page = await context.newPage();
  await page.goto(address);
  const path = await page.evaluate(
    async ({ name, password, locale, path }) => {
      const send = (method: string, where: string, body: unknown) =>
        fetch(where, { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
      await send('POST', '/api/session', { name, password });
      await send('PUT', '/api/session/locale', { locale });
      if (!path.startsWith('tour:')) return path;
      const { steps } = await (await fetch('/api/demo/tour')).json();
      return steps[Number(path.slice(5)) - 1]?.path ?? '/';
    },
    { name: picture.who, password: examplePassword, locale: picture.locale, path: picture.path },
  );
  await page.goto(`${address}${path}`);
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(800);
  await page.screenshot({ path: join(folder, `${picture.name}.png`) });
  await context.close();
}

const dataDir = await mkdtemp(join(tmpdir(), 'dualtrack-pictures-'));
await mkdir(folder, { recursive: true });
const server = await startServer(configFrom({}, { dataDir, port: 0 }), {
  onEvent: () => undefined,
  async prepare(kernel, tools) {
    await loadExampleOnce(kernel, tools);
    await offerExampleSignIns(kernel);
  },
});
const browser = await launchBrowser();
try {
  for (const picture of pictures) await take(browser, server.address, picture);
} finally {
  await browser.close();
  await server.stop();
  await rm(dataDir, { recursive: true, force: true });
}
process.exit(0);
