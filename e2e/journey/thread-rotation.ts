import assert from 'node:assert/strict';
import type { Visitor } from './visitor.ts';

/** Plans the rotation of a class at the first base and waits for the search. Gives the plan's id. */
export async function planRotation(office: Visitor, className: string, firstWeek: string): Promise<string> {
  const { page, t } = office;
  await office.go('/rotations/new');
  await office.field(t('rotations', 'plan.class')).click();
  await page.locator('.ant-select-item-option').filter({ hasText: className }).first().click();
  await office.field(t('rotations', 'plan.base')).click();
  // The first of the list is the active one.
  await page.keyboard.press('Enter');
  await office.field(t('rotations', 'plan.name')).fill(className);
  await office.field(t('rotations', 'plan.firstWeek')).fill(firstWeek);
  await office.field(t('rotations', 'plan.weeks')).fill('18');
  await page.getByRole('radio', { name: t('rotations', 'pattern.block') }).check();
  await office.examine('rotation-new');
  await office.press(t('rotations', 'new.create'));
  await page.waitForURL(/\/rotations\/[0-9a-f-]{36}$/);
  await office.examine('rotation-draft');
  await office.press(t('rotations', 'search.do'));
  await page.getByRole('button', { name: t('rotations', 'law.check'), exact: true }).waitFor();
  await office.examine('rotation-planned');
  return new URL(page.url()).pathname.split('/').at(-1) ?? '';
}

/**
 * Checks the plan against the law. Filings of a class that has just been matched are missing, so something blocks: it stands
 * there with its article, and publishing is refused.
 */
export async function meetTheLaw(office: Visitor, planId: string): Promise<void> {
  const { page, t } = office;
  await office.press(t('rotations', 'law.check'));
  const status = page.locator('p[role=status]');
  await status.waitFor();
  const words = await status.textContent();
  await office.examine('rotation-law');
  const isFree = words === t('rotations', 'law.free');
  if (!isFree) {
    const article = t('rotations', 'law.article', { number: '\u0000' }).split('\u0000')[0] ?? '';
    await page.locator('.ro-list li').filter({ hasText: article }).first().waitFor();
  }
  const answer = page.waitForResponse((response) => response.url().endsWith(`/${planId}/publish`));
  await office.press(t('rotations', 'publish.do'));
  assert.equal((await answer).status(), isFree ? 200 : 422);
  const { state } = await office.call<{ state: string }>('GET', `/rotation-plans/${planId}`);
  assert.equal(state, isFree ? 'published' : 'solved');
}

/** The scoreboard's first figure opens the records behind it. */
export async function openFigure(visitor: Visitor): Promise<void> {
  const { page } = visitor;
  await visitor.go('/scoreboard');
  await visitor.examine('scoreboard');
  await page.locator('main a[href^="/scoreboard/"]').first().click();
  await page.waitForURL(/\/scoreboard\/[a-z-]+/);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await visitor.examine('scoreboard-records');
}
