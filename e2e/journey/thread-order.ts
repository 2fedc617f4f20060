import assert from 'node:assert/strict';
import type { Visitor } from './visitor.ts';

/** The number at the end of a text such as "−12.4" or "+3". */
function numberIn(text: string): number {
  return Number(text.replace('−', '-').replaceAll(/[^\d.-]/g, ''));
}

/** Forecasts anew, opens one number of the gap and holds it against the sum of its parts. */
export async function forecastAnew(hr: Visitor): Promise<void> {
  const { page, t } = hr;
  await hr.go('/demand');
  await hr.press(t('workforce', 'gap.make'));
  await page.waitForURL(/\/demand\/[0-9a-f-]{36}$/);
  const matrix = page.getByRole('table', { name: t('workforce', 'gap.matrix') });
  await matrix.locator('td.wf-severe button, td.wf-short button').first().click();
  const parts = page.locator('table.wf-parts tr');
  await parts.first().waitFor();
  const heads = (await parts.locator('td:last-child').allInnerTexts()).map(numberIn);
  const sum = heads.slice(0, -1).reduce((left, right) => left + right, 0);
  const gap = heads.at(-1) ?? Number.NaN;
  assert.ok(heads.length > 2, 'a gap has parts');
  // Parts are written with one decimal, and those below it are left out.
  assert.ok(Math.abs(sum - gap) <= 0.05 * (heads.length + 6), `${heads.slice(0, -1).join(' + ')} = ${gap}`);
  await hr.examine('forecast');
}

/**
 * Turns the first recommendation for a programme into an order, with two seats of one more post, and proposes it. Gives the
 * order's id.
 */
export async function orderFromGap(
  hr: Visitor,
  programme: string,
  className: string,
  extraPost: string,
): Promise<string> {
  const { page, t } = hr;
  const card = page.getByRole('article').filter({ hasText: programme }).first();
  await hr.press(t('workforce', 'recommended.turn'), card);
  await page.waitForURL(/\/talent-orders\/new/);
  const name = hr.field(t('workforce', 'order.className'));
  await name.waitFor();
  await hr.examine('order-new');
  await name.fill(className);
  await hr.press(t('workforce', 'order.addLine'));
  const post = page.getByRole('combobox', { name: t('workforce', 'order.post') }).last();
  await post.fill(extraPost);
  await post.press('Enter');
  const seats = page.getByRole('textbox', { name: t('workforce', 'order.seats') }).last();
  await seats.fill('2');
  await hr.press(t('workforce', 'order.create'));
  await page.waitForURL(/\/talent-orders\/[0-9a-f-]{36}$/);
  const orderId = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  await hr.press(t('workforce', 'do.propose'));
  await hr.sees(t('workforce', 'next.proposed'));
  await hr.examine('order-proposed');
  return orderId;
}

/** The school takes the order and goes on to the agreement. */
export async function acceptOrder(office: Visitor, orderId: string, className: string): Promise<void> {
  const { page, t } = office;
  await office.go('/talent-orders');
  await page.getByRole('link', { name: className }).first().click();
  await page.waitForURL(new RegExp(orderId));
  await office.press(t('workforce', 'do.accept'));
  await office.sees(t('workforce', 'next.accepted'));
  await office.examine('order-accepted');
  await office.press(t('workforce', 'do.agreement'));
  await page.waitForURL(/\/agreements\/new/);
}
