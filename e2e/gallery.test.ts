import assert from 'node:assert/strict';
import { createReadStream, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { build } from 'vite';
import { accessibilityIssues, launchBrowser } from './browser.ts';

// The parts of the design system in a real browser: accessible, inside the screen, usable by keyboard.
const types: Record<string, string> = { '.js': 'text/javascript', '.css': 'text/css', '.html': 'text/html' };
const folder = mkdtempSync(join(tmpdir(), 'dualtrack-gallery-'));
const web = fileURLToPath(new URL('../apps/web', import.meta.url));
let server: Server;
let browser: Browser;
let address = '';

before(async () => {
  await build({
    configFile: join(web, 'vite.config.ts'),
    logLevel: 'error',
    build: { outDir: folder, emptyOutDir: true, rolldownOptions: { input: join(web, 'gallery.html') } },
  });
  server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://gallery').pathname;
    const asked = join(folder, path);
    const file = path !== '/' && existsSync(asked) ? asked : join(folder, 'gallery.html');
    response.setHeader('content-type', types[extname(file)] ?? 'application/octet-stream');
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  address = `http://127.0.0.1:${typeof bound === 'object' && bound ? bound.port : 0}`;
  browser = await launchBrowser();
});

after(async () => {
  await browser?.close();
  server?.closeAllConnections();
  server?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function visit(
  path: string,
  locale: string,
  options: BrowserContextOptions,
  look: (page: Page) => unknown,
) {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
  await context.addInitScript((chosen) => localStorage.setItem('dualtrack.locale', chosen), locale);
  const page = await context.newPage();
  const broken: string[] = [];
  page.on('pageerror', (error) => broken.push(error.message));
  await page.goto(address + path);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await look(page);
  assert.deepEqual(broken, []);
  await context.close();
}

const desk = { viewport: { width: 1280, height: 800 } };
const phone = { viewport: { width: 390, height: 844 } };
const looks: [string, string, BrowserContextOptions][] = [
  ['desk, Chinese, light', 'zh-CN', { ...desk, colorScheme: 'light' }],
  ['phone, English, dark', 'en', { ...phone, colorScheme: 'dark' }],
  ['desk, Uyghur, light', 'ug', { ...desk, colorScheme: 'light' }],
];

for (const [name, locale, options] of looks) {
  test(`every part is accessible and inside the screen: ${name}`, async () => {
    await visit('/', locale, options, async (page) => {
      for (const path of ['/', '/list', '/object', '/form', '/plan', '/board']) {
        await page.goto(address + path);
        await page.getByRole('heading', { level: 1 }).waitFor();
        if (path === '/list') await page.getByText('2026 级').first().waitFor();
        if (path === '/board') await page.locator('canvas').nth(1).waitFor();
        assert.deepEqual(await accessibilityIssues(page), [], path);
        const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        assert.ok(over <= 0, `${path} is ${over} pixels wider than the screen`);
      }
    });
  });
}

test('a list keeps its state in the address, and back goes back', async () => {
  await visit('/list', 'zh-CN', desk, async (page) => {
    await page.getByRole('button', { name: '名额' }).click();
    await page.waitForURL(/sort=seats/);
    await page.getByRole('button', { name: '下一页' }).click();
    await page.waitForURL(/page=2/);
    await page.getByText('第 51–100 条').waitFor();
    await page.goBack();
    await page.waitForURL((url) => !url.search.includes('page'));
    await page.getByText('第 1–50 条').waitFor();
    await page.getByRole('searchbox').last().fill('焊接');
    await page.waitForURL(/q=/);
    await page.getByText('共 34 条').waitFor();
    await page.reload();
    await page.getByText('共 34 条').waitFor();
    await page.getByRole('searchbox').last().fill('没有这样的班');
    await page.getByText('没有符合条件的记录').waitFor();
  });
});

test('arrow keys walk through a time chart, one block is in the tab order', async () => {
  await visit('/plan', 'zh-CN', desk, async (page) => {
    const blocks = page.locator('.dt-block');
    assert.equal(await page.locator('.dt-block[tabindex="0"]').count(), 1);
    await blocks.first().focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    const words = await page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
    assert.match(words, /^古丽娜尔：仪表/);
    await page.keyboard.press('Enter');
    await page.getByRole('status').getByText('仪表').waitFor();
  });
});

test('a refused form marks its fields in words and leads to the first of them', async () => {
  await visit('/form', 'en', desk, async (page) => {
    await page.getByLabel('订单名称').fill('机电');
    await page.keyboard.press('Control+Enter');
    await page.getByText('3 things to put right').waitFor();
    await page.getByText('At least 4 characters.').waitFor();
    const focused = await page.evaluate(() => document.activeElement?.getAttribute('aria-invalid'));
    assert.equal(focused, 'true');
    await page.getByLabel('订单名称').fill('机电订单班');
    await page.getByText('2 things to put right').waitFor();
  });
});
