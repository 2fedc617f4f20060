import assert from 'node:assert/strict';
import { valueWords } from '@dualtrack/compliance/laws';
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

/** Checks the plan against the law: a post with high-risk work stands there with its article, and publishing is refused. */
export async function meetTheLaw(office: Visitor, planId: string): Promise<void> {
  const { page, t } = office;
  await office.press(t('rotations', 'law.check'));
  await page
    .locator('p[role=status]')
    .filter({ hasText: t('rotations', 'law.blocked', { count: 1 }) })
    .waitFor();
  const article = t('rotations', 'law.article', { number: '17' });
  await page.locator('.ro-list li').filter({ hasText: article }).first().waitFor();
  await office.examine('rotation-law');
  // Asked beside the page: in it, a refusal would stand in the console.
  const address = new URL(`/api/rotation-plans/${planId}/publish`, page.url()).href;
  const headers = { 'idempotency-key': crypto.randomUUID() };
  const answer = await page.request.post(address, { headers, data: {} });
  assert.equal(answer.status(), 422);
  assert.match(await answer.text(), /compliance\.blocked/);
}

/** Records the filing with the competent department that high-risk work needs, on the class's page in compliance. */
export async function fileHighRisk(office: Visitor, className: string): Promise<void> {
  const { page, t } = office;
  await office.go('/compliance');
  await page.getByRole('link', { name: className }).first().click();
  await page.waitForURL(/\/compliance\/classes\//);
  await office.sees(t('compliance', 'matrix.blocks', { count: 1 }));
  await office.examine('compliance-class');
  await page.getByRole('link', { name: t('compliance', 'filing.title') }).click();
  await office.field(t('compliance', 'filing.number')).fill('哈教备〔2026〕17号');
  await office.field(t('compliance', 'filing.date')).fill('2026-11-20');
  await office.field(t('compliance', 'filing.scope')).click();
  await page
    .locator('.ant-select-item-option')
    .filter({ hasText: valueWords(office.language)['high-risk'] ?? 'high-risk' })
    .first()
    .click();
  await page.keyboard.press('Escape');
  await office.field(t('compliance', 'filing.approved')).fill('2026-11-21');
  await office.field(t('compliance', 'filing.until')).fill('2029-07-31');
  await office.examine('compliance-filing');
  await page
    .locator('form')
    .getByRole('button', { name: t('compliance', 'filing.save'), exact: true })
    .click();
  await office.sees('哈教备〔2026〕17号');
  await office.sees(t('compliance', 'filing.state.in-force'));
}

/** Now the law is kept: the plan is checked again and published. */
export async function publishRotation(office: Visitor, planId: string): Promise<void> {
  const { t } = office;
  await office.go(`/rotations/${planId}`);
  await office.press(t('rotations', 'law.check'));
  await office.sees(t('rotations', 'law.free'));
  await office.press(t('rotations', 'publish.do'));
  await office.sees(t('rotations', 'publish.done'));
  const { state } = await office.call<{ state: string }>('GET', `/rotation-plans/${planId}`);
  assert.equal(state, 'published');
  await office.examine('rotation-published');
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
