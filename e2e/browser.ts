import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import sparticuz from '@sparticuz/chromium';
import { type Browser, chromium, type Page } from 'playwright-core';

const fontFolders = [
  '@expo-google-fonts/noto-sans-sc/400Regular',
  '@expo-google-fonts/noto-sans-sc/500Medium',
  '@expo-google-fonts/noto-sans-sc/600SemiBold',
  '@expo-google-fonts/noto-naskh-arabic/400Regular',
];

/** Writes a fontconfig file that knows the fonts from the packages beside the system's, and returns its path. */
function fontsFile(folder: string): string {
  const packages = fileURLToPath(new URL('../node_modules', import.meta.url));
  const folders = [
    ...fontFolders.map((name) => join(packages, name)),
    '/usr/share/fonts',
    '/usr/local/share/fonts',
  ];
  const dirs = folders.filter((name) => existsSync(name)).map((name) => `<dir>${name}</dir>`);
  const cache = join(folder, 'cache');
  mkdirSync(cache, { recursive: true });
  const file = join(folder, 'fonts.conf');
  const head = '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">';
  // The same letters on every machine: what the system would choose differs from one to the next.
  const edit = '<edit name="family" mode="append_last" binding="strong"><string>Noto Sans SC</string></edit>';
  const fallback = `<match target="pattern">${edit}</match>`;
  const body = `${dirs.join('')}${fallback}<cachedir>${cache}</cachedir>`;
  writeFileSync(file, `${head}<fontconfig>${body}</fontconfig>\n`);
  return file;
}

/**
 * Starts a headless Chromium that came with the packages; works as root and as an ordinary user, with Chinese and Arabic
 * letters. Close it with `browser.close()`. Rejects with the loader's message when the system lacks libnss3, libnspr4 or libexpat1.
 */
export async function launchBrowser(): Promise<Browser> {
  const folder = mkdtempSync(join(tmpdir(), 'dualtrack-browser-'));
  // Its own arguments suit a serverless host: one process for everything, which breaks with several contexts.
  const kept = sparticuz.args.filter(
    (argument) => !/single-process|in-process-gpu|no-zygote|^--headless/.test(argument),
  );
  const env = Object.entries({ ...process.env, FONTCONFIG_FILE: fontsFile(folder) }).flatMap(
    ([name, value]) => (value === undefined ? [] : [[name, value] as const]),
  );
  const browser = await chromium.launch({
    executablePath: await sparticuz.executablePath(),
    headless: true,
    args: [...kept, '--no-sandbox'],
    env: Object.fromEntries(env),
  });
  browser.on('disconnected', () => rmSync(folder, { recursive: true, force: true }));
  return browser;
}

/** One thing that axe found on a page: the rule, how grave, and where. */
export type AccessibilityIssue = {
  readonly rule: string;
  readonly impact: string;
  readonly help: string;
  readonly places: readonly string[];
};

/** Runs axe (WCAG 2.0 to 2.2, A and AA, and best practices) on the page as it stands; an empty list is what is wanted. */
export async function accessibilityIssues(page: Page): Promise<AccessibilityIssue[]> {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  return violations.map((violation) => ({
    rule: violation.id,
    impact: violation.impact ?? 'unknown',
    help: violation.help,
    places: violation.nodes.map((node) => node.target.join(' ')),
  }));
}
