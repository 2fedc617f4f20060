import { join } from 'node:path';
import { examplePassword } from '@dualtrack/app-server/example';
import { type Namespace, type PhraseKey, type PhraseParams, phrase } from '@dualtrack/locales';
import type { BrowserContext, Locator, Page } from 'playwright-core';
import type { House } from './house.ts';
import { pageFaults } from './page-faults.ts';
import { watchQuiet } from './quiet.ts';

export type Language = 'zh-CN' | 'en';

/** A person of the example in front of a browser window. */
export type Visitor = {
  readonly page: Page;
  readonly language: Language;
  /** A phrase in the visitor's language. */
  t<N extends Namespace, K extends PhraseKey<N>>(namespace: N, key: K, ...params: PhraseParams<N, K>): string;
  /** Opens an address of the product and waits until it is drawn. */
  go(path: string): Promise<void>;
  /** The field with this label, whether it is optional or not. */
  field(label: string): Locator;
  /** Presses the first button or link with these very words. */
  press(words: string, within?: Locator): Promise<void>;
  /** Waits until these words are on the screen. */
  sees(words: string | RegExp): Promise<void>;
  /** Waits until nothing is being loaded and no button is at work. */
  settle(): Promise<void>;
  /** Waits until nothing is being loaded, then examines the page; what is wrong is kept for the end. */
  examine(name: string, options?: { readonly isQuick: boolean }): Promise<void>;
  /** Calls the product's interface as this person. Rejects with the problem document on refusal. */
  call<T>(method: string, path: string, body?: unknown): Promise<T>;
  /** Changes the language of the product for this person and opens the page anew. */
  speak(language: Language): Promise<void>;
  leave(): Promise<void>;
};

const own = { 'zh-CN': '中文', en: 'English' } as const;
const wait = 45_000;
/** Asked before anybody has signed in, and answered so. */
const expected = /\/api\/session$|\/api\/demo\/tour$/;

/** Opens a window, chooses the language on the sign-in page and signs in through it. Faults of visited pages go to `faults`. */
export async function visit(
  house: House,
  faults: string[],
  who: { name: string; language: Language; width: 1280 | 390 },
): Promise<Visitor> {
  const { width } = who;
  let { language } = who;
  const context: BrowserContext = await house.browser.newContext({
    viewport: { width, height: width === 390 ? 844 : 900 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(wait);
  const page = await context.newPage();
  const tell = (fault: string) => {
    const line = `${who.name.split('@')[0]} ${language} ${page.viewportSize()?.width} ${new URL(page.url()).pathname}: ${fault}`;
    if (!faults.includes(line)) faults.push(line);
  };
  page.on('pageerror', (error) => tell(`error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() !== 'error' || expected.test(message.location().url)) return;
    tell(`console: ${message.text()} ${message.location().url}`);
  });
  const isQuiet = watchQuiet(page);
  const settled = async () => {
    await isQuiet();
    // A button at work is pale on purpose, and only for that moment.
    await page.locator('.ant-btn-loading').first().waitFor({ state: 'detached' });
  };
  const visitor: Visitor = {
    page,
    get language() {
      return language;
    },
    t: (namespace, key, ...params) => phrase(language, namespace, key, ...params),
    async go(path) {
      await page.goto(new URL(path, house.address).href, { waitUntil: 'domcontentloaded' });
      await page.getByRole('heading', { level: 1 }).first().waitFor();
      await isQuiet();
    },
    field: (label) =>
      page
        .getByLabel(new RegExp(`^${label.replaceAll(/[()?.]/g, '\\$&')}`))
        .and(page.locator('input, textarea, [role=combobox]'))
        .first(),
    async press(words, within) {
      const room = within ?? page.locator('body');
      const button = room.getByRole('button', { name: words, exact: true });
      const link = room.getByRole('link', { name: words, exact: true });
      await button.or(link).first().click();
    },
    async sees(words) {
      await page.getByText(words).filter({ visible: true }).first().waitFor();
    },
    settle: settled,
    async examine(name, options) {
      await settled();
      const room = page.viewportSize()?.width ?? width;
      const screen = `${name} ${room}`;
      const isQuick = options?.isQuick ?? house.judged.has(screen);
      house.judged.add(screen);
      for (const fault of await pageFaults(page, language, { isQuick })) tell(fault);
      if (house.pictures === undefined) return;
      const path = join(house.pictures, `${name}-${language}-${room}.png`);
      await page.screenshot({ path, fullPage: true });
    },
    async call(method, path, body) {
      const answer = await page.evaluate(
        async ([how, where, what]) => {
          const response = await fetch(`/api${where}`, {
            method: String(how),
            headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
            ...(what === undefined ? {} : { body: JSON.stringify(what) }),
          });
          const text = await response.text();
          return { isGood: response.ok, text };
        },
        [method, path, body] as const,
      );
      if (!answer.isGood) throw new Error(`${method} ${path}: ${answer.text}`);
      return answer.text === '' ? undefined : JSON.parse(answer.text);
    },
    async speak(next) {
      language = next;
      await visitor.call('PUT', '/session/locale', { locale: next });
      await page.evaluate((chosen) => localStorage.setItem('dualtrack.locale', chosen), next);
      await page.reload({ waitUntil: 'domcontentloaded' });
      await page.getByRole('heading', { level: 1 }).first().waitFor();
      await isQuiet();
    },
    leave: () => context.close(),
  };
  await page.goto(house.address);
  await page.getByRole('button', { name: own[language], exact: true }).first().click();
  await page.getByLabel(visitor.t('shell', 'signIn.name')).fill(who.name);
  await page.getByLabel(visitor.t('shell', 'signIn.password'), { exact: true }).fill(examplePassword);
  await page.getByRole('button', { name: visitor.t('shell', 'signIn.submit'), exact: true }).click();
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
  return visitor;
}
