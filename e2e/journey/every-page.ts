import { join } from 'node:path';
import type { House } from './house.ts';
import { pageFaults } from './page-faults.ts';
import { type Language, type Visitor, visit } from './visitor.ts';

const languages: readonly Language[] = ['zh-CN', 'en'];
const rooms = [
  { width: 1280, height: 900 },
  { width: 390, height: 844 },
] as const;

/**
 * Opens the home and every page of the sidebar as one person, on the desk and on the phone, in Chinese; the home, and
 * pages that no earlier role has opened (`known`, added to here), in English too and with axe. What is wrong goes to
 * `faults`; gives the addresses opened.
 */
export async function openPagesOf(
  house: House,
  who: { readonly signInName: string; readonly role: string },
  faults: string[],
  known: Set<string>,
): Promise<string[]> {
  const visitor = await visit(house, faults, { name: who.signInName, language: 'zh-CN', width: 1280 });
  try {
    const paths = ['/'];
    const isNew = (path: string) => path === '/' || !known.has(path);
    for (const language of languages) {
      if (visitor.language !== language) await visitor.speak(language);
      for (const path of paths) {
        if (language !== 'zh-CN' && !isNew(path)) continue;
        await visitor.page.setViewportSize(rooms[0]);
        await openFromSidebar(visitor, path);
        for (const link of await sidebarLinks(visitor)) if (!paths.includes(link)) paths.push(link);
        for (const room of rooms) {
          await visitor.page.setViewportSize(room);
          await visitor.settle();
          const isQuick = language !== 'zh-CN' || room.width !== 1280 || !isNew(path);
          const where = `${who.role} ${language} ${room.width} ${path}`;
          const found = [
            ...(await emptyFaults(visitor)),
            ...(await pageFaults(visitor.page, language, { isQuick })),
          ];
          faults.push(...found.map((fault) => `${where}: ${fault}`));
          if (house.pictures === undefined) continue;
          const name = `${who.role}${path === '/' ? '-home' : path.replaceAll('/', '-')}-${language}-${room.width}.png`;
          await visitor.page.screenshot({ path: join(house.pictures, name), fullPage: true });
        }
      }
    }
    for (const path of paths) known.add(path);
    return paths;
  } finally {
    await visitor.leave();
  }
}

const sidebarOf = (visitor: Visitor) => visitor.page.locator('nav.dt-sidebar');

async function sidebarLinks(visitor: Visitor): Promise<string[]> {
  const links = await sidebarOf(visitor)
    .getByRole('link')
    .evaluateAll((found) => found.map((one) => one.getAttribute('href')));
  return links.filter((link) => link !== null);
}

/** By the link where it stands, as a person would; by address where the area is folded. */
async function openFromSidebar(visitor: Visitor, path: string): Promise<void> {
  const { page } = visitor;
  const link = sidebarOf(visitor).locator(`a[href="${path}"]`).first();
  if ((await link.count()) === 0) await visitor.go(path);
  else {
    await link.click();
    await page.waitForURL((url) => url.pathname === path);
    await visitor.settle();
  }
}

/** A page that shows an error, or has no heading or title. */
async function emptyFaults(visitor: Visitor): Promise<string[]> {
  const { page } = visitor;
  const heading = await page.getByRole('heading', { level: 1 }).first().textContent();
  return [
    ...((await page.locator('main .dt-error-state, main [role=alert]').count()) > 0
      ? ['shows an error']
      : []),
    ...(heading?.trim() ? [] : ['no heading']),
    ...((await page.title()).trim() ? [] : ['no title']),
  ];
}
